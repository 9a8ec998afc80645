import Pseudoterminal

/// From the start of each program to its first whole frame, and the memory that it then has.
struct FirstFrames {
  /// A program, and a text that is on its first frame.
  struct Rival {
    let name: String
    let arguments: [String]
    let text: String
  }

  private let rivals: [Rival]
  private var times, memory: [Times]

  init(program: String) {
    rivals = [
      Rival(name: "ladmp", arguments: [program], text: "Lima"),
      Rival(name: "nnn", arguments: ["nnn", "files"], text: "meeting-1"),
      Rival(name: "ncdu", arguments: ["ncdu", "files"], text: "meeting-1"),
      Rival(name: "htop", arguments: ["htop"], text: "Command"),
      Rival(name: "tig", arguments: ["tig"], text: "Lima"),
      Rival(
        name: "calcurse", arguments: ["calcurse", "-D", "calendar"], text: "Appointments"),
      Rival(name: "newsboat", arguments: ["newsboat"], text: "Your feeds"),
      Rival(name: "lnav", arguments: ["lnav", "-N", "meetings.log"], text: "meeting in Lima"),
      Rival(name: "visidata", arguments: ["visidata", "commitments.csv"], text: "country"),
    ]
    times = Array(repeating: Times(), count: rivals.count)
    memory = times
  }

  /// - Parameter isShort: whether programs that take long are left out of this round.
  mutating func measure(isShort: Bool) throws {
    for (place, rival) in rivals.enumerated() {
      if isShort, times[place].values.count >= 9 { continue }
      let start = Times.now
      let terminal = try Pseudoterminal.opened(rival.arguments)
      times[place].add(terminal.answer(since: start, text: rival.text).time)
      memory[place].add(terminal.memory("VmRSS"))
    }
  }

  var table: String {
    rivals.indices.reduce(
      "| program | first frame, ms (middle half) | memory, MB |\n|---|---|---|\n"
    ) {
      $0 + "| \(rivals[$1].name) | \(times[$1].summary) | "
        + "\(Times.rounded(memory[$1].median)) |\n"
    }
  }
}
