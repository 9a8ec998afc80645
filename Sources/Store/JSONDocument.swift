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

  /// A value: what it is and where it stands in the bytes, in one word. A big record has millions.
  struct Node: Sendable {
    // 3 bits for the kind, 1 for what is simple, 30 for the start, 30 for the length.
    private let bits: UInt64

    /// The most bytes of a text.
    static let limit = 1 << 30

    /// - Parameters:
    ///   - isSimple: of a string, that it is ASCII without escapes, so that its bytes are its text.
    ///   - start: the first byte; of a string, the first after the quotation mark.
    ///   - length: how many bytes; of an object or a list, how many values there are in it at any
    ///     depth.
    init(_ kind: Kind, isSimple: Bool = false, start: Int, length: Int = 0) {
      bits =
        UInt64(kind.rawValue) << 61 | (isSimple ? 1 << 60 : 0) | UInt64(start) << 30
        | UInt64(length)
    }

    var kind: Kind { Kind(rawValue: UInt8(bits >> 61)) ?? .null }
    var isSimple: Bool { bits & (1 << 60) != 0 }
    var start: Int { Int(bits >> 30) & (Node.limit - 1) }
    var length: Int { Int(bits & UInt64(Node.limit - 1)) }

    /// How many values come before the one that follows it: itself and all that is in it.
    var span: Int { isHolder ? 1 + length : 1 }

    /// Whether other values stand in it.
    var isHolder: Bool { bits >> 61 <= UInt64(Kind.array.rawValue) }
  }

  let file: String
  let bytes: TextBytes
  let nodes: [Node]
  /// Where the lines begin; found when the first fault asks for it.
  private let lineStarts = Mutex<[Int]?>(nil)

  /// Takes a JSON text apart.
  ///
  /// - Parameter file: how faults name it.
  /// - Throws: ``RecordFault`` with the place where it stops being JSON in UTF-8, where an object
  ///   has a name twice, or where it is nested deeper than ``JSONParser/depthLimit``.
  convenience init(_ bytes: [UInt8], file: String) throws {
    try self.init(.array(bytes), file: file)
  }

  /// The same for bytes that may be part of the program.
  init(_ bytes: TextBytes, file: String) throws {
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
