import SeededGenerator
import Testing

@testable import Store

@Suite struct CSVTextTests {
  private func texts(_ text: String) throws -> [[String]] {
    try CSVText(Array(text.utf8), file: "t.csv").rows.map { $0.map(\.text) }
  }

  private func fault(_ bytes: [UInt8]) -> String? {
    do throws(RecordFault) {
      _ = try CSVText(bytes, file: "t.csv")
      return nil
    } catch {
      return error.description
    }
  }

  @Test func readsWhatSpreadsheetsWrite() throws {
    #expect(try texts("") == [] && texts("\u{FEFF}") == [])
    #expect(try texts("\u{FEFF}a,b\r\n1,2\r\n") == [["a", "b"], ["1", "2"]])
    #expect(try texts("a,b\n\"1,\r\n\"\"x\"\"\",\n") == [["a", "b"], ["1,\r\n\"x\"", ""]])
    #expect(try texts("a\n\n,,,\r\nb") == [["a"], ["b"]])
    #expect(try texts("\"\",x") == [["", "x"]])
  }

  /// Where a comma begins the fraction, spreadsheets part cells with semicolons.
  @Test func theHeadsSayWhatPartsTheCells() throws {
    #expect(try texts("\u{FEFF}a;b\r\n1,5;\"x;y\"\r\n") == [["a", "b"], ["1,5", "x;y"]])
    #expect(try texts("a\tb\n1,5\tx;y\n") == [["a", "b"], ["1,5", "x;y"]])
    #expect(try texts("\"a;\nb\",c\n1;5,x\n") == [["a;\nb", "c"], ["1;5", "x"]])
    #expect(try texts("a\n1;5\n") == [["a"], ["1;5"]])
    #expect(
      fault(Array("a;\"b\",".utf8))
        == "t.csv:1:6: something after a quoted cell, expected a semicolon or the end of the line")
  }

  @Test func knowsThePlaceOfEachCell() throws {
    let rows = try CSVText(Array("\u{FEFF}é,b\n\"1\n2\",x\ny,z".utf8), file: "t.csv").rows
    #expect(
      rows.flatMap { $0.map { [$0.line, $0.column] } } == [
        [1, 1], [1, 3], [2, 1], [3, 4], [4, 1], [4, 3],
      ])
  }

  @Test(arguments: [
    ("a\nb,\"c", "t.csv:2:3: a quoted cell without end, expected a closing quotation mark"),
    (
      "a,\"b\"c",
      "t.csv:1:6: something after a quoted cell, expected a comma or the end of the line"
    ),
    (
      "a,b\"c\"",
      "t.csv:1:4: a quotation mark inside a cell, expected a cell in quotation marks, "
        + "each mark doubled"
    ),
    ("a\rb\r", "t.csv:1:2: a carriage return alone, expected lines that end in CRLF or LF"),
  ])
  func saysWhereAndWhat(_ text: String, _ message: String) {
    #expect(fault(Array(text.utf8)) == message)
  }

  @Test func saysWhereItIsNotUTF8() {
    #expect(
      fault(Array("a\né".utf8) + [0xFF]) == "t.csv:2:2: invalid UTF-8, expected text in UTF-8")
  }

  /// What is written is read again.
  @Test func readsWhatWasWritten() throws {
    var generator = SeededGenerator(seed: 11)
    let signs = ["a", "é", ",", "\"", "\n", "\r\n", "\r", " ", ";", "\t", "\u{0}", "🇵🇪", "\u{301}"]
    for _ in 0..<2000 {
      let width = Int.random(in: 1...4, using: &generator)
      let rows = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...4, using: &generator))
            .map { _ in signs.randomElement(using: &generator) ?? "" }.joined()
        }
      }.filter { $0.contains { !$0.isEmpty } }
      let isBare = Bool.random(using: &generator)
      let separator = [",", ";", "\t"].randomElement(using: &generator) ?? ","
      // Where there is one column, nothing tells a sign in its head from one that parts heads.
      let marked = "\"\n\r,;\t".unicodeScalars
      let end = Bool.random(using: &generator) ? "\r\n" : "\n"
      let text = rows.map { row in
        row.map { cell in
          let needsMarks = cell.unicodeScalars.contains(where: marked.contains)
          guard needsMarks || !isBare else { return cell }
          let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
          return "\"\(doubled)\""
        }.joined(separator: separator) + end
      }.joined()
      let read = try texts(text)
      #expect(read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }

  /// Bytes of every kind are read or refused at a place that is in them.
  @Test func neverTraps() {
    var generator = SeededGenerator(seed: 12)
    let likely = Array("a,\"\n\r;é".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? likely.randomElement(using: &generator) ?? 0
          : UInt8.random(in: .min ... .max, using: &generator)
      }
      do throws(RecordFault) {
        let rows = try CSVText(bytes, file: "t.csv").rows
        #expect(rows.joined().allSatisfy { $0.line >= 1 && $0.column >= 1 })
      } catch {
        #expect(error.line >= 1 && error.line <= bytes.count { $0 == 0x0A } + 1)
        #expect(error.column >= 1 && error.column <= bytes.count + 1)
      }
    }
  }
}
