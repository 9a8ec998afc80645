import Dashboard
import Foundation
import Testing

/// Two dashboards at two desks that share a record.
@Suite(.serialized) struct SharedDashboardEndToEnd {
  private let hub: ShareHub

  init() throws { hub = try ShareHub() }

  @Test func twoDashboardsShareOneNote() throws {
    let desks = try hub.desks("Ana Pérez", "Ben Roy")
    let sessions = try desks.map { try Session(setting: $0.home.setting) }
    for session in sessions { try session.wait(forText: "in step") }
    let (ana, ben) = (sessions[0], sessions[1])
    // Ana writes on Peru.
    ana.type("/peru")
    ana.press(.enter)
    try ana.wait(forText: "1 of 35")
    ana.type("N")
    try ana.wait(forText: "Note on")
    ana.type("Ask about visas")
    ana.press(.control("s"))
    try ana.wait(forText: "ahead 1")
    ana.type("Y")
    try ana.wait(for: "what is sent") { ana.shows("in step") }
    // Ben fetches it: the country is marked until its page was looked at.
    ben.type("Y")
    try ben.wait(forText: "One entry came from others.")
    try ben.wait(forText: "↓")
    ben.type("/peru")
    ben.press(.enter, .character("2"))
    try ben.wait(forText: "Ask about visas")
    try ben.wait(forText: "Ana Pérez, ")
    ben.press(.down)
    ben.press(.up)
    try ben.wait(for: "the mark to go") { !ben.shows("↓Peru") && !ben.shows("↓ Peru") }
    // He adds a line, she another at the same time: both are kept.
    let lines = ["from Ben", "from Ana"]
    for (desk, line) in zip([desks[1], desks[0]], lines) {
      let text = try desk.home.text()
      let id = try #require(
        text.components(separatedBy: "\"notes\": {").last?.split(separator: "\"")
          .dropFirst().first)
      try desk.ladmp("set", String(id), "text", "Ask about visas\n\(line)")
    }
    // What the command wrote has to be seen first: until then it still says “in step”.
    try ben.wait(forText: "ahead 1")
    ben.type("Y")
    try ben.wait(for: "what is sent") { ben.shows("in step") }
    ana.type("Y")
    for line in lines { try ana.wait(forText: line) }
    try ana.wait(forText: "in step")
    ben.type("Y")
    for line in lines { try ben.wait(forText: line) }
    for session in sessions {
      session.type("q")
      #expect(try session.waitForEnd() == .exit(0) && session.errors.isEmpty)
    }
    #expect(desks[0].store == desks[1].store)
  }

  @Test func thePastOfAFactIsOnItsPage() throws {
    let desks = try hub.desks("Ana Pérez", "Ben Roy")
    for (desk, time) in zip(desks, ["09:00", "10:00"]) {
      try desk.ladmp("set", "lima-2022", "starts", time, "--source", "lo-2022")
      for desk in desks { try desk.ladmp("share", "sync") }
    }
    for number in 1...5 {
      try desks[0].ladmp("set", "lima-2022", "host", "Host \(number)", "--source", "lo-2022")
      try desks[0].ladmp("share", "sync")
    }
    let session = try Session(columns: 200, rows: 60, setting: desks[0].home.setting)
    try session.wait(forText: "in step")
    session.type("n")
    try session.wait(forText: "Who changed what")
    try session.wait(forText: "Host 4 → Host 5 (Ana Pérez, ")
    try session.wait(forText: "… 2 more: ladmp share log lima-2022")
    // What is changed meanwhile, and not sent yet, is there too.
    try desks[0].ladmp("set", "lima-2022", "host", "Host 6", "--source", "lo-2022")
    try session.wait(forText: "Host 5 → Host 6 (Ana Pérez, ")
    try session.wait(forText: "ahead 1")
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
  }

  @Test func aRemoteOutOfReachIsSaidAndNothingIsAsked() throws {
    let desks = try hub.desks("Ana")
    try desks[0].shell("git remote set-url origin http://127.0.0.1:1/hub.git")
    let session = try Session(setting: desks[0].home.setting)
    try session.wait(forText: "in step")
    session.type("Y")
    try session.wait(forText: "can't be reached")
    session.press(.down)
    try session.wait(forText: "offline")
    // A password can't be asked for behind the screen.
    let helper = desks[0].home.folder + "/ssh"
    try "#!/bin/sh\necho 'git@host: Permission denied (publickey).' >&2; exit 255\n".write(
      toFile: helper, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: helper)
    try desks[0].shell(
      "git config core.sshCommand '\(helper)'; git remote set-url origin ssh://git@host/hub")
    session.type("Y")
    try session.wait(forText: "run “ladmp share sync” in a terminal")
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
  }

  @Test func whatIsNotSharedIsSaid() throws {
    let session = try Session()
    try session.wait(forText: "quit")
    session.type("Y")
    try session.wait(forText: "This record is not shared")
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
  }
}
