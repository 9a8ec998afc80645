import Foundation
import Testing

/// What goes wrong while a dashboard shares a record.
@Suite(.serialized) struct SharedDashboardFaultEndToEnd {
  private let hub: ShareHub
  private let desk: ShareDesk
  private var folder: String { desk.home.folder }

  init() throws {
    hub = try ShareHub()
    desk = try hub.desks("Ana")[0]
  }

  private func script(_ name: String, _ lines: String) throws -> String {
    let file = folder + "/\(name)"
    try "#!/bin/sh\n\(lines)\n".write(toFile: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return file
  }

  /// Lets git talk to a remote that never answers; its process is told in a file.
  private func hang() throws {
    let ssh = try script("ssh", "echo $$ > '\(folder)/hanging'; exec sleep 600")
    try desk.shell("git config core.sshCommand '\(ssh)'; git remote set-url origin ssh://h/hub")
  }

  private func process() throws -> pid_t {
    let text = try desk.home.text(folder + "/hanging")
    return try #require(pid_t(text.split(separator: "\n").first ?? ""))
  }

  @Test func gitThatHeedsNothingHoldsNobodyUp() throws {
    let path = Session.environment["PATH"] ?? "/usr/bin:/bin"
    try FileManager.default.createDirectory(
      atPath: folder + "/bin", withIntermediateDirectories: true)
    _ = try script(
      "bin/git",
      """
      case " $* " in *" fetch "*) trap '' TERM; touch '\(folder)/begun'; sleep 100;; esac
      PATH='\(path)' exec git "$@"
      """)
    var setting = desk.home.setting
    setting["PATH"] = "\(folder)/bin:\(path)"
    let session = try Session(setting: setting)
    try session.wait(forText: "in step")
    session.type("Y")
    try session.wait(for: "git to begin") { [folder] in
      FileManager.default.fileExists(atPath: folder + "/begun")
    }
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(try desk.ladmp("share", "sync").contains("In step"))
  }

  @Test func aRemoteThatNeverAnswersDoesNotHoldTheProgram() throws {
    try hang()
    let browser = try script("browser", "echo \"$1\" > '\(folder)/opened'")
    let session = try Session(setting: desk.home.setting.merging(["BROWSER": browser]) { $1 })
    try session.wait(forText: "in step")
    session.type("Y")
    try session.wait(for: "ssh") { (try? process()) != nil }
    // A link is opened meanwhile, and its browser's end is no end of git.
    session.type("o")
    try session.wait(for: "the browser") {
      FileManager.default.fileExists(atPath: folder + "/opened")
    }
    session.press(.down)
    try session.wait(forText: "sharing…")
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0) && session.errors.isEmpty)
    let hanging = try process()
    try session.wait(for: "ssh to end") { kill(hanging, 0) != 0 }
    #expect(try desk.shell("git status --porcelain").output.isEmpty)
  }

  @Test func aRecordThatCannotBeReadIsSaidWhenItIsToBeSent() throws {
    let file = folder + "/public/record.json"
    try desk.ladmp("share", "publish", folder + "/public", "--no-sign")
    let arguments = ["--edition", file, "--store", desk.home.store]
    let session = try Session(arguments, setting: desk.home.setting)
    try session.wait(forText: "in step")
    try desk.shell("mv ../public/record.json ../public/away")
    session.type("Y")
    try session.wait(forText: "Not shared: ")
    #expect(session.shows("No such file"))
    try desk.shell("mv ../public/away ../public/record.json")
    // The store itself.
    let whole = desk.store
    try desk.shell("printf '{' > store.json")
    session.type("Y")
    try session.wait(forText: "store.json:1:2: ")
    try whole.write(toFile: desk.home.store, atomically: true, encoding: .utf8)
    // It is looked at again in its own time: until then it is refused once more.
    var asked = Date.distantPast
    try session.wait(for: "it to be shared again") {
      if Date().timeIntervalSince(asked) > 1 {
        session.type("Y")
        asked = Date()
      }
      return session.shows("in step")
    }
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
  }

  @Test func whatIsTypedWhileAMergeIsOpenIsSavedAfterIt() throws {
    try desk.shell(
      "git checkout -q -b side && git commit -q --allow-empty -m x && git switch -q main")
    try desk.shell("git merge -q --no-ff --no-commit side")
    let session = try Session(setting: desk.home.setting)
    try session.wait(forText: "in step")
    session.type("N")
    try session.wait(forText: "Note on")
    session.type("Ask about visas")
    session.press(.control("s"))
    try session.wait(forText: "begun by hand")
    #expect(!desk.store.contains("visas"))
    #expect(try desk.shell("git merge --abort").code == 0)
    try session.wait(for: "the note to be saved") { desk.store.contains("visas") }
    try session.wait(forText: "ahead 1")
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
  }

  @Test func theFirstKeyAsksWhetherTheRecordIsShared() throws {
    // What is shared while the dashboard is open is sent without another start.
    let home = try ShareDesk("Ben")
    let session = try Session(setting: home.home.setting)
    try session.wait(forText: "quit")
    try home.ladmp("share", "join", hub.folder)
    session.type("Y")
    try session.wait(forText: "in step")
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
  }
}
