import Declaration

/// The ids that entries of a record can refer to. Those of a collection are gathered when they are
/// first asked for: of some nobody ever asks, and some are long.
final class References {
  private let merged: MergedRecord
  // So few that to look at each is quicker than a dictionary.
  private var found: [(collection: RecordCollection, table: IDTable)] = []
  /// The sources that were read last. Facts that stand side by side rest on the same ones, and a big
  /// record has many.
  private(set) var lastSources: [SourceID] = []

  init(in merged: MergedRecord) { self.merged = merged }

  /// Whether a path leads to something in the record.
  func hasValue(at path: FactPath) -> Bool { merged.hasValue(at: path) }

  /// Whether a text is the id of an entry in a collection.
  func contains(_ id: String, in collection: RecordCollection) -> Bool {
    table(of: collection).contains(id)
  }

  /// The id of an entry in a collection that a value of the record names; nil where it names none.
  func id(_ value: JSONValue, in collection: RecordCollection) -> String? {
    table(of: collection).id(value)
  }

  func remember(_ sources: [SourceID]) { lastSources = sources }

  private func table(of collection: RecordCollection) -> IDTable {
    for place in found.indices where found[place].collection == collection {
      return found[place].table
    }
    let table = merged.ids(of: collection.rawValue)
    found.append((collection, table))
    return table
  }
}

extension RecordEntry {
  func reference(
    _ field: String, to collection: RecordCollection
  ) throws(RecordFault) -> String {
    try read(field, expected: FieldText.reference(to: collection)) { value in
      references.id(value, in: collection)
    }
  }

  func optionalReference(
    _ field: String, to collection: RecordCollection
  ) throws(RecordFault) -> String? {
    try readOptional(field, expected: FieldText.reference(to: collection)) { value in
      references.id(value, in: collection)
    }
  }

  /// The sources that a fact rests on: at least one, each once.
  func sources() throws(RecordFault) -> [SourceID] {
    let field = try required("sources")
    guard field.kind == .array, !field.elements.isEmpty else {
      throw wrong("sources", field, expected: "a list of at least one source")
    }
    if isList(field, of: references.lastSources) { return references.lastSources }
    var sources: [SourceID] = []
    for value in field.elements {
      guard let id = references.id(value, in: .sources) else {
        throw wrong("sources", value, expected: FieldText.reference(to: .sources))
      }
      guard !sources.contains(id) else {
        throw wrong("sources", value, expected: "each source once")
      }
      sources.append(id)
    }
    references.remember(sources)
    return sources
  }

  private func isList(_ list: JSONValue, of sources: [SourceID]) -> Bool {
    var place = 0
    for value in list.elements {
      guard place < sources.count, value.isText(sources[place]) else { return false }
      place += 1
    }
    return place == sources.count
  }

  /// Facts that are named by JSON pointers into the record.
  func facts(_ field: String) throws(RecordFault) -> [FactPath] {
    var facts: [FactPath] = []
    for value in try list(field) {
      guard let path = value.string.flatMap({ FactPath(pointer: $0) }) else {
        throw wrong(field, value, expected: "a pointer such as /meetings/lima-2022/date")
      }
      guard references.hasValue(at: path) else {
        throw wrong(field, value, expected: "a pointer to something in the record")
      }
      facts.append(path)
    }
    return facts
  }

}
