import Testing

@testable import Dashboard

@Suite struct TrailTests {
  /// Goes down the detail until a line with a text is chosen.
  private func choose(_ text: String, in driver: inout Driver) throws {
    for _ in 0..<300 {
      if let link = driver.state.detailLink,
        driver.state.page.lines[driver.state.page.links[link].rows.lowerBound].text.contains(text)
      {
        return
      }
      driver.press(.down)
    }
    Issue.record("no line with “\(text)” can be chosen")
  }

  @Test func goesFromACommitmentToItsSourceAndBack() throws {
    var driver = try Driver()
    driver.type("c4")
    try choose("Country", in: &driver)
    driver.press(.enter)
    #expect(driver.row(with: "Detail: Commitment of Belize › Belize") != nil)
    try choose("Regularize", in: &driver)
    driver.press(.enter)
    try choose("Fact sheet", in: &driver)
    let (offset, link) = (driver.state.offsets[.detail], driver.state.detailLink)
    driver.press(.enter)
    #expect(driver.row(with: "Facts that rest on it") != nil)
    driver.type("<")
    #expect(driver.state.offsets[.detail] == offset && driver.state.detailLink == link)
    driver.type(">")
    #expect(driver.row(with: "Facts that rest on it") != nil)
    driver.press(.escape, .escape, .escape)
    #expect(driver.state.followed.isEmpty && driver.state.focus == .detail)
    driver.press(.escape)
    #expect(driver.state.focus == .commitments)
  }

  @Test func anotherSelectionEndsTheTrail() throws {
    var driver = try Driver()
    driver.type("c4")
    try choose("Country", in: &driver)
    driver.press(.enter, .tab, .down)
    #expect(driver.state.followed.isEmpty && driver.state.undone.isEmpty)
    driver.type(">")
    #expect(driver.state.notice?.text == "There is no page ahead.")
  }

  /// Opens a view from a page that a link led to, scrolled, and leaves it again.
  @Test(arguments: ["c", "s", "d"])
  func aViewGivesThePageOfALinkBack(view: String) throws {
    var driver = try Driver(columns: 80, rows: 24)
    driver.type("/mexico")
    driver.press(.enter, .enter)
    try choose("Ninth Summit", in: &driver)
    driver.press(.enter)
    for _ in 0..<6 { driver.press(.down) }
    let before = driver.state.reading
    #expect(!before.followed.isEmpty && before.offset > 0)
    driver.type(view)
    #expect(driver.state.view != .record)
    for _ in 0..<3 where driver.state.view != .record { driver.press(.escape) }
    #expect(driver.state.view == .record && driver.state.reading == before)
    #expect(driver.row(with: "Mexico › ") != nil, "the page is seen")
    driver.type("c3")
    #expect(driver.state.followed.isEmpty, "another list, another page")
  }

  /// On another day another line may stand where the chosen one stood.
  @Test func aChosenLineIsNotGivenBackOnAnotherDay() throws {
    var driver = try Driver(columns: 80, rows: 24)
    driver.type("/mexico")
    driver.press(.enter, .enter)
    try choose("Ninth Summit", in: &driver)
    let before = driver.state.reading
    driver.type("c[")
    driver.press(.escape)
    #expect(driver.state.view == .record && driver.state.focus == .detail)
    #expect(driver.state.detailLink == nil && before.link != nil)
  }

  /// Whatever page a link led to, the meeting is shown when it is asked for.
  @Test(arguments: ["n", "cn", "c4n"])
  func theNextMeetingIsToldOnAPageThatALinkLedTo(keys: String) throws {
    var driver = try Driver(columns: 80, rows: 24)
    driver.type("n")
    let lima = try #require(driver.state.subject)
    driver.press(.down)
    for _ in 0..<100 where driver.state.detailLink == nil { driver.press(.down) }
    driver.press(.enter)
    try #require(driver.state.subject != lima && driver.state.listSubject == lima)
    driver.type(keys)
    #expect(driver.state.subject == lima && driver.state.followed.isEmpty)
  }

  /// On a small screen the page covers the list, and what was read to the end is another's.
  @Test func thePageOfAnotherBeginsAtTheTop() throws {
    var driver = try Driver(columns: 80, rows: 24)
    driver.type("2/canada")
    driver.press(.enter, .enter, .end)
    #expect(driver.state.offsets[.detail] ?? 0 > 0)
    driver.press(.escape, .escape, .escape)
    driver.type("2/mexico")
    driver.press(.enter, .enter)
    #expect(driver.row(with: "4 Detail: Mexico") != nil && driver.state.offsets[.detail] == 0)
  }

  /// A name that has no room beside day and meeting is cut, and not left out.
  @Test func theHeaderSaysWhatEverythingIsNarrowedTo() throws {
    for columns in [80, 70] {
      var driver = try Driver(columns: columns, rows: 24, language: .fr)
      driver.type("2/république dominicaine")
      driver.press(.enter, .enter)
      #expect(driver.state.trail == [.country("DO")])
      #expect(driver.rows[0].contains("› Répub"), "\(driver.rows[0])")
    }
  }

  @Test func everyLineOfThePageCanBeReached() throws {
    var driver = try Driver(columns: 80, rows: 24)
    driver.type("n")
    let count = driver.state.page.lines.count
    for _ in 0..<(2 * count) { driver.press(.down) }
    #expect(driver.row(with: "\(count)/\(count)") != nil)
    for _ in 0..<(2 * count) { driver.press(.up) }
    #expect(driver.state.offsets[.detail] == 0)
  }

  @Test func aCellOfTheMatrixOpensAndEscapeReturns() throws {
    var driver = try Driver(day: "2022-10-07")
    driver.type("x/mex")
    driver.press(.enter, .right, .right, .right, .right, .enter)
    #expect(driver.row(with: "Commitments 4 of") != nil)
    #expect(driver.state.listing.totals.sums.map(\.value) == [60_000])
    driver.press(.escape)
    #expect(driver.state.view == .matrix && driver.state.matrixColumn == 4)
    driver.press(.right, .enter)
    #expect(driver.state.notice?.text == "Mexico has no commitment in package 6.")
  }

  @Test func theSourcesOfACountryBeginWithWhatTheyDifferOn() throws {
    var driver = try Driver()
    driver.type("/mexico")
    driver.press(.enter)
    driver.type("s")
    let disputes = driver.state.snapshot.disputes(onAny: driver.state.snapshot.facts(of: "MX"))
    #expect(disputes.count == 2)
    #expect(driver.row(with: "2 disputes") != nil)
    // A step back leads to the country, not to the sources of everything.
    driver.press(.escape)
    #expect(driver.state.view == .record)
  }

  /// To the first line is to choose nothing, also where all of the page is on screen.
  @Test(arguments: ["g", "G"])
  func theEndsOfAPageHaveNoLinkChosen(_ key: String) throws {
    var driver = try Driver(columns: 200, rows: 60)
    driver.type("2/cuba")
    driver.press(.enter, .character("4"), .down, .down)
    #expect(driver.state.detailLink != nil)
    driver.type(key)
    #expect(driver.state.detailLink == nil)
  }
}
