import Declaration
import SeededGenerator
import Store
import Testing

@testable import Dashboard

@Suite struct RandomKeysTests {
  @Test func aLineTakesWhateverIsTyped() {
    var editor = LineEditor()
    for character in ["e", "\u{301}", "x", "\u{1F1F5}", "\u{1F1EA}", "y"] as [Character] {
      _ = editor.take(.character(character))
    }
    #expect(editor.text == "éx🇵🇪y" && editor.cursor == 4)
    editor.insert(String(repeating: "a\u{200C}", count: 400))
    _ = editor.take(.character("z"))
    #expect(editor.text.count <= 500)
  }

  @Test func keysOnAScreenThatIsTooSmallDoNoHarm() throws {
    var driver = try Driver()
    driver.type("4")
    _ = driver.state.update(.resize(Size(columns: 10, rows: 3)))
    driver.type("GGGGGG")
    _ = driver.state.update(.resize(Size(columns: 80, rows: 24)))
    #expect(driver.row(with: "Sources") != nil || driver.screen.contains("http"))
  }

  @Test func theFacetFollowsTheDay() throws {
    var driver = try Driver()
    driver.type("a@2022-06-20")
    driver.press(.enter)
    driver.type("@2024-12-31")
    driver.press(.enter)
    let shown = driver.countries
    driver.press(.control("l"))
    _ = driver.state.update(.resize(driver.state.size))
    #expect(driver.countries == shown && !shown.isEmpty)
  }

  /// Whatever is pressed, the picture holds together.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func holdTogether(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var driver = try Driver()
    let keys =
      KeyMap.usual.bindings.flatMap(\.keys) + "per pillar:2 -é\u{301}".map { Key.character($0) }
    for _ in 0..<150 {
      switch Int.random(in: 0..<40, using: &random) {
      case 0:
        let size = Size(
          columns: Int.random(in: 0...220, using: &random),
          rows: Int.random(in: 0...70, using: &random))
        _ = driver.state.update(.resize(size))
      case 1:
        let place = Mouse(
          .press, column: Int.random(in: 0...220, using: &random),
          row: Int.random(in: 0...70, using: &random))
        _ = driver.state.update(.mouse(place))
      case 2: _ = driver.state.update(.paste("-region:south \u{1B}[2Ja\u{200C}"))
      default: driver.press(keys[Int.random(in: 0..<keys.count, using: &random)])
      }
      check(driver.state)
    }
  }

  private func check(_ state: DashboardState) {
    let frame = state.frame
    #expect(frame.cells.count == frame.size.columns * frame.size.rows)
    #expect(frame.cells.allSatisfy { ($0.character?.cellWidth ?? 1) > 0 })
    if let cursor = frame.cursor {
      #expect((0..<frame.size.columns).contains(cursor.column))
      #expect((0..<frame.size.rows).contains(cursor.row))
    }
    for (pane, rectangle) in state.layout.panes where rectangle.inside.rows > 3 {
      let content = state.content(of: pane, in: rectangle.inside)
      guard let selection = content.selection else { continue }
      let offset = state.offsets[pane] ?? 0
      let height = content.listHeight(in: rectangle.inside.rows)
      #expect(
        height < 1 || (offset..<(offset + height)).contains(selection.lowerBound),
        "the selection of \(pane) is on screen")
    }
  }

  /// The clock is put right, by years even: the picture is the one of a start at that time.
  @Test(arguments: [1, -1, 1440, -1440, 525_600, -10_512_000, 40_000_000])
  func aClockThatJumpsLeavesNothingOfTheTimeBefore(_ minutes: Int) throws {
    let minute = Driver.clock.minute + minutes
    let clock = Clock(today: Day(number: minute / 1440), minute: minute)
    var driver = try Driver()
    driver.type("n")
    let before = driver.state.frame
    _ = driver.state.update(.clock(clock))
    var started = DashboardState(
      driver.state.dossier, size: driver.state.size, clock: clock,
      geometry: { try? Geometry.builtIn() })
    _ = started.update(.key(.character("n")))
    #expect(driver.state.frame == started.frame)
    driver.type("T")
    #expect(driver.state.snapshot.day == clock.today)
    _ = driver.state.update(.clock(Driver.clock))
    driver.type("@")
    driver.press(.enter)
    #expect(driver.state.frame == before)
  }
}
