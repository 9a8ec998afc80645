import CMarkdown
import Dashboard
import Declaration
import Foundation
import Store
import Testing

@Suite struct BriefingTests {
  private func check(_ page: String, _ name: String) {
    #expect(page.hasPrefix("# ") && page.hasSuffix("\n"), "\(name)")
    #expect(!page.contains("\n\n\n") && page.visibleLines == page, "\(name)")
    let notes = page.split(separator: "\n").filter { $0.hasPrefix("[^") }
    let defined = notes.compactMap { $0.prefix { $0 != ":" } }.map(String.init)
    #expect(Set(defined).count == defined.count, "\(name)")
    let body = page.split(separator: "\n").filter { !$0.hasPrefix("[^") }.joined(separator: "\n")
    let used = body.split(separator: "[^").dropFirst().map { "[^\($0.prefix { $0 != "]" })]" }
    #expect(Set(used) == Set(defined), "\(name)")
    #expect(notes.allSatisfy { $0.contains(": ") }, "\(name)")
    checkHTML(of: page, notes: notes.count, name)
  }

  @Test func whatIsTheUsersOwnIsNotLeftToTheSourcesOfTheEdition() throws {
    let day = try #require(Day("2022-10-07"))
    let snapshot = try Edition.builtIn().with(OwnSample.full).asOf(day)
    let meeting = try #require(snapshot.dossier.meeting("lima-2022"))
    let page = Briefing.text(on: meeting, in: snapshot)
    check(page, "lima-2022")
    let part = try #require(page.split(separator: "## Changed from the edition").last)
    #expect(part.contains("Peru and the OAS; the edition has Peru[^"))
    #expect(
      !Briefing.text(on: meeting, in: try Edition.builtIn().asOf(day)).contains("Changed from"))
    let unitedStates = try #require(snapshot.dossier.country("US"))
    let other = Briefing.text(on: unitedStates, in: snapshot)
    check(other, "US")
    #expect(
      other.contains("## Changed from the edition")
        && other.contains("2023-06; the edition has nothing"))
  }

  @Test func whatIsTheUsersOwnSaysSoWhereItStands() throws {
    let dossier = try Edition.builtIn().with(OwnSample.full)
    func page(_ day: String, on country: String) throws -> String {
      let snapshot = dossier.asOf(try #require(Day(day)))
      let page = Briefing.text(on: try #require(dossier.country(country)), in: snapshot)
      check(page, "\(country) on \(day)")
      return page
    }
    let peru = try page("2022-10-07", on: "PE")
    #expect(peru.contains("attended (Foreign Minister César Landa) (changed)"))
    #expect(peru.split(separator: "\n").count { $0.contains("(changed)") } == 1)
    let unitedStates = try page("2022-10-07", on: "US")
    #expect(unitedStates.split(separator: "\n").count { $0.contains("(changed). Announced") } == 1)
    let lima = try #require(dossier.meeting("lima-2022"))
    let snapshot = dossier.asOf(try #require(Day("2022-10-07")))
    let meeting = Briefing.text(on: lima, in: snapshot)
    check(meeting, "lima-2022")
    #expect(meeting.contains("- Host: Peru (Foreign Minister César Landa) (changed)\n"))
    #expect(meeting.contains("Guyana, Peru (changed), United States"), "its attendance")
    #expect(meeting.split(separator: "\n").count { $0.contains("(changed)") } == 2)
  }

  @Test func aMeetingAheadHasWhoCameToThoseBefore() throws {
    let dossier = try Edition.builtIn()
    let lima = try #require(dossier.meeting("lima-2022"))
    func lines(_ day: String) throws -> [Substring] {
      let page = Briefing.text(on: lima, in: dossier.asOf(try #require(Day(day))))
      return page.split(separator: "\n").filter { $0.contains("Summit of the Americas: ") }
    }
    let before = try lines("2022-09-28")
    let there = try #require(before.first { $0.contains(": attended, 23: ") })
    #expect(there.contains("Jamaica") && there.contains("[^") && !there.contains("Mexico"))
    #expect(before.contains { $0.contains(": sent a delegate, 7: ") && $0.contains("Mexico") })
    #expect(!before.contains { $0.contains("not reported") })
    #expect(try lines("2022-10-07").isEmpty, "its own report is there then")
  }

  @Test func nothingIsToldOfTheUsersOwnThatWasNotKnownOnTheDay() throws {
    let dossier = try Edition.builtIn().with(OwnSample.full)
    let early = dossier.asOf(try #require(Day("2022-09-28")))
    let peru = Briefing.text(on: try #require(dossier.country("PE")), in: early)
    #expect(!peru.contains("The president") && !peru.contains("Changed from"))
    let lima = Briefing.text(on: try #require(dossier.meeting("lima-2022")), in: early)
    #expect(
      !lima.contains(": The president") && lima.contains("Peru and the OAS; the edition has Peru"),
      "\(lima)")
  }

  /// The reference reader finds every footnote, and no text that was meant as one.
  private func checkHTML(of page: String, notes: Int, _ name: String) {
    guard let bytes = shim_html(page, page.utf8.count) else {
      Issue.record("\(name) can't be read")
      return
    }
    defer { free(bytes) }
    let html = String(cString: bytes)
    #expect(html.hasPrefix("<h1>") && !html.contains("[^"), "\(name)")
    #expect(html.components(separatedBy: "<li id=\"fn").count - 1 == notes, "\(name)")
    #expect(!html.contains("<!-- raw HTML omitted -->") && !html.contains("\\"), "\(name)")
  }

  @Test(arguments: ["2022-06-01", "2022-09-28", "2022-10-07", "2025-06-01"])
  func everyCountryAndMeetingHasOne(_ day: String) throws {
    let snapshot = try Edition.builtIn().asOf(try #require(Day(day)))
    for country in snapshot.dossier.countries {
      check(Briefing.text(on: country, in: snapshot), "\(country.id) on \(day)")
    }
    for meeting in snapshot.meetings {
      check(Briefing.text(on: meeting, in: snapshot), "\(meeting.id) on \(day)")
    }
  }

  /// What is listed is what is saved, each change with its sources.
  @Test func theChangesHaveOne() throws {
    var driver = try Driver(columns: 120, rows: 40, day: "2022-10-07")
    driver.type("d")
    let days = try (#require(Day("2022-09-26")), #require(Day("2022-10-07")))
    let count = driver.state.snapshot.dossier.changes(after: days.0, through: days.1).count
    guard case .save(let name, let text)? = driver.type("B").first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(name == "ladmp-changes-2022-09-26-2022-10-07.md")
    #expect(text.hasPrefix("# What changed after 26 Sep 2022, up to 7 Oct 2022\n"))
    check(text, name)
    let bullets = text.split(separator: "\n").filter { $0.hasPrefix("- ") }
    #expect(bullets.count == count)
    // What differs stands under it, each side with its own.
    #expect(bullets.allSatisfy { $0.contains("[^") || $0.hasPrefix("- sources differ: ") })
    #expect(text.contains("- sources differ: Day of the implementation launch\n  - Monday 26"))
    #expect(text.contains("19 countries present (sources differ)"))
    driver.type("/lima")
    driver.press(.enter)
    guard case .save(let other, let fewer)? = driver.type("B").first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(other == "ladmp-changes-2022-09-26-2022-10-07-lima.md")
    #expect(fewer.contains("Only those that match “lima”."))
    #expect(fewer.count < text.count && fewer.contains("Lima, First ministerial meeting"))
  }

  /// A meeting ahead is told of with what sources say differently of those before it.
  @Test func aMeetingAheadHasTheDisputesOfThoseBefore() throws {
    let snapshot = try Edition.builtIn().asOf(try #require(Day("2022-09-28")))
    let text = Briefing.text(on: try #require(snapshot.dossier.meeting("lima-2022")), in: snapshot)
    #expect(text.contains("- 26 Sep 2022 or 27 Sep 2022, Launch of the implementation"))
    #expect(text.contains("Haiti ‡, ") && text.contains("Mexico ‡, "))
    #expect(
      text.contains("## Where sources differ") && text.contains("  - Mexico refused to attend"))
  }

  @Test func whatIsOverdueIsAGap() throws {
    let dossier = try Edition.builtIn()
    let canada = try #require(dossier.country("CA"))
    let sentence =
      "- Due by 31 Dec 2022, and not reported as done: Receive more agricultural workers"
    for (day, isOverdue) in [("2022-12-31", false), ("2023-01-01", true)] {
      let text = Briefing.text(on: canada, in: dossier.asOf(try #require(Day(day))))
      #expect(text.contains(sentence) == isOverdue, "\(day)")
    }
  }

  @Test func aListOfCommitmentsIsSavedAsItStands() throws {
    var driver = try Driver(columns: 120, rows: 40)
    driver.type("c/amount:>10k")
    driver.press(.enter)
    let heading = try #require(
      driver.row(with: "of 20")?.firstMatch(of: #/Commitments (\d+) of 20/#))
    let count = Int(heading.1) ?? 0
    guard case .save(let name, let text)? = driver.type("B").first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(name == "ladmp-commitments-2022-09-28-amount-10k.md")
    check(text, name)
    #expect(text.contains("Only those that match “amount:\\>10k”."))
    let bullets = text.components(separatedBy: "## ")[0].split(separator: "\n")
      .filter { $0.hasPrefix("- ") }
    #expect(bullets.count == count && count > 3 && bullets.allSatisfy { $0.contains("[^") })
    #expect(text.contains("## Where sources differ"))
  }

  @Test func aListWithAFilterThatIsNoneIsNotSaved() throws {
    var driver = try Driver(columns: 120, rows: 40)
    driver.type("c/colour:red")
    driver.press(.enter)
    #expect(driver.type("B").isEmpty)
    #expect(driver.row(with: "There is no field “colour:”") != nil)
  }

  /// No more than Markdown asks for: what is saved is pasted elsewhere.
  @Test func onlyMarkupIsEscaped() {
    #expect(
      Markdown.escaped("Antigua & Barbuda: 26.9 million, at last! So")
        == "Antigua & Barbuda: 26.9 million, at last! So")
    #expect(Markdown.escaped("26.9 million") == "26.9 million")
    #expect(Markdown.escaped("26. October") == "26\\. October" && Markdown.escaped("7)") == "7\\)")
    #expect(
      Markdown.escaped("a &amp; b") == "a \\&amp; b" && Markdown.escaped("![x](y)") == "!\\[x\\](y)"
    )
  }

  @Test func citesOnlyWhatWasOut() throws {
    let snapshot = try Edition.builtIn().asOf(try #require(Day("2022-09-28")))
    let lima = try #require(snapshot.dossier.meeting("lima-2022"))
    #expect(!Briefing.text(on: lima, in: snapshot).contains("Department of State, 6 Oct 2022"))
  }
}

extension String {
  fileprivate var visibleLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map(\.visible).joined(separator: "\n")
  }
}

@Suite struct ChangesTests {
  @Test func addUpOverEveryThreeDays() throws {
    let dossier = try Edition.builtIn()
    let days = dossier.days
    for (first, a) in days.enumerated() {
      for (second, b) in days.enumerated().dropFirst(first) {
        let c = days[(second + days.count - 1) / 2]
        guard c >= b else { continue }
        let parts = dossier.changes(after: a, through: b) + dossier.changes(after: b, through: c)
        #expect(parts == dossier.changes(after: a, through: c), "\(a) \(b) \(c)")
      }
    }
  }

  @Test func tellWhatLimaBrought() throws {
    let dossier = try Edition.builtIn()
    let changes = dossier.changes(
      after: try #require(Day("2022-10-05")), through: try #require(Day("2022-10-06")))
    let text = ChangeText.text(of: changes, in: dossier.asOf(dossier.days.last ?? dossier.startDay))
    #expect(text.contains("held: Lima, First ministerial meeting"))
    #expect(text.contains("Mexico leads package 5, Labor mobility"))
    #expect(dossier.changes(after: dossier.days[3], through: dossier.days[3]).isEmpty)
  }
}
