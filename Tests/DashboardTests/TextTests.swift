import Declaration
import Robot
import SeededGenerator
import Testing

@testable import Dashboard

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("\u{1B}[31mred", "␛[31mred"), ("a\tb\n", "a␉b␊"), ("\u{7F}", "␡"), ("\u{9B}2J", "\u{FFFD}2J"),
    ("\u{202E}evil", "\u{FFFD}evil"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
    ("\u{FEFF}x", "\u{FFFD}x"), ("\u{E000}", "\u{FFFD}"), ("México ‡ ●", "México ‡ ●"),
  ])
  func showsWhatATerminalWouldActOn(_ text: String, _ shown: String) {
    #expect(text.visible == shown)
  }

  @Test func leavesNoScalarThatATerminalActsOn() {
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = "a\(String(scalar))b".visible
      #expect(
        !shown.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    }
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👍", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("●✓‡", 3),
    ("", 0), ("🇵🇪", 2),
  ])
  func measuresCells(_ text: String, _ width: Int) {
    #expect(text.cellWidth == width)
  }
}

@Suite struct LineTests {
  @Test func cutsWithAnEllipsis() {
    #expect(Line("abcdef").truncated(to: 4).text == "abc…")
    #expect(Line("abcdef").truncated(to: 6).text == "abcdef")
    #expect(Line("日本語").truncated(to: 4).text == "日…")
    #expect(Line("abc").truncated(to: 0).text == "")
  }

  @Test func wrapsBetweenWords() {
    let rows = Line("one two three four").wrapped(to: 9, indent: 2).map(\.text)
    #expect(rows == ["one two", "  three", "  four"])
    #expect(Line("abcdefgh").wrapped(to: 3).map(\.text) == ["abc", "def", "gh"])
    #expect(Line("").wrapped(to: 3).map(\.text) == [""])
  }

  /// Words that are longer than a row fill it, wide characters and pieces of several styles too.
  @Test func cutsWordsThatAreTooLong() {
    #expect(Line("a 日本語x").wrapped(to: 3).map(\.text) == ["a", "日", "本", "語x"])
    #expect(Line("日本").wrapped(to: 1).map(\.text) == ["日", "本"])
    #expect(Line("é‡●✓ab").wrapped(to: 4).map(\.text) == ["é‡●✓", "ab"])
    let line = Line([Span("abc", Style(.plain)), Span("defg", Style(.link))])
    let rows = line.wrapped(to: 5, indent: 1)
    #expect(rows.map(\.text) == ["abcde", " fg"])
    #expect(rows.map { $0.spans.map(\.style.role) } == [[.plain, .link], [.plain, .link]])
  }

  /// What a piece knows of its text is what its characters say.
  @Test func piecesKnowHowWideTheyAre() {
    for text in ["", "abc", "é‡", "日本", "e\u{301}", "❤️", "\u{1B}x", "a\u{200B}b", "👨‍👩‍👧"] {
      let piece = Span(text, Style(.plain))
      #expect(piece.text == text.visible)
      #expect(piece.width == piece.text.reduce(0) { $0 + $1.cellWidth }, "\(text)")
      #expect(piece.isPlain == piece.text.unicodeScalars.allSatisfy(\.isPlain), "\(text)")
    }
  }

  @Test func neverWrapsWiderThanAsked() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("ab cé日 -👍 ")
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0...60, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
      let columns = Int.random(in: 2...20, using: &random)
      let rows = Line(text).wrapped(to: columns, indent: Int.random(in: 0...3, using: &random))
      #expect(rows.allSatisfy { $0.width <= columns }, "“\(text)” in \(columns)")
      let kept = rows.map(\.text).joined().filter { $0 != " " }
      #expect(kept == text.filter { $0 != " " })
    }
  }
}

@Suite struct LineEditorTests {
  @Test func editsLikeAShell() {
    var editor = LineEditor()
    editor.insert("one two  ")
    _ = editor.take(.control("w"))
    #expect(editor.text == "one ")
    _ = editor.take(.left)
    _ = editor.take(.character("é"))
    #expect(editor.text == "oneé " && editor.cursor == 4)
    _ = editor.take(.backspace)
    _ = editor.take(.control("u"))
    #expect(editor.text == " " && editor.cursor == 0)
    _ = editor.take(.backspace)
    _ = editor.take(.delete)
    #expect(editor.text == "")
  }

  @Test func staysWithinItsText() {
    var random = SeededGenerator(seed: 3)
    let keys: [Key] = [
      .left, .right, .home, .end, .backspace, .delete, .control("w"), .control("u"), .control("k"),
      .character("a"), .character(" "), .character("é"), .character("👍"),
    ]
    var editor = LineEditor()
    for _ in 0..<5000 {
      _ = editor.take(keys[Int.random(in: 0..<keys.count, using: &random)])
      #expect((0...editor.text.count).contains(editor.cursor))
    }
  }
}

@Suite struct DateTextTests {
  @Test func writesDaysAndPeriods() throws {
    let day = try #require(Day("2022-10-06"))
    #expect(DateText.medium(day) == "Thu 6 Oct 2022")
    #expect(DateText.long(day) == "Thursday 6 October 2022")
    let periods = [
      ("2022", "2022"), ("2022-12", "Dec 2022"), ("2022-06-06/2022-06-10", "6 to 10 Jun 2022"),
      ("2022-06-10/2022-09-26", "10 Jun to 26 Sep 2022"),
      ("2022-12-30/2023-01-02", "30 Dec 2022 to 2 Jan 2023"),
    ]
    for (text, shown) in periods {
      #expect(DateText.short(try #require(Period(text))) == shown)
    }
    #expect(DateText.countdown(days: 8) == "in 8 days")
    #expect(DateText.offset(minutesEast: -300) == "UTC−5")
    #expect(DateText.offset(minutesEast: 330) == "UTC+5:30")
    #expect(DateText.time(minute: -1) == "23:59")
  }

  @Test func writesFigures() {
    #expect(Figures.amount(.init(value: 314_000_000, unit: "USD")) == "314 million USD")
    #expect(Figures.amount(.init(value: 1_250_000_000, unit: "USD")) == "1.25 billion USD")
    #expect(Figures.amount(.init(value: 20_000, unit: "people")) == "20,000 people")
    #expect(Figures.count(0, "commitment") == "no commitments reported")
    #expect(Figures.count(0, "dispute") == "no disputes")
    #expect(Figures.grouped(1_234_567) == "1,234,567")
  }

  @Test func whatIsDrawnOverHalfAWideCharacterLeavesNothingOfIt() {
    for column in 0..<4 {
      var frame = Frame(size: Size(columns: 6, rows: 1))
      frame.put(Line("漢字漢"), column: 0, row: 0, columns: 6)
      frame.put(Line("│"), column: column, row: 0, columns: 1)
      #expect(frame.fault == nil)
      #expect(frame[row: 0].map(\.character)[column] == "│")
    }
    var frame = Frame(size: Size(columns: 6, rows: 1))
    frame.put(Line("漢字漢"), column: 0, row: 0, columns: 6)
    frame.put(Line("a"), column: 1, row: 0, columns: 2, fill: Style(.plain))
    #expect(frame.textRows == [" a  漢"] && frame.fault == nil)
  }

  @Test func aNarrowScreenHasRoomForADay() throws {
    for language in Language.allCases {
      var driver = try Driver(columns: 20, rows: 8, language: language)
      driver.type("dF2022-06-10")
      #expect(driver.rows.last?.hasSuffix("2022-06-10") == true, "\(driver.rows)")
      #expect(driver.state.frame.fault == nil)
    }
  }
}
