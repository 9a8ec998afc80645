import Foundation
import Testing

/// Who last changed each field, and when.
@Suite struct BlameTests {
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  /// What was done so far, as if it had been done in a year.
  private func date(_ year: Int) throws {
    for file in [home.store, home.folder + "/ladmp/store.history.jsonl"] {
      let text = try home.text(file)
      try text.replacing(#/202[4-9]-\d\d-\d\dT\d\d:/#, with: "\(year)-05-05T05:")
        .write(toFile: file, atomically: true, encoding: .utf8)
    }
  }

  /// The years in which the fields got their values, by their names.
  private func years(of thing: String) throws -> [String: String] {
    let lines = try home.run("blame", thing).output.split(separator: "\n")
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let words = line.split(separator: " ").map(String.init)
        return (words[0], String(words[1].prefix(4)))
      })
  }

  @Test func aFieldOfOnesOwnEntryIsDatedToTheStepThatSetIt() throws {
    #expect(
      try home.run(
        "add", "commitment", "--id", "own", "country=PE", "pillar=2", "announced=2022-09-01",
        "text=Ease work visas", "amount=5", "unit=people"
      ).code == 0)
    try date(2001)
    #expect(try Set(years(of: "own").values) == ["2001"])
    #expect(try home.run("set", "own", "amount", "7").code == 0)
    try date(2002)
    #expect(try home.run("set", "own", "due=2023", "text=Ease visas for work").code == 0)
    try date(2003)
    #expect(
      try years(of: "own") == [
        "amount": "2002", "announced": "2001", "country": "2001", "due": "2003", "pillar": "2001",
        "sources": "2001", "states": "2001", "text": "2003", "unit": "2001",
      ])
    // What is taken back is not what set a field.
    #expect(try home.run("undo", "2").code == 0)
    let back = try years(of: "own")
    #expect(back["amount"] == "2001" && back["text"] == "2001" && back["due"] == nil)
  }

  /// Without a step that gave a field its value, the store's own date is the best there is.
  @Test func whatTheHistoryDoesNotKnowIsDatedAsTheStoreHasIt() throws {
    #expect(
      try home.run(
        "add", "context", "--id", "own", "date=2022-09-01", "text=A talk"
      ).code == 0)
    try date(2001)
    try home.text().replacing("A talk", with: "Another talk")
      .write(toFile: home.store, atomically: true, encoding: .utf8)
    #expect(try home.run("set", "own", "date", "2022-09-02").code == 0)
    try date(2002)
    // The store says that the entry was changed last in that year, and nobody knows of the text.
    #expect(try years(of: "own")["text"] == "2002")
    #expect(try years(of: "own")["sources"] == "2001")
    try FileManager.default.removeItem(atPath: home.folder + "/ladmp/store.history.jsonl")
    #expect(try Set(years(of: "own").values) == ["2002"])
  }

  @Test func aFieldOfTheEditionIsDatedToItsChange() throws {
    #expect(try home.run("set", "lima-2022", "starts", "09:00").code == 0)
    try date(2001)
    #expect(try home.run("set", "lima-2022", "level", "Ministers").code == 0)
    try date(2002)
    let years = try years(of: "lima-2022")
    #expect(years["starts"] == "2001" && years["level"] == "2002" && years["date"] == "edit")
  }

  /// What stands of a country elsewhere is told on it, and of a meeting's countries each by itself.
  @Test func aCountrysPresenceIsItsOwnFact() throws {
    let fact = "meetings/launch-2022/attendance/HT"
    #expect(try home.run("set", "/" + fact, "status", "declined").code == 0)
    try date(2001)
    let haiti = try years(of: "haiti")
    #expect(
      haiti[fact] == "2001" && haiti["capital"] == "edit" && haiti["endorsements/HT"] == "edit")
    let launch = try years(of: "launch-2022")
    #expect(launch["attendance/HT"] == "2001" && launch["attendance/PE"] == "edit")
    #expect(try years(of: fact) == ["sources": "edit", "status": "2001"])
  }
}
