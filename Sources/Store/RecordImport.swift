import Declaration

/// Turns a record, a part of one or a store in a JSON file into parts of one amendment.
public enum RecordImport {
  /// The entries of a file that differ from the record, as they are to be.
  ///
  /// The file is laid over the record as a merge patch (RFC 7396): what it does not name stays, and
  /// null takes away.
  /// - Throws: ``RecordFaults`` where it is not JSON or not an object of collections.
  public static func parts(
    of bytes: [UInt8], file: String, ledger: Ledger
  ) throws -> [Amendment.Part] {
    let root = try Edition.document(bytes, file: file).root
    let collections = RecordCollection.allCases.map(\.rawValue) + [StoreCollection.notes.rawValue]
    guard root.kind == .object,
      root.members.contains(where: { collections.contains($0.name.string ?? "") })
    else {
      throw RecordFaults(faults: [
        root.fault(
          "the file has none of the record's collections",
          expected: "an object with one of \(collections.joined(separator: ", "))")
      ])
    }
    return try collections.flatMap { collection -> [Amendment.Part] in
      guard let entries = root[collection], entries.kind != .null else { return [] }
      guard entries.kind == .object else {
        throw RecordFaults(faults: [
          entries.fault("“\(collection)” is \(entries.kindName)", expected: "an object of entries")
        ])
      }
      return entries.members.compactMap { name, value in
        part(at: FactPath(collection, name.string ?? ""), value.recordValue, ledger)
      }
    }
  }

  private static func part(
    at path: FactPath, _ patch: RecordValue, _ ledger: Ledger
  ) -> Amendment.Part? {
    let base = ledger.entry(at: path).now
    let value = patch == .null ? nil : MergePatch.apply(patch, to: base)
    return value == base ? nil : Amendment.Part(path: path, base: base, value: value)
  }
}
