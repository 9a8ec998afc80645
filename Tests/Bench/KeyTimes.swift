import Pseudoterminal

/// From a key to the frame that answers it.
struct KeyTimes {
  private static let keys: [(name: String, bytes: String)] = [
    ("move in the timeline", "k"), ("to the countries", "2"), ("move in the countries", "j"),
    ("the filter opened", "/"), ("first letter of a filter", "p"), ("next letter of a filter", "e"),
    ("clear the filter", "\u{1B}"), ("a day of the record back", "["), ("the map, first time", "m"),
    ("a day back on the map", "["), ("the commitments", "c"), ("the matrix", "x"),
  ]

  private let program: String
  private var times = Array(repeating: Times(), count: keys.count)
  private var work = Array(repeating: Times(), count: keys.count)
  private var sizes = Array(repeating: 0, count: keys.count)

  init(program: String) { self.program = program }

  mutating func measure() throws {
    let terminal = try Pseudoterminal.opened([program])
    _ = terminal.answer(since: Times.now)
    for (place, key) in KeyTimes.keys.enumerated() {
      let before = terminal.processorTime
      let start = Times.now
      terminal.write(Array(key.bytes.utf8))
      let (time, bytes) = terminal.answer(since: start)
      times[place].add(time)
      work[place].add(terminal.processorTime - before)
      sizes[place] = bytes
    }
  }

  var table: String {
    let head = "| key | to the next frame, ms (middle half) | processor, ms | bytes sent |\n"
    return KeyTimes.keys.indices.reduce(head + "|---|---|---|---|\n") {
      $0 + "| \(KeyTimes.keys[$1].name) | \(times[$1].summary) | "
        + "\(Times.rounded(work[$1].median)) | \(sizes[$1]) |\n"
    }
  }
}
