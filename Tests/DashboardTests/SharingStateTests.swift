import Declaration
import Testing

@testable import Dashboard

/// What the dashboard makes of a record that is shared.
@Suite struct SharingStateTests {
  private static let step = FactStep(
    .changed, .at("/meetings/lima-2022/host"), author: "Ana\u{1B}[2J", made: "2022-10-04T08:00:00Z",
    before: "Peru", now: "Peru and the OAS")

  private func lines(of past: FactPast, _ own: OwnRecord = OwnRecord()) throws -> [String] {
    var driver = try OwnDriver(columns: 200, rows: 60, own: own)
    driver.take(.past(past))
    driver.press(.character("n"))
    return driver.state.page.lines.map(\.text)
  }

  @Test func aPageTellsWhoChangedWhat() throws {
    let lines = try lines(of: FactPast([SharingStateTests.step]))
    let place = try #require(lines.firstIndex(of: "Who changed what"))
    #expect(lines[place + 1].contains("Host: Peru → Peru and the OAS (Ana"))
    #expect(!lines.contains { $0.contains("ladmp share log") })
  }

  @Test func ofALongPastTheLastStepsAreToldAndTheCommandIsNamed() throws {
    let steps = (0..<8).map { number in
      FactStep(
        .changed, .at("/meetings/lima-2022/host"), author: "Ana", made: nil,
        before: "\(number + 1)",
        now: "\(number)")
    }
    let told = try lines(of: FactPast(steps, isWhole: false))
    #expect(told.contains { $0.contains("Host: 1 → 0") })
    #expect(told.contains { $0.contains("Host: 5 → 4") })
    #expect(!told.contains { $0.contains("Host: 6 → 5") })
    #expect(told.contains("… 3 more: ladmp share log lima-2022"))
    #expect(try !lines(of: FactPast([])).contains("Who changed what"))
  }

