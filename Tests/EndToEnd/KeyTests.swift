import Dashboard
import Foundation
import Testing

/// Keys that the user has changed, keys that come in pieces, and the mouse.
@Suite(.serialized) struct KeyEndToEnd {
  private let home: StoreHome

  init() throws {
    home = try StoreHome()
    try FileManager.default.createDirectory(
      atPath: home.folder + "/ladmp", withIntermediateDirectories: true)
  }

  private func configure(_ text: String) throws {
    try text.write(
      toFile: home.folder + "/ladmp/config.json", atomically: true, encoding: .utf8)
  }

  private func opened(_ arguments: String..., setting: [String: String?] = [:]) throws -> Session {
    let config: [String: String?] = ["XDG_CONFIG_HOME": home.folder]
    let session = try Session(arguments, setting: config.merging(setting) { $1 })
    try session.wait(forText: "1 Pillars")
    return session
  }

  // MARK: Keys of the user's own

  @Test func changedKeysWorkAndShowEverywhere() throws {
    try configure(
      """
      { "keys": { "next_meeting": ["m", "F5"], "map": "Ctrl-e", "help": "K", "quit": "Q",
                  "zoom": [] } }
      """)
    let session = try opened()
    try session.wait(forText: "m next meeting")
    try session.wait(for: "the footer") { session.shows("K help") && session.shows("Q quit") }
    session.type("\u{5}")
    try session.wait(forText: "Map, 21 of 35")
    session.type("m")
    try session.wait(forText: "First ministerial meeting")
    session.type(":next meeting")
    try session.wait(for: "the palette") {
      session.screen.rows.contains { $0.contains("Next meeting") && $0.contains(" m ") }
    }
    session.press(.escape)
    session.type("K")
    try session.wait(forText: "Search:")
    session.type("next meeting")
    try session.wait(forText: "m, F5")
    session.press(.escape)
    // A key that was taken from an action does nothing any more; its name still finds it.
    session.type("q?z:zoom")
    try session.wait(forText: "Give the pane the whole screen")
    session.press(.enter)
    try session.wait(for: "the zoom") { !session.shows("1 Pillars") }
    session.type("Q")
    #expect(try session.waitForEnd() == .exit(0))
    let env = ["/usr/bin/env", "XDG_CONFIG_HOME=\(home.folder)"]
    let help = try home.run(["help", "keys"], through: env).output
    #expect(help.contains("  m, F5  ") && help.contains("(next_meeting)"))
    let manual = try home.run(["manual", "keys"], through: env).output
    let usual = try home.run("manual", "keys").output
    #expect(manual.contains("F5") && !usual.contains("F5"))
    let config = try home.run(["config"], through: env).output
    #expect(config.contains("help, map, next_meeting, quit, zoom"))
  }

  @Test(arguments: [
    ("{ \"keys\": { \"next\": \"m\" } }", "1:13: no action is called “next”, expected one of n"),
    ("{ \"keys\": {\n  \"note\": \"Hyper-x\" } }", "2:11: “Hyper-x” is no key, expected a letter"),
    ("{ \"keys\": { \"note\": [\"n\"] } }", "1:22: “n” is the key of “next_meeting” and “note”"),
    ("{ \"keys\": { \"note\": \"ö\", \"map\": \"ö\" } }", "“ö” is the key of “map” and “note”"),
    ("{ \"keys\": { \"quit\": [] } }", "1:13: nothing would end the program, expected a key"),
    ("{ \"keys\": { \"repaint\": \"Ctrl-s\" } }", "1:24: “Ctrl-s” is needed while you type, and"),
    ("{ \"keys\": { \"quit\": [\"q\", \"Ctrl-u\"] } }", "1:27: “Ctrl-u” is needed while you type"),
    ("{ \"keys\": { \"suspend\": \"Ctrl-t\" } }", "1:24: “Ctrl-t” is needed while you type"),
    ("{ \"keys\": { \"note\": 7 } }", "1:21: a key is a text, expected a letter"),
    ("{ \"keys\": { \"note\": \"\u{202E}\" } }", "is no key"),
    ("{ \"keys\": [] }", "1:11: “keys” is a list, expected an object"),
  ])
  func whatIsWrongWithKeysIsNamedWithItsPlace(_ text: String, _ fault: String) throws {
    try configure(text)
    let env = ["/usr/bin/env", "XDG_CONFIG_HOME=\(home.folder)"]
    let session = try Session(setting: ["XDG_CONFIG_HOME": home.folder])
    #expect(try session.waitForEnd() == .exit(78))
    #expect(session.isGivenBack && !session.output.contains(0x1B))
    #expect(session.errors.contains(fault), "\(session.errors)")
    #expect(session.errors.contains("/ladmp/config.json:"))
    let doctor = try home.run(["doctor"], through: env)
    #expect(doctor.code == 1 && doctor.output.contains("Mend that line"))
    #expect(try home.run(["help", "keys"], through: env).code == 0)
    // Lists have no keys.
    let isForKeys = !fault.contains("expected an object")
    #expect(try home.run(["countries"], through: env).code == (isForKeys ? 0 : 78))
  }

