import Declaration

/// The user's own record over an edition: reads it, changes it, and keeps it safe in its file.
///
/// Every change is made under the lock, on what the file holds at that moment, and is on the disk
/// when the call returns. Where that can't be, it stays in memory and ``status`` says why.
public struct Ledger: Sendable {
  /// The version of the store's format that this program writes.
  static let schema = 2

  let edition: JSONDocument
  let folder: StoreFolder
  /// Told how much of the record is read, from 0 to 1.
  var progress: @Sendable (Double) -> Void = { _ in }
  /// What the file held when it was last read or written.
  var text: StoreText
  var stamp: FileStamp?
  /// The text with the changes that are not in the file yet, where it was made already.
  var whole: StoreText?
  /// Changes that are not in the file yet.
  var pending: [EntryKey: RecordValue?] = [:]
  /// Lines that are not in the history's file yet.
  var pendingLines: [History.Line] = []
  /// Whether the file is to be looked at again soon, because git was writing it.
  var isLate = false
  /// How the store stands.
  public internal(set) var status = StoreStatus.saved
  /// The entries that the last change touched, in order.
  public internal(set) var lastChanged: [FactPath] = []
  /// The record with all changes, also those that are not saved.
  public internal(set) var dossier: Dossier

  /// A store up to this size is read before the first frame, in bytes.
  static let smallStore: Int64 = 1 << 20

  /// An edition with its store, when that is small; a big one is read by ``refresh()``.
  ///
  /// - Parameters:
  ///   - edition: the bytes of the record that the store is laid over; nil for the built-in one.
  ///   - file: how faults name the edition.
  /// - Throws: ``RecordFaults`` where the edition is no record. A store with faults is told of by
  ///   ``status``.
  public init(edition: [UInt8]?, file: String, folder: StoreFolder) throws {
    self.folder = folder
    self.edition = try Edition.document(edition.map { .array($0) } ?? .builtIn, file: file)
    text = .empty(file: folder.store)
    if let found = FileStamp(folder.store), found.size <= Ledger.smallStore {
      stamp = found
      do {
        text = try StoreText(RecordFile.bytes(of: folder.store), file: folder.store)
      } catch {
        status = .broken(Ledger.words(for: error))
      }
    }
    dossier = try Ledger.read(self.edition, text, progress).dossier
  }

  /// What is to be said of a store that a newer program wrote; nil for any other.
  public var newerFormat: String? {
    guard case .number(let literal) = text.entry(EntryKey("", "schema")), let found = Int(literal),
      found > Ledger.schema
    else { return nil }
    return "\(folder.store) is of format \(found), which a newer ladmp made; "
      + "what this one does not know is kept as it is"
  }

  /// Whether reading and saving take a time that is felt.
  var isBig: Bool { text.bytes.count > Ledger.smallStore }

  /// Whether there are changes that were never saved.
  public var hasUnsavedChanges: Bool { !pending.isEmpty }

  /// Whether something would be lost if the program ended now: changes that were never saved, or a
  /// record whose file is gone.
  public var isOnlyInMemory: Bool {
    if case .unsaved = status { return true }
    return hasUnsavedChanges
  }

  /// The bytes of the user's record, changes that are not saved among them.
  public var bytes: [UInt8] { (try? text.replacing(pending)) ?? text.bytes }

  /// The edition with the user's record laid over it, as JSON in the form of the edition.
  public var mergedBytes: [UInt8] {
    guard !text.document.root.members.isEmpty || !pending.isEmpty,
      let own = try? StoreText(bytes, file: folder.store)
    else { return edition.bytes.array }
    let merged = MergePatch.apply(
      readable(own.document.root.recordValue), to: edition.root.recordValue)
    return merged.json() + [UInt8(ascii: "\n")]
  }

  /// A store's value without what can't be read and is left out of the record.
  private func readable(_ own: RecordValue) -> RecordValue {
    var own = own
    for collection in RecordCollection.allCases where own[collection.rawValue]?.fields == nil {
      own[collection.rawValue] = nil
    }
    for field in EntryKey.recordFields where own[field] == .null { own[field] = nil }
    let rejected = Dictionary(grouping: dossier.own.rejected.map(\.path)) { $0.tokens.first ?? "" }
    for (name, paths) in rejected {
      guard var entries = own[name]?.fields else { continue }
      for path in paths where path.tokens.count > 1 { entries[path.tokens[1]] = nil }
      own[name] = .entry(entries)
    }
    for path in dossier.own.rejected.map(\.path) {
      // A field of the record itself, or a whole collection.
      if path.tokens.count == 1 { own[path.tokens[0]] = nil }
      if path.tokens.first == "", path.tokens.count == 2 { own[path.tokens[1]] = nil }
    }
    return own
  }

