import Declaration

/// The ids that entries of a record can refer to.
struct References {
  private let merged: MergedRecord
  private let known: KnownIDs

  init(in merged: MergedRecord) {
    (self.merged, known) = (merged, KnownIDs())
  }

  /// Whether a path leads to something in the record.
  func hasValue(at path: FactPath) -> Bool { merged.hasValue(at: path) }

  func contains(_ id: String, in collection: RecordCollection) -> Bool {
    known.ids(of: collection, in: merged).contains(id)
  }

  /// The same list as before where it has the same sources: facts that stand side by side rest on
  /// the same ones, and a big record has many.
  func shared(_ sources: [SourceID]) -> [SourceID] {
    if known.sources != sources { known.sources = sources }
    return known.sources
  }
}

/// The ids of the collections that were asked for so far: of some nobody ever asks, and some are long.
private final class KnownIDs {
  private var found: [RecordCollection: Set<String>] = [:]
  /// The sources that were read last.
  var sources: [SourceID] = []

  func ids(of collection: RecordCollection, in merged: MergedRecord) -> Set<String> {
    if let ids = found[collection] { return ids }
    let ids = merged.ids(of: collection.rawValue)
    found[collection] = ids
    return ids
  }
}

extension RecordEntry {
  func reference(
    _ field: String, to collection: RecordCollection
  ) throws(RecordFault) -> String {
    try read(field, expected: FieldText.reference(to: collection)) { value in
      value.string.flatMap { references.contains($0, in: collection) ? $0 : nil }
    }
  }

  func optionalReference(
    _ field: String, to collection: RecordCollection
  ) throws(RecordFault) -> String? {
    try readOptional(field, expected: FieldText.reference(to: collection)) { value in
      value.string.flatMap { references.contains($0, in: collection) ? $0 : nil }
    }
  }

  /// The sources that a fact rests on: at least one, each once.
  func sources() throws(RecordFault) -> [SourceID] {
    let field = try required("sources")
    guard field.kind == .array, !field.elements.isEmpty else {
      throw wrong("sources", field, expected: "a list of at least one source")
    }
    var sources: [SourceID] = []
    for value in field.elements {
      guard let id = value.string, references.contains(id, in: .sources) else {
        throw wrong("sources", value, expected: FieldText.reference(to: .sources))
      }
      guard !sources.contains(id) else {
        throw wrong("sources", value, expected: "each source once")
      }
      sources.append(id)
    }
    return references.shared(sources)
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
