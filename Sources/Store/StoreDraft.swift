import Declaration

/// The store while it is being changed: its text, and the entries that are to be other.
struct StoreDraft {
  private var edition: EntryIndex
  private var text: EntryIndex
  /// Entries as they are to be; nil takes one out of the store.
  private(set) var edits: [EntryKey: RecordValue?]
  /// Who makes the changes, where the store is shared.
  let author: String?
  /// What the entries that this change touches were before it.
  private var before: [EntryKey: RecordValue?] = [:]
  /// Marks and conflicts by the entry that they are about, for the collections looked at so far.
  private var pointers: [StoreCollection: [FactPath: Set<String>]] = [:]
  /// The last number that was given to an id of a stem, so that the next is found at once.
  var lastNumbers: [EntryKey: Int] = [:]

  /// - Parameter pending: changes that are not in the text yet.
  /// - Parameter author: who makes the changes, where the store is shared.
  init(
    edition: JSONDocument, text: StoreText, pending: [EntryKey: RecordValue?],
    author: String? = nil
  ) {
    self.author = author
    self.edition = EntryIndex(edition.root)
    self.text = EntryIndex(text.document.root)
    edits = pending
  }

  /// What the store has of an entry: a patch, null for what is hidden, nil for nothing.
  mutating func entry(_ key: EntryKey) -> RecordValue? {
    if let edit = edits[key] { return edit }
    return text.value(of: key)?.recordValue
  }

  /// What the edition has.
  mutating func editionEntry(_ key: EntryKey) -> RecordValue? {
    edition.value(of: key)?.recordValue
  }

  /// What the record has: the edition's entry with the store's laid over it.
  mutating func mergedEntry(_ key: EntryKey) -> RecordValue? {
    guard let patch = entry(key) else { return editionEntry(key) }
    return patch == .null ? nil : MergePatch.apply(patch, to: editionEntry(key))
  }

  /// Changes what the store has of an entry.
  mutating func set(_ key: EntryKey, to value: RecordValue?) {
    let old = entry(key)
    guard old != value else { return }
    if before[key] == nil { before[key] = .some(old) }
    edits[key] = .some(value)
    if let collection = StoreCollection(rawValue: key.collection), pointers[collection] != nil,
      let entry = FactPath(pointer: key.id)?.entry
    {
      if value == nil {
        pointers[collection]?[entry]?.remove(key.id)
      } else {
        pointers[collection]?[entry, default: []].insert(key.id)
      }
    }
  }

  /// The pointers under which marks or conflicts of an entry stand, in order.
  mutating func pointers(of collection: StoreCollection, about entry: FactPath) -> [String] {
    if pointers[collection] == nil {
      var found: [FactPath: Set<String>] = [:]
      for pointer in ids(of: collection.rawValue) {
        guard let entry = FactPath(pointer: pointer)?.entry else { continue }
        found[entry, default: []].insert(pointer)
      }
      pointers[collection] = found
    }
    return (pointers[collection]?[entry] ?? []).sorted()
  }

  /// The ids of a store's collection.
  mutating func ids(of collection: String) -> [String] {
    let edited = edits.filter { $0.key.collection == collection }
    let gone = Set(edited.filter { $0.value == nil }.map(\.key.id))
    return text.ids(of: collection).union(edited.map(\.key.id)).subtracting(gone).sorted()
  }

  /// What this change did, in order of the entries.
  var changes: [History.Edit] {
    before.sorted { $0.key < $1.key }.compactMap { key, old in
      let new = edits[key] ?? nil
      return old == new ? nil : History.Edit(key: key, before: old, after: new)
    }
  }
}
