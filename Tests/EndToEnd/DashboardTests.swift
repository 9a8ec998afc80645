import Dashboard
import Declaration
import Foundation
import Pseudoterminal
import Store
import Testing

@testable import Terminal
@testable import ladmp

/// The program beside the state that it should be in: after each event both show the same.
struct Companion {
  let session: Session
  var state: DashboardState
  var palette: Palette

  init(
    _ arguments: [String] = [], columns: Int = 120, rows: Int = 40,
    setting: [String: String?] = [:], theme: String = ThemeShelf.usual,
    depth: ColourDepth = .many, language: Language = .en
  ) throws {
    session = try Session(arguments, columns: columns, rows: rows, setting: setting)
    palette = try Companion.palette(theme, depth)
    let now = Int(Date().timeIntervalSince1970)
    state = DashboardState(
      try Edition.builtIn().speaking(language), size: Size(columns: columns, rows: rows),
      clock: Clock(today: Day(number: now / 86_400), minute: now / 60),
      geometry: { try? Geometry.builtIn() })
  }

  /// The rows of a recorded frame.
  static func recorded(_ name: String) throws -> [String] {
    let frames = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("DashboardTests/Frames/\(name).txt")
    let text = try String(contentsOf: frames, encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      .map(String.init)
  }

  static func palette(_ theme: String, _ depth: ColourDepth) throws -> Palette {
    let shelf = ThemeShelf(folder: nil, parts: ThemePart.all.map(\.name))
    return Palette(Theme(try shelf.theme(theme)), depth: depth)
  }

  mutating func press(_ keys: Key...) throws {
    for key in keys {
      session.press(key)
      _ = state.update(.key(key))
      try agree("after \(key.label)")
    }
  }

  mutating func type(_ text: String) throws {
    for character in text { try press(.character(character)) }
  }

  mutating func resize(columns: Int, rows: Int) throws {
    session.resize(columns: columns, rows: rows)
    _ = state.update(.resize(Size(columns: columns, rows: rows)))
    try agree("at \(columns)x\(rows)")
  }

  /// Waits until every cell, its colours and the cursor are as the state has them. The minute on
  /// the wall may pass meanwhile.
  func agree(_ when: String) throws {
    // Comparing thousands of cells takes its time on a busy machine.
    try session.wait(for: "the same screen \(when)", within: 60) {
      var state = state
      let now = Int(Date().timeIntervalSince1970)
      _ = state.update(.clock(Clock(today: Day(number: now / 86_400), minute: now / 60)))
      return isShown(state.frame)
    }
  }

  private func isShown(_ frame: Frame) -> Bool {
    let screen = session.screen
    guard screen.size == frame.size, screen.showsCursor == (frame.cursor != nil) else {
      return false
    }
    if let cursor = frame.cursor, cursor != screen.cursor { return false }
    return (0..<frame.size.rows).allSatisfy { row in
      zip(screen.cells(row: row), frame[row: row]).allSatisfy(isSame)
    }
  }

  private func isSame(_ seen: EmulatedScreen.Cell, _ wanted: Cell) -> Bool {
    let look = palette.look(of: wanted.style)
    guard seen.text == wanted.character.map(String.init) ?? "" else { return false }
    // The colour of a letter does not show in an empty cell; curses may leave it out.
    let hasInk = seen.text != " " || look.isUnderlined
    return seen.background == Int(look.background)
      && (!hasInk || seen.foreground == Int(look.foreground) && seen.isBold == look.isBold)
      && seen.isUnderlined == look.isUnderlined && seen.isReversed == look.isReversed
  }
}

@Suite(.serialized) struct DashboardEndToEnd {
  @Test(arguments: [(80, 24), (120, 40), (200, 60), (40, 12), (20, 5)])
  func showsTheFirstFrame(_ columns: Int, _ rows: Int) throws {
    let companion = try Companion(columns: columns, rows: rows)
    try companion.agree("at the start")
    #expect(companion.session.screen.isAlternate)
  }

  @Test func everyKeyDoesWhatItsTableSays() throws {
    var companion = try Companion()
    try companion.agree("at the start")
    let leaving: Set<Request> = [.quit, .suspend, .openLink, .briefing, .theme]
    for (request, keys) in KeyMap.usual.bindings where !leaving.contains(request) {
      for key in keys {
        try companion.press(key)
        let typing: Set<Request> = [.filter, .chooseDay, .firstDay, .help]
        if typing.contains(request) { try companion.press(.escape) }
      }
    }
  }

  @Test func filtersByKeystroke() throws {
    var companion = try Companion(columns: 80, rows: 24)
    try companion.type("/méx")
    #expect(companion.session.shows("Mexico"))
    try companion.press(.backspace, .control("w"))
    try companion.type("-status:endorsed region:south")
    #expect(companion.session.shows("Bolivia") && !companion.session.shows("Peru"))
    try companion.press(.down, .down, .up, .control("u"))
    try companion.type("zzz")
    #expect(companion.session.shows("No country is left"))
    try companion.press(.escape)
    try companion.type("/colour:x")
    #expect(companion.session.shows("There is no field"))
  }

