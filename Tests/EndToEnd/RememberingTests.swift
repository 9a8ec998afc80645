import Dashboard
import Foundation
import Testing

/// What the real program leaves for its next start.
@Suite(.serialized) struct RememberingEndToEnd {
  private let home: StoreHome
  private var file: String { home.folder + "/state/ladmp/state.json" }

  init() throws { home = try StoreHome() }

  private func opened(
    _ arguments: String..., setting: [String: String?] = [:]
  ) throws -> Session {
    let state: [String: String?] = ["XDG_STATE_HOME": home.folder + "/state"]
    let session = try Session(
      arguments, setting: home.setting.merging(state) { $1 }.merging(setting) { $1 })
    try session.wait(for: "the dashboard") {
      session.screen.isAlternate && session.screen.rows.last?.contains { $0 != " " } ?? false
    }
    return session
  }

  private func leave(_ session: Session, typing text: String = "") throws {
    session.type(text + "q")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isGivenBack && session.errors.isEmpty)
  }

  private func put(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: home.folder + "/state/ladmp", withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

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
    session.terminal.send(signal)
    #expect(try session.waitForEnd() == .signal(signal))
    #expect(try home.text(file).contains("\"view\": \"map\""))
  }

  @Test func sessionsThatEndTogetherEachLeaveWhatWasTyped() throws {
    let sessions = try [("n", "One"), ("2", "Two")].map { keys, text in
      let session = try opened()
      session.type(keys + "N" + text)
      try session.wait(forText: text)
      return session
    }
    for session in sessions { session.terminal.send(SIGHUP) }
    for session in sessions { #expect(try session.waitForEnd() == .signal(SIGHUP)) }
    let fresh = try opened("--fresh")
    try fresh.wait(forText: "the same key opens it again: Note on ")
    fresh.type("nN")
    try fresh.wait(forText: "One")
    fresh.terminal.send(SIGHUP)
    #expect(try fresh.waitForEnd() == .signal(SIGHUP))
    #expect(try home.text(file).contains("Two") && home.text(file).contains("One"))
  }

  @Test func plainModeLeavesWhatOthersTyped() throws {
    let plain = try Session(
      ["--plain"], setting: home.setting.merging(["XDG_STATE_HOME": home.folder + "/state"]) { $1 })
    try plain.wait(forText: ">")
    let session = try opened()
    session.type("nNThree")
    try session.wait(forText: "Three")
    session.terminal.send(SIGHUP)
    #expect(try session.waitForEnd() == .signal(SIGHUP))
    plain.type("language fr\nquitter\n")
    #expect(try plain.waitForEnd() == .exit(0))
    #expect(try home.text(file).contains("Three") && home.text(file).contains("\"fr\""))
  }

  @Test func whatWasTypedOutlivesTheTerminal() throws {
    let session = try opened()
    session.type("nNAsk for the “agenda”, ¿sí?")
    try session.wait(forText: "¿sí?")
    // A terminal that closes sends it twice, and what comes after the first is no reason to stop.
    let process = session.terminal.process
    let pounding = Thread { while !Thread.current.isCancelled { kill(process, SIGHUP) } }
    pounding.start()
    #expect(try session.waitForEnd() == .signal(SIGHUP))
    pounding.cancel()
    let left = try FileManager.default.contentsOfDirectory(atPath: home.folder + "/state/ladmp")
    #expect(left == ["state.json"])
    let again = try opened()
    try again.wait(forText: "the same key opens it again: Note on Lima")
    again.type("N")
    try again.wait(forText: "Ask for the “agenda”, ¿sí?")
    again.type("\u{13}")
    try again.wait(forText: "takes it back")
    try leave(again)
    #expect(!(try home.text(file).contains("agenda")))
  }

  /// What sessions keep of what is being typed, each in a file of its own.
  private var kept: [String] {
    let folder = home.folder + "/state/ladmp"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.contains("typing") && $0.hasSuffix(".json") }
      .map { (try? home.text(folder + "/" + $0)) ?? "" }
  }

  private func waitToBeKept(_ text: String, _ session: Session) throws {
    try session.wait(for: "“\(text)” to be kept") { kept.contains { $0.contains(text) } }
  }

  @Test func whatIsBeingTypedOutlivesAnEndWithoutAWord() throws {
    let session = try opened()
    session.type("nNFirst thought")
    try waitToBeKept("First thought", session)
    session.terminal.send(SIGKILL)
    #expect(try session.waitForEnd() == .signal(SIGKILL))

    let second = try opened()
    try second.wait(forText: "the same key opens it again: Note on Lima")
    #expect(kept.isEmpty)
    second.type("N, then another")
    try waitToBeKept("First thought, then another", second)
    // Who opens it beside is not given what somebody is typing.
    let beside = try opened()
    beside.type("n")
    try beside.wait(forText: "Lima")
    #expect(!beside.shows("then another") && kept.count == 1)
    try leave(beside)
    #expect(kept.count == 1)
    second.terminal.send(SIGKILL)
    #expect(try second.waitForEnd() == .signal(SIGKILL))

    let third = try opened()
    try third.wait(forText: "the same key opens it again: Note on Lima")
    third.type("N")
    try third.wait(forText: "First thought, then another")
    third.type("\u{13}")
    try third.wait(forText: "takes it back")
    try leave(third)
    #expect(try kept.isEmpty && !home.text(file).contains("thought"))
    #expect(try home.text().contains("First thought, then another"))
  }

  @Test func whoLeavesWithoutSavingFindsItAgain() throws {
    let session = try opened()
    session.type("nNHalf a thought\u{1B}")
    try session.wait(forText: "What you typed is kept")
    session.type("q")
    try session.wait(forText: "not saved, but kept for the next time; q again leaves anyway")
    try leave(session)
    let again = try opened()
    try again.wait(forText: "the same key opens it again: Note on Lima")
    again.type("N")
    try again.wait(forText: "Half a thought")
    again.type("\u{18}\u{1B}")
    try again.wait(for: "the note to close") { !again.shows("Half a thought") }
    try leave(again)
    #expect(try !home.text(file).contains("thought"))
    let secret = try opened("--no-remember")
    secret.type("nNFor nobody\u{1B}")
    try secret.wait(forText: "What you typed is kept")
    secret.type("q")
    try secret.wait(forText: "What you typed is not saved and would be lost")
    try leave(secret)
  }

  @Test func anotherEditionsFirstSessionThatWasEndedTakesNoChoiceAway() throws {
    try put("{ \"view\": \"map\", \"language\": \"es\" }")
    let example = Readers.root.path + "/Resources/examples/blue-ports.json"
    let other = try opened("--edition", example)
    other.type("NUna idea")
    try other.wait(forText: "Una idea")
    try other.wait(for: "it to be kept") { keptOfOthers.contains("Una idea") }
    other.terminal.send(SIGKILL)
    #expect(try other.waitForEnd() == .signal(SIGKILL))
    let again = try opened("--edition", example)
    try again.wait(forText: "De la última vez, sin guardar")
    #expect(again.shows("1 Pilares") && keptOfOthers.isEmpty)
  }

  /// What sessions of other editions keep of what is being typed.
  private var keptOfOthers: String {
    let folder = home.folder + "/state/ladmp/"
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.contains("/") && $0.contains("typing") && $0.hasSuffix(".json") }
      .map { (try? home.text(folder + $0)) ?? "" }.joined()
  }

  @Test func nothingIsKeptOfWhatWasSavedOrIsNotToBeRemembered() throws {
    let session = try opened()
    session.type("nNTo be saved")
    try waitToBeKept("To be saved", session)
    session.type("\u{13}")
    try session.wait(for: "nothing to be kept") { kept.isEmpty }
    try leave(session)
    try put("{}")
    let secret = try opened("--no-remember")
    secret.type("nNFor nobody")
    try secret.wait(forText: "For nobody")
    // Who types later is kept: the other would have been by then.
    let open = try opened()
    open.type("nNFor the next")
    try waitToBeKept("For the next", open)
    secret.terminal.send(SIGKILL)
    #expect(try secret.waitForEnd() == .signal(SIGKILL))
    #expect(kept.count == 1 && kept[0].contains("For the next"))
    #expect(try home.text(file) == "{}")
  }

  @Test func whatCannotBeReadOfAnEndedSessionIsNoHindrance() throws {
    try put("{}")
    let folder = home.folder + "/state/ladmp"
    try "{ \"unsa".write(
      toFile: folder + "/state.typing-999999999.json", atomically: true, encoding: .utf8)
    let session = try opened()
    #expect(!session.shows("passed over"))
    try leave(session)
    #expect(kept == ["{ \"unsa"], "what somebody typed is in it")
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
