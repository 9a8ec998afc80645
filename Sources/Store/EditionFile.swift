/// A whole record in a file, with the digest that was published with it.
public enum EditionFile {
  /// The name of the file with a record's digest.
  public static func digestFile(of file: String) -> String { "\(file).sha256" }

  /// The bytes of a record. Where a digest stands beside it, they have to be those it was made of.
  ///
  /// - Throws: ``FileFault`` where the file or its digest can't be read, ``RecordFaults`` where the
  ///   digest is another.
  public static func bytes(of file: String) throws -> [UInt8] {
    let bytes = try RecordFile.bytes(of: file)
    let name = digestFile(of: file)
    guard let text = try RecordFile.bytesIfThere(name) else { return bytes }
    let told = String(decoding: text.prefix { $0 != 0x20 && $0 != 0x0A }, as: UTF8.self)
    guard told.utf8.count == 64, told.allSatisfy(\.isHexDigit) else {
      throw RecordFaults(
        faults: [
          RecordFault(
            file: name, line: 1, column: 1, problem: "this is no digest",
            expectation: "64 hexadecimal digits and the record's name, as sha256sum writes them; "
              + "get it anew, or take it away to open the record without it")
        ])
    }
    let found = SHA256.hex(of: bytes)
    guard told.lowercased() == found else {
      throw RecordFaults(
        faults: [
          RecordFault(
            file: file, line: 1, column: 1,
            problem: "the record is not the one that was published: its digest is \(found)",
            expectation: "\(told), as \(name) says; get both files anew")
        ])
    }
    return bytes
  }

  /// The text of the file with a record's digest, as `sha256sum --check` reads it.
  public static func digestText(of bytes: [UInt8], name: String) -> [UInt8] {
    Array("\(SHA256.hex(of: bytes))  \(name)\n".utf8)
  }
}
