/// Finds bytes that are not UTF-8 (Unicode 15, table 3-7): overlong forms, surrogates, stray bytes.
enum UTF8Check {
  /// The first byte that is not part of a character; nil when all is well.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = 0
    while place < bytes.count {
      if bytes[place] < 0x80 {
        // Most texts are mostly ASCII: eight bytes at a time.
        let isASCII = ByteWord(bytes, at: place).map { $0.beyondASCII(in: 8) == 0 } ?? false
        place += isASCII ? 8 : 1
        continue
      }
      guard let length = length(of: bytes, at: place) else { return place }
      place += length
    }
    return nil
  }

  /// The length of the character at a place, when it is one.
  private static func length(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[place] {
    case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
    case 0xE0: (second, length) = (0xA0...0xBF, 3)
    case 0xED: (second, length) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
    case 0xF0: (second, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
    case 0xF4: (second, length) = (0x80...0x8F, 4)
    default: return nil
    }
    guard place + length <= bytes.count, second.contains(bytes[place + 1]),
      bytes[(place + 2)..<(place + length)].allSatisfy({ (0x80...0xBF).contains($0) })
    else { return nil }
    return length
  }
}
