import Declaration

/// What is other in one version of a store than in an earlier one.
public struct StoreDifference: Sendable {
  /// An entry that differs.
  public struct Entry: Hashable, Sendable {
    /// The entry, such as `/meetings/lima-2022` or `/notes/ID`.
    public let path: FactPath
    /// What the earlier store has of it: a merge patch, or nil for nothing.
    public let before: RecordValue?
    /// What the later one has.
    public let now: RecordValue?
    /// Whether the later one says anew who changed it, or when.
    public let isSigned: Bool
    /// Whether the earlier store had nothing of it, and the edition neither.
    public let isAdded: Bool

    /// Whether the earlier one had all of it, and the edition nothing.
    let wasAdded: Bool

    /// What was done, in a word and the entry's name.
    public var words: String {
      let gone = wasAdded ? "delete" : "take back"
      let verb = isAdded ? "add" : now == nil ? gone : now == .null ? "hide" : "change"
      return "\(verb) \(path)"
    }
  }

  /// The entries that differ, in order of their paths.
  public let entries: [Entry]

  /// What differs between two versions.
  ///
  /// - Throws: ``RecordFaults`` where one of them is no store.
  public init(from old: StoreVersion, to new: StoreVersion) throws {
    do {
      var (old, new) = (try old.side(), try new.side())
      var entries: [Entry] = []
      let collections = RecordCollection.allCases.map(\.rawValue) + ["notes", "bookmarks"]
      let roots = (old.text.document.root, new.text.document.root)
      for collection in collections {
        if StoreSide.isSame(roots.0[collection], roots.1[collection]) { continue }
        let ids = [roots.0, roots.1].flatMap { $0.entries(of: collection).map(\.id) }
        for id in Set(ids) {
          let key = EntryKey(collection, id)
          if StoreSide.isSame(old.place(key), new.place(key)) { continue }
          StoreDifference.note(key, &old, &new, &entries)
        }
      }
      for field in EntryKey.recordFields {
        StoreDifference.note(EntryKey("", field), &old, &new, &entries)
      }
      let known = Set(entries.map(\.path))
      // A version that was chosen among several is a change too.
      for key in Set(old.conflicts.keys).union(new.conflicts.keys)
      where old.conflicts[key] != new.conflicts[key]
        && !known.contains(key.path)
      {
        entries.append(
          Entry(
            path: key.path, before: old.entry(key), now: new.entry(key), isSigned: true,
            isAdded: false, wasAdded: false))
      }
      self.entries = entries.sorted { $0.path.description < $1.path.description }
    } catch let fault as RecordFault {
      throw RecordFaults(faults: [fault])
    }
  }

  private static func note(
    _ key: EntryKey, _ old: inout StoreSide, _ new: inout StoreSide, _ entries: inout [Entry]
  ) {
    let (before, now) = (old.entry(key), new.entry(key))
    guard before != now else { return }
    let isSigned =
      RecordCollection(rawValue: key.collection) == nil
      ? before == nil || now == nil || before?["written"] != now?["written"]
        || before?["made"] != now?["made"]
      : old.marks(in: key) != new.marks(in: key)
    // A mark on a whole entry, and not on a field of it, says that it was added.
    func hasAll(_ side: inout StoreSide, _ value: RecordValue?) -> Bool {
      value != nil && value != .null
        && (RecordCollection(rawValue: key.collection) == nil
          || side.entry(StoreDraft.markKey(key.path)) != nil)
    }
    entries.append(
      Entry(
        path: key.path, before: before, now: now, isSigned: isSigned,
        isAdded: before == nil && hasAll(&new, now), wasAdded: hasAll(&old, before)))
  }
}

extension StoreSide {
  /// The marks of an entry and of what is in it.
  fileprivate mutating func marks(in key: EntryKey) -> [String: RecordValue] {
    if marksByEntry == nil {
      var found: [EntryKey: [String: RecordValue]] = [:]
      for (pointer, value) in text.document.root.entries(of: StoreCollection.changes.rawValue) {
        guard let entry = FactPath(pointer: pointer).flatMap(EntryKey.init) else { continue }
        found[entry, default: [:]][pointer] = value.recordValue
      }
      marksByEntry = found
    }
    return marksByEntry?[key] ?? [:]
  }
}

extension StoreVersion {
  fileprivate func side() throws -> StoreSide { try StoreSide(text()) }

  /// Facts with several versions, from which one is to be chosen.
  ///
  /// - Throws: ``RecordFaults`` where it is no store.
  public func openChoices() throws -> [FactPath] {
    do {
      return try side().conflicts.flatMap { key, versions in
        versions.keys.map { FactPath(key.path.tokens + $0) }
      }.sorted { $0.description < $1.description }
    } catch let fault as RecordFault {
      throw RecordFaults(faults: [fault])
    }
  }

  /// Who last changed what is marked in an entry that differs from the edition, in order of the marks.
  ///
  /// - Throws: ``RecordFaults`` where it is no store.
  func signatures(of entry: FactPath) throws -> [Signature] {
    do {
      var side = try side()
      guard let key = EntryKey(entry) else { return [] }
      var signatures: [Signature] = side.marks(in: key).compactMap { pointer, mark in
        FactPath(pointer: pointer).map { Signature(path: $0, mark) }
      }
      if let note = side.entry(key), note["written"] != nil {
        signatures.append(Signature(path: entry, note))
      }
      return signatures.sorted { $0.path.description < $1.path.description }
    } catch let fault as RecordFault {
      throw RecordFaults(faults: [fault])
    }
  }
}

/// Who changed a fact, and when.
public struct Signature: Hashable, Sendable {
  /// The fact.
  public let path: FactPath
  /// By name; nil where the store does not say.
  public let author: String?
  /// ISO 8601 in UTC; nil where the store does not say.
  public let made: String?

  init(path: FactPath, author: String?, made: String?) {
    (self.path, self.author, self.made) = (path, author, made)
  }

  fileprivate init(path: FactPath, _ mark: RecordValue) {
    self.init(
      path: path, author: StoreWriter.author(of: mark["by"]?.text),
      made: mark["made"]?.text ?? mark["written"]?.text)
  }
}

extension StoreFolder {
  /// Entries that were changed in the store by something that is not this program, and that no
  /// instance of it has changed since.
  ///
  /// - Parameter old: the version that was shared last.
  /// - Throws: ``RecordFaults`` where one of the versions is no store, ``FileFault`` where a file
  ///   can't be read.
  public func editsFromOutside(since old: StoreVersion) throws -> [FactPath] {
    let now = StoreVersion(try RecordFile.bytes(of: store), file: store)
    let unsigned = try StoreDifference(from: old, to: now).entries.filter { !$0.isSigned }
    guard !unsigned.isEmpty else { return [] }
    let history = History(try RecordFile.bytesIfThere(history) ?? [])
    let edits = (history.done + history.undone).flatMap(\.edits)
    let known = Dictionary(grouping: edits, by: \.key.path)
    return unsigned.filter { entry in
      !(known[entry.path] ?? []).contains { $0.after == entry.now || $0.before == entry.now }
    }.map(\.path)
  }
}
