import Declaration
import Testing

@testable import Dashboard

/// Forms of entries that are to be added.
@Suite struct AddingFormTests {
  @Test func addsAnEndorsement() throws {
    var driver = try OwnDriver()
    try driver.beginAdding("Endorsement")
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

  @Test func theFirstStateFollowsTheDayOfTheAnnouncement() throws {
    var driver = try OwnDriver()
    try driver.beginAdding("Commitment")
    func since() -> String? {
      driver.form?.rows.first { $0.way == ["states", "0", "since"] }?.editor.text
    }
    try driver.fill("Announced", "2022-07")
    #expect(since() == "2022-07")
    try driver.fill("State 1, since", "2022-08")
    try driver.fill("Announced", "2022-06-10")
    #expect(since() == "2022-08", "what was typed there stays")
  }

  @Test func refusesToAddWhatIsThere() throws {
    var driver = try OwnDriver()
    try driver.beginAdding("Endorsement")
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
    try driver.beginAdding("Attendance")
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
    try driver.beginAdding("Meeting")
    try driver.fill("Title", "A workshop")
    try driver.fill("Date", "2022-07-01")
    driver.press(.control("s"))
    let value = try #require(driver.amendments.first?.parts.first?.value)
    #expect(value["announced"] == nil, "nothing is announced after it was held")
    #expect(value["agenda"] == .list([]) && value["attendance"] == .entry([:]))
  }
}
