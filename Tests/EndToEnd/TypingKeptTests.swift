import Dashboard
import Foundation
import Testing

/// What was typed and not saved: no end of the real program takes it along.
@Suite(.serialized) struct TypingKeptEndToEnd: Remembering {
  let home: StoreHome

  init() throws { home = try StoreHome() }

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
    try fresh.wait(forText: "not saved: Note on ")
    fresh.type("nN")
    try fresh.wait(forText: "One")
    try end(fresh, by: SIGHUP)
    #expect(try home.text(file).contains("Two") && home.text(file).contains("One"))
  }

  @Test func plainModeLeavesWhatOthersTyped() throws {
    let plain = try Session(
      ["--plain"], setting: home.setting.merging(["XDG_STATE_HOME": home.folder + "/state"]) { $1 })
    try plain.wait(forText: ">")
    let session = try opened()
    session.type("nNThree")
    try session.wait(forText: "Three")
    try end(session, by: SIGHUP)
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
    try openAgain("Ask for the “agenda”, ¿sí?", again)
    try save(again)
    try leave(again)
    #expect(!(try home.text(file).contains("agenda")))
  }

  /// Opens the note that was not saved last time.
  private func openAgain(_ text: String, _ session: Session) throws {
    try session.wait(forText: "not saved: Note on Lima")
    session.type("N")
    try session.wait(forText: text)
  }

  private func save(_ session: Session) throws {
    session.type("\u{13}")
    try session.wait(forText: "takes it back")
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
    try end(session, by: SIGKILL)

    let second = try opened()
    try second.wait(forText: "not saved: Note on Lima")
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
    try end(second, by: SIGKILL)

    let third = try opened()
    try openAgain("First thought, then another", third)
    try save(third)
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
    try openAgain("Half a thought", again)
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

  /// What is saved in memory alone is not safe yet.
  @Test func whatTheDiskRefusesIsGivenBackAgain() throws {
    let session = try opened()
    session.type("nNNot on the disk\u{1B}")
    try session.wait(forText: "What you typed is kept")
    try end(session, by: SIGHUP)
    let again = try opened("--store", "/dev/full/x/store.json")
    again.type("nN")
    try again.wait(forText: "Not on the disk")
    again.type("\u{13}")
    try again.wait(forText: "Not saved: ")
    // Who types later is kept: the other would have been taken out by then.
    again.type("2NSomething else")
    try waitToBeKept("Something else", again)
    #expect(try (kept.joined() + home.text(file)).contains("Not on the disk"))
    try end(again, by: SIGKILL)
    let third = try opened()
    third.type("nN")
    try third.wait(forText: "Not on the disk")
    third.press(.control("c"))
    _ = try third.waitForEnd()
  }

  /// A machine that was started anew gives old numbers to other programs.
  @Test func aSessionsNumberMayBeAnothersNow() throws {
    let session = try opened()
    session.type("nNBefore the power went")
    try waitToBeKept("Before the power went", session)
    try end(session, by: SIGKILL)
    let folder = home.folder + "/state/ladmp/"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let name = try #require(names.first { $0.contains("typing-\(session.terminal.process)-") })
    try FileManager.default.moveItem(
      atPath: folder + name, toPath: folder + "state.typing-\(getpid())-abcd.json")
    let again = try opened()
    try again.wait(forText: "not saved: Note on Lima")
    #expect(kept.isEmpty)
    try leave(again)
  }

  @Test func whatWasGivenBackAndSavedIsNotGivenBackAgain() throws {
    let session = try opened()
    session.type("nNSoon saved\u{1B}")
    try session.wait(forText: "What you typed is kept")
    session.type("2NStill open\u{1B}")
    try session.wait(for: "the second note to close") { !session.shows("Still open") }
    try end(session, by: SIGHUP)
    #expect(try home.text(file).contains("Soon saved") && home.text(file).contains("Still open"))

    let again = try opened()
    again.type("nN")
    try again.wait(forText: "Soon saved")
    try save(again)
    try again.wait(for: "it to be taken out") {
      let left = (try? home.text(file)) ?? ""
      return !left.contains("Soon saved") && (left + kept.joined()).contains("Still open")
    }
    try end(again, by: SIGKILL)

    let third = try opened()
    try third.wait(forText: "not saved: Note on")
    #expect(!third.shows("Note on Lima"))
    third.type("nN")
    try third.wait(forText: "Note on Lima")
    #expect(!third.shows("Soon saved"))
    third.press(.control("c"))
    _ = try third.waitForEnd()
  }

  @Test func anotherEditionsFirstSessionThatWasEndedTakesNoChoiceAway() throws {
    try put("{ \"view\": \"map\", \"language\": \"es\" }")
    let example = Readers.root.path + "/Resources/examples/blue-ports.json"
    let other = try opened("--edition", example)
    other.type("NUna idea")
    try other.wait(forText: "Una idea")
    try other.wait(for: "it to be kept") { keptOfOthers.contains("Una idea") }
    try end(other, by: SIGKILL)
    let again = try opened("--edition", example)
    try again.wait(forText: "Quedó de la última vez")
    #expect(again.shows("1 Pilares") && keptOfOthers.isEmpty)
    again.type("N")
    try again.wait(forText: "Una idea")
    again.type("\u{13}")
    try again.wait(for: "it to be taken out") {
      !keptOfOthers.contains("Una idea") && !leftOfOthers.contains("Una idea")
    }
    try end(again, by: SIGKILL)
    let third = try opened("--edition", example)
    try third.wait(forText: "1 Pilares")
    try leave(third)
  }

  /// What sessions of other editions keep of what is being typed.
  private var keptOfOthers: String { ofOthers { $0.contains("typing") } }

  /// What sessions of other editions left.
  private var leftOfOthers: String { ofOthers { !$0.contains("typing") } }

  private func ofOthers(_ isWanted: (String) -> Bool) -> String {
    let folder = home.folder + "/state/ladmp/"
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.contains("/") && isWanted($0) && $0.hasSuffix(".json") }
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
    try end(secret, by: SIGKILL)
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
}
