import Dashboard
import Declaration
import Foundation
import Store
import Testing

@testable import Terminal
@testable import ladmp

/// The themes on the real screen.
@Suite(.serialized) struct ThemeEndToEnd {
  private static let sizes = [(80, 24), (120, 40), (200, 60)]

  @Test(arguments: ThemeShelf.builtInNames)
  func everyThemeIsDrawnAsItSays(_ theme: String) throws {
    var companion = try Companion(["--theme", theme], theme: theme)
    try companion.agree("at the start")
    try companion.type("2/per")
    try companion.press(.enter, .tab, .character("?"))
  }

  /// Language and theme have nothing to do with each other: a theme gives colours to what the frame
  /// means, and that is the same frame as the recorded one. Here both meet on the real screen.
  @Test(arguments: ThemeShelf.builtInNames, Language.allCases)
  func everyThemeIsDrawnAsItSaysInEveryLanguage(_ theme: String, _ language: Language) throws {
    for (columns, rows) in ThemeEndToEnd.sizes {
      var companion = try Companion(
        ["--theme", theme, "--lang", language.rawValue], columns: columns, rows: rows,
        theme: theme, language: language)
      try companion.agree("at the start")
      // The screen of the recorded frames, at the size that they have in every language.
      guard columns == 80 else { continue }
      try companion.type("2/peru")
      try companion.press(.enter, .enter, .character("4"))
      let recorded = try Companion.recorded("\(language.rawValue)-country-80x24")
      for (place, line) in recorded.enumerated() {
        let shown = companion.session.screen.rows[place]
        #expect(shown.trimmedEnd == line, "row \(place)")
      }
    }
  }

  @Test(arguments: [
    ("xterm-256color", "16", ColourDepth.sixteen), ("xterm-256color", "8", .eight),
    ("xterm", "auto", .eight),
  ])
  func fewColoursAreTheNearest(_ term: String, _ color: String, _ depth: ColourDepth) throws {
    for theme in ThemeShelf.builtInNames {
      var companion = try Companion(
        ["--theme", theme, "--color", color], columns: 80, rows: 24, setting: ["TERM": term],
        theme: theme, depth: depth)
      try companion.agree("at the start")
      try companion.type("2/per")
    }
  }

  @Test func aKeyGoesThroughTheThemes() throws {
    var companion = try Companion(columns: 80, rows: 24, setting: ["LADMP_THEME": "dark"])
    companion.palette = try Companion.palette("dark", .many)
    try companion.agree("at the start")
    for name in ["light", "high-contrast", "monochrome", "colour-blind", "dark"] {
      companion.session.type("t")
      try companion.session.wait(forText: "Theme \(name):")
      companion.palette = try Companion.palette(name, .many)
      try companion.type("2j")
    }
  }

  @Test func withoutColoursEveryThemeIsMonochrome() throws {
    let companion = try Companion(
      ["--theme", "light"], columns: 80, rows: 24, setting: ["NO_COLOR": "1"],
      theme: "monochrome", depth: .none)
    try companion.agree("at the start")
    companion.session.type("t")
    try companion.session.wait(forText: "Theme high-contrast needs colours; this screen has none.")
  }

  // MARK: Exact colours

  /// A home with a theme of the user's own.
  private func home(_ text: String) throws -> StoreHome {
    let home = try StoreHome()
    let folder = home.folder + "/config/ladmp/themes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: folder + "/mine.json", atomically: true, encoding: .utf8)
    return home
  }

  private let exact = """
    { "extends": "dark",
      "looks": { "header": { "fg": "#102030", "bg": "#c0ffee" } } }
    """

  private func opened(_ home: StoreHome, _ setting: [String: String]) throws -> Session {
    let setting = setting.merging(["XDG_CONFIG_HOME": home.folder + "/config"]) { $1 }
    let session = try Session(["--theme", "mine"], setting: setting)
    try session.wait(forText: "in 8 days")
    return session
  }

  private func sent(_ session: Session) -> String {
    String(decoding: session.output, as: UTF8.self)
  }

  private static let made = "\u{1B}]4;255;rgb:C0/FF/EE\u{1B}\\"
  private static let givenBack = "\u{1B}]104\u{7}"

