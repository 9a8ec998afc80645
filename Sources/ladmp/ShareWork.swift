import Dashboard
import Declaration
import Sharing
import Store
import Synchronization
import Threads

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Sends and fetches behind the dashboard, in a thread of its own, one exchange at a time.
///
/// Git has no terminal there: it can ask for nothing, and says nothing on the screen.
final class ShareWork: Sendable {
  private struct Shared {
    var events: [Event] = []
    /// The last that was begun; it may be at its end.
    var thread: WorkThread?
    var isWorking = false
    /// What was asked for meanwhile: whether an exchange, or only a look.
    var next: Bool?
    var isClosing = false
    /// Whether what does not heed is not waited for any more.
    var isOutOfPatience = false
    /// Git, while it runs.
    var process: pid_t?
    /// What came of the last exchange: whether it was done, and where not, why.
    var last = Sharing.Phase.idle
  }

  private let shared = Mutex(Shared())
  private let bell: Bell
  private let source: RecordSource

  /// Work that rings a bell when something came of it.
  init(_ source: RecordSource, bell: Bell) { (self.source, self.bell) = (source, bell) }

  /// What came of it since the last call.
  func events() -> [Event] {
    shared.withLock { shared in
      defer { shared.events = [] }
      return shared.events
    }
  }

  /// Looks how the record stands, where it is shared.
  func beginLooking() {
    if source.isShared { begin(exchanges: false) }
  }

  /// Begins an exchange, or only looks how it stands; while something is going on, when that is done.
  func begin(exchanges: Bool) {
    let isFree = shared.withLock { shared in
      guard !shared.isClosing else { return false }
      guard !shared.isWorking else {
        shared.next = (shared.next ?? false) || exchanges
        return false
      }
      shared.isWorking = true
      return true
    }
    guard isFree else { return }
    waitForThread()
    let work = { @Sendable [self] in
      var now: Bool? = exchanges
      while let exchanges = now {
        if exchanges { exchange() } else { look() }
        now = nextWork()
      }
      bell.ring()
    }
    guard let thread = WorkThread(work) else {
      // Where the system gives no further thread, the screen waits.
      return work()
    }
    shared.withLock { $0.thread = thread }
  }

  /// What was asked for meanwhile: an exchange, a look, or nothing.
  private func nextWork() -> Bool? {
    shared.withLock { shared in
      defer { shared.next = nil }
      let next = shared.isClosing ? nil : shared.next
      shared.isWorking = next != nil
      return next
    }
  }

  /// Ends what is going on; what it did not come to is done by the next exchange.
  func close() {
    shared.withLock { shared in
      shared.isClosing = true
      if let process = shared.process { Git.end(process) }
    }
    for _ in 0..<ShareWork.looks where shared.withLock(\.isWorking) { usleep(20_000) }
    shared.withLock { shared in
      shared.isOutOfPatience = true
      if let process = shared.process { Git.end(process, atOnce: true) }
    }
    waitForThread()
  }

  /// How often it is looked whether git has heeded, before it is ended without a word: two seconds.
  private static let looks = 100

  private func waitForThread() {
    let thread = shared.withLock { shared in
      defer { shared.thread = nil }
      return shared.thread
    }
    thread?.join()
  }

  private func store() throws -> SharedStore? {
    try source.shared(.background) { [weak self] process in
      self?.shared.withLock { shared in
        shared.process = process
        if shared.isClosing, let process { Git.end(process, atOnce: shared.isOutOfPatience) }
      }
    }
  }

  private func tell(_ event: Event) {
    shared.withLock { $0.events.append(event) }
    bell.ring()
  }

  private func look() {
    guard let store = try? store(), let standing = try? store.standing() else { return }
    tell(.sharing(standing.sharing(shared.withLock(\.last))))
    tellPast(of: store)
  }

  private func tellPast(of store: SharedStore) {
    let past = try? store.past(limit: ShareWork.commits, weight: ShareWork.weight) { _, _ in
      shared.withLock { !$0.isClosing }
    }
    if let past { tell(.past(past)) }
  }

  /// How far back the past is told of, in commits and in bytes of stores.
  static let (commits, weight) = (200, 1 << 26)

  private func exchange() {
    guard source.isShared else { return tell(.notShared) }
    tell(.sharing(Sharing(.working)))
    let store: SharedStore
    do {
      guard let found = try self.store() else { return tell(.notShared) }
      store = found
    } catch {
      tell(.notice(Notice("Not shared: \(error).", isWarning: true)))
      return tell(.sharing(Sharing(.halted)))
    }
    var phase = Sharing.Phase.idle
    do throws(ShareTrouble) {
      let report = try store.sync()
      tell(.arrived(report.arrived, disputes: report.disputes.count))
    } catch {
      phase = error.isOffline ? .offline : .halted
      tell(.notice(Notice("Not shared: \(error.inShort).", isWarning: true)))
    }
    shared.withLock { $0.last = phase }
    tell(.sharing((try? store.standing())?.sharing(phase) ?? Sharing(phase)))
    tellPast(of: store)
  }
}

extension ShareStanding {
  fileprivate func sharing(_ phase: Sharing.Phase) -> Sharing {
    Sharing(phase, ahead: ahead + uncommitted, behind: behind)
  }
}
