import Declaration
import SeededGenerator

@testable import Store

extension SeededGenerator {
  /// A value of the record at random; never null in an entry, which a patch could not write.
  mutating func value(depth: Int = 3) -> RecordValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &self) {
    case 0: .flag(Bool.random(using: &self))
    case 1:
      .number(["0", "-0", "1.0e3", "4000", "-12.05", "1E-2"].randomElement(using: &self) ?? "0")
    case 2, 3: .text(text())
    case 4: .list((0..<Int.random(in: 0...3, using: &self)).map { _ in value(depth: 0) })
    default: entry(depth: depth - 1)
    }
  }

  mutating func entry(depth: Int = 3) -> RecordValue {
    var fields: [String: RecordValue] = [:]
    for _ in 0..<Int.random(in: 0...4, using: &self) { fields[name()] = value(depth: depth) }
    return .entry(fields)
  }

  /// Few names, so that values meet.
  mutating func name() -> String {
    ["a", "b", "é", "a/b~", "\"", "text", "\u{1B}", "zz"].randomElement(using: &self) ?? "a"
  }

  mutating func text() -> String {
    let parts = ["", "Lima", "\n", "\"", "\\", "é", "😀", "\u{202E}", "\u{7}", "x y", "日本"]
    return (0..<Int.random(in: 0...3, using: &self)).map { _ in
      parts.randomElement(using: &self) ?? ""
    }.joined()
  }
}

extension RecordValue {
  init(json: String) throws {
    self = try JSONDocument(Array(json.utf8), file: "t").root.recordValue
  }

  var line: String { String(decoding: jsonLine, as: UTF8.self) }
}
