import Declaration
import Query

/// What can be typed into a line that takes ids or one of some words.
struct FormCompletion: Sendable {
  /// Something to choose: what is typed for it, and what it is.
  struct Candidate: Hashable, Sendable {
    let text: String
    let name: String
  }

  /// What the part of the line that is being typed can become.
  let candidates: [Candidate]
  /// What the ids in the line stand for, in words.
  let meaning: String?
  /// What stands before the part that is being typed.
  private let head: String

  init(_ row: FormRow, in dossier: Dossier) {
    let typed = row.editor.text
    let isList = row.kind == .sources
    let comma = isList ? typed.lastIndex(of: ",") : nil
    let start = comma.map { typed.index(after: $0) } ?? typed.startIndex
    let part = String(typed[start...].drop(while: \.isWhitespace))
    let all =
      row.way == ["unit"]
      ? dossier.units.sorted().map { Candidate(text: $0, name: "") }
      : FormCompletion.candidates(for: row.kind, part, in: dossier)
    head = comma.map { typed[...$0] + " " }.map(String.init) ?? ""
    let names = typed.split(separator: ",").compactMap { text in
      let id = text.filter { !$0.isWhitespace }
      return all.first { $0.text == id && !$0.name.isEmpty }?.name
    }
    meaning = names.isEmpty ? nil : names.joined(separator: ", ")
    let isComplete = all.contains { $0.text == part }
    let query = Query(part)
    candidates =
      isComplete || all.isEmpty
      ? [] : FormCompletion.best(all.filter { query.admits(text: "\($0.text) \($0.name)") }, part)
  }

  /// Those first whose ids begin like what is typed, then those whose names do.
  private static func best(_ candidates: [Candidate], _ part: String) -> [Candidate] {
    let typed = part.lowercased()
    func rank(_ candidate: Candidate) -> Int {
      if candidate.text.lowercased().hasPrefix(typed) { return 0 }
      return candidate.name.lowercased().hasPrefix(typed) ? 1 : 2
    }
    return (0...2).flatMap { wanted in candidates.filter { rank($0) == wanted } }
  }

  /// The line with a candidate in place of the part that is being typed.
  func line(with candidate: Candidate) -> String { head + candidate.text }

  private static func candidates(
    for kind: RecordField.Kind, _ part: String, in dossier: Dossier
  ) -> [Candidate] {
    switch kind {
    case .choice(let words): words.map { Candidate(text: $0, name: "") }
    case .flag: ["yes", "no"].map { Candidate(text: $0, name: "") }
    case .sources: dossier.sourceCandidates
    case .reference(let collection): dossier.candidates(in: collection, part)
    default: []
    }
  }
}

extension Dossier {
  /// The sources, what the user knows first.
  fileprivate var sourceCandidates: [FormCompletion.Candidate] {
    let own = FormCompletion.Candidate(
      text: Source.ownKnowledge, name: language("what you know without a text to open"))
    let others = sources.values.filter { $0.id != Source.ownKnowledge }.sorted { $0.id < $1.id }
    return [own] + others.map { .init(text: $0.id, name: "\($0.title), \($0.publisher)") }
  }

  /// The entries of a collection with what they are called.
  fileprivate func candidates(
    in collection: RecordCollection, _ part: String
  ) -> [FormCompletion.Candidate] {
    switch collection {
    case .sources: sourceCandidates
    case .regions: regions.map { .init(text: $0.id, name: $0.name[language]) }
    case .pillars: pillars.map { .init(text: $0.id, name: $0.title[language]) }
    case .packages: packages.map { .init(text: $0.id, name: $0.title?[language] ?? "") }
    case .countries:
      countries.map { .init(text: $0.id, name: $0.name[language]) }
    case .meetings:
      meetings.map {
        .init(text: $0.id, name: "\($0.title[language]), \(DateText.short($0.date, in: language))")
      }
    case .endorsements: endorsements.keys.sorted().map { .init(text: $0, name: "") }
    case .commitments:
      // There may be many: only those whose ids begin like what is typed are looked at.
      part.isEmpty
        ? []
        : commitments.lazy.filter { $0.id.hasPrefix(part) }.prefix(50).map {
          .init(text: $0.id, name: "\($0.country)\(language.colon) \($0.text[language])")
        }
    case .context: context.map { .init(text: $0.id, name: $0.text[language]) }
    case .disputes: disputes.map { .init(text: $0.id, name: $0.about[language]) }
    }
  }
}
