import Declaration
import Foundation
import SeededGenerator
import Synchronization
import Testing

@testable import Store

/// Programs that write the store without asking for its lock, and values that meet in it.
@Suite struct StoreStrangerTests {
  private let folder = TemporaryFolder()
  private let starts = FactPath("meetings", "lima-2022", "starts")

  private func put(_ text: String, into ledger: inout Ledger) throws {
    try ledger.perform(.set(ledger, "/meetings/lima-2022", "starts", to: .text(text)))
  }

  @Test func aThirdValueDoesNotPushTheSecondOut() throws {
    var ledgers = try (0..<4).map { _ in try folder.ledger(edition: Edition.small) }
    let values = ["09:00", "10:00", "11:00", "12:00"]
    let requests = try zip(ledgers, values).map {
      try StoreRequest.set($0, "/meetings/lima-2022", "starts", to: .text($1))
    }
    for place in ledgers.indices { try ledgers[place].perform(requests[place]) }
    let conflict = try #require(ledgers[3].dossier.own.conflicts.first)
    #expect(conflict.sides.map(\.value) == ["12:00", "11:00", "10:00", "09:00"])
    try ledgers[3].perform(.settle(conflict.path, side: 3))
    #expect(ledgers[3].dossier.meeting("lima-2022")?.venue.startMinute == 540)
  }

  @Test func conflictsThatMeetKeepTheirSides() throws {
    let system = FaultySystem()
    var one = try folder.ledger(system.system, edition: Edition.small)
    var others = try (0..<2).map { _ in try folder.ledger(edition: Edition.small) }
    let requests = try ["10:00", "11:00"].map {
      try StoreRequest.set(one, "/meetings/lima-2022", "starts", to: .text($0))
    }
    let mine = try StoreRequest.set(one, "/meetings/lima-2022", "starts", to: .text("09:00"))
    try others[0].perform(requests[0])
    one.refresh()
    // A conflict that is only in memory, and another for the same field in the file.
    system.fail(at: 0, with: .error(ENOSPC, lasts: true))
    try one.perform(mine)
    #expect(one.dossier.own.conflicts.count == 1)
    try others[1].perform(requests[1])
    system.heal()
    try one.perform(.reload)
    let conflict = try #require(one.dossier.own.conflicts.first)
    #expect(Set(conflict.sides.map(\.value)) == ["09:00", "10:00", "11:00"])
  }

  @Test func aSideThatCouldNotBeSavedIsAValueToChoose() throws {
    let system = FaultySystem()
    var one = try folder.ledger(system.system)
    var other = try folder.ledger()
    let hidden = Amendment(
      "hidden",
      [
        Amendment.Part(
          path: FactPath("countries", "PE"), base: one.entry(at: FactPath("countries", "PE")).now,
          value: nil)
      ])
    let change = try StoreRequest.set(
      one, "/countries/PE", "capital", to: .entry(["en": .text("Lima city")]))
    let names = one.dossier.country("PE")?.name
    system.fail(at: 0, with: .error(EROFS, lasts: true))
    try one.perform(change)
    // What names the country is no matter here.
    #expect(throws: Refusal.self) { try other.perform(.amend(hidden)) }
    try folder.write("{\"schema\": 2, \"countries\": {\"PE\": null}}")
    system.heal()
    try one.perform(.reload)
    #expect(one.status == .saved)
    let conflict = try #require(one.dossier.own.conflicts.first)
    #expect(conflict.sides.count == 2)
    try one.perform(.settle(conflict.path, side: 0))
    #expect(one.dossier.country("PE")?.capital.english == "Lima city")
    #expect(one.dossier.country("PE")?.name == names, "what was not changed is whole")
  }

  @Test func aSideKeepsItsSourcesAndALaterValueSettles() throws {
    var (one, two) = (
      try folder.ledger(edition: Edition.small), try folder.ledger(edition: Edition.small)
    )
    let source = try #require(one.dossier.sources.keys.sorted().first)
    let late = try StoreRequest.set(two, "/meetings/lima-2022", "starts", to: .text("10:00"))
    try one.perform(
      .set(one, "/meetings/lima-2022", "starts", to: .text("09:00"), sources: [source]))
    try two.perform(late)
    let conflict = try #require(two.dossier.own.conflicts.first)
    #expect(conflict.sides.map(\.sources) == [[Source.ownKnowledge], [source]])
    try two.perform(.settle(conflict.path, side: 1))
    #expect(two.dossier.own.change(exactly: conflict.path)?.sources == [source])
    try two.perform(.undo)
    #expect(two.dossier.own.conflicts.count == 1)
    try put("11:00", into: &two)
    #expect(two.dossier.own.conflicts.isEmpty, "who gives it another value has chosen")
    try two.perform(.undo)
    #expect(two.dossier.own.conflicts.count == 1)
  }

