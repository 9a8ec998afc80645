import Declaration
import Foundation
import Testing

@testable import Store

/// What is left when the process is gone at any call of something other than a plain save.
@Suite struct StoreEndTests {
  /// Does something to a store with two notes in a folder of its own.
  private func ending(
    at call: Int, of system: FaultySystem, _ prepare: (inout Ledger) throws -> Void,
    _ work: (inout Ledger) throws -> Void
  ) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    var ledger = try folder.ledger(system.system, edition: Edition.small)
    try ledger.perform(.note("first"))
    try ledger.perform(.note("second"))
    try prepare(&ledger)
    system.fail(at: call, with: .end)
    _ = try? work(&ledger)
    return folder
  }

  /// How many calls something makes.
  private func calls(
    _ prepare: (inout Ledger) throws -> Void = { _ in }, _ work: (inout Ledger) throws -> Void
  ) throws -> Int {
    let system = FaultySystem()
    _ = try ending(at: .max, of: system, prepare, work)
    return system.calls
  }

  private func texts(_ ledger: Ledger) -> Set<String> {
    Set(ledger.dossier.own.notes.map(\.text))
  }

  @Test func anUndoThatWasEndedIsDoneByTheNext() throws {
    for call in 0..<(try calls { try $0.perform(.undo) }) {
      let folder = try ending(at: call, of: FaultySystem(), { _ in }) { try $0.perform(.undo) }
      var again = try folder.ledger(edition: Edition.small)
      let left = texts(again)
      #expect(left == ["first", "second"] || left == ["first"], "call \(call)")
      try again.perform(.undo)
      #expect(texts(again) == (left.count == 2 ? ["first"] : []), "call \(call)")
      try again.perform(.redo)
      #expect(texts(again) == left, "call \(call)")
    }
  }

  @Test func aRedoThatWasEndedIsDoneByTheNext() throws {
    let prepare = { (ledger: inout Ledger) in
      try ledger.perform(.undo)
      try ledger.perform(.undo)
    }
    for call in 0..<(try calls(prepare) { try $0.perform(.redo) }) {
      let folder = try ending(at: call, of: FaultySystem(), prepare) { try $0.perform(.redo) }
      var again = try folder.ledger(edition: Edition.small)
      let left = texts(again)
      #expect(left == [] || left == ["first"], "call \(call)")
      try again.perform(.redo)
      #expect(texts(again) == (left.isEmpty ? ["first"] : ["first", "second"]), "call \(call)")
    }
  }

  @Test func restoringThatWasEndedLeavesTheBrokenOrThePreviousStore() throws {
    let broken = "{\"notes\": {,}}"
    let prepare = { (ledger: inout Ledger) in
      try broken.write(toFile: ledger.folder.store, atomically: true, encoding: .utf8)
      ledger.refresh()
    }
    let calls = try calls(prepare) { try $0.perform(.restorePrevious) }
    for call in 0..<calls {
      let folder = try ending(at: call, of: FaultySystem(), prepare) {
        try $0.perform(.restorePrevious)
      }
      var again = try folder.ledger(edition: Edition.small)
      if case .broken = again.status { try again.perform(.restorePrevious) }
      #expect(again.status == .saved && texts(again) == ["first", "second"], "call \(call)")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      let kept = try files.filter { $0.contains("broken") }.map {
        try folder.text(folder.path + "/" + $0)
      }
      #expect(kept.contains(broken), "call \(call)")
    }
  }

  @Test func theCopyOfAnOlderStoreIsWholeOrNotThere() throws {
    let old = "{\"schema\": 1, \"notes\": {\"n\": {\"about\": \"\", \"text\": \"old\"}}}"
    let prepare = { (ledger: inout Ledger) in
      try old.write(toFile: ledger.folder.store, atomically: true, encoding: .utf8)
    }
    for call in 0..<(try calls(prepare) { try $0.perform(.note("new")) }) {
      let folder = try ending(at: call, of: FaultySystem(), prepare) {
        try $0.perform(.note("new"))
      }
      var again = try folder.ledger(edition: Edition.small)
      #expect(texts(again) == ["old"] || texts(again) == ["old", "new"], "call \(call)")
      try again.perform(.note("newer"))
      #expect(try folder.text(folder.path + "/store.schema-1.json") == old, "call \(call)")
    }
  }

  @Test func aFirstSaveThatWasEndedDoesNotKeepTheNextFromSaving() throws {
    for call in 0..<40 {
      let folder = TemporaryFolder()
      let system = FaultySystem()
      try FileManager.default.removeItem(atPath: folder.path)
      var ledger = try folder.ledger(system.system, edition: Edition.small)
      system.fail(at: call, with: .end)
      _ = try? ledger.perform(.note("first"))
      var again = try folder.ledger(edition: Edition.small)
      #expect(texts(again) == [] || texts(again) == ["first"], "call \(call)")
      try again.perform(.note("next"))
      #expect(again.status == .saved && texts(again).contains("next"), "call \(call)")
    }
  }

  @Test func writesThatTakeOnlyAPartAreGoneOnWith() throws {
    let folder = TemporaryFolder()
    var system = FileSystem.live
    let write = system.writeBytes
    system.writeBytes = { descriptor, bytes in
      write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(7)))
    }
    var ledger = try folder.ledger(system, edition: Edition.small)
    try ledger.perform(.note("a long note that does not fit into seven bytes"))
    var again = try folder.ledger(edition: Edition.small)
    #expect(again.bytes == ledger.bytes)
    try again.perform(.undo)
    #expect(again.dossier.own.notes.isEmpty)
  }
}
