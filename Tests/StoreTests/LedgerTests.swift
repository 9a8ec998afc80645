import Declaration
import Foundation
import Testing

@testable import Store

/// A folder of its own for a store, gone after the test.
final class TemporaryFolder {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "ladmp-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var store: String { path + "/store.json" }

  /// - Parameter edition: the small one, where many ledgers are opened.
  func ledger(
    _ system: FileSystem = .live, edition: [UInt8] = Edition.builtInBytes, patience: Int = 20_000
  ) throws -> Ledger {
    var ledger = try Ledger(
      edition: edition, file: Edition.builtInName,
      folder: StoreFolder(
        store: store, makesFolders: true, system: system, patience: patience))
    ledger.refresh()
    return ledger
  }

  func text(_ file: String? = nil) throws -> String {
    try String(contentsOfFile: file ?? store, encoding: .utf8)
  }

  func write(_ text: String) throws {
    try text.write(toFile: store, atomically: true, encoding: .utf8)
  }
}

extension StoreRequest {
  /// A note, as the dashboard asks for it.
  static func note(_ text: String, on pointer: String = "/countries/PE") -> StoreRequest {
    .amend(
      Amendment(
        "note on \(pointer)",
        [
          Amendment.Part(
            path: FactPath("notes", ""), base: nil,
            value: .entry(["about": .text(pointer), "text": .text(text)]))
        ]))
  }

  /// An entry with one field changed.
  static func set(
    _ ledger: Ledger, _ pointer: String, _ field: String, to value: RecordValue?,
    sources: [SourceID] = [Source.ownKnowledge]
  ) throws -> StoreRequest {
    let path = try #require(FactPath(pointer: pointer))
    let now = ledger.entry(at: path).now
    return .amend(
      Amendment(
        "\(field) of \(pointer)",
        [Amendment.Part(path: path, base: now, value: now?.setting(value, at: [field]))],
        sources: sources))
  }
}

@Suite struct LedgerTests {
  private let folder = TemporaryFolder()

  @Test func writesNothingBeforeTheUserDoes() throws {
    var ledger = try folder.ledger()
    try ledger.perform(.reload)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(ledger.dossier.own.isEmpty && ledger.status == .saved)
  }

  @Test func keepsANoteAndTakesItBackAcrossRestarts() throws {
    var ledger = try folder.ledger()
    try ledger.perform(.note("Ask about visas.\nTwice."))
    #expect(ledger.dossier.own.notes.map(\.text) == ["Ask about visas.\nTwice."])
    let text = try folder.text()
    #expect(text.contains("\"text\": \"Ask about visas.\\nTwice.\""))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.store)[.posixPermissions]
    #expect(mode as? Int == 0o600)

    var again = try folder.ledger()
    #expect(again.dossier.own.notes.count == 1)
    #expect(try again.perform(.undo) == "undone: note on /countries/PE")
    #expect(again.dossier.own.notes.isEmpty)
    var third = try folder.ledger()
    #expect(third.dossier.own.isEmpty)
    try third.perform(.redo)
    #expect(third.dossier.own.notes.count == 1)
    #expect(throws: Refusal.self) { try third.perform(.redo) }
  }

