import Declaration
import Store
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

  /// What was changed has the source of the change beside it.
  @Test func aChangedFactNamesTheSourceOfTheChange() throws {
    let id = "us-2022-06-10-1"
    let own = OwnRecord(changes: [
      OwnChange(
        kind: .changed, path: .at("/commitments/\(id)/amount"), made: nil, sources: ["lo-2022"],
        before: "20000", now: "25000")
    ])
    let dossier = try Edition.builtIn().with(own)
    let credited = dossier.commitments.map { $0.id == id ? $0.resting(on: "lo-2022") : $0 }
    let snapshot = dossier.with(own, commitments: credited)
      .asOf(try #require(Day("2022-10-07")))
    let page = try #require(
      snapshot.page(on: .at("/commitments/\(id)"), columns: 80, clock: Driver.clock))
    let lines = page.split(separator: "\n")
    let figure = try #require(lines.first { $0.hasPrefix("Figure ") })
    let number = try #require(
      lines.first { $0.contains("Article on the meeting") }?.prefix { $0 != " " })
    #expect(figure.hasSuffix(number))
    #expect(page.contains("25,000; the edition has 20,000"))
  }
}

extension Commitment {
  /// The same with another source before its own.
  fileprivate func resting(on source: SourceID) -> Commitment {
    Commitment(
      id: id, country: country, pillar: pillar, package: package, text: text, amount: amount,
      partOf: partOf, announced: announced, meeting: meeting, due: due, steps: steps, note: note,
      sources: [source] + sources)
  }
}
