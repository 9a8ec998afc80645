import CSearch
import Pseudoterminal
import SeededGenerator

/// How time and memory grow with the number of commitments in the user's record.
struct Sizes {
  static let counts = [1000, 10_000, 100_000, 1_000_000]
  /// What is typed: many commitments have its first letters, some the whole.
  private static let word = "trade"

  /// What was measured at one size.
  struct Row {
    let count: Int
    var megabytes = 0.0
    var opening = ["ladmp": Times(), "jq": Times(), "python": Times()]
    var firstFrame = Times()
    var filtering = ["ladmp": Times(), "fzf": Times(), "grep": Times(), "memmem": Times()]
    /// In the dashboard, once all is read, and the most on the way there, in MB.
    var memory = Times()
    var peak = Times()
  }

  private let program: String
  private(set) var rows = counts.map { Row(count: $0) }

  init(program: String) { self.program = program }

  mutating func measure(rounds: Int) throws {
    for place in rows.indices {
      let generated = GeneratedStore(commitments: rows[place].count)
      Workshop.write(generated.json, to: "store.json")
      Workshop.write(generated.texts, to: "texts.txt")
      rows[place].megabytes = Double(generated.json.count) / 1_000_000
      for round in 0..<(rows[place].count < 1_000_000 ? rounds : 3) {
        Report.progress("\(rows[place].count) commitments", round + 1)
        measureOpening(&rows[place])
        measureSearches(&rows[place], generated.texts)
        try measureDashboard(&rows[place])
      }
    }
  }

  private func measureOpening(_ row: inout Row) {
    let commands = [
      "ladmp": [program, "next", "--store", "store.json"], "jq": ["jq", "length", "store.json"],
      "python": ["python3", "-c", "import json; json.load(open('store.json'))"],
    ]
    for (name, command) in commands.sorted(by: { $0.key < $1.key }) {
      row.opening[name]?.add(Program.run(command))
    }
  }

  private func measureSearches(_ row: inout Row, _ texts: [UInt8]) {
    let fzf = Program.run(["fzf", "--exact", "--filter", Sizes.word], input: "texts.txt")
    row.filtering["fzf"]?.add(fzf)
    // Where the output leads nowhere, grep stops at the first line that it finds.
    let grep = Program.run(["grep", "-c", Sizes.word, "texts.txt"], output: "count.txt")
    row.filtering["grep"]?.add(grep)
    let start = Times.now
    let found = Sizes.occurrences(of: Array(Sizes.word.utf8), in: texts)
    row.filtering["memmem"]?.add(Times.now - start)
    guard found > 0 else { Report.stop("the made-up texts lack “\(Sizes.word)”") }
  }

  private static func occurrences(of word: [UInt8], in texts: [UInt8]) -> Int {
    texts.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      var (count, position) = (0, 0)
      while let found = search_bytes_plainly(
        base + position, bytes.count - position, word, word.count)
      {
        count += 1
        position = UnsafeRawPointer(found) - base + word.count
      }
      return count
    }
  }

  /// Each letter of a filter in the list of all commitments.
  private func measureDashboard(_ row: inout Row) throws {
    let start = Times.now
    let terminal = try Pseudoterminal.opened([program, "--store", "store.json"])
    row.firstFrame.add(terminal.answer(since: start, text: "Lima", quiet: 20).time)
    terminal.rest()
    row.memory.add(terminal.memory("VmRSS"))
    row.peak.add(terminal.memory("VmHWM"))
    terminal.write(Array("c".utf8))
    terminal.rest()
    terminal.write(Array("/".utf8))
    _ = terminal.answer(since: Times.now)
    for letter in Sizes.word.utf8 {
      let start = Times.now
      terminal.write([letter])
      row.filtering["ladmp"]?.add(terminal.answer(since: start).time)
    }
  }

  // MARK: Tables

  var openingTable: String {
    var table =
      "| commitments | file, MB | first frame, ms | all of it: ladmp, ms | jq length, ms | "
    table += "Python json, ms | in the dashboard at its peak, MB | open in the dashboard, MB |\n"
    table += "|---|---|---|---|---|---|---|---|\n"
    for row in rows {
      let cells =
        ["\(row.count)", Times.rounded(row.megabytes), Times.rounded(row.firstFrame.median)]
        + ["ladmp", "jq", "python"].map { row.opening[$0]?.summary ?? "" }
        + [row.peak.median, row.memory.median].map(Times.rounded)
      table += "| \(cells.joined(separator: " | ")) |\n"
    }
    return table
  }

  var filterTable: String {
    var table = "| commitments | ladmp, a letter to its frame, ms | memmem, one pass, ms | "
    table += "grep -c, ms | fzf --filter --exact, ms |\n|---|---|---|---|---|\n"
    for row in rows {
      let cells =
        ["\(row.count)"]
        + ["ladmp", "memmem", "grep", "fzf"].map { row.filtering[$0]?.summary ?? "" }
      table += "| \(cells.joined(separator: " | ")) |\n"
    }
    return table
  }
}
