import Declaration
import Foundation
import SeededGenerator
import Testing

@testable import Store

/// Stores that other programs and people leave behind.
@Suite struct StoreRobustnessTests {
  private let folder = TemporaryFolder()

  private func isBroken(_ ledger: Ledger, _ words: String) -> Bool {
    if case .broken(let fault) = ledger.status { fault.contains(words) } else { false }
  }

  @Test func neverWritesOverAStoreThatCannotBeRead() throws {
    var ledger = try folder.ledger()
    try ledger.perform(.note("one"))
    try ledger.perform(.note("two"))
    let broken = "{\n  \"notes\": {,}\n}\n"
    try folder.write(broken)
    var other = try folder.ledger()
    #expect(isBroken(other, "store.json:2:13"))
    #expect(other.dossier.own.isEmpty)
    try other.perform(.note("three"))
    #expect(try folder.text() == broken)
    #expect(other.dossier.own.notes.map(\.text) == ["three"])
    // The version before takes its place, with what was noted meanwhile.
    try other.perform(.restorePrevious)
    #expect(other.dossier.own.notes.map(\.text).sorted() == ["one", "three", "two"])
    #expect(try folder.ledger().dossier.own.notes.count == 3)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let kept = try #require(files.first { $0.contains("broken") })
    #expect(try folder.text(folder.path + "/" + kept) == broken)
    #expect(throws: Refusal.self) { try other.perform(.restorePrevious) }
  }

  @Test(arguments: [
    ("", "the file is empty"), ("[]", "the store is a list"), ("{\"a\":1", "ends too early"),
    ("{\"a\":1,\"a\":2}", "a second time"), ("\u{0}", "out of place"),
  ])
  func saysWhatIsWrong(_ text: String, _ words: String) throws {
    try folder.write(text)
    #expect(isBroken(try folder.ledger(), words))
  }

