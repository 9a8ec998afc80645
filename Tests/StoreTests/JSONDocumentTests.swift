import Foundation
import SeededGenerator
import Testing

@testable import Store

@Suite struct JSONDocumentTests {
  private func document(_ text: String) throws -> JSONDocument {
    try JSONDocument(Array(text.utf8), file: "x.json")
  }

  private func fault(_ bytes: [UInt8]) -> RecordFault? {
    do {
      _ = try JSONDocument(bytes, file: "x.json")
      return nil
    } catch {
      return error as? RecordFault
    }
  }

  @Test(arguments: [
    ("", "x.json:1:1: the file is empty, expected a value"),
    ("{", "x.json:1:2: the file ends too early, expected a name in quotation marks"),
    ("[1,]", "x.json:1:4: “]” out of place, expected another entry after the comma"),
    ("[1 2]", "x.json:1:4: “2” out of place, expected a comma or “]”"),
    ("{\n  \"a\" 1}", "x.json:2:7: “1” out of place, expected a colon"),
    ("{\"é\": x}", "x.json:1:7: “x” out of place, expected a value"),
    ("{\"a\":1,\n\"a\":2}", "x.json:2:1: “a” stands here a second time, expected each name once"),
    ("\"abc", "x.json:1:1: a text without end, expected a closing quotation mark"),
    ("[01]", "x.json:1:3: “1” out of place, expected a comma or “]”"),
    ("[1.]", "x.json:1:4: “]” out of place, expected a digit"),
    ("1 2", "x.json:1:3: “2” out of place, expected the end of the file"),
  ])
  func saysWhereAndWhat(_ text: String, _ message: String) {
    #expect(fault(Array(text.utf8))?.description == message)
  }

  @Test(arguments: [
    "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\u12g4\"", "\"a\nb\"", "+1",
    "tru", "nul", "NaN", "Infinity", "'a'", "[,1]", "{1:2}", "//", "-", ".5", "1e", "\u{FEFF}",
  ])
  func refusesWhatIsNotJSON(_ text: String) {
    #expect(fault(Array(text.utf8)) != nil)
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x82], [0x80],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
    let found = fault(Array("[\"é\", \"".utf8) + bytes + Array("\"]".utf8))
    #expect(found?.problem == "invalid UTF-8")
    #expect(found?.column == 8)
  }

  @Test func refusesWhatIsNestedTooDeep() throws {
    let nested = { depth in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try document(nested(128)).root.kind == .array)
    #expect(fault(Array(nested(129).utf8))?.column == 129)
    #expect(fault(Array(String(repeating: "[", count: 1_000_000).utf8)) != nil)
  }

  @Test func decodesEscapes() throws {
    let root = try document("\"\\u00e9\\ud83d\\ude00\\n\\\"\\\\\\/\\b\\f\\r\\té\"").root
    #expect(root.string == "é😀\n\"\\/\u{8}\u{C}\r\té")
  }

  @Test func findsValuesByPointer() throws {
    let root = try document("{\"a\": [1, {\"b\\u0063\": true}], \"\": null}").root
    #expect(root.value(at: ["a", "1", "bc"])?.bool == true)
    #expect(root.value(at: ["a", "2"]) == nil)
    #expect(root.value(at: [""])?.kind == .null)
    #expect(root.value(at: ["a", "0"])?.number == 1)
  }

  /// Foundation reads the same values from the same random texts, and refuses the same damage.
  @Test func agreesWithFoundation() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<1500 {
      var text = RandomJSON.text(depth: 4, using: &generator)
      if Bool.random(using: &generator), let place = text.indices.randomElement(using: &generator) {
        text.remove(at: place)
      }
      let ours = fault(Array(text.utf8)) == nil
      let theirs =
        (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed))
        != nil
      // Foundation lets a name stand twice and reads numbers more freely at the ends.
      if ours { #expect(theirs, "\(text)") }
      if !ours, theirs {
        let problem = fault(Array(text.utf8))?.problem ?? ""
        #expect(problem.contains("a second time"), "\(text): \(problem)")
      }
    }
  }
}

/// JSON texts of every kind of value.
enum RandomJSON {
  static func text(depth: Int, using generator: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
    case 0: return "true"
    case 1: return "null"
    case 2: return String(Int.random(in: -99...99, using: &generator))
    case 3: return "1.5e-3"
    case 4: return "\"é \\n \\u0041\""
    case 5: return "\"\""
    case 6:
      let parts = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        text(depth: depth - 1, using: &generator)
      }
      return "[" + parts.joined(separator: " , ") + "]"
    default:
      let parts = (0..<Int.random(in: 0...3, using: &generator)).map {
        "\"k\($0)\":" + text(depth: depth - 1, using: &generator)
      }
      return "{" + parts.joined(separator: ",\n") + "}"
    }
  }
}
