import Declaration
import Synchronization
import Threads

/// Keeps the store in a thread of its own, so that no key waits for the disk.
///
/// What is asked is done in order. A change of the file by another program is read at once. What
/// came of it all is left for the asker to fetch, and a bell is rung.
public final class StoreKeeper: Sendable {
  /// What came of something that was asked, or happened outside.
  public enum Arrival: Sendable {
    /// The record is another now.
    case record(Dossier, isEditionAlone: Bool)
    /// Something was done.
    case stored(String, by: StoreRequest)
    /// Something was not done, and why; nothing was changed.
    case refused(String, of: StoreRequest)
    /// The store stands otherwise than before.
    case status(StoreStatus)
  }

  /// What both threads see.
  struct Shared {
    var requests: [StoreRequest] = []
    var arrivals: [Arrival] = []
    /// The ledger as it last was.
    var ledger: Ledger
    var isClosing = false
  }

  let shared: Mutex<Shared>
  /// Rung when something arrived.
  public let arrivalBell = Bell()
  let requestBell = Bell()
  private let life = Mutex(Life.waiting)

  /// Who does what is asked.
  private enum Life {
    /// Nobody yet.
    case waiting
    /// A thread.
    case thread(WorkThread)
    /// Whoever asks: the system gives no further thread.
    case asker
  }

  /// A keeper of a ledger; a store that was not read yet is read once it begins.
  public init(_ ledger: Ledger) {
    shared = Mutex(Shared(ledger: ledger))
    guard ledger.status != .saved else { return }
    shared.withLock { $0.arrivals.append(.status(ledger.status)) }
    arrivalBell.ring()
  }

  /// Begins to work, also on what was asked before.
  public func start() { begin(with: WorkThread { self.work() }) }

  /// - Parameter started: the thread; nil where the system gives none.
  func begin(with started: WorkThread?) {
    life.withLock { $0 = started.map(Life.thread) ?? .asker }
    if started == nil { workThrough() }
  }

  /// Asks for something; the answer arrives once work has begun.
  public func ask(_ request: StoreRequest) {
    shared.withLock { $0.requests.append(request) }
    requestBell.ring()
    // Where the system gives no further thread, keys wait for the disk.
    if case .asker = life.withLock({ $0 }) { workThrough() }
  }

  /// What arrived since the last call, in order.
  public func arrivals() -> [Arrival] {
    arrivalBell.silence()
    return shared.withLock { shared in
      defer { shared.arrivals = [] }
      return shared.arrivals
    }
  }

  /// An entry as the record has it and as the edition has it.
  public func entry(at path: FactPath) -> (now: RecordValue?, edition: RecordValue?) {
    shared.withLock { $0.ledger }.entry(at: path)
  }

  /// Does what was asked so far, and ends the thread.
  ///
  /// - Returns: the ledger, in which changes may be left that could not be saved.
  public func close() -> Ledger {
    shared.withLock { $0.isClosing = true }
    requestBell.ring()
    switch life.withLock({ $0 }) {
    case .waiting where shared.withLock({ $0.requests.isEmpty }): break
    case .waiting: workThrough()
    case .thread(let thread): thread.join()
    case .asker: break
    }
    return shared.withLock { $0.ledger }
  }
}
