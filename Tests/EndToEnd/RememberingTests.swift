import Dashboard
import Foundation
import Testing

/// What the real program leaves for its next start.
@Suite(.serialized) struct RememberingEndToEnd: Remembering {
  let home: StoreHome

  init() throws { home = try StoreHome() }

  @Test func theFirstTimeGreetsAndTheNextComesBack() throws {
    let first = try opened()
    #expect(first.screen.rows.last?.contains("New here?") ?? false)
    first.type("2/chi\r")
    try first.wait(for: "the greeting to go") {
      first.shows("Chile") && !first.shows("New here?")
    }
    try leave(first, typing: "}}cS")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let folder = try FileManager.default.contentsOfDirectory(atPath: home.folder + "/state/ladmp")
    #expect(folder == ["state.json"])
    let second = try opened()
    #expect(second.shows("Commitments 20 of 20") && second.shows("now by country"))
    #expect(!second.shows("New here?"))
    second.type("c2")
    try second.wait(forText: "/ chi")
    try leave(second)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func whoeverEndsItTheScreenIsLeft(_ signal: Int32) throws {
    let session = try opened()
    session.type("m")
    try session.wait(forText: "Map, 21 of 35")
    try end(session, by: signal)
    #expect(try home.text(file).contains("\"view\": \"map\""))
  }

  @Test(arguments: [
    ("{ \"view\": ", "state.json:1:"), ("[1]", "it is a list"), ("\u{FEFF}\u{0}", "state.json:1:"),
    ("\"" + String(repeating: "x", count: 9_000_000) + "\"", "it is too big"),
    (String(repeating: "[", count: 500), "nested too deep"),
  ])
  func whatCannotBeReadIsSaidAndPassedOver(_ text: String, _ fault: String) throws {
    try put(text)
    let session = try opened(setting: ["COLUMNS": nil])
    #expect(session.shows("What was left last time is passed over:"))
    #expect(session.shows("Lima") && session.shows("in 8 days"))
    try leave(session, typing: "x")
    #expect(try home.text(file).contains("\"view\": \"matrix\""))
  }

  @Test func aPipeOrAFolderInItsPlaceHoldsNothingUp() throws {
    try put("")
    try FileManager.default.removeItem(atPath: file)
    #expect(mkfifo(file, 0o600) == 0)
    try leave(try opened())
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
    let session = try opened()
    try session.wait(forText: "What was left last time is passed over:")
    try leave(session)
  }

  @Test func freshBeginsAnewAndNoRememberLeavesNoTrace() throws {
    try put("{ \"view\": \"map\" }")
    let other = try opened("--no-remember")
    #expect(other.shows("1 Pillars") && !other.shows("New here?"))
    try leave(other, typing: "x")
    #expect(try home.text(file) == "{ \"view\": \"map\" }")
    let fresh = try opened("--fresh")
    #expect(fresh.shows("1 Pillars") && fresh.shows("New here?"))
    try leave(fresh, typing: "c")
    #expect(try home.text(file).contains("commitments"))
    try FileManager.default.createDirectory(
      atPath: home.folder + "/config/ladmp", withIntermediateDirectories: true)
    try "{ \"remember\": false, \"mouse\": false }".write(
      toFile: home.folder + "/config/ladmp/config.json", atomically: true, encoding: .utf8)
    let config: [String: String?] = ["XDG_CONFIG_HOME": home.folder + "/config"]
    let configured = try opened(setting: config)
    #expect(
      configured.shows("1 Pillars")
        && !String(decoding: configured.output, as: UTF8.self).contains("?1002h"))
    try leave(configured)
    try leave(try opened("--remember", setting: config), typing: "")
    #expect(try home.text(file).contains("commitments"))
  }

  @Test func anotherEditionHasAPlaceOfItsOwnButLooksAsChosen() throws {
    try put("{ \"view\": \"map\", \"theme\": \"light\", \"language\": \"es\" }")
    let edition = home.folder + "/ports.json"
    try FileManager.default.copyItem(
      atPath: Readers.root.path + "/Resources/examples/blue-ports.json", toPath: edition)
    let other = try opened("--edition", edition)
    #expect(other.shows("1 Pilares") && !other.shows("New here?"))
    try leave(other, typing: "c")
    let moved = home.folder + "/moved.json"
    try FileManager.default.moveItem(atPath: edition, toPath: moved)
    let again = try opened("--edition", moved)
    #expect(again.shows("Compromisos") && !again.shows("1 Pilares"))
    try leave(again)
    #expect(try home.text(file).contains("\"view\": \"map\""))
  }

  @Test func whatWasChosenLastGoesAfterWhatIsNamed() throws {
    try leave(try opened(), typing: "Lttt")
    let text = try home.text(file)
    #expect(text.contains("\"language\": \"es\"") && text.contains("\"theme\": \"high-contrast\""))
    let again = try opened()
    #expect(again.shows("1 Pilares"))
    #expect(again.screen.cells(row: 0)[0].background != 24)
    let colours = again.screen.cells(row: 0)
    try leave(again)
    let named = try opened("--lang", "fr", "--theme", "dark")
    #expect(named.shows("1 Piliers") && named.screen.cells(row: 0) != colours)
    try leave(named)
    // What is named for once is not what was chosen.
    #expect(try home.text(file).contains("\"language\": \"es\""))
    let surroundings = try opened(setting: ["LANG": "fr_FR.UTF-8"])
    #expect(surroundings.shows("1 Pilares"))
    try leave(surroundings)
  }

  @Test func thePlainModeRemembersTheLanguageAlone() throws {
    try put("{ \"view\": \"map\" }")
    func talk(_ lines: String) throws -> Session {
      let session = try Session(
        ["--plain"],
        setting: home.setting.merging(["XDG_STATE_HOME": home.folder + "/state"]) { $1 })
      session.type(lines)
      #expect(try session.waitForEnd() == .exit(0))
      return session
    }
    _ = try talk("language français\rquit\r")
    let left = try home.text(file)
    #expect(left.contains("\"language\": \"fr\"") && left.contains("\"view\": \"map\""))
    #expect(try talk("quit\r").shows("Déclaration"))
    #expect(try home.text(file) == left)
  }

  @Test func theMouseStaysWhereItWasLeft() throws {
    try leave(try opened(), typing: "M")
    let again = try opened()
    try again.wait(forText: "mouse off")
    #expect(!String(decoding: again.output, as: UTF8.self).contains("?1002h"))
    try leave(again)
    let named = try opened("--mouse")
    #expect(String(decoding: named.output, as: UTF8.self).contains("?1002h"))
    try leave(named)
  }

  @Test func ofTwoTheLastToLeaveCounts() throws {
    let (first, second) = (try opened(), try opened())
    try leave(first, typing: "m")
    try leave(second, typing: "x")
    let third = try opened()
    #expect(third.shows("Matrix"))
    try leave(third)
  }

  @Test func whereNothingCanBeWrittenNobodyIsBothered() throws {
    let session = try opened(setting: ["XDG_STATE_HOME": "/proc/nowhere"])
    try leave(session, typing: "m")
  }
}
