import Declaration
import Foundation
import Testing

@testable import Dashboard
@testable import Store

/// The user's own record: what comes from the store, and what is asked of it.
@Suite struct OwnTests {
  // MARK: Another record under the screen

  @Test func keepsEverythingUnderAnotherRecord() throws {
    var driver = try OwnDriver(columns: 80, rows: 24)
    driver.type("]]/u")
    driver.press(.enter, .down, .enter)
    driver.type("4")
    driver.press(.pageDown, .down)
    let before = driver.state
    driver.take(.record(before.dossier.with(OwnSample.full), isEditionAlone: false))
    let after = driver.state
    #expect(after.snapshot.day == before.snapshot.day && after.filter == before.filter)
    #expect(after.trail == before.trail && after.focus == before.focus)
    #expect(after.selected(in: .countries) == before.selected(in: .countries))
    #expect(after.offsets[.countries] == before.offsets[.countries])
    #expect(after.listing.countries == before.listing.countries)
    #expect(after.dossier.own == OwnSample.full)
  }

  @Test func keepsTheFormAndThePrompt() throws {
    var driver = try OwnDriver()
    driver.type("nE")
    try driver.fill("Host", "Peru and the OAS")
    driver.take(.record(driver.state.dossier.with(OwnSample.full), isEditionAlone: false))
    #expect(driver.form?.focused.editor.text == "Peru and the OAS")
    driver.press(.escape)
    driver.type("@2022-1")
    driver.take(.record(driver.state.dossier, isEditionAlone: false))
    #expect(driver.driver.rows.last?.contains("2022-1") == true)
  }

  @Test func fallsBackToTheNearestWhereAnEntryVanished() throws {
    var driver = try OwnDriver(day: "2022-10-07")
    driver.type("3")
    while driver.state.subject != .meeting("launch-2022") { driver.press(.up) }
    driver.press(.enter)
    let place = driver.state.selectedIndex(in: .timeline)
    driver.take(
      .record(driver.state.dossier.without(meeting: "launch-2022"), isEditionAlone: false))
    #expect(driver.state.selectedIndex(in: .timeline) == place)
    #expect(driver.state.trail.isEmpty && driver.state.followed.isEmpty)
    #expect(driver.countries == 35)
  }

  @Test func findsWhatWasAdded() throws {
    var driver = try OwnDriver()
    let dossier = driver.state.dossier
    let added = Country(
      id: "ZZ", alpha3: "ZZZ", numeric: "999", name: Wording("Zembla"), capital: Wording("Onhava"),
      region: dossier.regions[0].id, longitude: 0, latitude: 0)
    let other = Dossier(
      title: dossier.title, shortTitle: dossier.shortTitle, startDay: dossier.startDay,
      regions: dossier.regions, sources: Array(dossier.sources.values), pillars: dossier.pillars,
      packages: dossier.packages, countries: dossier.countries + [added],
      endorsements: Array(dossier.endorsements.values), meetings: dossier.meetings,
      commitments: dossier.commitments, context: dossier.context, disputes: dossier.disputes)
    driver.take(.record(other, isEditionAlone: false))
    driver.type("/zemb")
    #expect(driver.countries == 1 && driver.state.selected(in: .countries) == .country("ZZ"))
  }

  @Test func aFollowedPageThatVanishedIsLeft() throws {
    var driver = try OwnDriver(columns: 200, day: "2022-10-07")
    driver.type("/peru")
    driver.press(.enter, .character("4"))
    driver.chooseInDetail("First ministerial meeting")
    driver.press(.enter)
    #expect(driver.state.subject == .meeting("lima-2022"))
    driver.take(.record(driver.state.dossier, isEditionAlone: false))
    #expect(driver.state.subject == .meeting("lima-2022"), "a page that is still there stays")
    driver.take(
      .record(driver.state.dossier.without(meeting: "lima-2022"), isEditionAlone: false))
    #expect(driver.state.subject == .country("PE"))
  }

  // MARK: Asking

