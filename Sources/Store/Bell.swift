#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Wakes a thread that sleeps in `poll`: a pipe that holds a byte while there is something to see.
public final class Bell: Sendable {
  /// What the sleeper polls for reading; -1 when the system had no pipe to give.
  public let descriptor: Int32
  private let far: Int32

  /// A bell that nobody has rung.
  public init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      (descriptor, far) = (-1, -1)
      return
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, far) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(far)
  }

  /// Wakes the sleeper. A full pipe wakes it already.
  public func ring() {
    var byte: UInt8 = 1
    _ = write(far, &byte, 1)
  }

  /// Takes note of all that was rung.
  public func silence() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