  // MARK: Keys in pieces

  /// Sends bytes one by one, each long after the one before, as a line with a delay may.
  private func trickle(_ bytes: String, to session: Session) {
    for byte in bytes.utf8 {
      session.terminal.write([byte])
      usleep(100_000)
    }
  }

  @Test(arguments: ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
  func overSSHEscapeWaitsForLonger(_ variable: String) throws {
    func wait(_ setting: [String]) throws -> String {
      try home.run(["doctor"], through: ["/usr/bin/env", "-u", "ESCDELAY"] + setting).output
    }
    #expect(try wait([]).contains("answered after 10 ms"))
    #expect(try wait(["\(variable)=10.0.0.1 5 10.0.0.2 22"]).contains("answered after 300 ms"))
    #expect(try wait(["\(variable)=1", "ESCDELAY=40"]).contains("answered after 40 ms"))
    #expect(try wait(["ESCDELAY=99999"]).contains("answered after 2000 ms"))
  }

  @Test func keysMayComeInPieces() throws {
    // A wait that no busy machine stretches the pauses to.
    let session = try opened(setting: ["ESCDELAY": "2000"])
    session.type("2g/")
    try session.wait(for: "the filter") { session.screen.showsCursor }
    trickle("é", to: session)
    trickle("\u{1B}OD", to: session)
    trickle("m", to: session)
    trickle("\u{1B}[C", to: session)
    trickle("\u{1B}[<65;60;20M", to: session)
    session.type("x")
    // Read as Escape the filter would be gone, read as letters it would hold them.
    try session.wait(forText: "/ méx")
    // A lone Escape is answered, only later.
    session.press(.escape)
    try session.wait(for: "the filter to go") { !session.shows("/ méx") }
  }

  @Test func atHandALoneEscapeAnswersAtOnce() throws {
    let session = try opened()
    session.type("2/peru")
    try session.wait(forText: "/ peru")
    let start = Date()
    session.press(.escape)
    try session.wait(for: "the filter to go") { !session.shows("/ peru") }
    // Far less than over ssh, even on a machine that is busy.
    #expect(Date().timeIntervalSince(start) < 10)
  }

  // MARK: Pasting

  @Test(arguments: [
    ("peru\n\u{1B}[201mq\u{3}q\u{1A}", "/ peru ␛[201mq␃q␚"),
    ("a\u{9B}2Jb\u{202E}c", "/ a"), ("\r\n\r\nchile", "chile"),
  ])
  func aPasteIsTextAndNothingElse(_ text: String, _ shown: String) throws {
    let session = try opened()
    for open in ["/", "2", "c"] {
      session.type(open)
      session.type("\u{1B}[200~\(text)\u{1B}[201~")
      try session.wait(forText: shown)
      let screen = session.screen.rows.joined()
      #expect(screen.unicodeScalars.allSatisfy { !(0x80..<0xA0).contains($0.value) })
      #expect(!screen.contains("\u{202E}"))
      session.press(.escape)
      try session.wait(for: "the text to go") { !session.shows(shown) }
    }
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
  }

  // MARK: The mouse

  private func enabled(_ session: Session) -> Bool {
    let sent = String(decoding: session.output, as: UTF8.self)
    let on = sent.ranges(of: "\u{1B}[?1002h").last?.lowerBound
    let off = sent.ranges(of: "\u{1B}[?1002l").last?.lowerBound
    return on.map { on in off.map { $0 < on } ?? true } ?? false
  }

  @Test func aKeyLeavesTheMouseToTheTerminal() throws {
    let session = try opened()
    try session.wait(for: "the mouse") { enabled(session) }
    session.type("M")
    try session.wait(forText: "select text with it. M takes it back.")
    try session.wait(for: "the mouse's leave") { !enabled(session) }
    session.type("2")
    try session.wait(forText: "mouse off")
    session.type("M")
    try session.wait(for: "the mouse") { enabled(session) && !session.shows("mouse off") }
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(!enabled(session))
  }

  @Test func theMouseDragsBorders() throws {
    var companion = try Companion()
    try companion.agree("at the start")
    let (session, screen) = (companion.session, companion.session.screen)
    let left = 36
    session.terminal.write(screen.bytes(forDragFrom: (left, 10), to: (50, 12)))
    let events = [
      Mouse(.press, column: left, row: 10), Mouse(.drag, column: 50, row: 12),
      Mouse(.release, column: 50, row: 12),
    ]
    for event in events { _ = companion.state.update(.mouse(event)) }
    try companion.agree("after the drag")
    #expect(session.screen.rows[1].prefix(51).hasSuffix("╮") || session.shows("╮╭"))
    try companion.press(.character("0"), .controlRight, .controlUp)
  }
}
