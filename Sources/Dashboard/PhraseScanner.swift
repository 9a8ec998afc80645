/// Reads the embedded texts, which the tests have seen: faster than a reader that has to expect
/// anything, because every start in another language waits for it.
struct PhraseScanner {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The texts by their keys; the forms of a text stand under the key and the form.
  mutating func texts() -> [String: String] {
    var texts: [String: String] = [:]
    texts.reserveCapacity(bytes.count / 64)
    var key: String?
    var outer: String?
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        let text = string()
        if let name = key {
          texts[outer.map { "\($0)|\(name)" } ?? name] = text
          key = nil
        } else {
          key = text
        }
      case UInt8(ascii: "{"):
        (outer, key) = (key, nil)
        place += 1
      case UInt8(ascii: "}"):
        outer = nil
        place += 1
      default: place += 1
      }
    }
    return texts
  }

  /// The string that begins here; quotes and backslashes may be escaped, nothing else is.
  private mutating func string() -> String {
    place += 1
    let start = place
    var isPlain = true
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") {
        isPlain = false
        place += 1
      }
      place += 1
    }
    let raw = bytes[start..<min(place, bytes.count)]
    place += 1
    if isPlain { return String(decoding: raw, as: UTF8.self) }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in raw {
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      if !isEscaped { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
