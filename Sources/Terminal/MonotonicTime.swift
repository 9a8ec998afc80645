#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time that passes whatever is done to the clock on the wall.
enum MonotonicTime {
  /// In milliseconds since some moment.
  static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
