import Declaration
import SeededGenerator
import Testing

@testable import Dashboard

@Suite struct NoteTests {
  @Test func writesANoteOfSeveralLines() throws {
    var driver = try OwnDriver()
    driver.type("nNFirst")
    driver.press(.enter)
    driver.take(.paste("second\r\nthird "))
    driver.press(.control("s"))
    let amendment = try #require(driver.amendments.first)
    #expect(amendment.summary == "note on Lima 6 Oct 2022 “First…”")
    #expect(
      amendment.parts == [
        Amendment.Part(
          path: FactPath("notes", ""), base: nil,
          value: .entry([
            "about": .text("/meetings/lima-2022"), "text": .text("First\nsecond\nthird"),
          ]))
      ])
    #expect(driver.note == nil && driver.state.notice?.text.hasSuffix("u takes it back.") == true)
  }

  @Test func losesNothingWhenTheStoreRefuses() throws {
    var driver = try OwnDriver()
    driver.refusal = "the folder is read-only"
    driver.type("nNA thought")
    driver.press(.control("s"))
    #expect(driver.note?.area.text == "A thought")
    driver.press(.escape)
    driver.type("N")
    #expect(driver.note?.area.text == "A thought")
    driver.refusal = nil
    driver.press(.control("s"))
    #expect(driver.note == nil && driver.amendments.count == 2)
  }

  @Test func doesNotKeepAnEmptyNote() throws {
    var driver = try OwnDriver()
    driver.type("nN  ")
    driver.press(.enter, .control("s"))
    #expect(driver.requests.isEmpty && driver.state.notice?.text == "An empty note is not kept.")
  }

  @Test func usesTheEditorWhereThereIsOne() throws {
    var driver = try OwnDriver(hasEditor: true)
    driver.type("nN")
    #expect(driver.effects == [.editText("")] && driver.note == nil)
    driver.take(.edited(.unchanged))
    #expect(driver.requests.isEmpty && driver.state.notice?.text == "The note is as it was.")
    driver.type("N")
    driver.refusal = "no space left on the device"
    driver.take(.edited(.text("From the editor\n\n")))
    #expect(driver.note?.area.text == "From the editor\n\n", "what was written is not lost")
    driver.refusal = nil
    driver.press(.control("s"))
    #expect(driver.amendments.last?.parts.first?.value?["text"] == .text("From the editor"))
  }

  @Test func writesHereWhereTheEditorCannotBeUsed() throws {
    var driver = try OwnDriver(hasEditor: true)
    driver.type("nN")
    driver.take(.edited(.unable("“vy” can't be started: No such file or directory")))
    #expect(driver.note != nil && driver.state.notice?.isWarning == true)
    driver.type("Visas")
    driver.press(.control("s"))
    #expect(driver.amendments.last?.parts.first?.value?["text"] == .text("Visas"))
  }

  @Test func changesAndDeletesAChosenNote() throws {
    var driver = try OwnDriver(own: OwnSample.full)
    driver.type("/peru")
    driver.press(.enter, .character("4"))
    driver.chooseInDetail("Ask the embassy")
    driver.isSilent = true
    driver.type("N")
    let path = FactPath.at("/notes/20221001T090000Z")
    #expect(driver.effects.last == .readEntry(path))
    let written = RecordValue.entry([
      "about": .text("/countries/PE"), "text": .text("Ask."), "mine": .flag(true),
    ])
    driver.take(.entry(path, now: written, edition: nil))
    driver.isSilent = false
    driver.press(.end)
    driver.type(" Twice.")
    driver.press(.control("s"))
    let part = try #require(driver.amendments.first?.parts.first)
    #expect(part.path == path && part.base == written)
    #expect(part.value == written.setting(.text("Ask. Twice."), at: ["text"]))
    driver.chooseInDetail("Ask the embassy")
    driver.type("D")
    #expect(
      driver.amendments.last
        == Amendment("deleted: note on Peru", [.init(path: path, base: nil, value: nil)]))
  }

  @Test func wrapsBetweenWordsAndMovesAcrossRows() {
    var area = TextArea("one two three four")
    #expect(
      area.rows(columns: 9).map { String(area.characters[$0]) } == ["one two", "three", "four"])
    _ = area.take(.up, columns: 9)
    #expect(area.place(columns: 9) == (row: 1, column: 4))
    _ = area.take(.home, columns: 9)
    _ = area.take(.character("X"), columns: 9)
    #expect(area.text == "one two Xthree four")
    #expect(TextArea("").rows(columns: 1) == [0..<0])
    #expect(TextArea("a\n").rows(columns: 5) == [0..<1, 2..<2])
    #expect(TextArea("\u{1B}[2Jx\t").text == "␛[2Jx ")
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyCharacterIsInOneRow(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters: [Character] = ["a", "b", " ", "\n", "é", "語", "🇵🇪", "\u{301}", "-"]
    let keys: [Key] = [
      .up, .down, .left, .right, .home, .end, .backspace, .delete, .enter, .control("w"),
      .control("u"),
    ]
    var area = TextArea()
    for _ in 0..<3000 {
      let columns = Int.random(in: 1...14, using: &random)
      if Bool.random(using: &random) {
        let letter = letters[Int.random(in: 0..<letters.count, using: &random)]
        _ = area.take(.character(letter), columns: columns)
      } else {
        _ = area.take(keys[Int.random(in: 0..<keys.count, using: &random)], columns: columns)
      }
      let rows = area.rows(columns: columns)
      let inRows = rows.flatMap { Array($0) }
      let outside = Set(area.characters.indices).subtracting(inRows)
      #expect(inRows.count == Set(inRows).count)
      #expect(outside.allSatisfy { area.characters[$0] == " " || area.characters[$0] == "\n" })
      let place = area.place(columns: columns)
      #expect(rows.indices.contains(place.row) && place.column >= 0)
      #expect((0...area.characters.count).contains(area.cursor))
      if columns > 2 { #expect(place.column < columns, "the cursor stays in its row") }
    }
  }
}
