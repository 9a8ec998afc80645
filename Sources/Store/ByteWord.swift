/// Eight bytes of a text that are looked at in one go.
///
/// A mark is the highest bit of a byte. Of the marks that a look leaves, the lowest is always right;
/// those above it may be wrong, because a difference may borrow from the byte above.
struct ByteWord {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private let bits: UInt64

  /// The bytes from a place on; nil where there are fewer than eight.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    guard place + 8 <= bytes.count else { return nil }
    bits = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: place, as: UInt64.self))
  }

  /// Marks the bytes that are a certain one.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 {
    let difference = bits ^ (ByteWord.ones &* UInt64(byte))
    return (difference &- ByteWord.ones) & ~difference & ByteWord.highBits
  }

  /// Marks the bytes below a limit, which is at most 0x80.
  @inline(__always)
  func below(_ limit: UInt8) -> UInt64 {
    (bits &- ByteWord.ones &* UInt64(limit)) & ~bits & ByteWord.highBits
  }

  /// Marks the first bytes that are not ASCII.
  @inline(__always)
  func beyondASCII(in count: Int) -> UInt64 {
    bits & ByteWord.highBits & ~(count == 8 ? 0 : UInt64.max << UInt64(8 * count))
  }

  /// How many of the first bytes are a certain one.
  @inline(__always)
  func count(ofLeading byte: UInt8) -> Int {
    (bits ^ (ByteWord.ones &* UInt64(byte))).trailingZeroBitCount / 8
  }

  /// How many bytes come before the first that is marked; nil where none is.
  @inline(__always)
  static func bytes(before marks: UInt64) -> Int? {
    marks == 0 ? nil : marks.trailingZeroBitCount / 8
  }
}
