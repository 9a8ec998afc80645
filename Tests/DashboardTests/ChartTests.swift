import Declaration
import Foundation
import Store
import Testing

@testable import Dashboard

/// Charts count what the record has, and can be looked at anywhere.
@Suite struct ChartTests {
  private func chart(_ name: Chart.Name, _ day: String = "2022-09-28") throws -> Chart {
    try Edition.builtIn().asOf(try #require(Day(day))).chart(name)
  }

  @Test(arguments: ["2022-06-11", "2022-09-28", "2022-10-07", "2024-12-31"])
  func barsAreTheCountsOfTheRecord(_ day: String) throws {
    let snapshot = try Edition.builtIn().asOf(try #require(Day(day)))
    guard case .bars(let bars) = snapshot.chart(.commitments).panels[0].form else {
      Issue.record("no bars")
      return
    }
    #expect(bars.map(\.subject) == snapshot.dossier.pillars.map { .pillar($0.id) })
    for (bar, pillar) in zip(bars, snapshot.dossier.pillars) {
      let count = snapshot.commitments.count { $0.pillar == pillar.id }
      #expect(bar.figure == (count == 0 ? nil : Double(count)), "nothing is not a bar of zero")
    }
  }

  @Test func chartsSayHowMuchOfThemIsTheUsersOwn() throws {
    let dossier = try Edition.builtIn().with(OwnSample.full)
    func told(_ name: Chart.Name, _ day: String) throws -> [String] {
      let day = try #require(Day(day))
      return dossier.asOf(day).chart(name).notes.filter { $0.hasPrefix("The user's own") }
    }
    #expect(try told(.commitments, "2022-10-07") == ["The user's own: 1 commitment."])
    #expect(try told(.attendance, "2022-10-07") == ["The user's own: 1 meeting."])
    #expect(try told(.attendance, "2022-09-28") == [], "nobody knew yet who would come")
    #expect(try told(.commitments, "2022-06-01") == [])
    for name in Chart.Name.allCases {
      #expect(try !chart(name).notes.contains { $0.hasPrefix("The user's own") })
    }
  }

  @Test func endorsementsGrowToTheirNumber() throws {
    guard case .steps(let steps) = try chart(.endorsements).panels[0].form else {
      Issue.record("no steps")
      return
    }
    #expect(steps.steps.map(\.total) == [20, 21] && steps.whole == 35)
    #expect(steps.steps[1].countries == ["Guyana"])
    #expect(try !chart(.endorsements, "2022-01-01").hasFigures)
  }

  @Test func attendanceSaysWhatIsNotReported() throws {
    guard case .stacks(let stacks, let whole) = try chart(.attendance).panels[0].form else {
      Issue.record("no stacks")
      return
    }
    #expect(stacks.count == 3 && whole == 35)
    for stack in stacks.dropLast() { #expect(stack.parts.reduce(0) { $0 + $1.count } == whole) }
    #expect(stacks[2].parts.isEmpty && stacks[2].text(in: .en) == "to come, in 8 days")
  }

  @Test(arguments: Chart.Name.allCases, [20, 40, 80, 120])
  func linesFitAndSayEveryFigure(_ name: Chart.Name, _ columns: Int) throws {
    let dossier = try Edition.builtIn()
    let chart = try chart(name, "2022-10-07")
    let lines = ChartText.text(of: chart, in: dossier, columns: columns).split(separator: "\n")
    // A link is not broken in two.
    #expect(lines.allSatisfy { $0.contains("https://") || String($0).cellWidth <= columns })
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("As of Friday 7 October 2022"))
    #expect(chart.sources.count > 3)
  }

  @Test func hostileTextStaysText() throws {
    let escaped = "<b>&\"'\u{1B}]8;;\u{202E}".escapedForMarkup
    #expect(escaped.hasPrefix("&lt;b&gt;&amp;&quot;&#39;"))
    #expect(escaped.unicodeScalars.allSatisfy { $0 != "\u{1B}" && $0 != "\u{202E}" })
  }

  @Test func theTimelineComesCloserAndGoesBack() throws {
    var driver = try Driver(columns: 120, rows: 40, day: "2024-12-31")
    driver.type("3")
    let whole = driver.rows
    driver.type("+")
    #expect(driver.state.notice?.text == "The timeline shows two years.")
    driver.type("+++")
    #expect(driver.state.notice?.text == "The timeline shows single days; there is nothing beyond.")
    driver.type("----")
    driver.press(.escape)
    #expect(driver.state.timelineScale == .whole)
    driver.type("12")
    driver.type("3")
    #expect(driver.rows == whole)
  }

  @Test func aBarLeadsToItsPillar() throws {
    var driver = try Driver()
    driver.type("Hjj")
    #expect(driver.row(with: "Detail: Pillar 3") != nil)
    driver.press(.escape)
    #expect(driver.row(with: "2 Countries") != nil)
    driver.type("H")
    let effects = driver.type("B")
    guard case .save(let name, let text) = try #require(effects.first) else {
      Issue.record("nothing is saved")
      return
    }
    #expect(name.hasSuffix(".svg") && text.hasPrefix("<"))
  }
}
