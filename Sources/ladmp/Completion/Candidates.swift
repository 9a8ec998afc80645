import ArgumentParser
import Dashboard
import Declaration
import Query
import Registers
import Store

extension CompletionKind {
  private static func from(
    _ candidates: @escaping @Sendable (TypedLine) -> [Candidate]
  ) -> CompletionKind {
    .custom { words, place, _ in
      let line = TypedLine(words, place)
      return line.answer(candidates(line))
    }
  }

  /// Countries and meetings, which a briefing can be on.
  static let subjects = from { line in
    line.snapshot.map { $0.dossier.countryCandidates + $0.meetingCandidates } ?? []
  }

  /// Everything in the record that has a name or an id.
  static let things = from { line in line.snapshot?.thingCandidates ?? [] }

  /// Sources of the record.
  static let sources = from { line in line.dossier?.sourceCandidates ?? [] }

  static let meetings = from { line in line.snapshot?.meetingCandidates ?? [] }

  /// The days on which the record changes.
  static let days = from { line in
    [Candidate("today")] + (line.dossier?.days.map { Candidate($0.description) } ?? [])
  }

  /// The themes that there are, with what they are for.
  static let themes = from { _ in
    let shelf = ThemeShelf.users
    return shelf.names.map { Candidate($0, (try? shelf.theme($0).about) ?? "") }
  }

  /// A list of columns with commas between them.
  static func columns(of kind: RegisterKind) -> CompletionKind {
    from { line in
      let chosen = line.word.split(separator: ",", omittingEmptySubsequences: false).dropLast()
      let before = chosen.map { "\($0)," }.joined()
      let taken = Set(chosen.map(String.init))
      return kind.columnNames.filter { !taken.contains($0) }.map { Candidate(before + $0) }
    }
  }

  /// A column, or one to sort down by.
  static func order(of kind: RegisterKind) -> CompletionKind {
    from { _ in kind.columnNames.flatMap { [Candidate($0), Candidate("-\($0)")] } }
  }

  /// The words and fields of a list's query.
  static func query(of kind: RegisterKind) -> CompletionKind {
    from { line in
      guard let snapshot = line.snapshot else { return [] }
      switch kind {
      case .countries:
        let fields = Query(line.word).completion(in: snapshot).map { Candidate($0) }
        return fields + (line.word.contains(":") ? [] : snapshot.dossier.countryCandidates)
      case .commitments:
        return snapshot.commitmentCompletion(of: line.word).map { Candidate($0) }
      case .meetings: return snapshot.meetingCandidates
      default: return []
      }
    }
  }

  /// The fields that a new entry can have, and the values of those that name something.
  static let newFields = from { line in
    guard let dossier = line.dossier else { return [] }
    let before = line.word.prefix { $0 != "=" }
    guard before.count < line.word.count else {
      return AddCommand.fieldNames.map { Candidate("\($0)=") }
    }
    let values: [Candidate] =
      switch before {
      case "country": dossier.countryCandidates
      case "meeting": dossier.asOf(dossier.days.last ?? dossier.startDay).meetingCandidates
      case "pillar": dossier.pillars.map { Candidate($0.id, $0.title.english) }
      case "package": dossier.packages.map { Candidate($0.id, $0.title?.english ?? "") }
      case "sources": dossier.sourceCandidates
      default: []
      }
    return values.map { Candidate("\(before)=\($0.word)", $0.meaning) }
  }
}

extension Dossier {
  fileprivate var countryCandidates: [Candidate] {
    countries.map { Candidate($0.id, $0.name.english) }
      + countries.map { Candidate($0.name.english, $0.id) }
  }

  fileprivate var sourceCandidates: [Candidate] {
    sources.values.sorted { $0.id < $1.id }.map { Candidate($0.id, $0.title) }
  }
}

extension Snapshot {
  fileprivate var meetingCandidates: [Candidate] {
    meetings.map { Candidate($0.id, $0.title.english) }
  }

  fileprivate var thingCandidates: [Candidate] {
    dossier.countryCandidates + meetingCandidates
      + commitments.map { Candidate($0.id, $0.text.english) }
      + packages.map { Candidate($0.id, $0.title?.english ?? "") }
      + disputes.map { Candidate($0.id, $0.about.english) }
      + dossier.pillars.map { Candidate($0.id, $0.title.english) }
      + context.map { Candidate($0.id, $0.text.english) }
      + dossier.sourceCandidates
  }
}
