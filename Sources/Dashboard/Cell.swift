/// One cell of the screen. It is made of plain bytes, so that screens, which are copied and compared
/// with every key, need no counting of references.
public struct Cell: Hashable, Sendable {
  // The character's UTF-8, the first byte lowest; in the highest byte of `high` how many bytes there
  // are, and above them whether the character is wide.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// How it looks.
  public var style: Style

  /// A cell with a character; nil for the right half of a wide one. Of a character with more than 15
  /// bytes of UTF-8 its first scalars are kept: no terminal has room for such a family in one cell.
  public init(_ character: Character?, _ style: Style) {
    self.style = style
    guard let character else { return }
    keep(Cell.beginning(of: character), isWide: character.cellWidth == 2)
  }

  /// A cell with a character of one scalar that takes one cell.
  init(_ scalar: Unicode.Scalar, _ style: Style) {
    self.style = style
    keep(CollectionOfOne(scalar), isWide: false)
  }

  /// A cell with a character of ASCII.
  init(ascii: UInt8, _ style: Style) {
    (low, high, self.style) = (UInt64(ascii), 1 << 56, style)
  }

  private static func beginning(of character: Character) -> Substring.UnicodeScalarView {
    let all = Substring(String(character)).unicodeScalars
    guard character.utf8.count > byteLimit else { return all }
    var room = byteLimit
    var kept = all.prefix { scalar in
      room -= UTF8.width(scalar)
      return room >= 0
    }
    // A joiner would join what stands in the next cell.
    while kept.last == "\u{200D}" { kept.removeLast() }
    return kept
  }

  private static let byteLimit = 15
  private static let wideBit: UInt64 = 1 << 63

  /// Takes the scalars of a character in, with at most so many bytes as there is room for.
  private mutating func keep(_ scalars: some Sequence<Unicode.Scalar>, isWide: Bool) {
    var count = 0
    for scalar in scalars {
      guard let bytes = UTF8.encode(scalar) else { continue }
      for byte in bytes {
        if count < 8 {
          low |= UInt64(byte) << UInt64(8 * count)
        } else {
          high |= UInt64(byte) << UInt64(8 * (count - 8))
        }
        count += 1
      }
    }
    high |= UInt64(count) << 56 | (isWide ? Cell.wideBit : 0)
  }

  private var byteCount: Int { Int(high >> 56 & 0x0F) }

  /// What stands in it; nil for the right half of a wide character.
  public var character: Character? {
    get {
      if let scalar { return Character(scalar) }
      guard !isRightHalf else { return nil }
      let text = withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) {
        String(decoding: $0.prefix(byteCount), as: UTF8.self)
      }
      return text.first
    }
    set { self = Cell(newValue, style) }
  }

  /// Whether it is the right half of a wide character.
  public var isRightHalf: Bool { high == 0 }

  /// The character, where it is one of ASCII.
  public var ascii: UInt8? { byteCount == 1 ? UInt8(truncatingIfNeeded: low) : nil }

  /// The character, where it is one scalar.
  public var scalar: Unicode.Scalar? {
    let bytes = UInt32(truncatingIfNeeded: low)
    let lead = bytes & 0xFF
    func rest(_ place: UInt32) -> UInt32 { bytes >> (8 * place) & 0x3F }
    switch (byteCount, lead) {
    case (1, _): return Unicode.Scalar(lead)
    case (2, 0xC0..<0xE0): return Unicode.Scalar((lead & 0x1F) << 6 | rest(1))
    case (3, 0xE0..<0xF0): return Unicode.Scalar((lead & 0x0F) << 12 | rest(1) << 6 | rest(2))
    case (4, 0xF0...):
      return Unicode.Scalar((lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3))
    default: return nil
    }
  }

  /// How many cells the character takes: 0 for a right half, 1 or 2.
  public var width: Int { isRightHalf ? 0 : high & Cell.wideBit == 0 ? 1 : 2 }

  /// An empty cell.
  public static let blank = Cell(ascii: UInt8(ascii: " "), Style(.plain))
}
