import Declaration
import Testing

@testable import Dashboard

/// What marks the user's own, and what it leaves unmarked.
@Suite struct OwnMarkTests {
  @Test func nothingOfTheirsIsToldThatWasNotKnownOnTheDay() throws {
    let own = OwnRecord(changes: OwnSample.changes)
    for (day, isKnown) in [("2022-09-28", false), ("2022-10-07", true)] {
      var driver = try OwnDriver(day: day, own: own)
      driver.type("/peru")
      driver.press(.enter, .escape)
      #expect((driver.driver.row(with: "The president") != nil) == isKnown)
      let row = try #require(driver.driver.row(with: "PE Peru"))
      #expect(row.contains("*") == isKnown)
    }
  }

  @Test func aStatusIsSaidAsThePagesSayIt() throws {
    let own = OwnRecord(changes: [
      OwnChange(
        kind: .changed, path: .at("/meetings/launch-2022/attendance/PE/status"), made: nil,
        sources: [], before: "attended", now: "declined")
    ])
    var driver = try OwnDriver(columns: 200, rows: 60, own: own)
    driver.type("r")
    #expect(driver.driver.row(with: "status: stayed away, before attended") != nil)
    driver.type("LL")
    #expect(
      driver.driver.row(with: "declined") == nil && driver.driver.row(with: "attended") == nil)
  }

  @Test func whatWasAddedDoesNotMarkWhatIsInItOfOthers() throws {
    let own = OwnRecord(changes: [
      OwnChange(
        kind: .added, path: .at("/meetings/launch-2022"), made: nil, sources: [], before: nil,
        now: nil)
    ])
    let driver = try OwnDriver(columns: 200, rows: 60, own: own)
    let rows = driver.driver.rows
    #expect(rows.contains { $0.contains("PE Peru") } && !rows.contains { $0.contains("│+ ●") })
    #expect(rows.contains { $0.contains("│+◆ 26 Sep 22") || $0.contains("│+ ◆ 26 Sep 22") })
    #expect(driver.state.snapshot.ownWord(ofEntry: .at("/countries/PE")) == nil)
    #expect(driver.state.snapshot.ownWord(ofEntry: .at("/meetings/launch-2022")) != nil)
  }

  @Test func theListOfChangesMarksWhatIsTheirs() throws {
    let own = OwnRecord(changes: [
      OwnChange(
        kind: .changed, path: .at("/endorsements/AR/date"), made: nil, sources: [],
        before: nil, now: nil)
    ])
    var driver = try OwnDriver(day: "2022-10-07", own: own)
    driver.type("dF2022-06-01")
    driver.press(.enter)
    let rows = driver.driver.rows.filter { $0.contains("has endorsed") }
    #expect(rows.count > 10 && rows.filter { $0.contains("*  ● ") }.count == 1)
    #expect(rows.contains { $0.contains("*  ● Argentina has endorsed") })
  }
}
