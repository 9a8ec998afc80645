import CResources
import Declaration

/// Where a whole record comes from: the one that is built in, or a file.
public enum Edition {
  /// How faults name the built-in record.
  public static let builtInName = "declaration.json"

  /// The bytes of the built-in record.
  public static var builtInBytes: [UInt8] {
    TextBytes.builtIn.array
  }

  /// The day at which the built-in record starts, found without reading the record: whoever only
  /// asks for the version does not wait for it.
  public static var builtInDay: String? {
    let name = Array("\"asOf\": \"".utf8)
    let bytes = UnsafeRawBufferPointer(
      start: resource_declaration, count: min(1 << 10, resource_declaration_length))
    let beginning = Array(bytes)
    guard let start = beginning.indices.first(where: { beginning[$0...].starts(with: name) }) else {
      return nil
    }
    let value = beginning[(start + name.count)...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: value, as: UTF8.self)
  }

  /// The built-in record.
  ///
  /// - Throws: ``RecordFaults``; not with the record that the tests have seen.
  public static func builtIn() throws -> Dossier {
    var reader = try DossierReader(try document(.builtIn, file: builtInName))
    return try reader.dossier()
  }

  /// The record in a file.
  ///
  /// - Throws: ``FileFault`` when the file can't be read, ``RecordFaults`` when it is no record.
  public static func read(_ file: String) throws -> Dossier {
    try dossier(try RecordFile.bytes(of: file), file: file)
  }

  /// The record in some bytes.
  ///
  /// - Parameter file: how faults name the bytes.
  /// - Throws: ``RecordFaults``.
  public static func dossier(_ bytes: [UInt8], file: String) throws -> Dossier {
    var reader = try DossierReader(try document(bytes, file: file))
    return try reader.dossier()
  }

  /// JSON text with what a terminal would act on as escapes, in the edition's form.
  public static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    guard let document = try? JSONDocument(bytes, file: builtInName) else { return [] }
    return document.root.recordValue.json() + [UInt8(ascii: "\n")]
  }

  /// A record's JSON as a value; nil where it is no JSON.
  public static func value(of bytes: [UInt8]) -> RecordValue? {
    (try? JSONDocument(bytes, file: builtInName))?.root.recordValue
  }

  /// A record for readers: without the notes, bookmarks, changes and conflicts of those who keep it,
  /// which are theirs alone and name them.
  public static func published(_ bytes: [UInt8]) -> [UInt8] {
    guard var value = value(of: bytes) else { return bytes }
    for collection in StoreCollection.allCases { value[collection.rawValue] = nil }
    return text(of: value)
  }

  /// A value as JSON text in the edition's form.
  public static func text(of value: RecordValue) -> [UInt8] {
    value.json() + [UInt8(ascii: "\n")]
  }

  /// The JSON of a record.
  ///
  /// - Throws: ``RecordFaults``.
  static func document(_ bytes: [UInt8], file: String) throws -> JSONDocument {
    try document(.array(bytes), file: file)
  }

  /// The same for bytes that may be part of the program.
  static func document(_ bytes: TextBytes, file: String) throws -> JSONDocument {
    do {
      return try JSONDocument(bytes, file: file)
    } catch let fault as RecordFault {
      throw RecordFaults(faults: [fault])
    }
  }
}
