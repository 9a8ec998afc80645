import Dashboard
import Declaration
import Foundation
import Pseudoterminal
import Robot
import Store

/// The real program on an emulated terminal, worked by random acts.
///
/// After every few acts the picture that came of all the changes is compared with the one that the
/// program sends when it is asked to paint every cell anew.
final class RobotSession {
  /// What did not hold, after which act.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// Keys that do not belong to a run: `o` starts a browser, `B` and `W` write files of any name,
  /// the others leave.
  private static let leftOut: Set<Key> = [
    .character("o"), .character("B"), .character("W"), .control("z"),
  ]

  let seed: UInt64
  private(set) var count = 0
  private(set) var starts = 1
  private(set) var pictures = 0
  private var session: Session
  private var acts: RandomActs
  private var size = Size(columns: 120, rows: 40)
  private let home: StoreHome
  /// Whether keys that leave the program are left out too.
  private let isKeptOpen: Bool

  init(seed: UInt64, keptOpen: Bool = false) throws {
    (self.seed, isKeptOpen) = (seed, keptOpen)
    home = try StoreHome()
    let now = Int(Date().timeIntervalSince1970)
    acts = RandomActs(
      seed: seed, size: size, clock: Clock(today: Day(number: now / 86_400), minute: now / 60))
    session = try RobotSession.opened(in: home, size)
    try settle()
  }

  /// The program in a folder of its own, with a browser that does nothing.
  private static func opened(in home: StoreHome, _ size: Size) throws -> Session {
    try Session(
      ["-c", "cd \(home.folder) && exec \(Session.binary)"], program: "sh", columns: size.columns,
      rows: size.rows,
      setting: home.setting.merging([
        "BROWSER": "true", "XDG_STATE_HOME": home.folder + "/state",
      ]) { $1 })
  }

  /// How much memory the program has, in KiB.
  var residentMemory: Int {
    let file = "/proc/\(session.terminal.process)/status"
    let status = try? String(contentsOfFile: file, encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }

  /// Does so many acts, and leaves.
  func run(_ number: Int, batch: Int = 20) throws {
    do {
      let last = count + number
      while count < last {
        for _ in 0..<batch where try !hasLeft() { try carryOut(acts.next()) }
        try compare()
      }
      guard !isKeptOpen else { return }
      _ = try hasLeft()
      session.terminal.send(SIGTERM)
      try checkEnd(.signal(SIGTERM))
    } catch {
      throw Fault(description: "seed \(seed), act \(count): \(error)\n\(session.errors)")
    }
    let check = try home.run("check", home.store)
    let isThere = FileManager.default.fileExists(atPath: home.store)
    if isThere, check.code != 0 {
      throw Fault(description: "seed \(seed): the store is not whole: \(check.errors)")
    }
  }

  private func carryOut(_ act: Act) throws {
    count += 1
    switch act {
    case .event(.key(let key)):
      let leaves = key == .character("q") || key == .control("c")
      guard !RobotSession.leftOut.contains(key), !(leaves && isKeptOpen) else { return }
      session.press(key)
      // What follows depends on whether it has left.
      if leaves { try settle() }
    case .event(.paste(let text)): session.type("\u{1B}[200~\(text)\u{1B}[201~")
    case .event(.mouse(let mouse)): session.terminal.write(session.screen.bytes(for: mouse))
    case .event(.resize(let size)):
      self.size = size
      session.resize(columns: size.columns, rows: size.rows)
    case .event: break
    case .outside(.note): _ = try home.run("note", "peru", "Note \(count)")
    case .outside(.undo): _ = try home.run("undo")
    case .outside: break
    }
  }

  /// Whether the user left, which they may; the program is then started again.
  private func hasLeft() throws -> Bool {
    guard session.terminal.hasEnded else { return false }
    try checkEnd(.exit(0))
    starts += 1
    session = try RobotSession.opened(in: home, size)
    try settle()
    return false
  }

  private func checkEnd(_ expected: Pseudoterminal.Ending) throws {
    let ending = try session.waitForEnd()
    guard ending == expected else { throw Fault(description: "it ended by \(ending)") }
    guard session.isGivenBack else {
      throw Fault(
        description: """
          the terminal is not given back: modes \(session.terminal.modes), before \
          \(session.terminal.modesBefore), other screen \(session.screen.isAlternate), cursor \
          \(session.screen.showsCursor)
          """)
    }
    guard session.errors.isEmpty else { throw Fault(description: session.errors) }
  }
}

// MARK: Pictures

extension RobotSession {
  /// What a person sees of a screen.
  private struct Picture: Equatable {
    let rows: [[EmulatedScreen.Cell]]
    let cursor: [Int]?

    init(_ screen: EmulatedScreen) {
      rows = (0..<screen.size.rows).map { screen.cells(row: $0).map(Picture.seen) }
      cursor = screen.showsCursor ? [screen.cursor.column, screen.cursor.row] : nil
    }

    /// The colour of letters does not show in an empty cell, and the right half of a wide character
    /// looks as its left half does, whatever the emulator remembers of it.
    private static func seen(_ cell: EmulatedScreen.Cell) -> EmulatedScreen.Cell {
      let hasInk = cell.text != " " && !cell.text.isEmpty
      let isHalf = cell.text.isEmpty
      return EmulatedScreen.Cell(
        text: cell.text, foreground: hasInk ? cell.foreground : -1,
        background: isHalf ? -1 : cell.background, isBold: hasInk && cell.isBold,
        isUnderlined: !isHalf && cell.isUnderlined, isReversed: !isHalf && cell.isReversed)
    }

    /// The first cell that is another, with its rows.
    func difference(from other: Picture) -> String {
      for (number, (row, otherRow)) in zip(rows, other.rows).enumerated() where row != otherRow {
        let column = zip(row, otherRow).prefix { $0 == $1 }.count
        let texts = [row, otherRow].map { $0.map(\.text).joined() }
        return "row \(number), column \(column): \(row[column]) was \(otherRow[column])\n"
          + texts.joined(separator: "\n")
      }
      return "the cursor is at \(cursor ?? []) and was at \(other.cursor ?? [])"
    }
  }

  /// Compares the picture as it is with one that is painted anew.
  private func compare() throws {
    // A key that is complete at once, where Escape would wait for more.
    session.press(.down)
    try settle()
    if session.terminal.hasEnded { return }
    let minute = Int(Date().timeIntervalSince1970) / 60
    var picture = Picture(session.screen)
    // What a busy system had not handed on yet is waited for.
    var before: Picture?
    while before != picture {
      try settle()
      (before, picture) = (picture, Picture(session.screen))
    }
    // A new size, even if it is the old one, and unlike Ctrl-L no key: a notice stays.
    let sent = session.output.count
    session.terminal.send(SIGWINCH)
    let clear = Array("\u{1B}[H\u{1B}[2J".utf8)
    try session.wait(for: "the picture") {
      session.output[sent...].firstRange(of: clear) != nil || session.terminal.hasEnded
    }
    try settle()
    let anew = Picture(session.screen)
    pictures += 1
    guard picture != anew, Int(Date().timeIntervalSince1970) / 60 == minute else { return }
    throw Fault(
      description: "painted anew it is another picture: \(anew.difference(from: picture))")
  }

  /// Waits until all that was typed is read and drawn: nothing is left to read on either side, and
  /// every thread of the program sleeps.
  private func settle() throws {
    var calm = 0
    try session.wait(for: "calm") {
      calm = session.terminal.isCalm ? calm + 1 : 0
      return calm > 2 || session.terminal.hasEnded
    }
  }
}
