import Foundation
import Pseudoterminal

/// The plain mode as a script walks it: from the text that comes, and from nothing else.
protocol PlainConversation {
  /// Sends a line and takes the lines of the answer.
  func ask(_ line: String) throws -> [String]
}

extension PlainConversation {
  /// An answer with all its pages.
  func askWhole(_ line: String) throws -> [String] {
    var lines = try ask(line)
    while let last = lines.last, last.hasSuffix("more lines, type more.") {
      lines.removeLast()
      lines += try ask("more")
    }
    return lines
  }
}

/// At a terminal, where a prompt shows that an answer is whole.
final class TerminalConversation: PlainConversation {
  let session: Session
  let greeting: [String]
  private var place: Int

  init(_ arguments: [String] = ["--plain"], columns: Int = 500) throws {
    let session = try Session(arguments, columns: columns)
    let end = try TerminalConversation.prompt(in: session, from: 0)
    (self.session, place) = (session, end)
    greeting = TerminalConversation.lines(session.output[..<end])
  }

  func ask(_ line: String) throws -> [String] {
    session.type(line + "\r")
    let end = try TerminalConversation.prompt(in: session, from: place)
    defer { place = end }
    // The terminal's echo of what was typed is the first line.
    return Array(TerminalConversation.lines(session.output[place..<end]).dropFirst())
  }

  /// Where the next prompt ends.
  private static func prompt(in session: Session, from start: Int) throws -> Int {
    func isThere() -> Bool {
      session.output.count > start && session.output.suffix(3) == [0x0A, 0x3E, 0x20]
    }
    try session.wait(for: "a prompt", isThere)
    return session.output.count
  }

  private static func lines(_ bytes: ArraySlice<UInt8>) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
      .filter { $0 != "> " }
  }
}

/// Through pipes, where every line is answered at once; the questions are known before.
struct PipedConversation {
  let output: String
  let code: Int32

  init(_ lines: [String], arguments: [String] = ["--plain"], setting: [String: String] = [:]) throws
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Session.binary)
    process.arguments = arguments
    process.environment = Session.environment.merging(setting) { $1 }
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    input.fileHandleForWriting.write(Data(lines.map { $0 + "\n" }.joined().utf8))
    try input.fileHandleForWriting.close()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    (self.output, code) = (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
  }

  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

extension [String] {
  /// The lines that have a number, without it.
  var numbered: [String] {
    compactMap { line in
      let digits = line.prefix { $0.isNumber }
      guard !digits.isEmpty, line[digits.endIndex...].hasPrefix(". ") else { return nil }
      return String(line.dropFirst(digits.count + 2))
    }
  }

  /// The lines after one, up to another.
  func after(_ first: String, until last: String? = nil) -> [String] {
    let tail = drop { !$0.hasPrefix(first) }.dropFirst()
    return Array(
      last.map { last in tail.prefix { !$0.hasPrefix(last) } } ?? tail.prefix { _ in true })
  }
}
