import Declaration

/// The edition with a store laid over it, entry by entry.
///
/// Entries that only one of the two has are read where they stand, so that a big store costs no
/// more than a big edition; the others are joined one at a time.
struct MergedRecord {
  /// An entry of a collection.
  struct Entry {
    let id: String
    let key: JSONValue
    let value: JSONValue
    /// The entry in the store; nil where the edition's stands unchanged.
    let own: JSONValue?
    /// The entry in the edition; nil where the user added it.
    let edition: JSONValue?
  }

  let edition: JSONValue
  /// The store's whole value; nil where there is no store.
  let own: JSONValue?

  /// The entries of a collection that are not hidden, the edition's first.
  ///
  /// - Throws: ``RecordFault`` where the edition's collection is not an object.
  func entries(of collection: String) throws(RecordFault) -> [Entry] {
    guard let found = edition[collection], found.kind != .null else {
      throw edition.fault("the record has no “\(collection)”", expected: "one")
    }
    guard found.kind == .object else {
      throw found.fault(
        "“\(collection)” of the record is \(found.kindName)",
        expected: "an object of entries by their ids")
    }
    let editions = found.members
    let owns = own?[collection]?.members ?? []
    var entries: [Entry] = []
    entries.reserveCapacity(editions.count + owns.count)
    guard !owns.isEmpty else {
      for (name, value) in editions {
        entries.append(
          Entry(id: name.string ?? "", key: name, value: value, own: nil, edition: value))
      }
      return entries
    }
    let known = Set(editions.map { $0.name.string ?? "" })
    var changes: [String: JSONValue] = [:]
    var additions: [Entry] = []
    for (name, value) in owns {
      let id = name.string ?? ""
      if known.contains(id) {
        changes[id] = changes[id] ?? value
      } else if value.kind != .null {
        additions.append(Entry(id: id, key: name, value: value, own: value, edition: nil))
      }
    }
    for (name, value) in editions {
      let id = name.string ?? ""
      guard let change = changes[id] else {
        entries.append(Entry(id: id, key: name, value: value, own: nil, edition: value))
        continue
      }
      guard change.kind != .null else { continue }
      entries.append(
        Entry(
          id: id, key: name, value: MergedRecord.joined(change, over: value), own: change,
          edition: value))
    }
    return entries + additions
  }

  /// The edition's entries that a store's collection changes, by their ids, those beside them perhaps
  /// too: the shorter of the two lists is put in order.
  func editionEntries(
    changedBy own: JSONValue, in collection: RecordCollection
  ) -> [String: JSONValue] {
    guard let edition = edition[collection.rawValue] else { return [:] }
    let (owns, editions) = (own.members, edition.members)
    guard owns.count < editions.count else {
      return Dictionary(editions.map { ($0.name.string ?? "", $0.value) }) { first, _ in first }
    }
    return edition.members(named: Set(owns.compactMap(\.name.string)))
  }

  /// An object with a field of the record itself as the store changes it; nil where it does not.
  func changedField(_ name: String) -> (object: JSONValue, own: JSONValue)? {
    guard let own = own?[name], own.kind != .null else { return nil }
    let value = MergePatch.apply(own.recordValue, to: edition[name]?.recordValue)
    return (MergedRecord.document(.entry([name: value]), like: own), own)
  }

  /// The ids of a collection, those of hidden entries among them: other facts may name them.
  func ids(of collection: String) -> Set<String> {
    let members = [edition, own].flatMap { $0?[collection]?.members ?? [] }
    var ids = Set<String>(minimumCapacity: members.count)
    for member in members { ids.insert(member.name.string ?? "") }
    return ids
  }

  /// Whether a path leads to something in the edition or in the store.
  func hasValue(at path: FactPath) -> Bool {
    edition.value(at: path.tokens) != nil || own?.value(at: path.tokens) != nil
  }

  private static func joined(_ change: JSONValue, over value: JSONValue) -> JSONValue {
    document(MergePatch.apply(change.recordValue, to: value.recordValue), like: change)
  }

  private static func document(_ value: RecordValue, like own: JSONValue) -> JSONValue {
    do {
      return try JSONDocument(value.jsonLine, file: own.document.file).root
    } catch {
      // What was read as JSON is JSON when it is written.
      return own
    }
  }
}
