import Foundation
import Pseudoterminal
import Store
import Testing

/// Records that are broken or mean harm.
@Suite(.serialized) struct HostileRecordEndToEnd {
  private func file(_ bytes: [UInt8], named name: String = "record") throws -> String {
    let file = NSTemporaryDirectory() + "ladmp-\(UUID().uuidString)-\(name).json"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  private func edited(_ old: String, _ new: String) -> [UInt8] {
    Array(
      String(decoding: Edition.builtInBytes, as: UTF8.self)
        .replacingOccurrences(of: old, with: new).utf8)
  }

  /// What the program says of a record, which has to be one line a fault and nothing on the screen.
  private func complaint(about bytes: [UInt8]) throws -> String {
    let file = try file(bytes)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let session = try Session(["--edition", file])
    #expect(try session.waitForEnd() == .exit(65))
    #expect(session.output.isEmpty && session.isGivenBack)
    #expect(session.errors.hasPrefix(file))
    return session.errors.replacingOccurrences(of: file, with: "F")
  }

  @Test func refusesBrokenJSON() throws {
    #expect(try complaint(about: []) == "F:1:1: the file is empty, expected a value\n")
    #expect(
      try complaint(about: Array("{\n \"a\": [1,\n}".utf8))
        == "F:3:1: “}” out of place, expected a value\n")
    let deep = String(repeating: "{\"a\":", count: 100_000)
    #expect(try complaint(about: Array(deep.utf8)).contains("nested too deep"))
    #expect(
      try complaint(about: [0x22, 0xFF, 0x22]) == "F:1:2: invalid UTF-8, expected text in UTF-8\n")
  }

  @Test func refusesWrongRecords() throws {
    #expect(
      try complaint(about: Array("[]".utf8)).contains("F:1:1: the record is a list, expected"))
    #expect(try complaint(about: Array("{}".utf8)).contains("has no “title”"))
    #expect(
      try complaint(about: edited("\"lima-2022\": {", "\"launch-2022\": {"))
        .contains("“launch-2022” stands here a second time"))
    #expect(
      try complaint(
        about: edited("\"region\": \"caribbean\"", "\"region\": \"\\u001b]0;x\\u0007\"")
      )
      .contains("“␛]0;x␇”"))
  }

  @Test func namesAFileThatIsNotThere() throws {
    let session = try Session(["--edition", "/nowhere/\u{1B}[31mx.json"])
    #expect(try session.waitForEnd() == .exit(66))
    #expect(session.errors == "/nowhere/␛[31mx.json: No such file or directory\n")
  }

  @Test func wrongArgumentsAreAUsageError() throws {
    for arguments in [["--as-of", "2022-13-01"], ["--color", "pink"], ["--nothing"]] {
      let session = try Session(arguments)
      #expect(try session.waitForEnd() == .exit(64))
      #expect(session.errors.contains("Error"))
    }
  }

  @Test func showsWhatATerminalWouldActOn() throws {
    let title =
      "\\u001b]0;owned\\u0007\\u001b[2J\\u202eevil\\u0000 " + String(repeating: "x", count: 100_000)
    let file = try file(edited("\"First ministerial meeting\"", "\"\(title)\""))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let session = try Session(["--edition", file], columns: 200, rows: 60)
    try session.wait(forText: "␛]0;owned␇␛[2J")
    #expect(!session.output.contains(0x07))
    #expect(!String(decoding: session.output, as: UTF8.self).contains("\u{202E}"))
    session.press(.character("q"))
    #expect(try session.waitForEnd() == .exit(0))
  }
}
