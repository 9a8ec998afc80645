import Pseudoterminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Milliseconds of several rounds.
struct Times {
  private(set) var values: [Double] = []

  mutating func add(_ time: Double) { values.append(time) }

  var median: Double { values.sorted()[values.count / 2] }

  /// The median, and the quarter of rounds below and above it.
  var summary: String {
    let sorted = values.sorted()
    let quarters = [sorted[sorted.count / 4], sorted[sorted.count * 3 / 4]].map(Times.rounded)
    return "\(Times.rounded(median)) ms (\(quarters[0]) to \(quarters[1]))"
  }

  private static func rounded(_ time: Double) -> Double { (time * 100).rounded() / 100 }

  /// Milliseconds on a clock that never jumps.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}

extension Pseudoterminal {
  /// Reads until nothing more comes for a while: how long after `start` the last byte came, and how
  /// many there were.
  func burst(since start: Double, quiet: Int32 = 60) -> (time: Double, bytes: Int) {
    var (last, count) = (start, 0)
    var bytes = read(within: 2000)
    while !bytes.isEmpty {
      last = Times.now
      count += bytes.count
      bytes = read(within: quiet)
    }
    return (last - start, count)
  }

  static func opened(_ arguments: [String]) throws -> Pseudoterminal {
    try Pseudoterminal(
      arguments,
      environment: [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/var/empty", "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
      ], columns: 120, rows: 40)
  }
}

/// From the start of each program to its first frame.
struct FirstFrames {
  let rivals: [(name: String, arguments: [String])]
  private var times: [Times]

  init(rivals: [(name: String, arguments: [String])]) {
    self.rivals = rivals
    times = Array(repeating: Times(), count: rivals.count)
  }

  mutating func measure() throws {
    for (place, rival) in rivals.enumerated() {
      let start = Times.now
      let terminal = try Pseudoterminal.opened(rival.arguments)
      times[place].add(terminal.burst(since: start).time)
    }
  }

  var table: String {
    zip(rivals, times).reduce("| program | median (middle half) |\n|---|---|\n") {
      $0 + "| \($1.0.name) | \($1.1.summary) |\n"
    }
  }
}

/// From a key to the frame that answers it.
struct KeyTimes {
  private static let keys: [(name: String, bytes: String)] = [
    ("move in the timeline", "k"), ("to the countries", "2"), ("move in the countries", "j"),
    ("first letter of a filter", "/p"), ("next letter of a filter", "e"),
    ("clear the filter", "\u{1B}"), ("a day of the record back", "["),
  ]

  let program: String
  private var times = Array(repeating: Times(), count: keys.count)
  private var sizes = Array(repeating: 0, count: keys.count)

  init(program: String) { self.program = program }

  mutating func measure() throws {
    let terminal = try Pseudoterminal.opened([program])
    _ = terminal.burst(since: Times.now)
    for (place, key) in KeyTimes.keys.enumerated() {
      let start = Times.now
      terminal.write(Array(key.bytes.utf8))
      let (time, bytes) = terminal.burst(since: start)
      times[place].add(time)
      sizes[place] = bytes
    }
  }

  var table: String {
    KeyTimes.keys.indices.reduce("| key | median (middle half) | bytes |\n|---|---|---|\n") {
      $0 + "| \(KeyTimes.keys[$1].name) | \(times[$1].summary) | \(sizes[$1]) |\n"
    }
  }
}

/// What the benchmark says while and after it runs.
enum Report {
  static func say(_ text: String) { print(text) }

  static func progress(_ round: Int, of rounds: Int) {
    let text = "\rround \(round) of \(rounds)" + (round == rounds ? "\n" : "")
    _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
