import Declaration

extension Edition {
  /// A record's own short name, in letters that a folder's name may have: `blue-ports`. It is the same
  /// wherever the record's file lies; nil where it has none.
  ///
  /// The record is not read for it, which would take long for a big one.
  public static func folderName(of record: [UInt8]) -> String? {
    guard let text = record.withUnsafeBufferPointer({ shortTitle(in: $0) }),
      let value = value(of: Array(text)), let title = value["en"]?.text ?? value.text
    else { return nil }
    let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.joined(separator: "-").prefix(longestName)
    return name.isEmpty ? nil : String(name)
  }

  private static let longestName = 60

  /// The text of the value under “shortTitle” in the outermost object.
  private static func shortTitle(in bytes: UnsafeBufferPointer<UInt8>) -> Slice<
    UnsafeBufferPointer<UInt8>
  >? {
    let name = Array("\"shortTitle\"".utf8)
    var (place, depth) = (0, 0)
    var start: Int?
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if let start, depth <= 1 { return bytes[start..<min(bytes.count, place + 1 - (1 - depth))] }
      case UInt8(ascii: ","):
        if let start, depth == 1 { return bytes[start..<place] }
      case UInt8(ascii: "\""):
        let end = endOfText(in: bytes, at: place)
        if start == nil, depth == 1, bytes[place..<end].elementsEqual(name) {
          var after = end
          while after < bytes.count, bytes[after] != UInt8(ascii: ":") { after += 1 }
          (start, place) = (after + 1, after)
        } else {
          place = end - 1
        }
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The place after the quotation mark that ends the text at a quotation mark.
  private static func endOfText(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var place = start + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(bytes.count, place + 1)
  }
}
