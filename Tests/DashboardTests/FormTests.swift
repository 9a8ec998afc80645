import Declaration
import Testing

@testable import Dashboard

/// Forms and notes as the user meets them.
@Suite struct FormTests {
  @Test func changesADateWithItsSource() throws {
    var driver = try OwnDriver()
    driver.type("nE")
    #expect(driver.effects.contains(.readEntry(.at("/meetings/lima-2022"))))
    try driver.fill("Date", "2022-10-0")
    #expect(driver.driver.row(with: "expected a day, a month or a year") != nil)
    driver.type("7")
    #expect(driver.driver.row(with: "expected") == nil)
    try driver.fill("Source of this change", "state-2022-10-06")
    driver.press(.enter)
    let amendment = try #require(driver.amendments.first)
    #expect(amendment.sources == ["state-2022-10-06"])
    #expect(amendment.summary == "Lima 6 Oct 2022: date")
    let part = try #require(amendment.parts.first)
    #expect(part.path == .at("/meetings/lima-2022"))
    #expect(part.base == driver.written.value(at: part.path.tokens))
    #expect(part.value == part.base?.setting(.text("2022-10-07"), at: ["date"]))
    #expect(driver.form == nil)
    #expect(driver.state.notice?.text == "Lima 6 Oct 2022: date. u takes it back.")
  }

