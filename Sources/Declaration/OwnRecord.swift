/// What the user added to the edition or changed in it.
///
/// It is a part of the dossier, so that every view can mark what does not come from the edition.
public struct OwnRecord: Hashable, Sendable {
  /// Notes in order of their writing.
  public let notes: [Note]
  /// What is bookmarked, by its path, in order of the paths.
  public let bookmarks: [FactPath]
  /// What was added, changed or hidden, in order of the paths' tokens.
  public let changes: [OwnChange]
  /// Fields that have two values, because two people changed them apart.
  public let conflicts: [OwnConflict]
  /// Entries of the store that can't be read and are kept as they are.
  public let rejected: [RejectedEntry]
  /// The entries in which something came from others that was not looked at yet.
  public private(set) var arrived: Set<FactPath> = []
  /// What was done to the facts, where the record is shared.
  public private(set) var past = FactPast()
  private let notesByEntry: [FactPath: [Note]]
  private let bookmarked: Set<FactPath>

  /// A user's own record.
  public init(
    notes: [Note] = [], bookmarks: [FactPath] = [], changes: [OwnChange] = [],
    conflicts: [OwnConflict] = [], rejected: [RejectedEntry] = []
  ) {
    (self.notes, self.bookmarks) = (notes, bookmarks)
    (self.conflicts, self.rejected) = (conflicts, rejected)
    self.changes = changes.sorted { $0.path.tokens.lexicographicallyPrecedes($1.path.tokens) }
    notesByEntry = Dictionary(grouping: notes) { $0.about.entry }
    bookmarked = Set(bookmarks)
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool {
    notes.isEmpty && bookmarks.isEmpty && changes.isEmpty && conflicts.isEmpty && rejected.isEmpty
  }

  /// The same, with marks on what came from others: paths of the store, where a note stands for what
  /// it is about.
  func marking(arrived paths: Set<FactPath>) -> OwnRecord {
    var own = self
    own.arrived = Set(paths.compactMap { entry(of: $0) })
    return own
  }

  /// The same, with what was done to its facts.
  func telling(_ past: FactPast) -> OwnRecord {
    var own = self
    own.past = past
    return own
  }

  /// The entry of the record that a path of the store is about; nil for a note that is gone.
  public func entry(of path: FactPath) -> FactPath? {
    switch path.tokens.first {
    case "notes": notes.first { $0.id == path.tokens.dropFirst().first }?.about.entry
    case "bookmarks": path.tokens.dropFirst().first.flatMap { FactPath(pointer: $0) }?.entry
    default: path.entry
    }
  }

  /// Whether something in an entry came from others and was not looked at yet; of a part of one, such
  /// as a country's presence at a meeting, nobody knows.
  public func hasArrived(_ fact: FactPath) -> Bool {
    !arrived.isEmpty && arrived.contains(fact)
  }

  /// Notes on a fact or on something in it.
  public func notes(on fact: FactPath) -> [Note] {
    let notes = fact.tokens.count < 2 ? self.notes : notesByEntry[fact.entry] ?? []
    return notes.filter { fact.leads(to: $0.about) }
  }

  /// Fields with two values, at a fact or in it.
  public func conflicts(in fact: FactPath) -> [OwnConflict] {
    conflicts.filter { fact.leads(to: $0.path) }
  }

  /// Changes to an entry and to its fields.
  public func changes(in fact: FactPath) -> [OwnChange] {
    guard !changes.isEmpty else { return [] }
    let entry = fact.entry
    let start = changes.partitioningIndex {
      !$0.path.tokens.lexicographicallyPrecedes(entry.tokens)
    }
    return changes[start...].prefix { entry.leads(to: $0.path) }
      .filter { fact.leads(to: $0.path) || $0.path.leads(to: fact) }
  }

  /// The change of a path itself.
  public func change(exactly path: FactPath) -> OwnChange? {
    let place = changes.partitioningIndex {
      !$0.path.tokens.lexicographicallyPrecedes(path.tokens)
    }
    return changes.indices.contains(place) && changes[place].path == path ? changes[place] : nil
  }

  /// The change that shows at a fact: its own, one in it, or of what holds it.
  public func change(at fact: FactPath) -> OwnChange? { changes(in: fact).first }

  /// Whether a fact is bookmarked.
  public func isBookmarked(_ fact: FactPath) -> Bool { bookmarked.contains(fact) }
}

/// A note that the user wrote on something in the record.
public struct Note: Hashable, Sendable, Identifiable {
  /// The note's key.
  public let id: String
  /// What it is about: a path to an entry, or to the record itself when it has no tokens.
  public let about: FactPath
  /// The text, which may have several lines.
  public let text: String
  /// When it was written or last changed, ISO 8601 in UTC: `2026-11-24T09:10:11Z`.
  public let written: String
  /// Who wrote or last changed it, where the record is shared.
  public let author: String?

