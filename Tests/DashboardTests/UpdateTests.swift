import Declaration
import SeededGenerator
import Store
import Testing

@testable import Dashboard

@Suite struct UpdateTests {
  @Test func opensOnTheNextMeeting() throws {
    let driver = try Driver()
    #expect(driver.state.subject == .meeting("lima-2022"))
    #expect(driver.rows[0].contains("as of Wed 28 Sep 2022"))
    #expect(driver.rows[0].contains("Next: Lima, Thu 6 Oct 2022, in 8 days"))
  }

  @Test func narrowsWithEveryKeyAndClears() throws {
    var driver = try Driver()
    driver.type("/per")
    #expect(driver.countries == ["PE"])
    #expect(driver.state.selected(in: .countries) == .country("PE"))
    #expect(driver.row(with: "/ per")?.contains("1 ") == true)
    driver.press(.backspace, .backspace, .backspace)
    #expect(driver.countries.count == 35)
    driver.type("MÉXI")
    #expect(driver.countries == ["MX"])
    driver.press(.control("u"))
    #expect(driver.countries.count == 35)
    driver.type("colo")
    driver.press(.escape)
    #expect(driver.countries.count == 35)
    #expect(driver.state.prompt == nil)
  }

  @Test func keepsTheFilterOnEnterAndGivesTheSelectionBack() throws {
    var driver = try Driver()
    driver.press(.character("2"), .down, .down, .down)
    driver.type("/per")
    driver.press(.enter)
    #expect(driver.countries == ["PE"] && driver.state.prompt == nil)
    driver.press(.escape)
    #expect(driver.countries.count == 35)
    #expect(driver.state.selected(in: .countries) == .country("PE"))
    driver.type("/colo")
    #expect(driver.state.selected(in: .countries) != .country("PE"))
    driver.press(.escape)
    #expect(driver.state.selected(in: .countries) == .country("PE"))
  }

  @Test func movesWhileFiltering() throws {
    var driver = try Driver()
    driver.type("/gu")
    let first = driver.state.selected(in: .countries)
    driver.press(.down)
    #expect(driver.state.selected(in: .countries) != first)
    #expect(driver.state.prompt == .filter)
  }

  @Test func facetsTurnOnAndOff() throws {
    var driver = try Driver()
    driver.type("e")
    #expect(driver.countries.count == 21)
    driver.type("a")
    #expect(driver.countries.count == 19)
    #expect(driver.row(with: "only: at ") != nil)
    driver.type("w")
    #expect(driver.countries.count == 14)
    #expect(Set(["BO", "CU", "DO", "NI", "SR", "VE"]).isSubset(of: driver.countries))
    driver.type("w")
    #expect(driver.countries.count == 35)
  }

  @Test func aPillarNarrowsTheCountriesAndEscTakesItBack() throws {
    var driver = try Driver()
    driver.press(.character("1"), .down, .enter)
    #expect(driver.state.trail == [.pillar("2")])
    #expect(driver.rows[0].contains("› Pillar 2"))
    #expect(driver.countries.contains("US") && driver.countries.count < 35)
    driver.press(.escape)
    #expect(driver.state.trail.isEmpty && driver.countries.count == 35)
  }

  @Test func aMeetingNarrowsToThoseWhoCame() throws {
    var driver = try Driver()
    driver.press(.character("3"), .up)
    while driver.state.subject != .meeting("launch-2022") { driver.press(.up) }
    driver.press(.enter)
    #expect(driver.countries.count == 19)
    #expect(!driver.countries.contains("BB"))
  }

  @Test func aCountryShowsItsRowEverywhere() throws {
    var driver = try Driver()
    driver.type("/peru")
    driver.press(.enter, .enter)
    #expect(driver.state.trail == [.country("PE")])
    #expect(driver.row(with: "Pillar, for Peru") != nil)
    #expect(driver.row(with: "26 Sep 22")?.contains("✓") == true)
  }

