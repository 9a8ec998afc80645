import Dashboard
import Foundation
import Pseudoterminal
import Testing

/// How the program comes, goes, and gives the terminal back.
@Suite(.serialized) struct LifeEndToEnd {
  private let title = "Los Angeles Declaration"

  private func opened(
    _ arguments: [String] = [], setting: [String: String?] = [:]
  ) throws -> Session {
    let session = try Session(arguments, setting: setting)
    try session.wait(forText: title)
    return session
  }

  private func openedFromAShell() throws -> Session {
    let session = try Session(
      ["--norc", "--noprofile", "-i"], program: "bash",
      setting: ["PS1": "ready$ "], errorsOnTerminal: true)
    try session.wait(forText: "ready$")
    session.type("\(Session.binary)\r")
    try session.wait(forText: title)
    return session
  }

  @Test(arguments: [Key.character("q"), .control("c")])
  func leavesTheTerminalAsItWas(_ key: Key) throws {
    let session = try opened()
    #expect(!session.isGivenBack)
    session.press(key)
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isGivenBack)
    #expect(session.errors == "")
  }

  /// Curses saves the cursor when it scrolls, and some terminals then keep that it is hidden.
  @Test(arguments: [nil, SIGTERM, SIGSEGV])
  func showsTheCursorWhateverWasSaved(_ signal: Int32?) throws {
    let session = try opened()
    #expect(!session.screen.showsCursor)
    #expect(session.screen.take(Array("\u{1B}7".utf8)).isEmpty)
    if let signal { session.terminal.send(signal) } else { session.press(.character("q")) }
    #expect(try session.waitForEnd() == signal.map { .signal($0) } ?? .exit(0))
    #expect(session.isGivenBack)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func diesOfASignalWithTheTerminalGivenBack(_ signal: Int32) throws {
    let session = try opened()
    session.terminal.send(signal)
    #expect(try session.waitForEnd() == .signal(signal))
    #expect(session.isGivenBack)
  }

  #if os(Linux)
    /// A signal comes, or the program traps, before the first picture or while the terminal is given
    /// back.
    @Test(arguments: ["ioctl", "openat"], ["INT", "SEGV"])
    func killedAtAnyCallOfTheStartItGivesTheTerminalBack(_ kind: String, by name: String) throws {
      let signal = name == "INT" ? SIGINT : SIGSEGV
      var ends = 0
      for call in 1...100 {
        let session = try Session(
          [
            "-f", "-o", "/dev/null", "-e", "trace=\(kind)", "-e",
            "inject=\(kind):signal=\(name):when=\(call)", Session.binary,
          ], program: "strace")
        session.type("q")
        let ending = try session.waitForEnd()
        #expect(session.isGivenBack, "\(call)")
        guard ending == .signal(signal) else {
          #expect(ending == .exit(0), "\(call)")
          break
        }
        ends += 1
      }
      #expect(ends > 5 && ends < 100, "\(ends)")
    }
  #endif

  @Test(arguments: [SIGTRAP, SIGILL, SIGSEGV, SIGABRT])
  func givesTheTerminalBackWhenItTraps(_ signal: Int32) throws {
    let session = try opened()
    session.terminal.send(signal)
    #expect(try session.waitForEnd() == .signal(signal))
    #expect(session.isGivenBack)
    #expect(session.errors.contains("the terminal was given back"))
  }

  @Test func endsWhenTheTerminalGoesAway() throws {
    let session = try opened()
    session.terminal.hangUp()
    #expect(try session.waitForEnd() == .signal(SIGHUP))
  }

  @Test func stopsAndComesBackInAShell() throws {
    let session = try openedFromAShell()
    session.press(.character("2"), .control("z"))
    try session.wait(for: "the shell") { !session.screen.isAlternate && session.shows("Stopped") }
    #expect(session.screen.showsCursor)
    session.resize(columns: 100, rows: 30)
    session.type("fg\r")
    try session.wait(for: "the dashboard") { session.shows(title) && session.shows("Pillars") }
    session.press(.character("q"))
    try session.wait(for: "the shell") { !session.screen.isAlternate }
    session.type("echo left with $?\r")
    try session.wait(forText: "left with 0")
  }

  @Test func endsWhileItIsStopped() throws {
    let session = try openedFromAShell()
    session.press(.control("z"))
    try session.wait(for: "the shell") { session.shows("Stopped") && session.shows("ready$") }
    session.type("kill %1; while kill -0 %1; do sleep 0.05; done 2>/dev/null; echo it has ended\r")
    try session.wait(for: "its end") {
      session.screen.rows.contains { $0.hasPrefix("it has ended") }
    }
  }

  // MARK: Links

  @Test func opensTheLinkOfACommitmentsSource() throws {
    let folder = NSTemporaryDirectory() + "ladmp-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (browser, note) = (folder + "/browser", folder + "/note")
    try "#!/bin/sh\nprintf %s \"$1\" > \(note).part && mv \(note).part \(note)\n"
      .write(toFile: browser, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: browser)
    let session = try opened(setting: ["BROWSER": browser])
    session.type("c")
    try session.wait(forText: "Commitments 20 of 20")
    session.type("s")
    try session.wait(forText: "only the sources of: Commitment of Belize")
    session.type("o")
    try session.wait(forText: "Opening https://www.whitehouse.gov/")
    try session.wait(for: "the browser") { FileManager.default.fileExists(atPath: note) }
    #expect(try String(contentsOfFile: note, encoding: .utf8).hasPrefix("https://www.white"))
  }

  @Test func savesABriefingOnceAndNeverOverAnother() throws {
    let folder = NSTemporaryDirectory() + "ladmp-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let session = try Session(
      ["-c", "cd \(folder) && exec \(Session.binary)"], program: "sh")
    try session.wait(forText: "in 8 days")
    session.type("B")
    try session.wait(forText: "Saved as ladmp-lima-2022-2022-09-28.md in ")
    session.type("B")
    try session.wait(forText: "Saved as ladmp-lima-2022-2022-09-28-2.md in ")
    let text = try String(
      contentsOfFile: folder + "/ladmp-lima-2022-2022-09-28.md", encoding: .utf8)
    #expect(text.hasPrefix("# First ministerial meeting\n"))
  }

  @Test func copiesTheLinkOverSSH() throws {
    let session = try opened(setting: ["SSH_CONNECTION": "a 1 b 2", "BROWSER": "/nowhere"])
    session.type("o")
    try session.wait(forText: "Copied the link: https://latinoobservatory.org/")
    let sent = String(decoding: session.output, as: UTF8.self)
    let encoded = sent.split(separator: "\u{1B}]52;c;").last?.prefix { $0 != "\u{7}" } ?? ""
    let copied = Data(base64Encoded: String(encoded)).map { String(decoding: $0, as: UTF8.self) }
    #expect(copied?.hasPrefix("https://latinoobservatory.org/") ?? false)
  }

  // MARK: Terminals, charsets, colours

  @Test(arguments: ["kitty-unheard-of", "alacritty-unheard-of", "ghostty-unheard-of"])
  func drawsOnATerminalThatIsUnknownHere(_ term: String) throws {
    let session = try opened(setting: ["TERM": term, "TERMINFO_DIRS": "/nowhere"])
    try session.wait(forText: "is unknown here; drawn as xterm-256color")
    session.press(.character("2"))
    try session.wait(for: "the notice to go") { !session.shows("is unknown here") }
  }

  @Test(arguments: ["dumb", "", "unknown"])
  func talksInPlainWordsOnATerminalThatCannotDraw(_ term: String) throws {
    let session = try Session(setting: ["TERM": term])
    try session.wait(forText: "21 of 35 countries have endorsed")
    try session.wait(forText: "> ")
    session.type("quit\r")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(!session.output.contains(0x1B))
    #expect(session.errors.contains("can't move a cursor; this is the plain mode"))
  }

  @Test func printsTheSummaryWhereOutputIsNoTerminal() throws {
    let file = NSTemporaryDirectory() + "ladmp-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let session = try Session(["--as-of", "2022-10-07"], output: file)
    #expect(try session.waitForEnd() == .exit(0))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("As of Friday 7 October 2022"))
    #expect(!text.contains("\u{1B}") && session.errors == "")
  }

  @Test(arguments: ["POSIX", "C", "en_US.UTF-8", "xx_YY.utf8"])
  func showsAccentsInAnyLocale(_ locale: String) throws {
    let session = try opened(setting: ["LC_ALL": locale])
    try session.wait(forText: "╭─")
    try session.wait(forText: "César")
  }

  @Test func sendsASCIIToALegacyCharset() throws {
    let session = try opened(setting: ["LC_ALL": "en_US.ISO-8859-1"])
    try session.wait(forText: "+- 1 Pillars")
    try session.wait(forText: "Cesar")
    #expect(session.output.allSatisfy { $0 < 0x80 })
  }

  @Test func drawsInASCIIWhenAsked() throws {
    let session = try opened(["--ascii"])
    try session.wait(forText: "+- 1 Pillars")
    #expect(session.output.allSatisfy { $0 < 0x80 })
  }

  @Test func drawsWithoutColoursWhenAsked() throws {
    for (arguments, setting) in [([], ["NO_COLOR": "1"]), (["--color", "never"], [:])]
      as [([String], [String: String])]
    {
      let session = try opened(arguments, setting: setting)
      try session.wait(forText: "in 8 days")
      let cells = (0..<40).flatMap { session.screen.cells(row: $0) }
      #expect(cells.allSatisfy { $0.foreground == -1 && $0.background == -1 })
      #expect(cells.contains { $0.isReversed })
    }
  }
}