  @Test func whatAColleagueChangedIsNotTheReaders() throws {
    let change = OwnChange(
      kind: .changed, path: .at("/meetings/lima-2022/host"), made: nil, sources: [], before: "Peru",
      now: "OAS", author: "Ana Pérez")
    let shared = try lines(of: FactPast(), OwnRecord(changes: [change]))
    #expect(shared.contains { $0.contains("changed by Ana Pérez") })
    #expect(
      shared.contains("Changes")
        && !shared.contains { $0.contains("you") && $0.contains("changed by") })
    let alone = try lines(of: FactPast(), OwnRecord(changes: OwnSample.changes))
    #expect(alone.contains { $0.contains("changed by you") } && alone.contains("Your changes"))
  }

  @Test func placesAreToldByTheirNames() throws {
    var driver = try OwnDriver(own: OwnSample.full)
    let snapshot = driver.state.snapshot
    #expect(
      snapshot.naming(pointersIn: "taken back: /meetings/lima-2022/host, and “/countries/PE”.")
        == "taken back: Lima 6 Oct 2022, host, and “Peru”.")
    for text in ["/home/ana/store.json", "a/b", "//", "/meetings", "x /", ""] {
      #expect(snapshot.naming(pointersIn: text) == text)
    }
    driver.take(.stored("version chosen: /meetings/lima-2022/host", by: .undo))
    #expect(driver.state.notice?.text == "Version chosen: Lima 6 Oct 2022, host.")
  }

  @Test func theKeyAsksWhoeverKnowsWhetherItIsShared() throws {
    var driver = try OwnDriver()
    driver.press(.character("Y"))
    #expect(driver.takeEffects() == [.sync] && driver.state.notice == nil)
    driver.take(.notShared)
    #expect(driver.state.notice?.text.hasPrefix("This record is not shared") == true)
    driver.take(.sharing(Sharing(.working)))
    driver.press(.character("Y"))
    #expect(driver.takeEffects().isEmpty)
  }

  @Test func whatGoesWrongFitsIntoTheFooter() throws {
    var driver = try OwnDriver(columns: 80, rows: 24)
    driver.take(
      .notice(
        Notice("Not shared: the remote can't be reached; your changes wait here.", isWarning: true))
    )
    let line = FooterBar(state: driver.state).line
    #expect(line.width <= 80 && line.text.contains("your changes wait here."))
  }

  @Test func aChoiceThatWasMadeLeadsBackToTheList() throws {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
      var driver = try OwnDriver(columns: columns, rows: rows, own: OwnSample.full)
      driver.press(.character("r"), .enter)
      #expect(driver.state.focus == .detail)
      let settled = OwnRecord(
        notes: OwnSample.notes, changes: OwnSample.changes, rejected: [OwnSample.rejected])
      driver.take(.record(driver.state.dossier.with(settled), isEditionAlone: false))
      #expect(driver.state.focus == .own && driver.state.followed.isEmpty)
      // What is read there stays where something else of the record changes.
      driver.press(.enter)
      driver.take(.record(driver.state.dossier.with(OwnSample.full), isEditionAlone: false))
      #expect(driver.state.focus == .detail)
    }
  }

  @Test func aRemoteThatIsGoneIsNoStep() throws {
    var driver = try OwnDriver(columns: 80, rows: 24)
    driver.take(.sharing(Sharing(.halted)))
    #expect(FooterBar(state: driver.state).line.text.hasSuffix(" not shared "))
    driver.take(.sharing(Sharing(.halted, ahead: 2)))
    #expect(FooterBar(state: driver.state).line.text.hasSuffix(" not shared, ahead 2 "))
  }

  @Test func whoIsNewSeesHowItStandsToo() throws {
    var driver = try OwnDriver(columns: 80, rows: 24)
    driver.driver.state.greetings = 3
    driver.take(.sharing(Sharing(.working)))
    let line = FooterBar(state: driver.state).line
    #expect(line.text.hasPrefix(" New here?") && line.text.hasSuffix(" sharing… "))
    #expect(line.width == 80)
  }

  /// That something of a meeting is new does not say that something of each country is.
  @Test func whatCameForAMeetingMarksNoCountry() throws {
    var driver = try OwnDriver(columns: 200, rows: 60)
    driver.type("1")
    driver.take(.arrived([.at("/meetings/lima-2022")], disputes: 0))
    #expect(
      driver.driver.rows.contains { $0.contains("↓▶  6 Oct 22") || $0.contains("↓ ▶  6 Oct 22") })
    #expect(!driver.driver.rows.contains { $0.contains("│↓") && $0.contains("PE Peru") })
    driver.take(.arrived([.at("/countries/PE")], disputes: 0))
    #expect(driver.driver.rows.filter { $0.contains("│↓") }.count >= 1)
    #expect(driver.driver.row(with: "PE Peru")?.contains("│↓") == true)
  }

  @Test func keysThatWereChangedAreNamed() throws {
    var driver = try OwnDriver(own: OwnSample.full)
    let keys = KeyMap.usual.changing([.own: [.character("X")], .open: [.character("W")]])
    driver.driver.state = DashboardState(
      driver.state.dossier, size: driver.state.size, clock: Driver.clock, keys: keys)
    driver.take(.arrived([.at("/meetings/lima-2022")], disputes: 1))
    #expect(
      driver.state.notice?.text == "One entry came from others; one is to be settled: X.")
    driver.press(.character("X"))
    #expect(driver.state.page.lines.map(\.text).contains("W on one of them chooses it."))
  }

  @Test func whatOneDeletedAndAnotherChangedIsToldByItsText() throws {
    let path = FactPath.at("/commitments/us-2022-06-10-1")
    let conflict = OwnConflict(
      path: path,
      sides: [
        .init(who: "Ben", value: "announced 2022-06-10, country US", made: nil),
        .init(who: "Ana", value: nil, made: nil),
      ])
    let snapshot = try OwnDriver(own: OwnRecord(conflicts: [conflict])).state.snapshot
    let text = try #require(snapshot.dossier.commitment("us-2022-06-10-1")?.text[.en])
    #expect(snapshot.words(of: conflict.sides[0], in: conflict) == text)
    #expect(snapshot.words(of: conflict.sides[1], in: conflict) == "hidden")
    let added = OwnChange(kind: .added, path: path, made: nil, sources: [], before: nil, now: nil)
    let own = try OwnDriver(own: OwnRecord(changes: [added], conflicts: [conflict]))
    #expect(own.state.snapshot.words(of: conflict.sides[1], in: conflict) == "deleted")
  }
}
