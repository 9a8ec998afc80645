import Foundation

/// A home of its own for the program, with commands run in it.
final class StoreHome: Sendable {
  /// What a command came to.
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  let folder = NSTemporaryDirectory() + "ladmp-home-\(UUID().uuidString)"

  /// A home of somebody whom git knows by name.
  init(of author: String = "Ana Pérez") throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let mail = author.filter { $0.isASCII && $0.isLetter }.lowercased() + "@example.org"
    try """
    [user]
    \tname = \(author)
    \temail = \(mail)
    [init]
    \tdefaultBranch = main
    """.write(toFile: folder + "/gitconfig", atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var store: String { folder + "/ladmp/store.json" }

  var environment: [String: String] {
    Session.environment.merging(own) { $1 }
  }

  /// Variables for a session of the dashboard in this home.
  var setting: [String: String?] { own.mapValues { $0 } }

  private var own: [String: String] {
    [
      "XDG_DATA_HOME": folder, "TMPDIR": folder, "GIT_CONFIG_GLOBAL": folder + "/gitconfig",
      "GIT_CONFIG_NOSYSTEM": "1",
    ]
  }

  @discardableResult
  func run(
    _ arguments: [String], input: String = "", through wrapper: [String] = [], binary: Bool = true,
    setting: [String: String] = [:]
  ) throws -> Outcome {
    let command = wrapper + (binary ? [Session.binary] : []) + arguments
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = environment.merging(setting) { $1 }
    // Files, because a pipe that is full would stop the program.
    let names = ["in", "out", "err"].map { folder + "/\(UUID().uuidString).\($0)" }
    try input.write(toFile: names[0], atomically: true, encoding: .utf8)
    for name in names.dropFirst() { try Data().write(to: URL(fileURLWithPath: name)) }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: names[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: names[1]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: names[2]))
    try process.run()
    process.waitUntilExit()
    defer { names.forEach { try? FileManager.default.removeItem(atPath: $0) } }
    return Outcome(
      code: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try String(contentsOfFile: names[1], encoding: .utf8),
      errors: try String(contentsOfFile: names[2], encoding: .utf8))
  }

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  func text(_ file: String? = nil) throws -> String {
    try String(contentsOfFile: file ?? store, encoding: .utf8)
  }

  /// The texts of the notes on something, in no order.
  func notes(on thing: String) throws -> Set<String> {
    let lines = try run(["note", "--list", thing]).output.split(separator: "\n")
    return Set(lines.filter { $0.hasPrefix("  ") }.map { $0.trimmingCharacters(in: .whitespaces) })
  }
}
