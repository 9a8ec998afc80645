/// Makes texts alike that a person means the same with: no case, no accents, plain spaces and quotes.
public enum Folding {
  /// The bytes that stand for a text when it is searched.
  public static func folded(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    append(String(text), to: &bytes)
    return bytes
  }

  /// Folds a text behind others. Most letters of most texts are ASCII and go by as bytes.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      var place = 0
      while place < utf8.count {
        var end = utf8[place...].firstIndex { $0 >= 0x80 } ?? utf8.count
        append(ASCII: utf8[place..<end], to: &bytes)
        place = end
        end = utf8[place...].firstIndex { $0 < 0x80 } ?? utf8.count
        let letters = String(decoding: utf8[place..<end], as: UTF8.self)
        for scalar in letters.unicodeScalars { append(scalar, to: &bytes) }
        place = end
      }
    }
  }

  private static func append(
    ASCII letters: Slice<UnsafeBufferPointer<UInt8>>, to bytes: inout [UInt8]
  ) {
    let start = bytes.count
    bytes.append(contentsOf: letters)
    bytes.withUnsafeMutableBufferPointer { bytes in
      for place in start..<bytes.count { bytes[place] = lowercased(bytes[place]) }
    }
  }

  /// An ASCII letter as a small one.
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 32 : byte
  }

  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0..<0x80:
      bytes.append(lowercased(UInt8(scalar.value)))
    case 0xA0, 0x2002...0x200A, 0x202F:
      bytes.append(UInt8(ascii: " "))
    case 0x2018, 0x2019, 0x02BC:
      bytes.append(UInt8(ascii: "'"))
    case 0x201C, 0x201D, 0xAB, 0xBB:
      bytes.append(UInt8(ascii: "\""))
    case 0x2010...0x2014, 0x2212:
      bytes.append(UInt8(ascii: "-"))
    case 0x300...0x36F, 0xAD, 0x200B...0x200F:
      break
    case 0xC0...0x17F:
      bytes.append(contentsOf: latin[Int(scalar.value) - 0xC0].utf8)
    case 0x180...0x24F, 0x1E00...0x1EFF:
      bytes.append(contentsOf: (scalar.baseLetter ?? scalar.properties.lowercaseMapping).utf8)
    default:
      bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// The letters without accents from U+00C0 to U+017F, in the order of Unicode.
  private static let latin: [String] = {
    let letters = """
      a a a a a a ae c e e e e i i i i d n o o o o o × o u u u u y th ss \
      a a a a a a ae c e e e e i i i i d n o o o o o ÷ o u u u u y th y \
      a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h \
      i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n \
      o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u \
      w w y y y z z z z z z s
      """
    return letters.split(separator: " ").map(String.init)
  }()
}

extension Unicode.Scalar {
  /// The letter without its accents: Unicode names `ế` LATIN SMALL LETTER E WITH CIRCUMFLEX AND
  /// ACUTE. Slower than the table, and good for the rare rest.
  fileprivate var baseLetter: String? {
    let words = properties.name?.split(separator: " ") ?? []
    guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else {
      return nil
    }
    return words[3].lowercased()
  }
}

/// A text folded for searching that remembers which letter each byte came from.
struct FoldedText {
  let bytes: [UInt8]
  private let text: String
  /// For each byte the letter that it came from, and one more for the end.
  private let places: [String.Index]

  init(_ text: String) {
    var bytes: [UInt8] = []
    var places: [String.Index] = []
    for place in text.indices {
      for scalar in text[place].unicodeScalars { Folding.append(scalar, to: &bytes) }
      places += Array(repeating: place, count: bytes.count - places.count)
    }
    (self.text, self.bytes) = (text, bytes)
    self.places = places + [text.endIndex]
  }

  /// The parts of the text that fold to a word, in order and without overlap.
  func ranges(of word: [UInt8]) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var start = 0
    while let found = bytes.firstOccurrence(of: word, from: start) {
      start = found + word.count
      ranges.append(places[found]..<text.index(after: places[start - 1]))
    }
    return ranges
  }
}
