import CMemory
import Declaration

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// What the keeper's own thread does.
extension StoreKeeper {
  /// How long to wait before changes that could not be saved are tried again, in milliseconds.
  private static let retry: Int32 = 5000
  /// How long to wait until git may have written the store, in milliseconds.
  private static let soon: Int32 = 50
  /// How long nothing has to happen before unused memory is given back, in milliseconds.
  private static let calm: Int32 = 2000

  func work() {
    var ledger = shared.withLock { $0.ledger }
    ledger.progress = { [weak self] done in self?.tellProgress(done) }
    let watch = FolderWatch(ledger.folder.folder)
    look(at: &ledger)
    var hasUnusedMemory = ledger.isBig
    while true {
      let (requests, isClosing) = shared.withLock { shared in
        defer { shared.requests = [] }
        return (shared.requests, shared.isClosing)
      }
      for request in requests { carryOut(request, with: &ledger) }
      if isClosing { return }
      guard requests.isEmpty else {
        hasUnusedMemory = ledger.isBig
        continue
      }
      var patience = hasUnusedMemory ? StoreKeeper.calm : watch.patience
      if ledger.isLate { patience = StoreKeeper.soon }
      if sleep(until: watch, for: ledger.hasUnsavedChanges ? StoreKeeper.retry : patience) {
        // A big record leaves as much memory unused as it took. Giving it back keeps others from
        // memory for a moment: that waits until the screen has let go of the record before.
        if hasUnusedMemory { give_memory_back() }
        hasUnusedMemory = false
      }
      watch.drain()
      let stamp = ledger.stamp
      look(at: &ledger)
      if ledger.stamp != stamp { hasUnusedMemory = ledger.isBig }
      // Trying to save stirs the folder too; only what others do is to wake this thread.
      if ledger.hasUnsavedChanges { watch.drain() }
    }
  }

  /// Does what was asked so far in the asker's own thread.
  func workThrough() {
    var ledger = shared.withLock { $0.ledger }
    look(at: &ledger)
    let requests = shared.withLock { shared in
      defer { shared.requests = [] }
      return shared.requests
    }
    for request in requests { carryOut(request, with: &ledger) }
  }

  /// Sleeps until something is asked or the folder stirs.
  ///
  /// - Parameter patience: at most so long, in milliseconds; -1 for ever.
  /// - Returns: whether nothing happened in that time.
  private func sleep(until watch: FolderWatch, for patience: Int32) -> Bool {
    let wanted = Int16(POLLIN)
    var descriptors = [
      pollfd(fd: requestBell.descriptor, events: wanted, revents: 0),
      pollfd(fd: watch.descriptor, events: wanted, revents: 0),
    ]
    let count = poll(&descriptors, 2, patience)
    requestBell.silence()
    return count == 0
  }

  /// Reads what another program wrote, and tries again to save what could not be saved.
  private func look(at ledger: inout Ledger) {
    let (before, stamp) = (ledger.status, ledger.stamp)
    var isOther = ledger.refresh()
    if ledger.hasUnsavedChanges { _ = try? ledger.perform(.reload) }
    isOther = isOther || ledger.stamp != stamp
    if isOther { tell(.record(ledger.dossier, isEditionAlone: false), of: ledger) }
    if ledger.status != before || isOther { tell(.status(ledger.status), of: ledger) }
  }

  private func carryOut(_ request: StoreRequest, with ledger: inout Ledger) {
    let stamp = ledger.stamp
    do {
      if case .show(let editionAlone) = request {
        let dossier = editionAlone ? try ledger.editionDossier() : ledger.dossier
        return tell(.record(dossier, isEditionAlone: editionAlone), of: ledger)
      }
      if ledger.isBig {
        tell(.status(.busy("Saving", done: nil)), of: ledger)
      }
      let summary = try ledger.perform(request)
      tell(.record(ledger.dossier, isEditionAlone: false), of: ledger)
      tell(.stored(summary, by: request), of: ledger)
    } catch {
      // What another program wrote was read on the way, and is not to be looked for again.
      if ledger.stamp != stamp { tell(.record(ledger.dossier, isEditionAlone: false), of: ledger) }
      tell(.refused(Ledger.words(for: error), of: request), of: ledger)
    }
    tell(.status(ledger.status), of: ledger)
  }

  /// Says how far the reading of a big store is; small ones are read before this is asked for.
  private func tellProgress(_ done: Double) {
    shared.withLock { shared in
      if case .status(.busy) = shared.arrivals.last { shared.arrivals.removeLast() }
      shared.arrivals.append(.status(.busy("Reading your record", done: done)))
    }
    arrivalBell.ring()
  }

  private func tell(_ arrival: Arrival, of ledger: Ledger) {
    // What the old ledger holds is given back after the lock: the screen's thread takes it too.
    let old = shared.withLock { shared in
      defer { shared.ledger = ledger }
      shared.arrivals.append(arrival)
      return shared.ledger
    }
    withExtendedLifetime(old) { arrivalBell.ring() }
  }
}
