import Pseudoterminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Pseudoterminal {
  /// Every program is given the same terminal and the same surroundings.
  static func opened(_ arguments: [String]) throws -> Pseudoterminal {
    try Pseudoterminal(
      arguments,
      environment: [
        "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/games", "HOME": Workshop.folder,
        "TERM": "xterm-256color", "LANG": "C.UTF-8",
      ], columns: 120, rows: 40)
  }

  /// Reads until nothing more comes for a while: how long after `start` the last byte came, and how
  /// many there were. What never comes is no figure: it ends the benchmark.
  ///
  /// - Parameter text: what has to come before the quiet counts.
  func answer(
    since start: Double, text: String = "", quiet: Int32 = 60
  ) -> (time: Double, bytes: Int) {
    var (last, count) = (start, 0)
    var seen: [UInt8] = []
    var isSeen = false
    while true {
      let bytes = read(within: isSeen ? quiet : 10_000)
      guard !bytes.isEmpty else { break }
      last = Times.now
      count += bytes.count
      if !isSeen {
        seen += bytes
        isSeen = seen.holds(Array(text.utf8))
        guard isSeen || last - start < 10_000 else { break }
      }
    }
    guard isSeen else { Report.stop("“\(text)” never came on the screen") }
    return (last - start, count)
  }

  /// Waits until the program has nothing more to do.
  func rest() {
    var last = -1.0
    while case let time = processorTime, time != last {
      last = time
      while !read(within: 300).isEmpty {}
    }
  }

  /// How long the program has kept the processor busy, in milliseconds; 0 where the system does not
  /// say.
  var processorTime: Double {
    tasks.reduce(0) { sum, task in
      let text = Workshop.text(of: "\(task)/schedstat")
      return sum + (text.split(separator: " ").first.flatMap { Double($0) } ?? 0) / 1_000_000
    }
  }

  /// How often the program gave the processor back by itself.
  var wakeUps: Int {
    tasks.reduce(0) { $0 + Workshop.field("voluntary_ctxt_switches:", of: "\($1)/status") }
  }

  /// A figure of the program's memory, in MB: `VmRSS`, `VmHWM`.
  func memory(_ name: String) -> Double {
    Double(Workshop.field("\(name):", of: "/proc/\(process)/status")) / 1024
  }

  private var tasks: [String] {
    let folder = "/proc/\(process)/task"
    return Workshop.names(in: folder).map { "\(folder)/\($0)" }
  }
}

extension [UInt8] {
  /// Whether a text occurs.
  func holds(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return true }
    guard count >= text.count else { return false }
    return indices.dropLast(text.count - 1).contains { place in
      self[place] == first && self[place..<(place + text.count)].elementsEqual(text)
    }
  }
}
