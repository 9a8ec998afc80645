import Declaration

extension JSONValue {
  /// The value without its place. Numbers keep the form in which they stand.
  var recordValue: RecordValue {
    switch kind {
    case .null: .null
    case .true: .flag(true)
    case .false: .flag(false)
    case .number: .number(literal)
    case .string: .text(string ?? "")
    case .array: .list(elements.map(\.recordValue))
    case .object:
      .entry(
        Dictionary(members.map { ($0.name.string ?? "", $0.value.recordValue) }) { _, last in last }
      )
    }
  }
}

extension RecordValue {
  /// The value as JSON text: names sorted, one field a line, two spaces a level, no end of line.
  ///
  /// - Parameter level: how deep the value stands; its first line is not indented.
  func json(level: Int = 0) -> [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, level: level, isSpread: true)
    return bytes
  }

  /// The value as JSON text on one line.
  public var jsonLine: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, level: 0, isSpread: false)
    return bytes
  }

  private func append(to bytes: inout [UInt8], level: Int, isSpread: Bool) {
    switch self {
    case .null: bytes += "null".utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let literal): bytes += literal.utf8
    case .text(let text): RecordValue.append(text, to: &bytes)
    case .list(let elements):
      RecordValue.append("[", "]", elements, to: &bytes, level, isSpread) { element, bytes in
        element.append(to: &bytes, level: level + 1, isSpread: isSpread)
      }
    case .entry(let fields):
      let sorted = fields.sorted { $0.key < $1.key }
      RecordValue.append("{", "}", sorted, to: &bytes, level, isSpread) { field, bytes in
        RecordValue.append(field.key, to: &bytes)
        bytes += (isSpread ? ": " : ":").utf8
        field.value.append(to: &bytes, level: level + 1, isSpread: isSpread)
      }
    }
  }

  private static func append<Part>(
    _ open: String, _ close: String, _ parts: [Part], to bytes: inout [UInt8], _ level: Int,
    _ isSpread: Bool, _ append: (Part, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for (place, part) in parts.enumerated() {
      if place > 0 { bytes += ",".utf8 }
      if isSpread { appendLineBreak(level: level + 1, to: &bytes) }
      append(part, &bytes)
    }
    if isSpread, !parts.isEmpty { appendLineBreak(level: level, to: &bytes) }
    bytes += close.utf8
  }

  /// The end of a line and the indentation of the next.
  static func lineBreak(level: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    appendLineBreak(level: level, to: &bytes)
    return bytes
  }

  private static func appendLineBreak(level: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<(2 * level) { bytes.append(UInt8(ascii: " ")) }
  }

  /// A text in quotation marks. What a terminal would act on is written as an escape, so that the
  /// file can be shown as it is.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    if text.utf8.allSatisfy(isPlain) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\t": bytes += "\\t".utf8
      case "\r": bytes += "\\r".utf8
      case _ where isActive(scalar):
        let digits = String(scalar.value, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }

  /// Whether a byte is not even the first of a character that becomes an escape.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xD8, 0xE2: false
    default: true
    }
  }

  /// Control characters and those that turn the direction of writing; all lie below U+10000.
  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
