#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Figures of several rounds, in one unit.
struct Times {
  private(set) var values: [Double] = []

  mutating func add(_ time: Double) { values.append(time) }

  var median: Double { values.isEmpty ? .nan : values.sorted()[values.count / 2] }

  /// The median, and the quarter of rounds below and above it.
  var summary: String {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return "not measured" }
    let quarters =
      sorted.count < 5
      ? [first, last] : [sorted[sorted.count / 4], sorted[sorted.count * 3 / 4]]
    return
      "\(Times.rounded(median)) (\(Times.rounded(quarters[0])) to \(Times.rounded(quarters[1])))"
  }

  /// Three figures that count.
  static func rounded(_ value: Double) -> String {
    guard value.isFinite else { return "none" }
    let places = value >= 100 ? 1.0 : value >= 10 ? 10.0 : 100.0
    let text = "\((value * places).rounded() / places)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Milliseconds on a clock that never jumps.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}
