import Declaration
import Testing

@testable import Dashboard

/// Where the screen stands after a view was opened and left.
@Suite struct ViewTests {
  /// What is told before a view is opened is told when it is left: a note is written on that.
  @Test(arguments: ["c", "d", "H", "r", "s"], ["1", "2", "3"])
  func leavingAViewLeadsBackToWhatWasTold(_ view: String, _ list: String) throws {
    var driver = try Driver()
    driver.type("\(list)jj")
    let (subject, focus) = (driver.state.subject, driver.state.focus)
    driver.type(view)
    #expect(driver.state.view != .record)
    driver.press(.escape, .escape)
    #expect(driver.state.view == .record)
    #expect(driver.state.subject == subject)
    #expect(driver.state.focus == focus)
  }

  @Test(arguments: ["x", "m"])
  func viewsOfCountriesBeginAndEndAtTheSelectedOne(_ view: String) throws {
    var driver = try Driver()
    driver.type("2G")
    let last = try #require(driver.state.subject)
    driver.type(view)
    #expect(driver.state.subject == last)
    driver.press(.up)
    let other = try #require(driver.state.subject)
    #expect(other != last)
    driver.press(.escape)
    #expect(driver.state.subject == other)
    #expect(driver.state.focus == .countries)
  }

  /// Where no country is told of, such a view begins at the one that is selected, and leaves it.
  @Test(arguments: ["1", "3"], ["x", "m", "cx", "mcx", "xm"])
  func viewsOfCountriesLeaveTheSelectedOne(_ list: String, _ views: String) throws {
    var driver = try Driver()
    driver.type("2jjjj")
    let country = try #require(driver.state.subject)
    driver.type(list)
    let focus = driver.state.focus
    driver.type(views)
    #expect(driver.state.subject == country)
    driver.press(.escape, .escape, .escape)
    #expect(driver.state.view == .record)
    #expect(driver.state.focus == focus)
    driver.type("2")
    #expect(driver.state.subject == country)
  }

  /// Goes down the page to the first link of a kind, and follows it.
  private static func follow(_ driver: inout Driver, _ isWanted: (Subject) -> Bool) {
    for _ in 0..<100 {
      if let link = driver.state.detailLink, isWanted(driver.state.page.links[link].target) {
        break
      }
      driver.press(.down)
    }
    driver.press(.enter)
  }

  /// Who only looks where a linked country lies goes on reading its page.
  @Test(arguments: ["x", "m", "mx", "C"])
  func viewsOfCountriesLeadBackToTheLinkedOne(_ views: String) throws {
    var driver = try Driver(columns: 120, rows: 40)
    driver.type("2/chile")
    driver.press(.enter)
    driver.type("C2/")
    driver.press(.escape)
    driver.type("14")
    Self.follow(&driver) { if case .commitment = $0 { true } else { false } }
    Self.follow(&driver) { if case .country = $0 { true } else { false } }
    guard case .country(let code) = driver.state.subject, code != "CL" else {
      Issue.record("the links lead to a country")
      return
    }
    let page = driver.state.page.key
    driver.type(views)
    #expect(driver.state.view != .record)
    driver.press(.escape)
    if driver.state.view != .record { driver.press(.escape) }
    #expect(driver.state.view == .record && driver.state.page.key == page)
    #expect(driver.state.focus == .detail)
  }

  @Test func escapeLeadsBackToTheViewBefore() throws {
    var driver = try Driver()
    driver.type("c/pillar:2")
    driver.press(.enter, .down, .down)
    let chosen = driver.state.subject
    driver.type("s")
    #expect(driver.state.view == .sources && driver.state.sourceOwner == chosen)
    driver.type("/white")
    driver.press(.enter, .escape)
    #expect(driver.state.view == .sources && driver.state.listFilter.text.isEmpty)
    driver.press(.escape)
    #expect(driver.state.view == .commitments && driver.state.subject == chosen)
    #expect(driver.state.listFilter.text == "pillar:2")
    driver.press(.escape)
    #expect(driver.state.view == .commitments && driver.state.listFilter.text.isEmpty)
    driver.press(.escape)
    #expect(driver.state.view == .record)
  }

  @Test func escapeInACellOfTheMatrixTakesWhatWasTypedFirst() throws {
    var driver = try Driver(columns: 200, rows: 60)
    driver.type("x/canada")
    driver.press(.enter)
    for _ in 0..<4 { driver.press(.right) }
    driver.press(.enter)
    #expect(driver.state.view == .commitments && driver.state.listing.commitments.count == 1)
    let filter = driver.state.listFilter.text
    driver.type("/farm")
    driver.press(.enter, .escape)
    #expect(driver.state.view == .commitments && driver.state.listFilter.text == filter)
    driver.press(.escape)
    #expect(driver.state.view == .matrix && driver.state.filter.text == "canada")
  }

  @Test func aSessionThatGoesOnInAViewLeadsBackToTheList() throws {
    var driver = try Driver()
    driver.type("2jjc")
    let state = DashboardState(
      driver.state.snapshot.dossier, size: driver.state.size, clock: Driver.clock,
      remembered: driver.state.remembered)
    driver.state = state
    #expect(driver.state.view == .commitments)
    driver.press(.escape)
    #expect(driver.state.focus == .countries)
  }

  @Test func todayAskedAgainLeadsBack() throws {
    var driver = try Driver()
    let usual = driver.state.snapshot.day
    driver.type("[")
    driver.type("T")
    #expect(driver.state.snapshot.day == Driver.clock.today)
    #expect(driver.state.notice?.text == "T again goes back to Wednesday 28 September 2022.")
    driver.type("T")
    #expect(driver.state.snapshot.day == usual)
    #expect(driver.state.notice?.text == "As of Wednesday 28 September 2022.")
  }

  /// The day after a meeting, what it brought is asked for from the one before on.
  @Test func theFirstDayIsNotAfterTheLast() throws {
    var driver = try Driver(columns: 100, rows: 30)
    driver.type("dF2022-10-30")
    driver.press(.enter)
    #expect(
      driver.state.notice?.text == "The first day, 30 Oct 2022, is after the last, 28 Sep 2022.")
    #expect(driver.state.prompt != nil, "what was typed can be mended")
    driver.press(.backspace, .backspace, .backspace, .backspace, .backspace)
    driver.type("08-01")
    driver.press(.enter)
    #expect(driver.row(with: "What changed after 1 Aug 2022") != nil)
  }

  @Test func theMeetingBeforeIsAnExampleOfAFirstDay() throws {
    var driver = try Driver(day: "2022-10-07")
    #expect(driver.state.changesStart == Day("2022-09-26"))
    #expect(try Driver(day: "2022-10-08").state.changesStart == Day("2022-10-06"))
    driver.type("dF")
    #expect(driver.rows.last?.contains("such as 2022-06-10, the meeting before;") ?? false)
    driver.press(.escape)
    driver.type("@")
    #expect(driver.rows.last?.contains("such as 2022-10-06, or today;") ?? false)
  }
}
