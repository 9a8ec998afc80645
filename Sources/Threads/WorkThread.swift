#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A thread for work of its own, so that keys don't wait for it.
public struct WorkThread: @unchecked Sendable {
  // Threads are numbers or pointers, by the system; nobody looks behind them.
  private let thread: pthread_t

  /// Starts to work; nil where the system gives no further thread.
  ///
  /// Signals are the first thread's to take.
  public init?(_ work: @escaping @Sendable () -> Void) {
    let context = Unmanaged.passRetained(Work(work)).toOpaque()
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    #if canImport(Glibc)
      var made = pthread_t()
    #else
      var made: pthread_t?
    #endif
    guard pthread_create(&made, nil, begin, context) == 0 else {
      Unmanaged<Work>.fromOpaque(context).release()
      return nil
    }
    #if canImport(Glibc)
      thread = made
    #else
      guard let made else { return nil }
      thread = made
    #endif
  }

  /// Waits until it is done; once at most.
  public func join() { pthread_join(thread, nil) }

  /// Lets it end by itself; in place of ``join()``.
  public func leave() { pthread_detach(thread) }
}

/// What a thread is to do, kept for it until it begins.
private final class Work: Sendable {
  let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}

#if canImport(Glibc)
  private func begin(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().work() }
    return nil
  }
#else
  private func begin(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(context).takeRetainedValue().work()
    return nil
  }
#endif
