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

  /// Goes through the entries of a collection that are not hidden, the edition's first.
  ///
  /// - Parameter take: is given an entry, and answers whether to go on.
  /// - Throws: ``RecordFault`` where the edition's collection is not an object.
  func forEachEntry(of collection: String, _ take: (Entry) -> Bool) throws(RecordFault) {
    guard let found = edition[collection], found.kind != .null else {
      throw edition.fault("the record has no “\(collection)”", expected: "one")
    }
    guard found.kind == .object else {
      throw found.fault(
        "“\(collection)” of the record is \(found.kindName)",
        expected: "an object of entries by their ids")
    }
    let owns = own?[collection]?.members
    let hasOwn = owns.map { !$0.isEmpty } ?? false
    let known = hasOwn ? Set(found.members.map { $0.name.string ?? "" }) : []
    var changes: [String: JSONValue] = [:]
    if let owns {
      for (name, value) in owns {
        if let id = name.string, known.contains(id), changes[id] == nil { changes[id] = value }
      }
    }
    let credits = ChangeCredits(
      own?[StoreCollection.changes.rawValue]?.members, in: collection, ids: Set(changes.keys),
      where: isSource)
    for (name, value) in found.members {
      let id = name.string ?? ""
      let change = changes[id]
      if change?.kind == .null { continue }
      let now = change.map { MergedRecord.joined($0, over: value, id, credits) } ?? value
      guard take(Entry(id: id, key: name, value: now, own: change, edition: value)) else { return }
    }
    guard let owns else { return }
    for (name, value) in owns where value.kind != .null {
      let id = name.string ?? ""
      guard !known.contains(id) else { continue }
      guard take(Entry(id: id, key: name, value: value, own: value, edition: nil)) else { return }
    }
  }

  /// How many entries a collection has in the edition and in the store.
  func count(of collection: String) -> Int {
    [edition[collection], own?[collection]].reduce(0) { $0 + ($1?.members.count ?? 0) }
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
  func ids(of collection: String) -> IDTable {
    let objects = [edition[collection], own?[collection]].compactMap { $0 }
    return IDTable(objects.flatMap { $0.members.map(\.name) })
  }

  /// Whether a path leads to something in the edition or in the store.
  func hasValue(at path: FactPath) -> Bool {
    edition.value(at: path.tokens) != nil || own?.value(at: path.tokens) != nil
  }

  private func isSource(_ id: String) -> Bool {
    let path = ["sources", id]
    return own?.value(at: path).map { $0.kind != .null } ?? (edition.value(at: path) != nil)
  }

  private static func joined(
    _ change: JSONValue, over value: JSONValue, _ id: String, _ credits: ChangeCredits
  ) -> JSONValue {
    let patch = change.recordValue
    let entry = MergePatch.apply(patch, to: value.recordValue)
    return document(credits.credited(entry, id: id, change: patch), like: change)
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
