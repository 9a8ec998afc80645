import Declaration
import Query
import Testing

@testable import Dashboard

/// The line in which a filter is typed, and the footer that helps with it.
@Suite struct FilterTests {
  @Test(arguments: Language.allCases)
  func aClickOnTheFooterDoesWhatItsKeyWould(_ language: Language) throws {
    func click(_ text: String, in driver: inout Driver) throws -> [Effect] {
      let footer = try #require(driver.rows.last)
      let place = try #require(footer.range(of: text), "\(footer)")
      let column = String(footer[..<place.lowerBound]).cellWidth
      return driver.state.update(.mouse(Mouse(.press, column: column, row: 39)))
    }
    var driver = try Driver(language: language)
    _ = try click(language.hint(Request.filter.hint), in: &driver)
    #expect(driver.state.prompt == .filter)
    _ = try click("\(Query.countryFields(in: language)[1])", in: &driver)
    #expect(driver.state.filter.text == Query.countryFields(in: language)[1])
    _ = try click(language("Esc"), in: &driver)
    #expect(driver.state.prompt == nil && driver.state.filter.text.isEmpty)
    #expect(driver.state.focus == .countries)
    _ = try click("Tab", in: &driver)
    #expect(driver.state.focus == .timeline)
    #expect(try click("q \(language.hint("quit"))", in: &driver) == [.quit])
    // Between keys there is nothing.
    let before = driver.state
    _ = driver.state.update(.mouse(Mouse(.press, column: 0, row: 39)))
    #expect(driver.state.focus == before.focus && driver.state.prompt == nil)
  }

  @Test func aFilterThatIsTakenUpAgainGoesOnWithAnotherWord() throws {
    var driver = try Driver()
    driver.type("/region:south")
    driver.press(.enter)
    driver.type("/per")
    #expect(driver.state.filter.text == "region:south per")
    #expect(driver.state.listing.countries.count == 1)
    driver.press(.control("w"), .enter)
    #expect(driver.state.filter.text == "region:south")
  }

  @Test func theFilterShowsThatItsBeginningIsCutAway() throws {
    var driver = try Driver(columns: 80, rows: 24)
    driver.type("/region:south -status:endorsed,not-endorsed attended:launch")
    let row = try #require(driver.row(with: "/ …"))
    #expect(row.contains("d:launch") && !row.contains("/ …region"))
  }
}
