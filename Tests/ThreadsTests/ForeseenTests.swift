import Synchronization
import Testing

@testable import Threads

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct ForeseenTests {
  /// Counts how often it is asked.
  private final class Count: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }

  @Test(arguments: [true, false])
  func isWorkedOutOnceWhoeverAsks(_ isAhead: Bool) {
    let count = Count()
    let value = Foreseen(isAhead: isAhead) { count.next() }
    let answers = Mutex<[Int]>([])
    let askers = (0..<8).compactMap { _ in
      WorkThread { answers.withLock { [found = value.get()] in $0.append(found) } }
    }
    askers.forEach { $0.join() }
    #expect(askers.count == 8)
    #expect(answers.withLock { $0 } == [Int](repeating: 1, count: 8))
    #expect(count.next() == 2)
  }

  @Test func waitsUntilNobodyAsks() {
    let count = Count()
    _ = Foreseen(isAhead: false) { count.next() }
    #expect(count.next() == 1)
  }

  /// A signal sent to the process has to reach the first thread, which answers it.
  @Test func leavesSignalsToTheFirstThread() {
    let isBlocked = Mutex<Bool?>(nil)
    let before = ForeseenTests.isBlocked(SIGWINCH)
    WorkThread {
      isBlocked.withLock { [found = ForeseenTests.isBlocked(SIGWINCH)] in $0 = found }
    }?.join()
    #expect(isBlocked.withLock { $0 } == true)
    #expect(ForeseenTests.isBlocked(SIGWINCH) == before)
  }

  private static func isBlocked(_ signal: Int32) -> Bool {
    var mask = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &mask)
    return sigismember(&mask, signal) == 1
  }
}
