/// Something that the user wants changed in their own record, to be carried out as a whole.
public struct Amendment: Hashable, Sendable {
  /// A part of it: one entry as it is to be.
  public struct Part: Hashable, Sendable {
    /// The entry: `/meetings/lima-2022`, `/meetings/lima-2022/attendance/PE`, `/notes/ID`,
    /// `/bookmarks/POINTER`. An empty last token, as in `/notes/`, asks for a new id.
    public let path: FactPath
    /// What it was when the user began; nil for nothing. A change by somebody else since then is
    /// merged, field by field.
    public let base: RecordValue?
    /// What it is to be; nil to take it away: what was added is deleted, what the edition has is
    /// hidden.
    public let value: RecordValue?
    /// The sources that its changed fields rest on, where not those of the whole.
    public let sources: [SourceID]

    /// A part of an amendment.
    public init(
      path: FactPath, base: RecordValue?, value: RecordValue?, sources: [SourceID] = []
    ) {
      (self.path, self.base, self.value, self.sources) = (path, base, value, sources)
    }
  }

  /// What is done, for the history and for undo: `note on Peru`.
  public let summary: String
  /// The entries.
  public let parts: [Part]
  /// The sources that changed fields rest on.
  public let sources: [SourceID]
  /// Fields that were changed before and stay as they are, and rest on these sources from now on.
  public let restated: [FactPath]

  /// Something to be changed.
  public init(
    _ summary: String, _ parts: [Part], sources: [SourceID] = [], restated: [FactPath] = []
  ) {
    (self.summary, self.parts, self.sources, self.restated) = (summary, parts, sources, restated)
  }
}

extension Amendment {
  /// From when what it adds is shown, where that is after a day: before its date a fact is not known
  /// of.
  public func firstShown(after day: Day) -> Day? {
    let days = parts.compactMap { part -> Day? in
      guard part.base == nil, part.path.isDatedEntry else { return nil }
      let date = (part.value?["announced"] ?? part.value?["date"])?.text
      return date.flatMap { Period($0) }?.first
    }
    return days.filter { $0 > day }.min()
  }
}

/// What can be asked of the store.
public enum StoreRequest: Hashable, Sendable {
  /// Carry out an amendment.
  case amend(Amendment)
  /// Take back all that the user changed in an entry: the edition's shows again.
  case takeBack(FactPath)
  /// Show the record of the edition alone, or with the user's own again. Nothing is changed by it.
  case show(editionAlone: Bool)
  /// Choose a side of a conflict by its place.
  case settle(FactPath, side: Int)
  case undo, redo
  /// Read the store anew.
  case reload
  /// Write the whole of the user's record to another file, because it can't be saved in its own.
  case saveElsewhere(String)
  /// Put the previous version of the store in the place of one that can't be read.
  case restorePrevious
}

/// How the store stands.
public enum StoreStatus: Hashable, Sendable {
  /// Everything is saved, or nothing was ever written.
  case saved
  /// Something is being done, in words, with how much of it is done from 0 to 1 where that is known.
  case busy(String, done: Double?)
  /// Changes are only in memory, and why.
  case unsaved(String)
  /// The store can't be read, and where; nothing is written over it.
  case broken(String)
}
