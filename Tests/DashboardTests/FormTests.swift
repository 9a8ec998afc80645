import Declaration
import SeededGenerator
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
    #expect(driver.driver.press(.character("q")) == [.quit])
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

  @Test func addsAnEndorsement() throws {
    var driver = try OwnDriver()
    driver.type("A")
    try driver.choose("Endorsement")
    try driver.fill("Country", "boliv")
    driver.press(.tab)
    #expect(driver.form?.focused.editor.text == "BO")
    driver.press(.tab)
    #expect(driver.form?.focused.label == "Date", "a complete id is not completed again")
    driver.press(.control("s"))
    let part = try #require(driver.amendments.first?.parts.first)
    #expect(part.path == .at("/endorsements/BO") && part.base == nil)
    #expect(
      part.value
        == .entry([
          "date": .text("2022-09-28"), "sources": .list([.text(Source.ownKnowledge)]),
        ]))
    #expect(driver.amendments.first?.sources == [])
  }

  @Test func refusesToAddWhatIsThere() throws {
    var driver = try OwnDriver()
    driver.type("A")
    try driver.choose("Endorsement")
    try driver.fill("Country", "PE")
    driver.press(.control("s"))
    #expect(driver.requests.isEmpty && driver.form != nil)
    #expect(
      driver.state.notice?.text == "Endorsement of Peru is in the record: E changes it.")
  }

  @Test func addsAttendanceWhereThePanesAreNarrowed() throws {
    var driver = try OwnDriver(day: "2022-10-07")
    driver.type("3")
    while driver.state.subject != .meeting("lima-2022") { driver.press(.up) }
    driver.press(.enter)
    driver.type("2/boliv")
    driver.press(.escape)
    driver.type("A")
    try driver.choose("Attendance")
    let places = driver.form?.rows.prefix(2).map(\.editor.text)
    #expect(places?.first == "lima-2022")
    try driver.fill("Country", "BO")
    try driver.fill("Who", "A deputy minister")
    driver.press(.control("s"))
    let part = try #require(driver.amendments.first?.parts.first)
    #expect(part.path == .at("/meetings/lima-2022/attendance/BO"))
    #expect(part.value?["who"] == .entry(["en": .text("A deputy minister")]))
    #expect(part.value?["status"] == .text("attended"))
  }

  @Test func addsACommitmentOfTheSelectedCountry() throws {
    var driver = try OwnDriver()
    driver.type("/peru")
    driver.press(.enter, .character("A"))
    try driver.choose("Commitment")
    #expect(driver.form?.rows.first?.editor.text == "PE")
    try driver.fill("Pillar", "2")
    try driver.fill("What", "Grant visas")
    try driver.fill("Figure", "1,500")
    driver.press(.control("s"))
    #expect(driver.state.notice?.text == "Unit can't stay empty.")
    driver.type("people")
    driver.press(.control("s"))
    let part = try #require(driver.amendments.first?.parts.first)
    #expect(part.path == FactPath("commitments", ""))
    #expect(part.value?["amount"] == .number("1500"))
    #expect(part.value?["states"]?.elements?.count == 1)
    #expect(driver.amendments.first?.summary == "added: a commitment, Grant visas")
  }

  @Test func addsAMeetingThatTheFormatTakes() throws {
    var driver = try OwnDriver()
    driver.type("A")
    try driver.choose("Meeting")
    try driver.fill("Title", "A workshop")
    try driver.fill("Date", "2022-07-01")
    driver.press(.control("s"))
    let value = try #require(driver.amendments.first?.parts.first?.value)
    #expect(value["announced"] == nil, "nothing is announced after it was held")
    #expect(value["agenda"] == .list([]) && value["attendance"] == .entry([:]))
  }

  @Test func showsAllLanguagesOnAKey() throws {
    var driver = try OwnDriver()
    driver.type("A")
    try driver.choose("Context")
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

  /// Whatever is pressed, the form holds together, and only what differs is sent.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func holdsTogether(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var driver = try OwnDriver()
    let openings = ["nE", "A", "cE", "sE", "1E", "nN", "r", "2E"]
    var keys = FormKeys.bindings.flatMap(\.keys).filter { $0 != .escape }
    keys += "2022-10-06, PE own é\u{301}".map(Key.character)
    keys += [.backspace, .delete, .left, .right, .home, .end, .control("u"), .control("w")]
    for round in 0..<12 {
      driver.refusal = round % 3 == 0 ? "no" : nil
      driver.type(openings[Int.random(in: 0..<openings.count, using: &random)])
      for _ in 0..<40 {
        switch Int.random(in: 0..<25, using: &random) {
        case 0: driver.take(.paste("a\nb\u{200C}\t,"))
        case 1:
          driver.take(
            .resize(
              Size(
                columns: Int.random(in: 0...140, using: &random),
                rows: Int.random(in: 0...50, using: &random))))
        case 2:
          driver.take(
            .mouse(
              Mouse(
                .press, column: Int.random(in: 0...140, using: &random),
                row: Int.random(in: 0...50, using: &random))))
        default: driver.press(keys[Int.random(in: 0..<keys.count, using: &random)])
        }
        check(driver)
      }
      driver.press(.escape, .escape, .escape)
    }
  }

  private func check(_ driver: OwnDriver) {
    let frame = driver.state.frame
    #expect(frame.cells.count == frame.size.columns * frame.size.rows)
    guard let form = driver.form else { return }
    let row = form.focused
    #expect((0...row.editor.text.count).contains(row.editor.cursor))
    let rectangle = driver.state.sheetRectangle.inside
    guard driver.state.layout.shape != .tooSmall, rectangle.rows > 0 else { return }
    guard let cursor = frame.cursor else {
      Issue.record("the form has no cursor at \(frame.size)")
      return
    }
    #expect(rectangle.contains(column: cursor.column, row: cursor.row))
    for amendment in driver.amendments {
      #expect(amendment.parts.allSatisfy { $0.base == nil || $0.base != $0.value })
    }
  }
}