  @Test func coloursThatWereMadeAreGivenBack() throws {
    let home = try home(exact)
    for end in [Key.character("q"), .control("z")] {
      let session = try opened(home, ["COLORTERM": "truecolor"])
      #expect(sent(session).contains("rgb:C0/FF/EE") && sent(session).contains("rgb:10/20/30"))
      #expect(!sent(session).contains(ThemeEndToEnd.givenBack))
      session.press(end)
      try session.wait(for: "the colours") { sent(session).contains(ThemeEndToEnd.givenBack) }
      session.terminal.send(SIGKILL)
    }
  }

  @Test(arguments: [SIGTERM, SIGSEGV])
  func coloursAreGivenBackWhateverHappens(_ signal: Int32) throws {
    let session = try opened(try home(exact), ["COLORTERM": "24bit"])
    session.terminal.send(signal)
    #expect(try session.waitForEnd() == .signal(signal))
    #expect(sent(session).contains(ThemeEndToEnd.givenBack))
    #expect(session.isGivenBack)
  }

  @Test func noColourIsMadeWhereNobodyAskedForIt() throws {
    let home = try home(exact)
    let nearest = try opened(home, [:])
    #expect(nearest.screen.cells(row: 0).contains { $0.background == 159 })
    let usual = try Session(setting: ["COLORTERM": "truecolor"])
    try usual.wait(forText: "in 8 days")
    usual.press(.character("q"))
    #expect(try usual.waitForEnd() == .exit(0))
    for session in [nearest, usual] {
      #expect(!sent(session).contains("\u{1B}]4;") && !sent(session).contains("\u{1B}]104"))
    }
  }

  /// A terminal whose entry says that colours are given by their parts.
  private static let direct = #"""
    test-direct|xterm with direct colours,
      RGB, colors#0x1000000, pairs#0x10000,
      initc@, oc@, ccc@,
      setaf=\E[%?%p1%{8}%<%t3%p1%d%e38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      setab=\E[%?%p1%{8}%<%t4%p1%d%e48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      use=xterm-256color,
    """#

  @Test func coloursAreSentByTheirPartsWhereTheTerminalTakesThem() throws {
    let home = try home(exact)
    let source = home.folder + "/direct.ti"
    try ThemeEndToEnd.direct.write(toFile: source, atomically: true, encoding: .utf8)
    let compiler = try Process.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      arguments: ["tic", "-x", "-o", home.folder + "/terminfo", source])
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
    let session = try opened(
      home, ["TERM": "test-direct", "TERMINFO": home.folder + "/terminfo"])
    let cells = session.screen.cells(row: 0)
    #expect(cells.allSatisfy { $0.background == 0x1C0_FFEE || $0.background == 0x130_3030 })
    #expect(cells.contains { $0.foreground == 0x110_2030 })
    #expect(!sent(session).contains("\u{1B}]4;"))
  }

  // MARK: Files

  @Test func listsTheThemes() throws {
    let home = try home(#"{ "about": "Mine", "extends": "light" }"#)
    let outcome = try home.run(
      ["themes"], through: ["/usr/bin/env", "XDG_CONFIG_HOME=\(home.folder)/config"])
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.code == 0 && lines.count == 6)
    #expect(lines.first?.hasPrefix("colour-blind ") ?? false)
    #expect(lines.last == "mine           Mine")
    let parts = try home.run("themes", "--parts").output
    #expect(parts.contains("not-endorsed\n") && parts.contains("selected-focused\n"))
  }

  @Test func aThemeThatCannotBeReadLeavesTheTerminalAlone() throws {
    let home = try home("{\n  \"looks\": {\n    \"endorsd\": {}\n  }\n}\n")
    for (arguments, code, words) in [
      (["--theme", "mine"], Int32(65), "mine.json:3:5: no part of the screen is called “endorsd”"),
      (["--theme", "nothing"], 66, "nothing: there is no such theme; “ladmp themes” lists"),
      (["--theme", "/nowhere/x.json"], 66, "/nowhere/x.json: No such file"),
    ] {
      let session = try Session(
        arguments, setting: ["XDG_CONFIG_HOME": home.folder + "/config"])
      #expect(try session.waitForEnd() == .exit(code))
      #expect(session.errors.contains(words), "\(session.errors)")
      #expect(!session.output.contains(0x1B))
    }
  }

  @Test func aThemeThatCannotBeReadIsToldOfAndPassedOver() throws {
    let home = try home("[1")
    let session = try Session(
      ["--theme", "monochrome"], setting: ["XDG_CONFIG_HOME": home.folder + "/config"])
    try session.wait(forText: "in 8 days")
    session.type("t")
    try session.wait(forText: "mine.json:1:3:")
    session.type("t")
    try session.wait(forText: "Theme dark:")
  }
}