  @Test func storesOnlyWhatDiffersWithDateAndSource() throws {
    var ledger = try folder.ledger()
    try ledger.perform(
      .set(ledger, "/meetings/lima-2022", "date", to: .text("2022-10-06/2022-10-07")))
    let lima = try #require(ledger.dossier.meeting("lima-2022"))
    #expect(lima.date.description == "2022-10-06/2022-10-07" && lima.agenda.count == 3)
    let change = try #require(
      ledger.dossier.own.change(at: FactPath("meetings", "lima-2022", "date")))
    #expect(change.kind == .changed && change.sources == [Source.ownKnowledge])
    #expect(change.before == "2022-10-06" && change.now == "2022-10-06/2022-10-07")
    #expect(change.made?.count == 20)
    let stored = try StoreText(Array(try folder.text().utf8), file: "s")
    #expect(
      stored.entry(EntryKey("meetings", "lima-2022"))
        == .entry(["date": .text("2022-10-06/2022-10-07")]))
    // Set back, nothing of it is left.
    try ledger.perform(
      .set(ledger, "/meetings/lima-2022", "date", to: .text("2022-10-06")))
    #expect(ledger.dossier.own.changes.map(\.path.description) == ["/sources/own-knowledge"])
  }

  @Test func whatWasChangedNamesFirstWhatTheChangeRestsOn() throws {
    var ledger = try folder.ledger()
    let meeting = try #require(ledger.dossier.meeting("launch-2022"))
    let (code, other) = ("PE", "lad-us")
    let attendance = try #require(meeting.attendance[code])
    #expect(!attendance.sources.isEmpty && !attendance.sources.contains(other))
    try ledger.perform(
      .set(
        ledger, "/meetings/\(meeting.id)/attendance/\(code)", "note",
        to: .entry(["en": .text("An empty chair")]), sources: [other]))
    let now = try #require(ledger.dossier.meeting(meeting.id))
    #expect(now.attendance[code]?.sources == [other] + attendance.sources)
    #expect(now.sources == meeting.sources, "the meeting itself is as it was")
    // What is edited next, stored and handed on is not touched by it.
    let path = FactPath("meetings", meeting.id, "attendance", code)
    #expect(
      ledger.entry(at: path).now?["sources"] == ledger.entry(at: path).edition?["sources"])
    #expect(try !folder.text().contains("\"sources\": [\"\(other)\", "))
    // Where the user says on what the part rests, that stands alone.
    try ledger.perform(
      .set(
        ledger, path.description, "sources", to: .list([.text(Source.ownKnowledge)]),
        sources: [other]))
    let chosen = try #require(ledger.dossier.meeting(meeting.id))
    #expect(chosen.attendance[code]?.sources == [Source.ownKnowledge])
  }

  @Test func aStepThatWasAddedDoesNotAnswerForTheCommitment() throws {
    var ledger = try folder.ledger()
    let path = "/commitments/us-2022-06-10-1"
    let before = try #require(ledger.dossier.commitment("us-2022-06-10-1"))
    let entry = FactPath("commitments", before.id)
    let states = try #require(ledger.entry(at: entry).now?["states"]?.elements)
    let step = RecordValue.entry([
      "state": .text("done"), "since": .text("2026-05"), "sources": .list([.text("lad-us")]),
    ])
    try ledger.perform(
      .set(ledger, path, "states", to: .list(states + [step]), sources: ["lad-us"])
    )
    let now = try #require(ledger.dossier.commitment("us-2022-06-10-1"))
    #expect(now.steps.count == before.steps.count + 1 && now.sources == before.sources)
  }

  @Test func aChangeThatRestsOnASourceThatIsGoneIsReadWithoutIt() throws {
    try folder.write(
      """
      { "schema": 1, "meetings": { "lima-2022": { "date": "2022-10-05" } },
        "changes": { "/meetings/lima-2022/date": { "sources": ["gone", "own-knowledge"] } } }
      """)
    let ledger = try folder.ledger()
    let lima = try #require(ledger.dossier.meeting("lima-2022"))
    #expect(lima.date.description == "2022-10-05")
    #expect(ledger.dossier.own.rejected.map(\.fault) == [])
    let edition = try #require(try Edition.builtIn().meeting("lima-2022"))
    #expect(lima.sources == edition.sources)
  }

  @Test func whatIsHiddenIsCalledByWhatItSays() throws {
    var ledger = try folder.ledger()
    let entry = try #require(ledger.dossier.context.first)
    try ledger.perform(
      .amend(
        Amendment(
          "hidden",
          [Amendment.Part(path: FactPath("context", entry.id), base: nil, value: nil)])))
    let change = try #require(ledger.dossier.own.changes.first { $0.kind == .hidden })
    #expect(change.before == entry.text.english)
  }

  @Test func addsHidesAndRestores() throws {
    var ledger = try folder.ledger()
    let added = RecordValue.entry([
      "country": .text("PE"), "pillar": .text("2"), "text": .entry(["en": .text("Visas")]),
      "announced": .text("2022-09-01"), "states": .list([]),
      "sources": .list([.text(Source.ownKnowledge)]),
    ])
    try ledger.perform(
      .amend(
        Amendment(
          "a commitment of Peru",
          [Amendment.Part(path: FactPath("commitments", ""), base: nil, value: added)])))
    #expect(ledger.dossier.commitments.contains { $0.id == "pe-2022-09-01-1" })
    let hidden = try #require(ledger.dossier.context.first { $0.sources == ["lo-2022"] }).id
    let hide = Amendment(
      "hidden",
      [Amendment.Part(path: FactPath("context", hidden), base: nil, value: nil)])
    try ledger.perform(.amend(hide))
    #expect(!ledger.dossier.contains(hidden, in: .context))
    #expect(try folder.text().contains("\"\(hidden)\": null"))
    try ledger.perform(.takeBack(FactPath("context", hidden)))
    #expect(ledger.dossier.contains(hidden, in: .context))
    try ledger.perform(.takeBack(FactPath("commitments", "pe-2022-09-01-1")))
    #expect(!ledger.dossier.commitments.contains { $0.id == "pe-2022-09-01-1" })
    #expect(throws: Refusal.self) {
      try ledger.perform(.takeBack(FactPath("commitments", "pe-2022-09-01-1")))
    }
  }

  @Test func joinsWhatAProgramWithoutALockWritesInTheMiddleOfASave() throws {
    let system = FaultySystem()
    var ledger = try folder.ledger(system.system)
    try ledger.perform(.note("first"))
    let text = try folder.text()
    // The file is another by the time the new one is written.
    let theirs = text.replacingOccurrences(of: "\"first\"", with: "\"changed by an editor\"")
    let store = folder.store
    system.before = { name in
      guard name.hasSuffix("store.new.json") else { return }
      try? theirs.write(toFile: store, atomically: true, encoding: .utf8)
    }
    try ledger.perform(.note("second"))
    #expect(ledger.status == .saved)
    #expect(
      Set(try folder.ledger().dossier.own.notes.map(\.text)) == ["changed by an editor", "second"])
  }

  @Test(arguments: [("1,500", "1500"), ("1.5", "1.5"), ("1,234,567", "1234567")])
  func takesThousandsInGroups(_ typed: String, _ number: String) throws {
    let dossier = try Edition.builtIn()
    #expect(try RecordField.Kind.amount.value(of: typed, in: dossier) == .number(number))
    for wrong in ["1,5", "1,50", "12345,678", ",5"] {
      #expect(throws: FieldProblem.self) {
        try RecordField.Kind.amount.value(of: wrong, in: dossier)
      }
    }
  }

  @Test func refusesWhatCannotBeReadOrIsNamedElsewhere() throws {
    var ledger = try folder.ledger()
    #expect(throws: Refusal.self) {
      try ledger.perform(.set(ledger, "/meetings/lima-2022", "date", to: .text("tomorrow")))
    }
    #expect(throws: Refusal.self) {
      try ledger.perform(
        .amend(
          Amendment(
            "hidden", [Amendment.Part(path: FactPath("sources", "lo-2022"), base: nil, value: nil)])
        ))
    }
    #expect(FileStamp(folder.store) == nil && ledger.dossier.own.isEmpty)
  }
}
