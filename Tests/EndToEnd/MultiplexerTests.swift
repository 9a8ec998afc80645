import Dashboard
import Foundation
import Testing

/// The real program in tmux and in GNU screen, with their settings as they are at first.
@Suite(.serialized) struct MultiplexerEndToEnd {
  private let title = "Los Angeles Declaration"
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  /// A tmux server of the test's own.
  private final class Tmux {
    let session: Session
    private let name = "ladmp-\(UUID().uuidString)"
    private let folder: String

    init(in folder: String, options: [String] = []) throws {
      self.folder = folder
      session = try Session(
        ["-L", name, "-f", "/dev/null"] + options + ["new-session", Session.binary],
        program: "tmux", setting: ["TMUX_TMPDIR": folder])
    }

    func command(_ arguments: String...) throws -> String {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["tmux", "-L", name] + arguments
      process.environment = Session.environment.merging(["TMUX_TMPDIR": folder]) { $1 }
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: bytes, as: UTF8.self)
    }

    deinit { _ = try? command("kill-server") }
  }

  /// What the terminal outside was told to put on its clipboard.
  private func clipboard(of session: Session) -> String? {
    let sent = String(decoding: session.output, as: UTF8.self)
    guard let order = sent.ranges(of: "\u{1B}]52;").last else { return nil }
    let rest = sent[order.upperBound...].drop { $0 != ";" }.dropFirst()
    let encoded = rest.prefix { $0 != "\u{7}" && $0 != "\u{1B}" }
    return Data(base64Encoded: String(encoded)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Goes through what a terminal in between could break: keys, mouse, paste, size.
  private func use(_ session: Session) throws {
    try session.wait(forText: title)
    try session.wait(forText: "1 Pillars")
    session.press(.character("2"), .down, .down)
    session.type("\u{1B}[200~perú\u{1B}[201~")
    try session.wait(forText: "/ perú")
    try session.wait(forText: "● PE Peru")
    session.press(.escape)
    try session.wait(for: "the filter to go") { !session.shows("/ perú") }
    session.resize(columns: 90, rows: 30)
    try session.wait(for: "the new size") {
      session.shows(title) && !session.shows("4 Detail") && session.shows("2 Countries")
    }
    session.resize(columns: 130, rows: 40)
    try session.wait(forText: "4 Detail")
  }

  @Test func tmuxIsATerminalLikeOthers() throws {
    let tmux = try Tmux(in: home.folder)
    let session = tmux.session
    try use(session)
    #expect(session.screen.cells(row: 0)[1].background == 24)
    session.type("y")
    try session.wait(forText: "Sent to the clipboard: ")
    // tmux keeps the text, and the terminal outside gets it.
    try session.wait(for: "the clipboard") { clipboard(of: session) != nil }
    let copied = try tmux.command("show-buffer")
    #expect(copied.contains("Antigua") || copied.contains("Bahamas"), "\(copied)")
    #expect(clipboard(of: session) == copied)
    session.type("q")
    _ = try session.waitForEnd()
    #expect(session.isGivenBack)
  }

  @Test func tmuxHandsTheMouseOn() throws {
    let tmux = try Tmux(in: home.folder)
    let session = tmux.session
    try session.wait(forText: "1 Pillars")
    _ = try tmux.command("set-option", "-g", "mouse", "on")
    try session.wait(for: "the mouse") {
      String(decoding: session.output, as: UTF8.self).contains("\u{1B}[?1006h")
    }
    session.terminal.write(Array("\u{1B}[<0;50;8M\u{1B}[<0;50;8m".utf8))
    try session.wait(forText: "4 Detail: B")
    session.type("q")
    _ = try session.waitForEnd()
  }

  @Test func screenIsATerminalLikeOthers() throws {
    let sockets = home.folder + "/screen"
    try FileManager.default.createDirectory(
      atPath: sockets, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let session = try Session(
      ["-c", "/dev/null", "-U", "-m", Session.binary], program: "screen",
      setting: ["SCREENDIR": sockets, "SHELL": "/bin/sh"])
    try use(session)
    session.type("y")
    try session.wait(forText: "Sent to the clipboard: ")
    try session.wait(for: "the clipboard") { clipboard(of: session) != nil }
    // While the mouse is taken, screen would hold a lone Esc back.
    #expect(!String(decoding: session.output, as: UTF8.self).contains("?1000h"))
    let copied = try #require(clipboard(of: session))
    #expect(copied.contains("Antigua") || copied.contains("Bahamas"), "\(copied)")
    session.type("q")
    _ = try session.waitForEnd()
    #expect(session.screen.showsCursor)
  }
}