  @Test func goesThroughTheRecordsDays() throws {
    var driver = try Driver()
    driver.type("]")
    let later = driver.state.snapshot.day
    #expect(later > (try #require(Day("2022-09-28"))))
    driver.type("[[")
    #expect(driver.state.snapshot.day < (try #require(Day("2022-09-28"))))
    driver.type("T")
    #expect(driver.state.snapshot.day == Driver.clock.today)
    driver.type("@2022-10-07")
    driver.press(.enter)
    #expect(driver.state.snapshot.day == Day("2022-10-07"))
    #expect(driver.rows[0].contains("Lima") == false)
    driver.type("@")
    driver.press(.enter)
    #expect(driver.state.snapshot.day == Day("2022-09-28"))
  }

  @Test func refusesADayThatIsNone() throws {
    var driver = try Driver()
    driver.type("@2022-13-40")
    driver.press(.enter)
    #expect(driver.rows.last?.contains("is not a day") == true)
    #expect(driver.state.snapshot.day == Day("2022-09-28"))
    driver.press(.backspace)
    #expect(driver.rows.last?.contains("2022-13-4") == true, "what was typed is not lost")
  }

  @Test func limaIsPastOneDayLater() throws {
    var driver = try Driver(day: "2022-10-07")
    driver.press(.character("3"))
    driver.type("g")
    while driver.state.subject != .meeting("lima-2022") { driver.press(.down) }
    driver.press(.character("4"), .character("z"))
    #expect(driver.row(with: "Outcome") != nil)
  }

  @Test func theLaunchShowsBothDates() throws {
    var driver = try Driver()
    driver.press(.up)
    while driver.state.subject != .meeting("launch-2022") { driver.press(.up) }
    driver.press(.character("4"), .character("z"))
    let text = driver.screen
    #expect(text.contains("Monday 26 September 2022"))
    #expect(text.contains("Tuesday 27 September 2022"))
    #expect(text.contains("‡"))
  }

  @Test func quitsAndSuspendsFromAnywhere() throws {
    for start in ["", "/", "?", "@"] {
      var driver = try Driver()
      driver.type(start)
      #expect(driver.press(.control("c")) == [.quit])
      #expect(driver.press(.control("z")) == [.suspend])
    }
    var driver = try Driver()
    #expect(driver.type("q") == [.quit])
    driver = try Driver()
    #expect(driver.type("/q") == [], "a letter in the filter is a letter")
  }

  @Test func helpIsSearchable() throws {
    var driver = try Driver()
    driver.type("?")
    driver.type("filter")
    #expect(driver.row(with: "Filter the list as you type") != nil)
    #expect(driver.row(with: "Half a page up") == nil)
    driver.press(.escape)
    #expect(driver.row(with: "Filter the countries as you type") == nil)
  }

  @Test func everyKeyOfTheTableIsInTheHelp() throws {
    let help = HelpView.rows(matching: "").map(\.text).joined(separator: "\n")
    for binding in KeyMap.usual.bindings {
      #expect(help.contains(binding.request.explanation))
      for key in binding.keys {
        #expect(help.contains(key.label))
        #expect(KeyMap.usual.request(for: key) == binding.request, "\(key.label) is bound twice")
      }
    }
  }

  @Test func theMouseFocusesSelectsAndScrolls() throws {
    var driver = try Driver()
    let row = try #require(driver.rows.firstIndex { $0.contains("PY Paraguay") })
    let column = try #require(driver.rows[row].range(of: "Paraguay"))
    let cells = driver.rows[row].distance(from: driver.rows[row].startIndex, to: column.lowerBound)
    _ = driver.state.update(.mouse(Mouse(.press, column: cells, row: row)))
    #expect(driver.state.focus == .countries)
    #expect(driver.state.selected(in: .countries) == .country("PY"))
    _ = driver.state.update(.mouse(Mouse(.wheelDown, column: cells, row: row)))
    #expect(driver.state.selected(in: .countries) != .country("PY"))
  }

  @Test func ticksOnlyWhereATimeIsShown() throws {
    var driver = try Driver()
    #expect(driver.state.wantsClock)
    driver.press(.character("1"))
    #expect(!driver.state.wantsClock)
  }
}

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