  @Test func oneBadEntryDoesNotKeepTheOthersOut() throws {
    let text = """
      {
        "meetings": {
          "lima-2022": {"date": "soon"}
        },
        "commitments": {
          "good-1": {"country": "PE", "pillar": "2", "text": {"en": "Visas"},
            "announced": "2022-09-01", "states": [], "sources": ["lo-2022"]},
          "bad-1": {"country": "XX"}
        },
        "notes": {"n1": {"about": "/countries/PE", "text": "kept"}, "n2": 7},
        "bookmarks": {"nowhere": {}},
        "conflicts": {"/meetings/lima-2022/date": {"sides": []}},
        "schema": 2
      }
      """
    try folder.write(text)
    var ledger = try folder.ledger()
    #expect(ledger.status == .saved)
    #expect(ledger.dossier.commitments.contains { $0.id == "good-1" })
    #expect(ledger.dossier.meeting("lima-2022")?.date.description == "2022-10-06")
    #expect(ledger.dossier.own.notes.map(\.text) == ["kept"])
    let rejected = Dictionary(
      uniqueKeysWithValues: ledger.dossier.own.rejected.map { ($0.path.description, $0.fault) })
    #expect(
      rejected.keys.sorted() == [
        "/bookmarks/nowhere", "/commitments/bad-1", "/conflicts/~1meetings~1lima-2022~1date",
        "/meetings/lima-2022", "/notes/n2",
      ])
    #expect(rejected["/meetings/lima-2022"]?.contains("store.json:3:18: “date”") ?? false)
    #expect(rejected["/commitments/bad-1"]?.contains("store.json:8:26: “country”") ?? false)
    try ledger.perform(.note("another"))
    let saved = try folder.text()
    for kept in [
      "\"lima-2022\": {\"date\": \"soon\"}", "\"bad-1\": {\"country\": \"XX\"}", "\"n2\": 7",
    ] {
      #expect(saved.contains(kept))
    }
  }

  @Test func keepsWhatItDoesNotKnow() throws {
    let text = """
      {"schema": 99, "future": [1.0e3], "notes": {"n1": {"about": "", "text": "x", "mood": "glad"}},
       "countries": {"PE": {"anthem": {"en": "Somos libres"}}}}
      """
    try folder.write(text)
    var ledger = try folder.ledger()
    try ledger.perform(.note("y"))
    try ledger.perform(
      .set(ledger, "/countries/PE", "capital", to: .entry(["en": .text("Lima city")])))
    let saved = try folder.text()
    for kept in ["\"schema\": 99", "\"future\": [1.0e3]", "\"mood\": \"glad\"", "Somos libres"] {
      #expect(saved.contains(kept))
    }
    #expect(ledger.dossier.country("PE")?.capital.english == "Lima city")
  }

  @Test func bringsAnOlderStoreToThisFormatAndKeepsACopy() throws {
    let old = "{\"schema\": 1, \"endorsements\": {\"PE\": {\"date\": \"2022-06-11\"}}}"
    try folder.write(old)
    var ledger = try folder.ledger()
    #expect(try folder.text() == old)
    try ledger.perform(.note("x"))
    #expect(try folder.text(folder.path + "/store.schema-1.json") == old)
    #expect(try folder.text().contains("\"schema\": 2"))
    let change = ledger.dossier.own.change(at: FactPath("endorsements", "PE", "date"))
    #expect(change?.made?.count == 20)
  }

  @Test func unreadableCollectionsAreNotWrittenInto() throws {
    try folder.write("{\"notes\": 3}")
    var ledger = try folder.ledger()
    #expect(throws: (any Error).self) { try ledger.perform(.note("x")) }
    #expect(try folder.text() == "{\"notes\": 3}")
    try ledger.perform(.set(ledger, "/countries/PE", "capital", to: .entry(["en": .text("L")])))
    #expect(try folder.text().contains("\"notes\": 3"))
    #expect(ledger.dossier.own.rejected.map(\.path) == [FactPath("notes")])
  }

  @Test func aFactCollectionThatIsNoneIsTold() throws {
    try folder.write("{\"meetings\": 3, \"changes\": []}")
    let rejected = try folder.ledger().dossier.own.rejected
    #expect(rejected.map(\.path) == [FactPath("meetings"), FactPath("changes")])
    #expect(
      rejected[0].fault.hasSuffix(
        "store.json:1:14: “meetings” is a number, expected an object of entries by their ids"))
  }

  @Test func aStoreOfANewerFormatIsToldOfAndKept() throws {
    try folder.write("{\"schema\": 3, \"new\": {\"a\": 1}}")
    var ledger = try folder.ledger()
    #expect(ledger.newerFormat?.contains("format 3") == true)
    try ledger.perform(.note("x"))
    let text = try folder.text()
    #expect(text.contains("\"schema\": 3") && text.contains("\"new\": {\"a\": 1}"))
  }

  @Test func theVersionBeforeComesBackWhereTheStoreIsGone() throws {
    var ledger = try folder.ledger()
    try ledger.perform(.note("one"))
    try ledger.perform(.note("two"))
    try FileManager.default.removeItem(atPath: folder.store)
    var other = try folder.ledger()
    try other.perform(.restorePrevious)
    #expect(try folder.ledger().dossier.own.notes.map(\.text).sorted() == ["one", "two"])
    #expect(throws: Refusal.self) { try other.perform(.restorePrevious) }
    try other.perform(.undo)
    #expect(try folder.ledger().dossier.own.notes.map(\.text) == ["one"])
  }

  @Test func nullIsNoCollection() throws {
    try folder.write("{\"notes\": null, \"changes\": null}")
    var ledger = try folder.ledger()
    try ledger.perform(.note("x"))
    try ledger.perform(.set(ledger, "/countries/PE", "capital", to: .entry(["en": .text("L")])))
    let again = try folder.ledger()
    #expect(again.dossier.own.notes.count == 1 && again.dossier.own.rejected.isEmpty)
  }

  @Test func aStepThatTheDiskRefusedIsNotInTheHistory() throws {
    let system = FaultySystem()
    var ledger = try folder.ledger(system.system)
    try ledger.perform(.note("one"))
    for call in 0..<40 {
      let before = try folder.text(ledger.folder.history)
      var other = try folder.ledger(system.system)
      system.fail(at: call, with: .error(ENOSPC, lasts: true))
      try other.perform(.note("refused"))
      let isSaved = other.status == .saved
      system.heal()
      guard !isSaved else { break }
      // What can't be taken back either stays; undo and redo pass it over.
      if try folder.text(ledger.folder.history) != before { continue }
      #expect(try folder.ledger().history().done.map(\.summary).count == 1)
    }
  }

  @Test func noInstanceRestoresOverWhatAnotherPutRight() throws {
    var ledger = try folder.ledger()
    try ledger.perform(.note("one"))
    try ledger.perform(.note("two"))
    try folder.write("{")
    var (one, two) = (try folder.ledger(), try folder.ledger())
    try one.perform(.restorePrevious)
    try one.perform(.note("since"))
    #expect(throws: Refusal.self) { try two.perform(.restorePrevious) }
    #expect(two.status == .saved)
    #expect(try folder.ledger().dossier.own.notes.map(\.text).sorted() == ["one", "since", "two"])
  }

  @Test func aPathWithoutACollectionTakesNothingAway() throws {
    var ledger = try folder.ledger(edition: Edition.small)
    try ledger.perform(.note("kept"))
    let path = try #require(FactPath(pointer: "//notes"))
    for value in [nil, RecordValue.entry([:])] {
      #expect(throws: Refusal.self) {
        try ledger.perform(
          .amend(Amendment("x", [Amendment.Part(path: path, base: nil, value: value)])))
      }
    }
    #expect(throws: Refusal.self) { try ledger.perform(.takeBack(path)) }
    // A line that somebody put into the history does no more.
    let line =
      "{\"id\":\"f\",\"what\":\"step\",\"summary\":\"s\",\"made\":\"m\",\"edits\":"
      + "[{\"collection\":\"\",\"id\":\"notes\",\"before\":null}]}\n"
    let history = try folder.text(ledger.folder.history)
    try (history + line).write(
      toFile: ledger.folder.history, atomically: true, encoding: .utf8)
    try ledger.perform(.undo)
    #expect(ledger.dossier.own.notes.isEmpty)
    #expect(try !folder.text().contains("\"notes\": null"))
    try ledger.perform(.redo)
    #expect(try folder.ledger(edition: Edition.small).dossier.own.notes.map(\.text) == ["kept"])
  }

  @Test func aStoreThatIsGoneStaysInMemory() throws {
    var ledger = try folder.ledger()
    try ledger.perform(.note("one"))
    try FileManager.default.removeItem(atPath: folder.store)
    ledger.refresh()
    #expect(ledger.isOnlyInMemory && ledger.dossier.own.notes.count == 1)
    try ledger.perform(.note("two"))
    #expect(try folder.ledger().dossier.own.notes.count == 2)
    try FileManager.default.removeItem(atPath: folder.path)
    try ledger.perform(.note("three"))
    #expect(try folder.ledger().dossier.own.notes.count == 3)
  }

  @Test func savesThroughALinkAndNotOverIt() throws {
    let real = folder.path + "/real.json"
    try "{}".write(toFile: real, atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: folder.store, withDestinationPath: real)
    var ledger = try folder.ledger()
    try ledger.perform(.note("x"))
    #expect(try folder.text(real).contains("notes"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.store) == real)
  }

  @Test func makesTheFileThatALinkLeadsTo() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.store, withDestinationPath: "later.json")
    var ledger = try folder.ledger(edition: Edition.small)
    try ledger.perform(.note("x"))
    #expect(try folder.text(folder.path + "/later.json").contains("notes"))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.store) == "later.json")
  }

  @Test func theCopyOfAnOlderStoreIsWholeWhereverItsMakingEnds() throws {
    let old = "{\"schema\": 1, \"endorsements\": {}}"
    for call in 0..<60 {
      let (folder, system) = (TemporaryFolder(), FaultySystem())
      try folder.write(old)
      var ledger = try folder.ledger(system.system, edition: Edition.small)
      system.fail(at: call, with: .end)
      try ledger.perform(.note("x"))
      let copy = folder.path + "/store.schema-1.json"
      if FileStamp(copy) != nil { #expect(try folder.text(copy) == old, "call \(call)") }
      var again = try folder.ledger(edition: Edition.small)
      try again.perform(.note("y"))
      #expect(try folder.text(copy) == old, "call \(call)")
      if system.calls <= call { break }
    }
  }

  @Test func aFolderInTheStoresPlaceIsTold() throws {
    try FileManager.default.createDirectory(atPath: folder.store, withIntermediateDirectories: true)
    var ledger = try folder.ledger()
    #expect(isBroken(ledger, "is a folder"))
    try ledger.perform(.note("x"))
    #expect(ledger.dossier.own.notes.count == 1)
  }

  @Test func damagedStoresNeverTrap() throws {
    var ledger = try folder.ledger(edition: Edition.small)
    try ledger.perform(.note("one"))
    try ledger.perform(.set(ledger, "/meetings/lima-2022", "starts", to: .text("09:00")))
    let bytes = Array(try folder.text().utf8)
    var generator = SeededGenerator(seed: 18)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        damaged[Int.random(in: damaged.indices, using: &generator)] =
          UInt8.random(in: 32...126, using: &generator)
      }
      try Data(damaged).write(to: URL(fileURLWithPath: folder.store))
      var other = try folder.ledger(edition: Edition.small)
      _ = try? other.perform(.note("still here"))
      #expect(
        other.dossier.own.notes.contains { $0.text == "still here" } || other.status == .saved)
    }
  }
}
