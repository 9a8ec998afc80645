import Declaration
import Testing

@testable import Dashboard
@testable import Store

/// A record with more commitments than somebody reads of on one page.
@Suite struct LongListTests {
  /// So many of Chile under pillar 2, beside what the edition has.
  private static let count = 450

  private func driver(columns: Int = 120, rows: Int = 40) throws -> Driver {
    var record = try OwnDriver.edition()
    let entry = RecordValue.entry([
      "country": .text("CL"), "pillar": .text("2"), "announced": .text("2022-06-11"),
      "text": .entry(["en": .text("Open an office")]), "states": .list([]),
      "sources": .list([.text("lo-2022")]),
    ])
    for number in 0..<Self.count {
      record = record.setting(entry, at: ["commitments", "cl-many-\(number)"])
    }
    var driver = try Driver(columns: columns, rows: rows)
    driver.state = DashboardState(
      try Edition.dossier(Edition.text(of: record), file: "many.json"), size: driver.state.size,
      clock: Driver.clock)
    return driver
  }

  private func left(of total: Int, read: Int) -> String {
    "\(total - read) more; c lists the commitments."
  }

  @Test func aPageTellsTheFirstAndHowManyAreLeft() throws {
    var driver = try driver()
    driver.type("2/chile")
    driver.press(.enter)
    let snapshot = driver.state.snapshot
    let total = snapshot.commitments.count { $0.country == "CL" && $0.pillar == "2" }
    let lines = driver.state.page.lines.map(\.text)
    let told = lines.count { $0.contains("Open an office") }
    #expect(total >= Self.count && told > 0 && told <= DetailPage.readable)
    #expect(lines.contains(left(of: total, read: DetailPage.readable)))
    let page = snapshot.page(on: FactPath("countries", "CL"), columns: 120, clock: Driver.clock)
    let printed = try #require(page)
    #expect(printed.split(separator: "Open an office").count - 1 == Self.count)
    #expect(!printed.contains("more;"), "what is printed is whole")
  }

  @Test func aSourceTellsHowMuchMoreRestsOnIt() throws {
    let driver = try driver()
    let (facts, count) = driver.state.snapshot.facts(restingOn: "lo-2022", atMost: 10)
    let all = driver.state.snapshot.facts(restingOn: "lo-2022", atMost: .max)
    #expect(facts.count == 10 && count > Self.count && all.first.count == count)
    #expect(facts.map(\.text) == all.first.prefix(10).map(\.text))
  }

  @Test func aComparisonTellsHowManyAreLeft() throws {
    var driver = try driver(rows: 400)
    driver.type("2/chile")
    driver.press(.enter)
    driver.type("C/")
    driver.press(.control("u"))
    driver.type("peru")
    driver.press(.enter)
    driver.type("C")
    #expect(driver.state.view == .comparison)
    let total = driver.state.snapshot.commitments.count { $0.country == "CL" && $0.pillar == "2" }
    #expect(driver.rows.count { $0.contains("· Open an office") } <= 50)
    #expect(driver.row(with: left(of: total, read: 50)) != nil)
  }
}
