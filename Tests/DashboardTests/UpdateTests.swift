import Declaration
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
    #expect(driver.row(with: "Filter the list, or search the page") != nil)
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
    // The meeting is over when its day is, where it is held: in Lima it is five hours earlier.
    let after = try #require(Day("2022-10-07"))
    for (minute, time) in [(4 * 60 + 59, "23:59 there"), (5 * 60, nil)] {
      _ = driver.state.update(.clock(Clock(today: after, minute: after.number * 1440 + minute)))
      #expect(driver.state.wantsClock == (time != nil))
      #expect(driver.row(with: time ?? "there") != nil || time == nil)
    }
    // Who looks back on a day before the meeting has no use for the hour there.
    #expect(driver.row(with: "there") == nil && driver.row(with: "in 8 days") != nil)
    _ = driver.state.update(.clock(Driver.clock))
    #expect(driver.state.wantsClock)
    driver.press(.character("1"))
    #expect(!driver.state.wantsClock)
  }
}
