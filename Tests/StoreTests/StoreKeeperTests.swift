import Declaration
import Foundation
import Testing

@testable import Store

/// A keeper, and what arrived from it.
final class KeeperSession {
  let keeper: StoreKeeper
  private(set) var arrivals: [StoreKeeper.Arrival] = []

  init(_ ledger: Ledger) {
    keeper = StoreKeeper(ledger)
    keeper.start()
  }

  /// Waits until something arrived that a search finds in all that did.
  func wait<Found>(
    for what: String, _ find: ([StoreKeeper.Arrival]) -> Found?
  ) throws -> Found {
    let deadline = Date(timeIntervalSinceNow: 20)
    while true {
      arrivals += keeper.arrivals()
      if let found = find(arrivals) { return found }
      var descriptor = pollfd(fd: keeper.arrivalBell.descriptor, events: Int16(POLLIN), revents: 0)
      guard Date() < deadline else { throw Missing(what: what, arrivals: "\(arrivals.count)") }
      poll(&descriptor, 1, 1000)
    }
  }

  struct Missing: Error {
    let what: String
    let arrivals: String
  }

  func dossier(where holds: (Dossier) -> Bool) throws -> Dossier {
    try wait(for: "a record") { arrivals in
      for case .record(let dossier, _) in arrivals where holds(dossier) { return dossier }
      return nil
    }
  }

  func status(_ holds: (StoreStatus) -> Bool) throws {
    _ = try wait(for: "a status") { arrivals in
      arrivals.contains { if case .status(let status) = $0 { holds(status) } else { false } }
        ? true : nil
    }
  }
}

@Suite struct StoreKeeperTests {
  private let folder = TemporaryFolder()

  @Test func answersInOrderAndSavesBeforeItEnds() throws {
    let session = KeeperSession(try folder.ledger())
    for number in 1...20 { session.keeper.ask(.note("note \(number)")) }
    let ledger = session.keeper.close()
    #expect(ledger.dossier.own.notes.count == 20 && !ledger.hasUnsavedChanges)
    #expect(try folder.ledger().dossier.own.notes.count == 20)
    let summaries = session.keeper.arrivals().compactMap { arrival in
      if case .stored(let summary, _) = arrival { summary } else { nil }
    }
    #expect(summaries.count == 20)
  }

  @Test func worksInTheAskersThreadWhereThereIsNoOther() throws {
    let keeper = StoreKeeper(try folder.ledger())
    keeper.begin(with: nil)
    keeper.ask(.note("one"))
    let arrivals = keeper.arrivals()
    #expect(arrivals.contains { if case .stored = $0 { true } else { false } })
    #expect(keeper.close().dossier.own.notes.map(\.text) == ["one"])
  }

  /// What is asked before the work begins waits for it, and is done where it never begins.
  @Test func doesWhatWasAskedBeforeItBegan() throws {
    for begins in [true, false] {
      let keeper = StoreKeeper(try folder.ledger())
      keeper.ask(.note(begins ? "one" : "two"))
      #expect(keeper.arrivals().isEmpty)
      if begins { keeper.start() }
      _ = keeper.close()
    }
    #expect(try folder.ledger().dossier.own.notes.map(\.text).sorted() == ["one", "two"])
  }

  @Test func seesWhatAnotherWrites() throws {
    let session = KeeperSession(try folder.ledger())
    defer { _ = session.keeper.close() }
    // Another instance makes the store.
    var other = try folder.ledger()
    try other.perform(.note("from the other"))
    _ = try session.dossier { $0.own.notes.count == 1 }
    // An editor breaks it, and mends it.
    let good = try folder.text()
    try folder.write("{\n  \"notes\": }\n")
    try session.status {
      if case .broken(let fault) = $0 { fault.contains("store.json:2:12") } else { false }
    }
    try folder.write(good.replacingOccurrences(of: "from the other", with: "mended"))
    _ = try session.dossier { $0.own.notes.first?.text == "mended" }
  }

  @Test func seesAFolderThatIsMadeLater() throws {
    let inner = TemporaryFolder()
    let store = inner.path + "/a/b/store.json"
    func ledger() throws -> Ledger {
      try Ledger(
        edition: Edition.builtInBytes, file: Edition.builtInName,
        folder: StoreFolder(store: store, makesFolders: true))
    }
    let session = KeeperSession(try ledger())
    defer { _ = session.keeper.close() }
    var other = try ledger()
    try other.perform(.note("deep"))
    _ = try session.dossier { $0.own.notes.count == 1 }
  }

  @Test func showsTheEditionAloneAndBack() throws {
    var ledger = try folder.ledger()
    try ledger.perform(.note("mine"))
    let session = KeeperSession(ledger)
    defer { _ = session.keeper.close() }
    session.keeper.ask(.show(editionAlone: true))
    _ = try session.dossier { $0.own.isEmpty }
    session.keeper.ask(.show(editionAlone: false))
    _ = try session.dossier { $0.own.notes.count == 1 }
  }

  @Test func refusesWithoutAChange() throws {
    let session = KeeperSession(try folder.ledger())
    session.keeper.ask(.undo)
    let reason: String = try session.wait(for: "a refusal") { arrivals in
      arrivals.lazy.compactMap { if case .refused(let reason, _) = $0 { reason } else { nil } }
        .first
    }
    #expect(reason == "there is nothing to undo")
    #expect(session.keeper.close().dossier.own.isEmpty)
  }
}
