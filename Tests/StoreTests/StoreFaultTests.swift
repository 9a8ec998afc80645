import Declaration
import Foundation
import Testing

@testable import Store

/// What a save leaves behind when the system refuses, or the process is gone, at each of its calls.
@Suite struct StoreFaultTests {
  private static func texts(_ ledger: Ledger) -> [String] {
    // Notes of the same second have no order.
    ledger.dossier.own.notes.map(\.text).sorted()
  }

  /// A folder with a store of one note, and the number of calls that the next note takes.
  private func prepared() throws -> (TemporaryFolder, calls: Int) {
    let counting = TemporaryFolder()
    let system = FaultySystem()
    var ledger = try counting.ledger(system.system, edition: Edition.small)
    try ledger.perform(.note("first"))
    system.heal()
    try ledger.perform(.note("second"))
    let calls = system.calls
    let folder = TemporaryFolder()
    var first = try folder.ledger(edition: Edition.small)
    try first.perform(.note("first"))
    return (folder, calls)
  }

  @Test func endedAtAnyCallTheOldOrTheNewRecordIsThere() throws {
    let calls = try prepared().calls
    #expect(calls > 10)
    for call in 0..<calls {
      let (folder, _) = try prepared()
      let system = FaultySystem()
      var ledger = try folder.ledger(system.system, edition: Edition.small)
      system.fail(at: call, with: .end)
      _ = try? ledger.perform(.note("second"))

      var again = try folder.ledger(edition: Edition.small)
      let texts = StoreFaultTests.texts(again)
      #expect(texts == ["first"] || texts == ["first", "second"], "call \(call)")
      #expect(again.status == .saved)
      if FileStamp(again.folder.previous) != nil {
        _ = try StoreText(RecordFile.bytes(of: again.folder.previous), file: "p")
      }
      // Whatever was left lying about, the next save and undo work.
      try again.perform(.note("third"))
      #expect(again.status == .saved, "call \(call)")
      try again.perform(.undo)
      #expect(StoreFaultTests.texts(again) == texts)
      try again.perform(.undo)
      #expect(
        StoreFaultTests.texts(try folder.ledger(edition: Edition.small)).count == texts.count - 1,
        "call \(call)")
    }
  }

  @Test(arguments: [StoreRequest.undo, .redo])
  func endedWhileAStepIsTakenBackOrDoneAgainNoOtherStepIsTaken(_ request: StoreRequest) throws {
    func prepared(_ folder: TemporaryFolder, _ system: FaultySystem) throws -> Ledger {
      var ledger = try folder.ledger(system.system, edition: Edition.small)
      for text in ["first", "second", "third"] { try ledger.perform(.note(text)) }
      if request == .redo { for _ in 0..<2 { try ledger.perform(.undo) } }
      return ledger
    }
    let (counting, place) = (FaultySystem(), TemporaryFolder())
    var counted = try prepared(place, counting)
    let before = StoreFaultTests.texts(counted)
    counting.heal()
    try counted.perform(request)
    let after = StoreFaultTests.texts(counted)
    #expect(before != after && counting.calls > 10)
    for call in 0..<counting.calls {
      let (folder, system) = (TemporaryFolder(), FaultySystem())
      var ledger = try prepared(folder, system)
      system.fail(at: call, with: .end)
      _ = try? ledger.perform(request)
      var again = try folder.ledger(edition: Edition.small)
      let texts = StoreFaultTests.texts(again)
      #expect(texts == before || texts == after, "call \(call)")
      // Asked once more, the same step is taken; where it was taken already, the one after it.
      try again.perform(request)
      let wanted = request == .undo ? ["first"] : ["first", "second", "third"]
      #expect(StoreFaultTests.texts(again) == (texts == before ? after : wanted), "call \(call)")
    }
  }

  @Test(arguments: [ENOSPC, EIO, EACCES, EROFS], [true, false])
  func refusedAtAnyCallTheChangeStaysInMemory(_ error: Int32, _ lasts: Bool) throws {
    let calls = try prepared().calls
    for call in 0..<calls {
      let (folder, _) = try prepared()
      let system = FaultySystem()
      var ledger = try folder.ledger(system.system, edition: Edition.small)
      system.fail(at: call, with: .error(error, lasts: lasts))
      try ledger.perform(.note("second"))
      #expect(StoreFaultTests.texts(ledger) == ["first", "second"], "call \(call)")
      let onDisk = StoreFaultTests.texts(try folder.ledger(edition: Edition.small))
      if case .unsaved(let reason) = ledger.status {
        #expect(reason.contains(String(cString: strerror(error))))
      } else {
        #expect(onDisk == ["first", "second"], "call \(call)")
      }
      #expect(onDisk == ["first"] || onDisk == ["first", "second"])

      // Once the disk is well again nothing is lost and nothing is there twice.
      system.heal()
      try ledger.perform(.note("third"))
      #expect(ledger.status == .saved, "call \(call)")
      var again = try folder.ledger(edition: Edition.small)
      #expect(StoreFaultTests.texts(again) == ["first", "second", "third"], "call \(call)")
      #expect(try again.history().done.count == 3, "call \(call)")
      for count in [2, 1, 0] {
        try again.perform(.undo)
        #expect(again.dossier.own.notes.count == count, "call \(call)")
      }
    }
  }

  @Test func changesInMemoryCanBeSavedElsewhereAndUndone() throws {
    let folder = TemporaryFolder()
    let system = FaultySystem()
    var ledger = try folder.ledger(system.system, edition: Edition.small)
    system.fail(at: 0, with: .error(ENOSPC, lasts: true))
    try ledger.perform(.note("one"))
    try ledger.perform(.note("two"))
    try ledger.perform(.undo)
    #expect(StoreFaultTests.texts(ledger) == ["one"] && ledger.isOnlyInMemory)
    system.heal()
    let elsewhere = folder.path + "/elsewhere.json"
    try ledger.perform(.saveElsewhere(elsewhere))
    #expect(try folder.text(elsewhere).contains("\"text\": \"one\""))
    #expect(throws: Refusal.self) { try ledger.perform(.saveElsewhere(elsewhere)) }
    #expect(throws: Refusal.self) { try ledger.perform(.saveElsewhere("/nowhere/x.json")) }
  }
}
