import Declaration
import SeededGenerator
@testable import Store
import Testing

@testable import Dashboard

/// What was typed and not saved when a session was ended from outside.
@Suite struct KeptDraftTests {
  /// A session that begins with what another left, after it was written and read.
  private func next(after driver: OwnDriver) throws -> OwnDriver {
    let text = Edition.text(of: driver.state.remembered.value)
    let left = try JSONDocument(text, file: "state.json").root.recordValue
    var next = driver
    next.driver.state = DashboardState(
      driver.state.dossier, size: driver.state.size, clock: Driver.clock,
      remembered: Remembered(left))
    return next
  }

  @Test func aNoteIsThereAgain() throws {
    var driver = try OwnDriver()
    driver.type("nNFirst")
    driver.press(.enter)
    driver.type("second “third”")
    var again = try next(after: driver)
    #expect(
      again.state.notice?.text
        == "Kept from last time, not saved: Note on Lima 6 Oct 2022 (N)")
    again.type("N")
    #expect(again.note?.area.text == "First\nsecond “third”")
    again.press(.control("s"))
    #expect(
      again.amendments.last?.parts.first?.value?["text"] == .text("First\nsecond “third”"))
    #expect(try next(after: again).state.notice == nil)
  }

  /// The page of what it is about is there, whatever was selected when it was left.
  @Test func theKeyThatIsNamedOpensItAtOnce() throws {
    let left = Remembered(drafts: [draft("Ask", on: "/countries/MX")])
    var driver = try OwnDriver()
    driver.driver.state = DashboardState(
      driver.state.dossier, size: driver.state.size, clock: Driver.clock, remembered: left)
    #expect(
      driver.state.notice?.text == "Kept from last time, not saved: Note on Mexico (N)")
    #expect(driver.state.subject == .country("MX"))
    driver.type("N")
    #expect(driver.note?.area.text == "Ask")
    driver.press(.escape, .character("<"))
    #expect(driver.state.subject == .meeting("lima-2022"))
  }

  /// What is not known on the day is not shown for it, and a key that opens nothing is not named.
  @Test func theDayAndTheKeysHoldForDraftsToo() throws {
    let left = Remembered(drafts: [
      draft("Later", on: "/meetings/newyork-2024"), draft("Ask", on: "/countries/MX"),
    ])
    var driver = try OwnDriver(columns: 200, rows: 60)
    driver.driver.state = DashboardState(
      driver.state.dossier, size: driver.state.size, clock: Driver.clock, remembered: left)
    #expect(driver.state.subject == .country("MX"))
    let notice = try #require(driver.state.notice?.text)
    #expect(notice.contains("Note on Mexico (N)") && !notice.contains("2024 (N)"), "\(notice)")
  }

  private func draft(_ text: String, on entry: String = "/countries/PE") -> RecordValue {
    .entry(["note": .text(entry), "text": .text(text)])
  }

  private func left(_ drafts: RecordValue...) -> Remembered {
    Remembered(.entry(["unsaved": .list(drafts)]))
  }

  @Test func ofSessionsThatEndTogetherNoneLosesWhatAnotherTyped() {
    let (old, new) = (draft("One"), draft("One and more"))
    let other = draft("Two", on: "/countries/CL")
    #expect(left(new).joined(with: left(other), since: nil).drafts == [other, new])
    #expect(
      left(old).joined(with: left(new), since: left(old)) == left(new), "it was untouched here")
    #expect(left(new).joined(with: left(old), since: left(old)) == left(new))
    #expect(left().joined(with: left(old), since: left(old)) == left(), "it was saved here")
    #expect(left().joined(with: left(new), since: left(old)) == left(new))
    #expect(left(draft("A")).joined(with: left(draft("B")), since: nil).drafts.count == 2)
  }

  @Test func twoThatWereTypedOnTheSameThingAreGivenBackOneAfterTheOther() throws {
    var driver = try OwnDriver()
    driver.driver.state = DashboardState(
      driver.state.dossier, size: driver.state.size, clock: Driver.clock,
      remembered: left(draft("A", on: "/meetings/lima-2022"), draft("B", on: "/meetings/lima-2022"))
    )
    #expect(driver.state.remembered.drafts.count == 2)
    driver.type("nN")
    #expect(driver.note?.area.text == "A")
    driver.press(.control("s"))
    let again = try next(after: driver)
    #expect(again.state.remembered.drafts == [draft("B", on: "/meetings/lima-2022")])
  }

  @Test func aChangedNoteIsComparedWithWhatItWas() throws {
    var driver = try OwnDriver(own: OwnSample.full)
    driver.type("/peru")
    driver.press(.enter, .character("4"))
    driver.chooseInDetail("Ask the embassy")
    let path = FactPath.at("/notes/20221001T090000Z")
    func written(_ text: String) -> RecordValue {
      .entry(["about": .text("/countries/PE"), "text": .text(text)])
    }
    driver.isSilent = true
    driver.type("N")
    driver.take(.entry(path, now: written("Ask."), edition: nil))
    driver.type("So: ")
    driver.press(.escape)
    var again = try next(after: driver)
    again.type("4")
    again.chooseInDetail("Ask the embassy")
    again.type("N")
    again.take(.entry(path, now: written("Changed by others."), edition: nil))
    #expect(again.note?.area.text == "Ask.So: " && again.note?.base == written("Ask."))
  }

  @Test func aFormOfANewEntryIsThereAgain() throws {
    var driver = try OwnDriver()
    driver.type("2/per")
    driver.press(.enter)
    try driver.beginAdding("Commitment")
    try driver.fill("What", "Open an office")
    try driver.fill("Figure", "12")
    driver.press(.control("t"))
    try driver.fill("What, in French", "Ouvrir un bureau")
    try driver.fill("State 2", "under way")
    let form = try #require(driver.form)
    var again = try next(after: driver)
    try again.beginAdding("Commitment")
    let value = try #require(again.form?.value(in: again.state.dossier))
    #expect(value == form.value(in: driver.state.dossier))
    #expect(value["text"]?["fr"] == .text("Ouvrir un bureau"))
    again.press(.control("x"))
    #expect(again.form?.isTouched == false, "starting over leaves nothing of it")
  }

  @Test func aFormOfAnEntryIsThereAgain() throws {
    var driver = try OwnDriver()
    driver.type("nE")
    try driver.fill("Host", "Peru and others")
    try driver.fill("Source of this change", "lo-2022")
    driver.press(.escape)
    var again = try next(after: driver)
    again.type("nE")
    #expect(again.form?.focused.label == "Host")
    again.press(.control("s"))
    let amendment = try #require(again.amendments.last)
    #expect(try amendment.parts == driver.saved.parts && amendment.sources == ["lo-2022"])
  }

  @Test func nothingMovesWhereAFormIsFilledAgain() throws {
    var driver = try OwnDriver()
    try driver.beginAdding("Commitment")
    try driver.fill("What", "Open an office")
    try driver.fill("Announced", "2022-06-10")
    try driver.fill("State 1, since", "2022-09-28")
    try driver.fill("State 2", "done")
    try driver.fill("State 2, since", "2022-08")
    try driver.fill("State 3", "lapsed")
    try driver.fill("State 3, since", "2022-09")
    try driver.fill("State 2", "")
    try driver.fill("State 2, since", "")
    let form = try #require(driver.form)
    var again = try next(after: driver)
    try again.beginAdding("Commitment")
    #expect(
      again.form?.value(in: again.state.dossier) == form.value(in: driver.state.dossier))
    #expect(again.form?.showsAllLanguages == false)
    try again.fill("Announced", "2022-07")
    let since = again.form?.rows.first { $0.way == ["states", "0", "since"] }
    #expect(since?.editor.text == "2022-09-28", "a day that somebody typed stays")
  }

  @Test func aNoteOnTheRecordItselfIsThereAgain() throws {
    var driver = try OwnDriver()
    driver.type("c/zzzz")
    driver.press(.enter)
    driver.type("NAll of it")
    #expect(driver.note?.about == FactPath())
    var again = try next(after: driver)
    again.type("N")
    #expect(again.note?.area.text == "All of it")
  }

  @Test func whoIsToldOfOtherThingsIsAskedAgain() throws {
    var driver = try OwnDriver()
    driver.type("nNFirst")
    driver.press(.escape)
    driver.type("2N")
    driver.type("Second")
    driver.isSilent = true
    driver.press(.control("s"))
    driver.type("q")
    #expect(driver.state.notice?.text == "Saving; the program ends then.")
    driver.take(.stored("note", by: try #require(driver.stored)))
    driver.type("q")
    #expect(driver.effects.last != .quit && driver.state.drafts.count == 1)
    driver.type("q")
    #expect(driver.effects.last == .quit)
  }

  @Test func whoLeavesKnowinglyFindsItAgain() throws {
    var driver = try OwnDriver()
    driver.type("nNFirst")
    driver.press(.escape)
    driver.type("q")
    #expect(
      driver.state.notice?.text
        == "What you typed is not saved, but kept for the next time; q again leaves anyway.")
    driver.type("q")
    #expect(driver.effects.last == .quit && driver.state.remembered.drafts.count == 1)
    driver.type("N")
    driver.press(.control("x"), .escape)
    #expect(driver.state.remembered.drafts.isEmpty, "what was thrown away is gone")
  }

  /// A state file can be anybody's: what is no place of a form makes no line, and ends nothing.
  @Test(arguments: [
    ["states", "-5", "since"], ["states", "99999999", "since"], ["text", "3", "en"],
    ["pillar", "2"], ["states", "x"], ["nothing", "0"], ["states", "1", "nothing", "0"],
  ])
  func aPlaceThatIsNoneMakesNoLine(_ way: [String]) throws {
    let usual = try OwnDriver()
    let line = RecordValue.list((["value"] + way + ["typed"]).map(RecordValue.text))
    let left = RecordValue.entry([
      "add": .text("commitment"), "start": .entry([:]), "lines": .list([line]),
    ])
    let state = DashboardState(
      usual.state.dossier, size: usual.state.size, clock: Driver.clock,
      remembered: Remembered(.entry(["unsaved": .list([left])])))
    guard case .form(let form) = try #require(state.drafts.values.first) else {
      Issue.record("the form is kept")
      return
    }
    #expect(!form.rows.contains { $0.isTouched } && form.rows.count < 100)
    #expect(!form.rows.contains { $0.way?.starts(with: ["text", "0"]) ?? false })
  }

  @Test func whatMeansNothingIsPassedOver() throws {
    let words = [
      "note", "text", "id", "base", "add", "edit", "start", "lines", "value", "path", "source",
      "commitment", "/countries/PE", "/commitments/us-2022-06-10-1", "states", "0", "since",
      "country", "a\u{1B}[2Jb\u{202E}", "99999999999999999999",
    ]
    var generator = SeededGenerator(seed: 5)
    func value(_ depth: Int) -> RecordValue {
      switch Int.random(in: 0..<(depth > 0 ? 5 : 3), using: &generator) {
      case 0: return .null
      case 1, 2: return .text(words.randomElement(using: &generator) ?? "")
      case 3: return .list((0..<3).map { _ in value(depth - 1) })
      default:
        let fields = (0..<5).map { _ in
          (words.randomElement(using: &generator) ?? "", value(depth - 1))
        }
        return .entry(Dictionary(fields) { $1 })
      }
    }
    var driver = try Driver(columns: 80, rows: 24)
    let dossier = driver.state.dossier
    for _ in 0..<100 {
      var left = value(3)
      if left.fields == nil { left = .entry([:]) }
      left = left.setting(.text("/commitments/us-2022-06-10-1"), at: ["edit"])
        .setting(left["start"] ?? .entry([:]), at: ["start"])
      let state = DashboardState(
        dossier, size: Size(columns: 80, rows: 24), clock: Driver.clock,
        remembered: Remembered(.entry(["unsaved": .list([left, value(4)])])))
      driver.state = state
      for draft in state.drafts.values {
        driver.state.sheet = draft
        _ = driver.screen
      }
    }
  }
}

extension OwnDriver {
  /// What the store was asked to save and has not answered.
  fileprivate var stored: StoreRequest? {
    effects.lazy.compactMap { if case .store(let request) = $0 { request } else { nil } }.last
  }

  /// What would be asked of the store if what is kept were saved here.
  fileprivate var saved: Amendment {
    get throws {
      var driver = self
      driver.type("nE")
      driver.press(.control("s"))
      return try #require(driver.amendments.last)
    }
  }
}
