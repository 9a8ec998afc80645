import Dashboard
import Foundation
import Testing

/// The user's own record in the dashboard: the real program, its store and its screen.
@Suite(.serialized) struct OwnRecordEndToEnd {
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  private func open(
    _ arguments: [String] = [], setting: [String: String?] = [:]
  ) throws -> Session {
    let session = try Session(
      arguments, setting: home.setting.merging(setting) { $1 })
    try session.wait(forText: "in 8 days")
    return session
  }

  private func quit(_ session: Session) throws {
    session.press(.character("q"))
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isGivenBack && session.errors.isEmpty)
  }

  private func note(_ text: String, in session: Session) throws {
    session.type("N")
    try session.wait(forText: "Ctrl-s save")
    session.type(text)
    session.press(.control("s"))
    try session.wait(forText: "with a note")
  }

  @Test func aNoteIsThereAfterAnotherStartAndCanBeTakenBack() throws {
    let first = try open()
    try note("Ask about visas", in: first)
    try first.wait(forText: "Your notes")
    try quit(first)

    let second = try open()
    try second.wait(forText: "Ask about visas")
    second.type("u")
    try second.wait(forText: "Undone: note on")
    try second.wait(for: "the note to go") { !second.shows("Your notes") }
    second.press(.control("r"))
    try second.wait(forText: "Your notes")
    try quit(second)
    #expect(try home.notes(on: "lima") == ["Ask about visas"])
  }

  @Test func twoDashboardsShareANote() throws {
    let (one, two) = (try open(), try open())
    try note("Seen by both", in: one)
    try two.wait(forText: "Seen by both")
    two.type("u")
    try one.wait(for: "the note to go") { !one.shows("Seen by both") }
    // A command in a shell is another writer.
    let change = try home.run("set", "lima", "starts", "09:30")
    #expect(change.code == 0, "\(change.errors)")
    for session in [one, two] { try session.wait(forText: "09:30") }
    try quit(one)
    try quit(two)
  }

  @Test func anEditorOfTheUsersChoiceGetsTheTerminal() throws {
    let editor = home.folder + "/editor"
    try "#!/bin/sh\nprintf 'Written\\nelsewhere\\n' > \"$1\"\n".write(
      toFile: editor, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    let session = try open(setting: ["EDITOR": editor])
    session.type("N")
    try session.wait(forText: "elsewhere")
    try session.wait(forText: "Your notes")
    try quit(session)
    #expect(try home.text().contains("\"text\": \"Written\\nelsewhere\""))
  }

  @Test func aStoreThatIsBrokenMeanwhileIsToldAndMended() throws {
    let session = try open()
    try note("first", in: session)
    session.type("b")
    try session.wait(forText: "★")
    try "{\n  \"notes\": {,}\n}\n".write(toFile: home.store, atomically: true, encoding: .utf8)
    try session.wait(forText: "store.json:2:13")
    session.type("P")
    try session.wait(for: "the fault to go") { !session.shows("store.json:2:13") }
    try session.wait(forText: "first")
    try quit(session)
    #expect(try home.notes(on: "lima") == ["first"])
  }

  @Test func whatCannotBeSavedIsSavedElsewhereOrRescued() throws {
    let session = try Session(
      ["--store", "/proc/nowhere/store.json"], setting: home.setting)
    try session.wait(forText: "in 8 days")
    session.type("N")
    try session.wait(forText: "Ctrl-s save")
    session.type("kept in memory")
    session.press(.control("s"))
    try session.wait(forText: "No such file or directory")
    try session.wait(forText: "kept in memory")
    session.type("q")
    try session.wait(forText: "again")
    session.type("W")
    let elsewhere = home.folder + "/elsewhere.json"
    session.press(.control("u"))
    session.type(elsewhere)
    session.press(.enter)
    try session.wait(for: "the file") { FileManager.default.fileExists(atPath: elsewhere) }
    // The answer comes after the file; before it, it would take the place of the warning.
    try session.wait(forText: "Your record as it is now")
    #expect(try home.text(elsewhere).contains("kept in memory"))
    // What is in another file too is not lost.
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isGivenBack && session.errors.contains("ladmp-unsaved-"))
    let files = try FileManager.default.contentsOfDirectory(atPath: home.folder)
    let rescued = try #require(files.first { $0.hasPrefix("ladmp-unsaved-") })
    #expect(try home.text(home.folder + "/" + rescued).contains("kept in memory"))
  }

  @Test func aFormChangesAFieldAndAsksForItsSource() throws {
    let session = try open()
    session.type("E")
    try session.wait(forText: "Starts at")
    // Before the start stand title, date, place, country and kind.
    for _ in 0..<5 { session.press(.down) }
    try session.wait(forText: "a time of the day")
    session.type("nine")
    try session.wait(forText: "expected a time of the day")
    session.press(.control("u"))
    session.type("09:00")
    session.press(.control("s"))
    try session.wait(forText: "Your changes")
    try quit(session)
    let text = try home.text()
    #expect(text.contains("\"starts\": \"09:00\"") && text.contains("\"own-knowledge\""))
  }

  @Test func hostileNotesDoNotReachTheTerminal() throws {
    _ = try home.run(
      ["note", "lima"], input: "\u{1B}]0;owned\u{7}\u{202E}evil\u{9B}2J 日本 👩‍👩‍👧 e\u{301}")
    let session = try open()
    try session.wait(forText: "␛]0;owned␇")
    #expect(!session.output.contains(0x07))
    #expect(!String(decoding: session.output, as: UTF8.self).contains("\u{202E}"))
    try quit(session)
    let listed = try home.run("note", "--list", "lima").output
    #expect(!listed.contains("\u{1B}") && listed.contains("␛]0;owned␇"))
  }
}