  @Test func showsTheNextMeeting() throws {
    var companion = try Companion()
    #expect(try companion.session.waitedFor("Next: Lima, Thu 6 Oct 2022, in 8 days"))
    try companion.type("1n")
    #expect(companion.session.shows("Thursday 6 October 2022"))
    try companion.type("]]]]")
    try companion.type("@2022-10-07")
    try companion.press(.enter)
    #expect(!companion.session.shows("Next: Lima"))
  }

  @Test func goesFromADisputeToBothSides() throws {
    var companion = try Companion()
    try companion.type("ss/day of the")
    try companion.press(.enter, .enter)
    #expect(companion.session.shows("Monday 26 September 2022"))
    #expect(companion.session.shows("Tuesday 27 September 2022"))
    #expect(companion.session.shows("Why the record shows what it shows"))
    try companion.press(.escape, .escape, .escape)
    #expect(companion.session.shows("1 Pillars"))
  }

  @Test func drawsTheMap() throws {
    var companion = try Companion(columns: 80, rows: 24)
    try companion.type("m")
    #expect(companion.session.shows("Central America and the Caribbean"))
    try companion.press(.down, .down, .right)
    try companion.type("SS[[]+")
    try companion.resize(columns: 120, rows: 40)
    try companion.type("S-/barb")
    try companion.press(.enter, .escape, .enter)
    #expect(companion.session.shows("Detail: Barbados"))
    try companion.resize(columns: 40, rows: 20)
    try companion.press(.escape, .escape)
    #expect(companion.session.shows("2 Countries"))
  }

  @Test func listsTheMapsCountriesWithoutUnicode() throws {
    let session = try Session(["--ascii"])
    try session.wait(forText: "1 Pillars")
    session.type("m")
    for text in ["| Northern America", "| South America", "|  o BO Bolivia", "|  * PE Peru"] {
      try session.wait(forText: text)
    }
    #expect(session.screen.rows.allSatisfy { $0.allSatisfy(\.isASCII) })
  }

  @Test func followsTheTerminalsSize() throws {
    var companion = try Companion(columns: 300, rows: 100)
    try companion.agree("at the start")
    for (columns, rows) in [(20, 5), (300, 100), (10, 2), (80, 24), (1, 1), (120, 40)] {
      try companion.resize(columns: columns, rows: rows)
    }
    try companion.type("2jjj")
  }

  /// A picture for 20 rows that reaches the terminal once it has 30 would leave its scroll region.
  @Test func noScrollRegionIsLeftOfAnotherSize() throws {
    let session = try Session(columns: 100, rows: 20)
    try session.wait(forText: "1 Pillars")
    session.resize(columns: 100, rows: 30)
    let reset = Array("\u{1B}[1;30r".utf8)
    try session.wait(for: "the region") { session.output.firstRange(of: reset) != nil }
    try session.wait(forText: "q quit")
  }

  @Test func paintingAnewChangesNothing() throws {
    var companion = try Companion()
    for key: Key in [.character("2"), .pageDown, .enter, .character("z"), .escape, .escape] {
      try companion.press(key)
    }
    let before = companion.session.screen.rows
    companion.session.press(.control("l"))
    try companion.press(.character("?"), .escape)
    #expect(companion.session.screen.rows == before)
  }

  /// Curses gives ☎️ one cell, the frame two: what stood in the second has to go. Of a family it
  /// knows no more than the first, and must not go on in the next row.
  @Test func nothingIsLeftBesideACharacterThatCursesGivesOneCell() throws {
    let session = try Session()
    try session.wait(forText: "1 Pillars")
    session.type("/\u{1B}[200~gggg\u{1B}[201~")
    try session.wait(forText: "/ gggg")
    // Both in one frame, so that no blank is drawn in between.
    session.type("\u{15}\u{1B}[200~☎\u{FE0F}.👨‍👩‍👧.\u{1B}[201~")
    try session.wait(forText: "/ ☎\u{FE0F} .👨.")
  }

  @Test func takesAPasteIntoTheFilter() throws {
    var companion = try Companion()
    try companion.agree("at the start")
    companion.session.type("\u{1B}[200~q\u{1B}[2Jperú\u{1B}[201~")
    _ = companion.state.update(.paste("q\u{1B}[2Jperú"))
    try companion.agree("after the paste")
  }

  @Test func followsTheMouse() throws {
    var companion = try Companion()
    try companion.agree("at the start")
    companion.session.terminal.write(companion.session.screen.bytes(forClickAt: 50, 10))
    _ = companion.state.update(.mouse(Mouse(.press, column: 50, row: 10)))
    _ = companion.state.update(.mouse(Mouse(.release, column: 50, row: 10)))
    try companion.agree("after the click")
  }
}

extension Session {
  func waitedFor(_ text: String) throws -> Bool {
    try wait(forText: text)
    return true
  }
}