  @Test func aSourceIsPutRightWithoutAChange() throws {
    var ledger = try folder.ledger(edition: Edition.small)
    let source = try #require(ledger.dossier.sources.keys.sorted().first)
    try put("09:00", into: &ledger)
    try ledger.perform(.amend(Amendment("source", [], sources: [source], restated: [starts])))
    #expect(ledger.dossier.own.change(exactly: starts)?.sources == [source])
    #expect(throws: Refusal.self) {
      try ledger.perform(.amend(Amendment("source", [], sources: [source], restated: [starts])))
    }
    try ledger.perform(.undo)
    #expect(ledger.dossier.own.change(exactly: starts)?.sources == [Source.ownKnowledge])
  }

  @Test func aFileThatIsReplacedDuringASaveIsJoined() throws {
    let stranger = Mutex("")
    let store = folder.store
    var system = FileSystem.live
    let sync = system.sync
    system.sync = { descriptor in
      stranger.withLock { text in
        if !text.isEmpty { try? text.write(toFile: store, atomically: true, encoding: .utf8) }
        text = ""
      }
      return sync(descriptor)
    }
    var ledger = try folder.ledger(system, edition: Edition.small)
    try ledger.perform(.note("first"))
    for number in 0..<3 {
      let text = try folder.text().replacingOccurrences(
        of: "\"notes\": {", with: "\"notes\": {\"s\(number)\": {\"about\": \"\", \"text\": \"s\"},")
      stranger.withLock { $0 = text }
      try ledger.perform(.note("own \(number)"))
      #expect(ledger.status == .saved)
    }
    let notes = try folder.ledger(edition: Edition.small).dossier.own.notes
    #expect(notes.count == 7 && notes == ledger.dossier.own.notes)
  }

  @Test func aFileThatIsReplacedBetweenChangesLosesNothing() throws {
    var generator = SeededGenerator(seed: 21)
    var ledgers = try (0..<3).map { _ in try folder.ledger(edition: Edition.small) }
    var expected: Set<String> = []
    for number in 0..<150 {
      let place = Int.random(in: 0..<5, using: &generator)
      if place < 3 {
        try ledgers[place].perform(.note("n\(number)"))
        expected.insert("n\(number)")
      } else if FileStamp(folder.store) != nil {
        let entry = "\"x\(number)\": {\"about\": \"\", \"text\": \"x\(number)\"},"
        let text = try folder.text()
        try folder.write(
          text.replacingOccurrences(of: "\"notes\": {", with: "\"notes\": {" + entry))
        expected.insert("x\(number)")
      }
      if Int.random(in: 0..<9, using: &generator) == 0 {
        ledgers[number % 3] = try folder.ledger(edition: Edition.small)
      }
    }
    for ledger in ledgers + [try folder.ledger(edition: Edition.small)] {
      var ledger = ledger
      ledger.refresh()
      #expect(Set(ledger.dossier.own.notes.map(\.text)) == expected)
    }
  }

  @Test func aStoreThatAnotherHasRestoredIsNotRestoredAgain() throws {
    var one = try folder.ledger(edition: Edition.small)
    for text in ["first", "second"] { try one.perform(.note(text)) }
    try folder.write("{")
    var two = try folder.ledger(edition: Edition.small)
    one.refresh()
    try one.perform(.restorePrevious)
    try one.perform(.note("third"))
    #expect(throws: Refusal.self) { try two.perform(.restorePrevious) }
    #expect(two.status == .saved && two.dossier.own.notes.count == 3)
  }

  @Test func aLinkToAFileThatIsNotThereYetStaysALink() throws {
    let real = folder.path + "/notes/real.json"
    try FileManager.default.createSymbolicLink(
      atPath: folder.store, withDestinationPath: "notes/real.json")
    var ledger = try folder.ledger(edition: Edition.small)
    try ledger.perform(.note("x"))
    #expect(try folder.text(real).contains("notes"))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.store) == "notes/real.json")
  }

  @Test func namesAreTheSameHoweverTheirAccentsAreWritten() throws {
    try folder.write("{\"notes\": {\"e\u{301}\": {\"about\": \"\", \"text\": \"x\"}}}")
    var ledger = try folder.ledger(edition: Edition.small)
    let path = FactPath("notes", "\u{E9}")
    let base = try #require(ledger.entry(at: path).now)
    try ledger.perform(
      .amend(
        Amendment(
          "changed",
          [Amendment.Part(path: path, base: base, value: base.setting(.text("y"), at: ["text"]))]
        )))
    #expect(ledger.dossier.own.notes.map(\.text) == ["y"])
    #expect(ledger.text.entry(EntryKey("notes", "\u{E9}"))?["text"] == .text("y"))
  }

  @Test func noChangeReachesTheStoresOwnFields() throws {
    var ledger = try folder.ledger(edition: Edition.small)
    let part = Amendment.Part(path: FactPath("", "notes"), base: nil, value: .number("3"))
    #expect(throws: Refusal.self) { try ledger.perform(.amend(Amendment("x", [part]))) }
    let edit = "{\"collection\":\"\",\"id\":\"notes\",\"after\":3}"
    let rest = "\"id\":\"1\",\"made\":\"x\",\"summary\":\"x\",\"what\":\"step\""
    let line = "{\"edits\":[\(edit)],\(rest)}"
    #expect(History(Array(line.utf8)).done.first?.edits.isEmpty ?? false)
  }
}
