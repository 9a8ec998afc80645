import Dashboard
import Declaration
import Sharing
import Store
import Synchronization

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
    var thread: pthread_t?
    var isWorking = false
    var isClosing = false
    /// Git, while it runs.
    var process: pid_t?
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

  /// Begins an exchange, or only looks how it stands.
  func begin(exchanges: Bool) {
    let isFree = shared.withLock { shared in
      guard !shared.isWorking, !shared.isClosing else { return false }
      shared.isWorking = true
      return true
    }
    guard isFree else { return }
    Thread.start { [self] in
      if exchanges { exchange() } else { look() }
      shared.withLock { $0.isWorking = false }
      bell.ring()
    } remember: { made in
      shared.withLock { $0.thread = made }
    }
  }

  /// Ends what is going on; what it did not come to is done by the next exchange.
  func close() {
    let thread = shared.withLock { shared in
      shared.isClosing = true
      if let process = shared.process { kill(process, SIGTERM) }
      return shared.isWorking ? shared.thread : nil
    }
    if let thread { pthread_join(thread, nil) }
  }

  private func store() -> SharedStore? {
    source.shared(.background) { [weak self] process in
      self?.shared.withLock { shared in
        shared.process = process
        if shared.isClosing, let process { kill(process, SIGTERM) }
      }
    }
  }

  private func tell(_ event: Event) {
    shared.withLock { $0.events.append(event) }
    bell.ring()
  }

  private func look() {
    if let standing = try? store()?.standing() { tell(.sharing(standing.sharing)) }
  }

  private func exchange() {
    guard let store = store() else { return }
    var isOffline = false
    do throws(ShareTrouble) {
      let report = try store.sync()
      tell(.arrived(report.arrived, disputes: report.disputes.count))
    } catch {
      isOffline = error.isOffline
      tell(.notice(Notice("Not shared: \(error).", isWarning: true)))
    }
    var sharing = (try? store.standing())?.sharing ?? Sharing()
    if isOffline { sharing.phase = .offline }
    tell(.sharing(sharing))
  }
}

extension ShareStanding {
  fileprivate var sharing: Sharing {
    Sharing(ahead: ahead + uncommitted, behind: behind)
  }
}

/// A thread that hears no signals: those are the first thread's to take.
private enum Thread {
  final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  static func start(
    _ body: @escaping @Sendable () -> Void, remember: (pthread_t) -> Void
  ) {
    let context = Unmanaged.passRetained(Work(body)).toOpaque()
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    #if canImport(Glibc)
      var made = pthread_t()
    #else
      var made: pthread_t?
    #endif
    guard pthread_create(&made, nil, shareWork, context) == 0 else {
      // Where the system gives no further thread, the screen waits.
      return Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
    }
    #if canImport(Glibc)
      remember(made)
    #else
      if let made { remember(made) }
    #endif
  }
}

#if canImport(Glibc)
  private func shareWork(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<Thread.Work>.fromOpaque(context).takeRetainedValue().body() }
    return nil
  }
#else
  private func shareWork(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Thread.Work>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }
#endif
