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
    let additions = own?[collection]?.members ?? []
    let changes = Dictionary(
      additions.map { ($0.name.string ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [Entry] = []
    var known = Set<String>(minimumCapacity: additions.isEmpty ? 0 : additions.count)
    for (name, value) in found.members {
      let id = name.string ?? ""
      guard !additions.isEmpty, let change = changes[id] else {
        entries.append(Entry(id: id, key: name, value: value, own: nil, edition: value))
        continue
      }
      known.insert(id)
      guard change.value.kind != .null else { continue }
      entries.append(
        Entry(
          id: id, key: name, value: MergedRecord.joined(change.value, over: value),
          own: change.value, edition: value))
    }
    for (name, value) in additions where value.kind != .null {
      let id = name.string ?? ""
      guard !known.contains(id) else { continue }
      entries.append(Entry(id: id, key: name, value: value, own: value, edition: nil))
    }
    return entries
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
