import Declaration

/// Turns a record, a part of one or a store in a JSON file into parts of one amendment.
public struct RecordImport {
  private var draft: StoreDraft
  private var imported: ImportedParts

  /// The entries of a file that differ from the record, as they are to be.
  ///
  /// The file is laid over the record as a merge patch (RFC 7396): what it does not name stays, and
  /// null takes away.
  /// - Throws: ``RecordFaults`` where it is not JSON or not an object of collections.
  public static func parts(
    of bytes: [UInt8], file: String, ledger: Ledger
  ) throws -> ImportedParts {
    let root = try Edition.document(bytes, file: file).root
    do throws(RecordFault) {
      var reader = RecordImport(
        draft: ledger.draft, imported: ImportedParts(file: file))
      try reader.read(root)
      return reader.imported
    } catch {
      throw RecordFaults(faults: [error])
    }
  }

  private static let kept: [StoreCollection] = [.notes, .bookmarks]
  /// What goes with changed entries.
  private static let marks: [StoreCollection] = [.changes, .conflicts]

  private mutating func read(_ root: JSONValue) throws(RecordFault) {
    let collections =
      RecordCollection.allCases.map(\.rawValue) + RecordImport.kept.map(\.rawValue)
    let known = collections + EntryKey.recordFields
    let names = root.members.compactMap(\.name.string)
    guard root.kind == .object, names.contains(where: known.contains) else {
      throw root.fault(
        "the file has none of the record's collections",
        expected: "an object with one of \(known.joined(separator: ", "))")
    }
    if let schema = root["schema"], schema.number.map({ $0 > Double(Ledger.schema) }) ?? true {
      throw schema.fault(
        "the file is of format \(schema.literal)", expected: "one up to \(Ledger.schema)")
    }
    for field in EntryKey.recordFields {
      guard let value = root[field], value.kind != .null else { continue }
      add(FactPath("", field), value)
    }
    for collection in collections { try readEntries(of: collection, in: root) }
    let entries = Set(imported.parts.map(\.path.entry))
    for collection in RecordImport.marks {
      try readEntries(of: collection.rawValue, in: root) { pointer in
        FactPath(pointer: pointer).map { entries.contains($0.entry) } ?? false
      }
    }
    let all = known + RecordImport.marks.map(\.rawValue) + ["schema", "$schema"]
    imported.leftOut = names.filter { !all.contains($0) }
  }

  private mutating func readEntries(
    of collection: String, in root: JSONValue, where isWanted: (String) -> Bool = { _ in true }
  ) throws(RecordFault) {
    guard let entries = root[collection], entries.kind != .null else { return }
    guard entries.kind == .object else {
      throw entries.fault(
        "“\(collection)” is \(entries.kindName)", expected: "an object of entries by their ids")
    }
    for (name, value) in entries.members {
      guard let id = name.string, isWanted(id) else { continue }
      guard !id.isEmpty else {
        throw name.fault("an entry of \(collection) has an empty id", expected: "an id")
      }
      guard value.kind == .object || value.kind == .null else {
        throw value.fault("\(collection)/\(id) is \(value.kindName)", expected: "an object")
      }
      add(FactPath(collection, id), value)
    }
  }

  private mutating func add(_ path: FactPath, _ value: JSONValue) {
    guard let key = EntryKey(path) else { return }
    let base = draft.mergedEntry(key)
    let patch = value.recordValue
    let wanted = patch == .null ? nil : MergePatch.apply(patch, to: base)
    guard wanted != base else { return }
    imported.add(Amendment.Part(path: path, base: base, value: wanted), at: .value(value))
  }
}
