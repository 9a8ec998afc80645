import Declaration
import Store
import Testing

@testable import Dashboard

/// What a session leaves for the next.
@Suite struct RememberedTests {
  /// A session that begins with what another left.
  private func next(after driver: Driver, columns: Int = 120, rows: Int = 40) throws -> Driver {
    var next = driver
    next.state = DashboardState(
      try Edition.builtIn().speaking(driver.state.language),
      size: Size(columns: columns, rows: rows), clock: Driver.clock,
      takesMouse: driver.state.remembered.takesMouse ?? true, remembered: driver.state.remembered,
      geometry: { try? Geometry.builtIn() })
    return next
  }

  @Test func nothingIsLeftWhereEverythingIsAsUsual() throws {
    let driver = try Driver()
    #expect(driver.state.remembered.value == .entry([:]))
  }

  @Test(arguments: [
    "2/per", "c/pillar:2", "cSS", "x" + String(repeating: "l", count: 7), "3++", "mS2", "mj+",
    "3}})",
    "2jjjC" + "jC", "e", "1j\r2jj", "z", "4", "ssj", "dj", "djjj", "H", "HjjjjM", "r",
    "2/chile\r\r",
  ])
  func theScreenComesBackAsItWasLeft(_ keys: String) throws {
    var driver = try Driver()
    for character in keys { driver.press(character == "\r" ? .enter : .character(character)) }
    if keys.contains("/"), !keys.contains("\r") { driver.press(.enter) }
    let again = try next(after: driver)
    // What was said and how far a list was scrolled is not among it.
    driver.press(.function(9))
    #expect(again.state.remembered == driver.state.remembered)
    #expect(again.screen == driver.screen)
  }

  @Test func theBestMatchIsSelectedAgainWhoeverEndsTheTyping() throws {
    var driver = try Driver()
    driver.type("2/mex")
    #expect(driver.state.subject == .country("MX"))
    let again = try next(after: driver)
    #expect(again.state.subject == .country("MX"))
  }

  @Test func theDayIsThePresentOneAgain() throws {
    var driver = try Driver()
    driver.type("[[[")
    #expect(try next(after: driver).state.snapshot.day == driver.state.dossier.startDay)
  }

  @Test func whatIsNoLongerThereIsPassedOver() throws {
    let hostile = RecordValue.entry([
      "view": .text("comparison"),
      "compared": .list([.text("PE"), .text("PE"), .text("nowhere"), .null]),
      "change": .number("-3"), "chart": .number("1e99"), "mouse": .text("on"),
      "focus": .text("matrix"), "list": .text("detail"), "filter": .text("a\u{1B}[2Jb\nc\u{202E}"),
      "facet": .text("none"), "sort": .number("1"),
      "matrix_column": .number("99999999999999999999"),
      "borders": .entry([
        "left": .number("-5"), "middle": .number("1e9"), "pillars": .number("99999999"),
        "nothing": .number("1"),
      ]),
      "trail": .list([.text("/meetings/none"), .text("no pointer"), .text("/pillars/2")]),
      "selected": .entry(["timeline": .text("/meetings/none"), "countries": .number("3")]),
      "language": .text("tlh"), "theme": .number("1"), "zoomed": .text("true"),
    ])
    for (columns, rows) in [(20, 5), (80, 24), (120, 40), (300, 100)] {
      let state = DashboardState(
        try Edition.builtIn(), size: Size(columns: columns, rows: rows), clock: Driver.clock,
        remembered: Remembered(hostile))
      #expect(state.view == .record && state.focus == .timeline && !state.isZoomed)
      #expect(state.trail == [.pillar("2")] && state.chosenLanguage == nil)
      #expect(!state.filter.text.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E })
      #expect(state.layout.panes.values.allSatisfy { $0.columns >= 4 && $0.rows >= 2 })
      _ = state.frame
    }
  }

  @Test func aNewcomerIsGreetedForThreeKeys() throws {
    for language in Language.allCases {
      var driver = try Driver(columns: 80, rows: 24, language: language)
      driver.state = DashboardState(
        try Edition.builtIn().speaking(language), size: Size(columns: 80, rows: 24),
        clock: Driver.clock, isFirstTime: true)
      let greeting = language("New here?")
      for _ in 0..<3 {
        #expect(driver.rows.last?.contains(greeting) ?? false)
        // Every word of it has room in the smallest usual terminal.
        #expect(
          driver.rows.last?.contains(language("leaves")) ?? false, "\(driver.rows.last ?? "")")
        driver.press(.down)
      }
      #expect(!(driver.rows.last?.contains(greeting) ?? true))
    }
  }
}