  @Test func bookmarksAndTakesTheBookmarkOff() throws {
    var driver = try OwnDriver()
    driver.type("nb")
    let path = FactPath("bookmarks", "/meetings/lima-2022")
    #expect(
      driver.amendments == [
        Amendment(
          "bookmark on Lima 6 Oct 2022", [.init(path: path, base: nil, value: .entry([:]))])
      ])
    driver.take(
      .record(
        driver.state.dossier.with(OwnRecord(bookmarks: [.at("/meetings/lima-2022")])),
        isEditionAlone: false))
    #expect(driver.driver.row(with: "★") != nil)
    driver.type("b")
    #expect(driver.amendments.last?.parts == [.init(path: path, base: nil, value: nil)])
  }

  @Test func hidesAtOnceAndSaysHowToTakeItBack() throws {
    var driver = try OwnDriver()
    driver.type("nD")
    #expect(driver.state.sheet == nil)
    #expect(
      driver.amendments == [
        Amendment(
          "hidden: Lima 6 Oct 2022",
          [.init(path: .at("/meetings/lima-2022"), base: nil, value: nil)])
      ])
    #expect(driver.state.notice?.text == "Hidden: Lima 6 Oct 2022. u takes it back.")
    driver.type("u")
    driver.press(.control("r"))
    #expect(driver.requests.suffix(2) == [.undo, .redo])
  }

  @Test func asksWhichFactOfACountryIsMeant() throws {
    var driver = try OwnDriver(own: OwnSample.full)
    driver.type("/peru")
    driver.press(.enter, .character("D"))
    try driver.choose("Hide: endorsement of Peru")
    #expect(driver.amendments.last?.parts.map(\.path) == [.at("/endorsements/PE")])
    driver.type("E")
    try driver.choose("Attendance of Peru, Washington")
    #expect(driver.form?.title == "Edit attendance of Peru, Washington 26 Sep 2022")
    driver.press(.escape)
    #expect(driver.state.sheet == nil && driver.amendments.count == 1)
  }

  @Test func choosesAVersionWithoutAQuestion() throws {
    var driver = try OwnDriver(day: "2022-10-07", own: OwnSample.full)
    driver.type("ss")
    #expect(driver.state.selected(in: .sources) == .own(.conflict(.at("/meetings/lima-2022/host"))))
    driver.type("4")
    driver.chooseInDetail("theirs")
    driver.press(.enter)
    #expect(driver.requests == [.settle(.at("/meetings/lima-2022/host"), side: 1)])
    #expect(driver.state.followed.isEmpty)
  }

  @Test func changesNothingWhileTheEditionIsAlone() throws {
    var driver = try OwnDriver()
    driver.type("V")
    #expect(driver.requests == [.show(editionAlone: true)])
    driver.take(.record(driver.state.dossier, isEditionAlone: true))
    #expect(driver.driver.rows[0].contains("edition alone"))
    driver.type("nEbDAuN")
    #expect(driver.requests.count == 1 && driver.state.sheet == nil)
    driver.type("V")
    #expect(driver.requests.last == .show(editionAlone: false))
  }

  // MARK: The view of it

  @Test func listsTheUsersRecordAndFiltersIt() throws {
    var driver = try OwnDriver(own: OwnSample.full)
    driver.type("r")
    #expect(driver.requests == [.reload] && driver.state.notice == nil)
    #expect(driver.state.entries(of: .own).count == 12)
    #expect(driver.state.selected(in: .own) == .own(.conflict(.at("/meetings/lima-2022/host"))))
    driver.type("/embassy")
    #expect(Array(driver.state.entries(of: .own)) == [.own(.note("20221001T090000Z"))])
    driver.press(.enter, .character("4"))
    #expect(driver.driver.row(with: "Note on Peru") != nil)
    driver.press(.escape, .escape, .escape)
    #expect(driver.state.view == .record)
  }

  @Test func takesBackWhatIsSelected() throws {
    var driver = try OwnDriver(own: OwnSample.full)
    driver.press(.character("r"), .end)
    #expect(driver.driver.row(with: "Hidden: ") != nil)
    driver.type("D")
    #expect(driver.requests.last == .takeBack(.at("/context/critique-2022")))
    driver.type("g")
    while driver.state.subject != .own(.bookmark(.at("/countries/PE"))) { driver.press(.down) }
    driver.type("D")
    #expect(driver.amendments.last?.parts.map(\.path) == [FactPath("bookmarks", "/countries/PE")])
    while driver.state.subject != .own(.note("20221003T120000Z")) { driver.press(.down) }
    driver.type("D")
    #expect(driver.amendments.last?.parts.map(\.path) == [.at("/notes/20221003T120000Z")])
  }

  @Test func aFactAddedByTheUserIsDeletedNotHidden() throws {
    var driver = try OwnDriver(
      own: OwnRecord(changes: [
        OwnChange(
          kind: .added, path: .at("/meetings/lima-2022"), made: nil, sources: [], before: nil,
          now: nil)
      ]))
    driver.type("nD")
    #expect(driver.amendments.last?.summary == "deleted: Lima 6 Oct 2022")
  }

  // MARK: With the store itself

  @Test func theStoreTakesWhatTheFormsSend() throws {
    let folder = NSTemporaryDirectory() + "ladmp-forms-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var ledger = try Ledger(
      edition: Edition.builtInBytes, file: Edition.builtInName,
      folder: StoreFolder(store: folder + "/store.json", makesFolders: true))
    var driver = try OwnDriver(day: "2022-10-07")
    driver.isSilent = true
    func settle(_ driver: inout OwnDriver) throws {
      for effect in driver.takeEffects() {
        guard case .store(let request) = effect else { continue }
        let text = try ledger.perform(request)
        driver.take(.record(ledger.dossier, isEditionAlone: false))
        driver.take(.stored(text, by: request))
      }
    }
    try driver.beginAdding("Source")
    try driver.fill("Title", "A letter")
    try driver.fill("Publisher", "The embassy")
    driver.press(.control("s"))
    try settle(&driver)
    let source = try #require(driver.state.dossier.sources.keys.first { $0.hasPrefix("the-emb") })
    for (kind, lines) in [
      ("Commitment", ["Country": "PE", "Pillar": "2", "What": "Visas", "Sources": source]),
      ("Endorsement", ["Country": "BO"]),
      ("Attendance", ["Meeting": "lima-2022", "Country": "BO", "Who": "A deputy"]),
      ("Meeting", ["Title": "A workshop", "Date": "2022-10-20"]),
      ("Context", ["Text": "A talk"]),
    ] as [(String, [String: String])] {
      driver.type("A")
      try driver.choose(kind)
      for (label, text) in lines { try driver.fill(label, text) }
      driver.press(.control("s"))
      try settle(&driver)
      #expect(driver.state.sheet == nil, "\(kind): \(driver.state.notice?.text ?? "")")
    }
    let dossier = driver.state.dossier
    #expect(dossier.endorsements["BO"]?.sources == [Source.ownKnowledge])
    #expect(dossier.meeting("lima-2022")?.attendance["BO"]?.who?.english == "A deputy")
    #expect(dossier.commitments.contains { $0.sources == [source] && $0.steps.count == 1 })
    #expect(driver.state.snapshot.meetings.contains { $0.title.english == "A workshop" })
    for _ in 0..<6 { driver.type("u") }
    try settle(&driver)
    #expect(driver.state.dossier.own.isEmpty)
  }
}

extension OwnDriver {
  /// How many countries are listed.
  var countries: Int { driver.countries.count }
}
