import Declaration
import Synchronization

/// A JSON text (RFC 8259) taken apart, with the place of every value.
///
/// The values stand in one list in the order of the text, so that a document of many megabytes is
/// a few arrays and not a tree of objects. Strings are decoded when they are asked for.
final class JSONDocument: Sendable {
  /// What a value is.
  enum Kind: UInt8, Sendable {
    case object, array, string, number, `true`, `false`, null
  }

  /// A value: where it stands in the bytes, and the value after it and all that is in it.
  struct Node: Sendable {
    let kind: Kind
    /// Whether a string has escapes and has to be decoded.
    var isEscaped = false
    /// The first byte; of a string, the first after the quotation mark.
    let start: UInt32
    /// The byte after the last; of a string, the quotation mark.
    var end: UInt32 = 0
    /// The place of the value that follows this one and all that is in it.
    var next: UInt32 = 0
  }

  let file: String
  let bytes: [UInt8]
  let nodes: [Node]
  /// Where the lines begin; found when the first fault asks for it.
  private let lineStarts = Mutex<[Int]?>(nil)

  /// Takes a JSON text apart.
  ///
  /// - Parameter file: how faults name it.
  /// - Throws: ``RecordFault`` with the place where it stops being JSON in UTF-8, where an object
  ///   has a name twice, or where it is nested deeper than ``JSONParser/depthLimit``.
  init(_ bytes: [UInt8], file: String) throws {
    nodes = try bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(buffer)
      do throws(JSONFault) {
        return try parser.parse()
      } catch {
        throw JSONDocument.fault(
          at: error.offset, in: buffer, file: file, error.problem, expected: error.expectation)
      }
    }
    (self.bytes, self.file) = (bytes, file)
  }

  /// The whole text's value.
  var root: JSONValue { JSONValue(document: self, place: 0) }

  /// A fault at a byte.
  func fault(at offset: Int, _ problem: String, expected: String?) -> RecordFault {
    let starts = lineStarts.withLock { starts in
      if let starts { return starts }
      let found = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
      starts = found
      return found
    }
    let line = starts.partitioningIndex { $0 > min(offset, bytes.count) }
    // Continuation bytes do not begin a character.
    let before = bytes[starts[line - 1]..<min(offset, bytes.count)]
    return RecordFault(
      file: file, line: line, column: before.count { $0 & 0xC0 != 0x80 } + 1, problem: problem,
      expectation: expected)
  }

  private static func fault(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, file: String, _ problem: String,
    expected: String?
  ) -> RecordFault {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // Continuation bytes do not begin a character.
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return RecordFault(
      file: file, line: line, column: column, problem: problem, expectation: expected)
  }
}
