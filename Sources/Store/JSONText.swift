/// Turns the bytes of a JSON string into text.
enum JSONText {
  /// The text of a string that the parser has checked.
  static func decoded(
    _ node: JSONDocument.Node, in bytes: UnsafeBufferPointer<UInt8>
  ) -> String {
    let slice = bytes[node.start..<(node.start + node.length)]
    return node.isSimple || !slice.contains(UInt8(ascii: "\\"))
      ? String(decoding: UnsafeBufferPointer(rebasing: slice), as: UTF8.self) : unescaped(slice)
  }

  private static func unescaped(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var units: [UInt16] = []
    var plain = slice.startIndex
    var place = slice.startIndex
    func flush(to end: Int) -> String.UTF16View {
      String(decoding: slice[plain..<end], as: UTF8.self).utf16
    }
    while place < slice.endIndex {
      guard slice[place] == UInt8(ascii: "\\") else {
        place += 1
        continue
      }
      units.append(contentsOf: flush(to: place))
      let letter = slice[place + 1]
      if letter == UInt8(ascii: "u") {
        let digits = String(decoding: slice[(place + 2)..<(place + 6)], as: UTF8.self)
        units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
        place += 6
      } else {
        units.append(unit(of: letter))
        place += 2
      }
      plain = place
    }
    units.append(contentsOf: flush(to: slice.endIndex))
    return String(decoding: units, as: UTF16.self)
  }

  private static func unit(of letter: UInt8) -> UInt16 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: UInt16(letter)
    }
  }
}