  @Test func saysThatAnEntryHasMoreThanWasKnownOnTheDay() throws {
    var early = try OwnDriver(day: "2022-09-28")
    early.type("nE")
    #expect(
      early.state.notice?.text
        == "All of the entry is here, also what was not known on 28 Sep 2022.")
    var later = try OwnDriver(day: "2022-10-07")
    later.press(.character("E"))
    #expect(later.form != nil && later.state.notice == nil)
  }

  @Test func sendsNothingWhereNothingWasTyped() throws {
    var driver = try OwnDriver()
    driver.press(.character("n"), .character("E"), .down, .down, .control("s"))
    #expect(driver.requests.isEmpty && driver.form == nil)
    #expect(driver.state.notice?.text == "Nothing was changed.")
    driver.type("E")
    try driver.fill("Date", "2022-10-07")
    try driver.fill("Date", "2022-10-06")
    driver.press(.control("s"))
    #expect(driver.requests.isEmpty)
  }

  @Test func staysOpenWithAFaultAndGoesToIt() throws {
    var driver = try OwnDriver()
    driver.type("nE")
    try driver.fill("Date", "")
    try driver.fill("Starts at", "25:00")
    driver.press(.control("s"))
    #expect(driver.form?.focused.label == "Date" && driver.requests.isEmpty)
    #expect(driver.state.notice?.text == "Date can't stay empty.")
    driver.type("2022-10-06")
    driver.press(.control("s"))
    #expect(driver.form?.focused.label == "Starts at")
    #expect(driver.state.notice?.text.contains("09:30") == true)
  }

  @Test func showsTranslationsWhenTheyAreAskedFor() throws {
    var driver = try OwnDriver()
    driver.type("nE")
    let english = try #require(driver.form).shownPlaces.count
    #expect(driver.driver.row(with: "Title, in Spanish") == nil)
    driver.press(.control("t"))
    #expect(driver.driver.row(with: "Title, in Spanish") != nil)
    #expect(try #require(driver.form).shownPlaces.count > 2 * english)
    driver.press(.down, .control("u"))
    driver.type("Reunión")
    driver.press(.down, .control("t"))
    #expect(driver.driver.row(with: "Title, in Spanish") != nil, "it was typed in")
    #expect(driver.driver.row(with: "Title, in French") == nil)
    driver.press(.control("s"))
    let title = try #require(driver.amendments.first?.parts.first?.value?["title"])
    #expect(title["es"] == .text("Reunión") && title["fr"] != nil, "hidden lines stay")
  }

  @Test func theScreenIsFreeWhileTheStoreSaves() throws {
    var driver = try OwnDriver()
    driver.isSilent = true
    driver.type("nN")
    driver.type("Visas")
    driver.press(.control("s"))
    #expect(driver.state.sheet == nil, "keys go to the panes")
    guard case .store(let sent) = try #require(driver.takeEffects().last) else {
      Issue.record("nothing was sent")
      return
    }
    // Answers to others change nothing in it.
    driver.take(.stored("undone: note on Lima", by: .undo))
    driver.take(.refused("there is nothing to redo", of: .redo))
    #expect(driver.state.sending.count == 1 && driver.state.sheet == nil)
    // Leaving waits for it.
    #expect(driver.driver.press(.character("q")).isEmpty)
    driver.take(.refused("no space left", of: sent))
    #expect(driver.note?.area.text == "Visas", "what was typed is there again")
    #expect(driver.takeEffects().isEmpty)
    driver.press(.control("s"))
    driver.type("q")
    driver.take(.stored("note on Lima", by: sent))
    #expect(driver.takeEffects().last == .quit)
  }

  @Test func whatWasRefusedWaitsWhereAnotherSheetIsOpen() throws {
    var driver = try OwnDriver()
    driver.isSilent = true
    driver.type("nN")
    driver.type("Visas")
    driver.press(.control("s"))
    guard case .store(let sent) = try #require(driver.takeEffects().last) else { return }
    driver.type("A")
    driver.take(.refused("no space left", of: sent))
    driver.press(.escape)
    driver.type("N")
    #expect(driver.note?.area.text == "Visas")
  }

  @Test func keepsWhatWasTypedWhenTheStoreRefuses() throws {
    var driver = try OwnDriver()
    driver.refusal = "no space left on the device"
    driver.type("nE")
    try driver.fill("Host", "Peru and the OAS")
    driver.press(.control("s"))
    #expect(driver.form?.focused.editor.text == "Peru and the OAS")
    #expect(driver.state.notice?.text == "Not done: no space left on the device.")
    driver.refusal = nil
    driver.press(.control("s"))
    #expect(driver.amendments.count == 2 && driver.form == nil)
  }

  @Test func bringsBackWhatWasLeft() throws {
    var driver = try OwnDriver()
    driver.type("nE")
    try driver.fill("Host", "Peru and the OAS")
    driver.press(.escape)
    #expect(driver.form == nil && driver.requests.isEmpty)
    #expect(driver.driver.press(.character("q")).isEmpty, "what was typed is not thrown away")
    #expect(driver.state.notice?.text.contains("q again leaves anyway") == true)
    driver.type("E")
    #expect(driver.form?.focused.editor.text == "Peru and the OAS")
    driver.press(.control("x"))
    #expect(driver.form?.isTouched == false)
    driver.press(.escape)
    #expect(driver.driver.press(.character("q")) == [.quit])
  }

  @Test func takesWhatIsTypedBeforeTheEntryCame() throws {
    var driver = try OwnDriver()
    driver.isSilent = true
    driver.type("nE")
    driver.press(.down, .control("u"))
    driver.type("2022-10-08")
    driver.take(.paste(" "))
    driver.isSilent = false
    let path = FactPath.at("/meetings/lima-2022")
    let now = driver.written.value(at: path.tokens)
    driver.take(.entry(path, now: now, edition: now))
    #expect(driver.form?.focused.label == "Date")
    #expect(driver.form?.focused.editor.text == "2022-10-08 ")
    driver.press(.control("s"))
    #expect(driver.amendments.first?.parts.first?.value?["date"] == .text("2022-10-08"))
  }

  @Test func leavesAnEntryThatDoesNotCome() throws {
    var driver = try OwnDriver()
    driver.isSilent = true
    driver.type("nE")
    #expect(driver.driver.row(with: "Reading the entry") != nil)
    driver.press(.escape)
    let path = FactPath.at("/meetings/lima-2022")
    driver.take(.entry(path, now: driver.written.value(at: path.tokens), edition: nil))
    #expect(driver.state.sheet == nil, "an answer that nobody waits for opens nothing")
    driver.type("E")
    driver.take(.entry(path, now: nil, edition: nil))
    #expect(driver.state.sheet == nil)
    #expect(driver.state.notice?.text == "Lima 6 Oct 2022 is not in the record.")
  }

  @Test func showsAllLanguagesOnAKey() throws {
    var driver = try OwnDriver()
    try driver.beginAdding("Context")
    #expect(driver.form?.rows.contains { $0.label == "Text, in French" } == false)
    driver.press(.control("t"))
    try driver.fill("Text", "A talk")
    try driver.fill("Text, in French", "Un entretien")
    driver.press(.control("t"), .control("s"))
    #expect(
      driver.amendments.first?.parts.first?.value?["text"]
        == .entry(["en": .text("A talk"), "fr": .text("Un entretien")]))
  }

  @Test func whatIsTypedIsWhatIsSent() throws {
    var driver = try OwnDriver()
    let text = "“Ñandú” 🇵🇪 — e\u{301}, 100 %; ‡\u{200B}\u{1B}[2J"
    driver.type("nE")
    try driver.fill("Host", "")
    driver.take(.paste(text + "\nand more"))
    driver.press(.control("s"))
    let sent = driver.amendments.first?.parts.first?.value?["host"]?["en"]?.text
    #expect(sent == (text + " and more").visible)
  }

  @Test func theMouseChoosesALine() throws {
    var driver = try OwnDriver(columns: 80, rows: 24)
    driver.type("nE")
    let row = try #require(driver.driver.rows.firstIndex { $0.contains("Time zone") })
    driver.take(.mouse(Mouse(.press, column: 10, row: row)))
    #expect(driver.form?.focused.label == "Time zone")
    driver.take(.mouse(Mouse(.wheelDown, column: 10, row: row)))
    #expect(driver.form?.focused.label == "UTC offset")
    driver.take(.mouse(Mouse(.press, column: 0, row: 0)))
    #expect(driver.form?.focused.label == "UTC offset")
  }
}