  /// An entry as the record has it and as the edition has it.
  public func entry(at path: FactPath) -> (now: RecordValue?, edition: RecordValue?) {
    guard let key = EntryKey(path) else { return (nil, nil) }
    // One look costs less than a list of all ids.
    let edition = edition.root[key.collection]?[key.id]?.recordValue
    let patch = pending[key] ?? text.entry(key)
    let now =
      patch.map { $0 == .null ? nil : MergePatch.apply($0, to: edition) } ?? edition
    let rest = path.tokens.dropFirst(2)
    return (now?.value(at: rest), edition?.value(at: rest))
  }

  /// The record of the edition alone.
  public func editionDossier() throws -> Dossier {
    try Ledger.read(edition, nil, { _ in }).dossier
  }

  /// What was done, with what is not saved yet.
  public func history() throws(FileFault) -> History {
    var history = History(try RecordFile.bytesIfThere(folder.history) ?? [])
    for line in pendingLines { history.note(line) }
    return history
  }

  /// What tells of a step of the history which facts were other before it.
  public var factSteps: FactSteps { FactSteps(over: edition) }

  var draft: StoreDraft {
    StoreDraft(edition: edition, text: text, pending: pending, author: folder.author())
  }

  static func read(
    _ edition: JSONDocument, _ own: StoreText?, _ progress: @escaping @Sendable (Double) -> Void
  ) throws -> (dossier: Dossier, faults: [FactPath: RecordFault]) {
    let isEmpty = own?.document.root.members.isEmpty ?? true
    var reader = try DossierReader(edition, own: isEmpty ? nil : own, progress: progress)
    return (try reader.dossier(), reader.rejectedFaults)
  }
}

// MARK: Reading

extension Ledger {
  /// Reads the store where its file is another than at the last look.
  ///
  /// - Returns: whether the record is another now.
  @discardableResult
  public mutating func refresh() -> Bool {
    // Git writes files in place: what it has not written to the end is read when it has.
    isLate = folder.isBeingMerged
    return isLate ? false : read()
  }

  /// Reads the store where its file is another than at the last look, whoever holds the lock.
  @discardableResult
  mutating func read() -> Bool {
    let now = FileStamp(folder.store)
    guard now != stamp else { return false }
    guard let now else {
      // What was in the file is still in memory, and the next change writes it anew.
      stamp = nil
      status = .unsaved("\(folder.store) is gone; what it held is kept in memory")
      return true
    }
    do {
      let read = try StoreText(RecordFile.bytes(of: folder.store), file: folder.store)
      let dossier = try adopt(read)
      self.dossier = dossier
      stamp = now
      status = pending.isEmpty ? .saved : .unsaved("it is being saved again")
    } catch {
      stamp = now
      status = .broken(Ledger.words(for: error))
    }
    return true
  }

  /// Takes a text for what the file holds; changes that are not saved are laid over it.
  private mutating func adopt(_ read: StoreText) throws -> Dossier {
    let rebased = rebase(on: read)
    let dossier = try dossier(of: read, with: rebased)
    (text, pending, whole) = (read, rebased, nil)
    return dossier
  }

  private func dossier(
    of text: StoreText, with edits: [EntryKey: RecordValue?]
  ) throws -> Dossier {
    let whole =
      edits.isEmpty
      ? text : try StoreText(try text.replacing(edits), file: folder.store)
    return try Ledger.read(edition, whole, progress).dossier
  }

  /// The changes that are not saved, on another text: joined with it field by field.
  private func rebase(on other: StoreText) -> [EntryKey: RecordValue?] {
    guard !pending.isEmpty else { return [:] }
    var draft = StoreDraft(edition: edition, text: other, pending: [:], author: folder.author())
    let unmarked = draft.newMark(sources: [], now: StoreTime.now())
    let mark = { (path: FactPath) -> RecordValue in
      (pending[StoreDraft.markKey(path)] ?? nil) ?? unmarked
    }
    var bases = EntryIndex(text.document.root)
    let isFact = { (key: EntryKey) in RecordCollection(rawValue: key.collection) != nil }
    // Facts are joined as they stand in the record: a side of a conflict is a value to choose, and no
    // patch. They come first, while the marks still say who wrote the other side.
    for (key, ours) in pending.sorted(by: { $0.key < $1.key }) where isFact(key) {
      draft.join(ours, since: bases.value(of: key)?.recordValue, at: key, mark: mark)
    }
    for (key, ours) in pending.sorted(by: { $0.key < $1.key }) where !isFact(key) {
      let merge = ThreeWayMerge(
        base: bases.value(of: key)?.recordValue, ours: ours, theirs: draft.entry(key),
        isNote: key.collection == StoreCollection.notes.rawValue)
      let isConflict = key.collection == StoreCollection.conflicts.rawValue
      // Two conflicts on one fact are one with the sides of both.
      let joined =
        isConflict && !merge.conflicts.isEmpty
        ? merge.merged?.withSides(of: draft.entry(key)) : merge.merged
      draft.set(key, to: joined)
      for conflict in merge.conflicts { draft.note(conflict, in: key, ours: mark) }
    }
    return draft.edits
  }

  static func words(for error: any Error) -> String {
    switch error {
    case let faults as RecordFaults: faults.faults.first?.description ?? "it can't be read"
    default: "\(error)"
    }
  }
}
