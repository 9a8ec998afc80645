import CResources

/// The bytes of a text: those of an array, or those of the built-in edition where they stand in the
/// program, which are not copied to be read.
enum TextBytes: RandomAccessCollection, Sendable {
  case array([UInt8])
  case builtIn

  private static var edition: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: resource_declaration, count: resource_declaration_length)
  }

  /// The same as an array; a copy where they are part of the program.
  var array: [UInt8] {
    switch self {
    case .array(let bytes): bytes
    case .builtIn: Array(TextBytes.edition)
    }
  }

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch self {
    case .array(let bytes): bytes.count
    case .builtIn: resource_declaration_length
    }
  }

  subscript(place: Int) -> UInt8 {
    switch self {
    case .array(let bytes): bytes[place]
    case .builtIn: TextBytes.edition[place]
    }
  }

  func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    switch self {
    case .array(let bytes): try bytes.withUnsafeBufferPointer(body)
    case .builtIn: try body(TextBytes.edition)
    }
  }

  /// The same for some of them.
  func withUnsafeBytes<Result>(
    in range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBufferPointer(body)
  }
}
