import Pseudoterminal

/// What programs do while nobody touches them.
struct Idleness {
  private let programs: [(name: String, arguments: [String])]
  private let seconds = 30.0
  private var lines: [String] = []

  init(program: String) {
    programs = [
      ("ladmp", [program]), ("nnn", ["nnn", "files"]), ("htop", ["htop"]),
      ("calcurse", ["calcurse", "-D", "calendar"]),
    ]
  }

  /// All of them at once, each on a terminal of its own.
  mutating func measure() throws {
    let terminals = try programs.map { try Pseudoterminal.opened($0.arguments) }
    for terminal in terminals { terminal.rest() }
    let before = terminals.map { (wakeUps: $0.wakeUps, time: $0.processorTime) }
    var bytes = [Int](repeating: 0, count: terminals.count)
    let start = Times.now
    while Times.now - start < seconds * 1000 {
      for (place, terminal) in terminals.enumerated() {
        bytes[place] += terminal.read(within: 50).count
      }
    }
    for (place, terminal) in terminals.enumerated() {
      let time = terminal.processorTime - before[place].time
      lines.append(
        "| \(programs[place].name) | \(terminal.wakeUps - before[place].wakeUps) | "
          + "\(bytes[place]) | \(Times.rounded(time)) |\n")
    }
  }

  var table: String {
    "| program | wake-ups in \(Int(seconds)) s | bytes sent | processor, ms |\n|---|---|---|---|\n"
      + lines.joined()
  }
}
