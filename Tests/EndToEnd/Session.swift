import Dashboard
import Foundation
import Pseudoterminal

/// The real program on an emulated terminal.
final class Session {
  /// What did not come to pass, with the screen as it was.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let terminal: Pseudoterminal
  let screen: EmulatedScreen
  private(set) var output: [UInt8] = []
  private(set) var errors = ""
  private let dataFolder = NSTemporaryDirectory() + "ladmp-data-\(UUID().uuidString)"
  private let stateFolder = NSTemporaryDirectory() + "ladmp-state-\(UUID().uuidString)"

  /// The program under test: the release build where the Makefile names it, else the debug build.
  static let binary: String = {
    if let named = ProcessInfo.processInfo.environment["LADMP_BINARY"] { return named }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return root.appendingPathComponent(".build/debug/ladmp").path
  }()

  static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm-256color",
    "LANG": "C.UTF-8", "TZ": "UTC",
  ].merging(
    // What `make sanitize` says to the sanitizers is for the program under test too.
    ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
  ) { $1 }

  init(
    _ arguments: [String] = [], program: String = Session.binary, columns: Int = 120,
    rows: Int = 40, setting: [String: String?] = [:], output: String? = nil,
    errorsOnTerminal: Bool = false
  ) throws {
    var environment = Session.environment
    // Every session has a store of its own, which is only there once something is written.
    environment["XDG_DATA_HOME"] = dataFolder
    // And its user has been here before, but left everything as it is at first.
    environment["XDG_STATE_HOME"] = stateFolder
    try FileManager.default.createDirectory(
      atPath: stateFolder + "/ladmp", withIntermediateDirectories: true)
    try "{}".write(toFile: stateFolder + "/ladmp/state.json", atomically: true, encoding: .utf8)
    for (name, value) in setting { environment[name] = value }
    terminal = try Pseudoterminal(
      [program] + arguments, environment: environment, columns: columns, rows: rows,
      output: output, errorsOnTerminal: errorsOnTerminal)
    screen = EmulatedScreen(columns: columns, rows: rows)
  }

  deinit {
    for folder in [dataFolder, stateFolder] { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Takes what the program has written.
  private func pump() { take(terminal.read(within: 20)) }

  /// Takes some of what the program has written.
  func take(_ bytes: [UInt8]) {
    output += bytes
    let answer = screen.take(bytes)
    if !answer.isEmpty { terminal.write(answer) }
    errors += String(decoding: terminal.readErrors(), as: UTF8.self)
  }

  /// Waits until something holds.
  ///
  /// - Parameter reading: whether what the program writes is taken meanwhile.
  func wait(
    for what: String, within seconds: Double = 20, reading: Bool = true, _ holds: () -> Bool
  ) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while !holds() {
      guard Date() < deadline else {
        throw Failure(
          description: "waited for \(what)\n\(screen.rows.joined(separator: "\n"))\n\(errors)")
      }
      if reading { pump() }
    }
  }

  func wait(forText text: String) throws {
    try wait(for: "“\(text)”") { shows(text) }
  }

  func shows(_ text: String) -> Bool { screen.rows.contains { $0.contains(text) } }

  /// Waits for the end and reads the rest of the output.
  func waitForEnd() throws -> Pseudoterminal.Ending {
    try wait(for: "the end") { terminal.hasEnded }
    // The system hands on what a program wrote last a moment after its end.
    var rest = terminal.read(within: 20)
    while !rest.isEmpty {
      output += rest
      _ = screen.take(rest)
      rest = terminal.read(within: 20)
    }
    errors += String(decoding: terminal.readErrors(), as: UTF8.self)
    guard let ending = terminal.ending else { throw Failure(description: "no ending") }
    return ending
  }

  func press(_ keys: Key...) {
    for key in keys { terminal.write(screen.bytes(for: key)) }
  }

  func type(_ text: String) { terminal.write(Array(text.utf8)) }

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    terminal.resize(columns: columns, rows: rows)
  }

  /// Whether the terminal is as it was before the program took it over.
  var isGivenBack: Bool {
    terminal.modes == terminal.modesBefore && !screen.isAlternate && screen.showsCursor
  }
}