  /// A note.
  public init(
    id: String, about: FactPath, text: String, written: String, author: String? = nil
  ) {
    (self.id, self.about, self.text, self.written) = (id, about, text, written)
    self.author = author
  }
}

/// Something that the user added, changed or hid.
public struct OwnChange: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, Sendable {
    case added, changed, hidden
  }

  /// What was done.
  public let kind: Kind
  /// The entry, or the field of it that was changed.
  public let path: FactPath
  /// When, ISO 8601 in UTC; nil when the store does not say.
  public let made: String?
  /// The sources that a changed field rests on, the best first; empty for none.
  public let sources: [SourceID]
  /// What the edition has there, in a line; nil for what it does not have.
  public let before: String?
  /// What the record has now, in a line; nil for what is hidden.
  public let now: String?
  /// Who made it, where the record is shared.
  public let author: String?

  /// Something that the user did.
  public init(
    kind: Kind, path: FactPath, made: String?, sources: [SourceID], before: String?, now: String?,
    author: String? = nil
  ) {
    self.author = author
    (self.kind, self.path, self.made, self.sources) = (kind, path, made, sources)
    (self.before, self.now) = (before, now)
  }
}

/// A field that two people changed apart: both values, one of which shows until someone chooses.
public struct OwnConflict: Hashable, Sendable {
  /// One of the values.
  public struct Side: Hashable, Sendable {
    /// Who has it: `yours`, `theirs`, or a name.
    public let who: String
    /// The value in a line; nil when the side took the fact away.
    public let value: String?
    /// When that side was written, ISO 8601 in UTC; nil when it is not known.
    public let made: String?
    /// The sources that it rests on, the best first.
    public let sources: [SourceID]

    /// One of the values.
    public init(who: String, value: String?, made: String?, sources: [SourceID] = []) {
      (self.who, self.value, self.made, self.sources) = (who, value, made, sources)
    }
  }

  /// The field or entry.
  public let path: FactPath
  /// The values; at least two, the one that shows first.
  public let sides: [Side]

  /// A field with two values.
  public init(path: FactPath, sides: [Side]) { (self.path, self.sides) = (path, sides) }
}

/// An entry of the store that can't be read.
public struct RejectedEntry: Hashable, Sendable {
  /// Where it stands in the store.
  public let path: FactPath
  /// Where and why: `store.json:3:5: what is wrong, expected what`.
  public let fault: String

  /// An entry that can't be read.
  public init(path: FactPath, fault: String) { (self.path, self.fault) = (path, fault) }
}

extension FactPath {
  /// The entry that the fact belongs to: its first two tokens.
  public var entry: FactPath { tokens.count <= 2 ? self : FactPath(Array(tokens.prefix(2))) }

  /// Whether it leads to an entry that is not known of before its own date.
  public var isDatedEntry: Bool {
    guard tokens.count == 2, let collection = RecordCollection(rawValue: tokens[0]) else {
      return false
    }
    return [.commitments, .context].contains(collection)
  }
}
