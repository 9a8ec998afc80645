import Declaration
import Testing

@testable import Store

/// What was done to a fact between two versions of a store.
@Suite struct FactStepsTests {
  private func steps(_ old: String, _ new: String) throws -> [FactStep] {
    var facts = try FactSteps(edition: Edition.small)
    return try facts.steps(
      from: StoreVersion(Array(old.utf8), file: "old"),
      to: StoreVersion(Array(new.utf8), file: "new"),
      by: .init(author: "Cleo", second: 0, commit: "abc"))
  }

  @Test func aFieldIsToldFromWhatTheEditionHas() throws {
    let mark =
      #""changes":{"/meetings/lima-2022/date":{"by":"Ana <a@b>","made":"2026-01-01T00:00:00Z"}}"#
    let one = try steps("", #"{"meetings":{"lima-2022":{"date":"2022-10-07"}},\#(mark)}"#)
    #expect(one.count == 1)
    let step = try #require(one.first)
    #expect(step.path.description == "/meetings/lima-2022/date" && step.kind == .changed)
    #expect(step.before == "2022-10-06" && step.now == "2022-10-07" && step.commit == "abc")
    #expect(step.author == "Ana" && step.made == "2026-01-01T00:00:00Z")
    // Where the store does not say who did it, the commit does.
    let back = try #require(
      try steps(#"{"meetings":{"lima-2022":{"date":"2022-10-07"}}}"#, "").first)
    #expect(
      back.author == "Cleo" && back.made == "1970-01-01T00:00:00Z" && back.now == "2022-10-06")
  }

  @Test func whatIsAddedHiddenAndWrittenDown() throws {
    let hidden = try #require(try steps("", #"{"meetings":{"lima-2022":null}}"#).first)
    #expect(hidden.kind == .hidden && hidden.path.description == "/meetings/lima-2022")
    let note = #"{"notes":{"n":{"about":"/countries/PE","text":"Ask\nLima","written":"2026"}}}"#
    let written = try #require(try steps("", note).first)
    #expect(written.kind == .added && written.about.description == "/countries/PE")
    #expect(written.now == "Ask Lima")
    #expect(try steps(note, "").first?.kind == .deleted)
    // Another time alone is nothing that was done to it.
    #expect(try steps(note, note.replacing("2026", with: "2027")).isEmpty)
  }

  @Test func whetherAnEntryStaysIsToldWithoutAllOfIt() throws {
    let sides = #"{"sides":[{"value":{"title":"New"}},{"by":"Ana <a@b>"}]}"#
    let entry = #""sources":{"own":{"title":"New"}}"#
    let open = "{\(entry),\"conflicts\":{\"/sources/own\":\(sides)}}"
    let stays = try #require(try steps(open, "{\(entry)}").first)
    #expect(stays.kind == .settled && stays.before == nil && stays.now == nil)
    let goes = try steps(open, "{}")
    #expect(goes.map(\.kind) == [.deleted] && goes.first?.before == nil)
  }

  @Test func aChoiceIsToldWithItsVersions() throws {
    let open = #"""
      {"meetings":{"lima-2022":{"starts":"10:00"}},"conflicts":{"/meetings/lima-2022/starts":
      {"sides":[{"value":"10:00"},{"value":"09:00"}]}}}
      """#
    for chosen in ["10:00", "09:00"] {
      let steps = try steps(open, #"{"meetings":{"lima-2022":{"starts":"\#(chosen)"}}}"#)
      #expect(steps.map(\.kind) == [.settled])
      #expect(steps.first?.before == "10:00, 09:00" && steps.first?.now == chosen)
    }
  }

  @Test func thePastOfAFactIsThatOfWhatHoldsItAndOfWhatIsInIt() {
    let paths = ["/meetings/a", "/meetings/a/starts", "/meetings/b/starts", "/meetings/a/ends"]
    let past = FactPast(
      paths.compactMap { FactPath(pointer: $0) }
        .map { FactStep(.changed, $0, author: nil, made: nil) })
    func on(_ pointer: String) -> [String] {
      past.steps(on: [FactPath(pointer: pointer) ?? FactPath()]).map(\.path.description)
    }
    #expect(on("/meetings/a") == ["/meetings/a", "/meetings/a/starts", "/meetings/a/ends"])
    #expect(on("/meetings/a/starts") == ["/meetings/a", "/meetings/a/starts"])
    #expect(on("/meetings/c").isEmpty)
  }
}
