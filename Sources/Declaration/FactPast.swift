/// Something that somebody did to a fact of a shared record.
public struct FactStep: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, Sendable {
    case added, changed, hidden, deleted
    /// One of several versions was chosen.
    case settled
  }

  /// What was done.
  public let kind: Kind
  /// The entry, the field of it, or the note.
  public let path: FactPath
  /// What a note is about; the path itself of everything else.
  public let about: FactPath
  /// Who did it; nil where nobody knows.
  public let author: String?
  /// When, ISO 8601; nil where nobody knows.
  public let made: String?
  /// What the fact was before it, in a line; nil for nothing. Of a choice, all versions.
  public let before: String?
  /// What it was after it, in a line; nil for nothing.
  public let now: String?
  /// The commit that has it, as git names it in short; nil for what is not committed yet.
  public let commit: String?

  /// Something that somebody did to a fact.
  public init(
    _ kind: Kind, _ path: FactPath, about: FactPath? = nil, author: String?, made: String?,
    before: String? = nil, now: String? = nil, commit: String? = nil
  ) {
    (self.kind, self.path, self.about) = (kind, path, about ?? path)
    (self.author, self.made, self.commit) = (author, made, commit)
    (self.before, self.now) = (before, now)
  }

  /// Whether it is part of what became of a fact.
  public func concerns(_ fact: FactPath) -> Bool {
    [path, about].contains { fact.leads(to: $0) || $0.leads(to: fact) }
  }
}

/// What was done to the facts of a shared record, the newest first.
public struct FactPast: Hashable, Sendable {
  /// Every step, the newest first.
  public let steps: [FactStep]
  /// Whether the record began with the last of them; where not, more came before.
  public let isWhole: Bool
  private let places: [FactPath: [Int]]

  /// What was done, the newest first.
  public init(_ steps: [FactStep] = [], isWhole: Bool = true) {
    (self.steps, self.isWhole) = (steps, isWhole)
    var places: [FactPath: [Int]] = [:]
    for (place, step) in steps.enumerated() {
      for entry in Set([step.about.entry, step.path.entry]) {
        places[entry, default: []].append(place)
      }
    }
    self.places = places
  }

  /// What became of some facts, the newest first.
  public func steps(on facts: [FactPath]) -> [FactStep] {
    guard !steps.isEmpty else { return [] }
    let entries = Set(facts.map(\.entry))
    return Set(entries.flatMap { places[$0] ?? [] }).sorted().map { steps[$0] }
      .filter { step in facts.contains(where: step.concerns) }
  }
}
