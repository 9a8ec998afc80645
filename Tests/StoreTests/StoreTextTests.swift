import Declaration
import Foundation
import SeededGenerator
import Testing

@testable import Store

@Suite struct StoreTextTests {
  /// A store written in one of the ways in which people and programs write JSON.
  private func store(_ generator: inout SeededGenerator) -> String {
    let style = Int.random(in: 0..<4, using: &generator)
    let (open, part, close, colon) =
      [
        ("{", ",", "}", ":"), ("{\n  ", ",\n  ", "\n}", ": "),
        ("{\r\n\t", " ,\r\n\t", "\r\n}", " : "),
        ("{ ", " , ", " }", ":  "),
      ][style]
    func object(_ members: [(String, String)]) -> String {
      members.isEmpty
        ? "{ }"
        : open + members.map { quoted($0.0) + colon + $0.1 }.joined(separator: part) + close
    }
    func quoted(_ name: String) -> String { RecordValue.text(name).line }
    let collections = ["meetings", "notes", "unknown"].shuffled(using: &generator)
    let members = collections.prefix(Int.random(in: 0...3, using: &generator)).map { name in
      let ids = ["a", "b", "c", "d", "e"].shuffled(using: &generator)
        .prefix(Int.random(in: 0...5, using: &generator))
      let entries = ids.map { id in
        let value = generator.value()
        let bytes = Bool.random(using: &generator) ? value.json(level: 2) : value.jsonLine
        return (id, String(decoding: bytes, as: UTF8.self))
      }
      return (name, object(entries))
    }
    return object(members) + (style == 1 ? "\n" : "")
  }

  private func document(_ text: String) throws -> StoreText {
    try StoreText(Array(text.utf8), file: "store.json")
  }

  @Test func changesWhatIsAskedAndNotAByteElse() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      let text = try document(store(&generator))
      var edits: [EntryKey: RecordValue?] = [:]
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        let collection =
          ["meetings", "notes", "sources"].randomElement(using: &generator) ?? "notes"
        let id = ["a", "b", "c", "f", "é"].randomElement(using: &generator) ?? "a"
        let value = Bool.random(using: &generator) ? generator.value() : nil
        edits[EntryKey(collection, id)] = .some(value)
      }
      if Bool.random(using: &generator) { edits[EntryKey("", "schema")] = .some(.number("2")) }
      let changed = try StoreText(try text.replacing(edits), file: "store.json")
      for (key, value) in edits { #expect(changed.entry(key) == value) }
      for collection in ["meetings", "notes", "unknown", "sources"] {
        for (id, value) in text.document.root.entries(of: collection)
        where edits[EntryKey(collection, id)] == nil {
          let same = changed.value(of: EntryKey(collection, id))
          #expect(same.map { changed.bytes[$0.range] } == text.bytes[value.range])
        }
      }
      if edits.isEmpty { #expect(changed.bytes == text.bytes) }
    }
  }

  @Test func writesAsAPersonWould() throws {
    let text = StoreText.empty(file: "s")
    let bytes = try text.replacing([
      EntryKey("notes", "b"): .entry(["text": .text("x")]), EntryKey("", "schema"): .number("2"),
      EntryKey("meetings", "lima-2022"): .null,
    ])
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {
          "meetings": {
            "lima-2022": null
          },
          "notes": {
            "b": {
              "text": "x"
            }
          },
          "schema": 2
        }

        """)
    let added = try StoreText(bytes, file: "s").replacing([
      EntryKey("notes", "a"): .text("1"), EntryKey("notes", "c"): .text("3"),
      EntryKey("meetings", "lima-2022"): RecordValue?.none,
    ])
    #expect(
      String(decoding: added, as: UTF8.self) == """
        {
          "notes": {
            "a": "1",
            "b": {
              "text": "x"
            },
            "c": "3"
          },
          "schema": 2
        }

        """)
  }

  @Test func refusesToPutAnEntryIntoWhatIsNoCollection() throws {
    let text = try document("{\"notes\": 3}")
    #expect(throws: RecordFault.self) { try text.replacing([EntryKey("notes", "a"): .null]) }
    #expect(throws: RecordFault.self) { try document("[]") }
  }
}
