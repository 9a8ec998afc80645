import Foundation
import Testing

/// What can't be shared, said in a clear word; the record is as it was.
@Suite(.serialized) struct ShareRefusalEndToEnd {
  private let hub: ShareHub

  init() throws { hub = try ShareHub() }

  private func expectRefusal(
    _ desk: ShareDesk, _ code: Int32, _ words: String, _ arguments: String...,
    setting: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = desk.store
    let outcome = try desk.home.run(arguments, setting: setting)
    #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(
      outcome.errors.contains(words), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(desk.store == before, sourceLocation: sourceLocation)
  }

  @Test func whatIsNotShared() throws {
    let desk = try ShareDesk("Ana")
    try desk.ladmp("note", "PE", "x")
    for command in ["sync", "status", "log"] {
      try expectRefusal(desk, 69, "is not shared; “ladmp share init” begins it", "share", command)
    }
    // The store lies in the work tree of something else.
    try desk.shell("git init -q ..")
    try expectRefusal(desk, 69, "lies in the git work tree", "share", "init")
    try expectRefusal(desk, 69, "lies in the git work tree", "share", "join", hub.folder)
    #expect(!FileManager.default.fileExists(atPath: desk.home.folder + "/ladmp/.git"))
  }

  @Test func noGitOneTooOldAndOneThatKnowsNobody() throws {
    let desk = try ShareDesk("Ana")
    let bin = desk.home.folder + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try expectRefusal(desk, 78, "git is not installed", "share", "init", setting: ["PATH": bin])
    let git = bin + "/git"
    try "#!/bin/sh\necho git version 2.11.0\n".write(toFile: git, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: git)
    try expectRefusal(desk, 78, "git is of version 2.11.0", "share", "init", setting: ["PATH": bin])
    let nobody = desk.home.folder + "/nobody"
    try "[user]\n\tuseConfigOnly = true\n".write(
      toFile: nobody, atomically: true, encoding: .utf8)
    try expectRefusal(
      desk, 78, "git does not know your name", "share", "init",
      setting: ["GIT_CONFIG_GLOBAL": nobody])
  }

  @Test(arguments: [
    ("--upload-pack=touch x", "begins with a hyphen"), ("ext::sh -c true", "runs a program"),
    ("fd::17", "runs a program"), ("ssh://-oProxyCommand=true/x", "host begins with a hyphen"),
    ("a\u{1B}b", "control characters"),
  ])
  func addressesThatAreNone(_ address: String, _ words: String) throws {
    let desk = try ShareDesk("Ana")
    try expectRefusal(desk, 64, words, "share", "init", "--remote=\(address)")
    try expectRefusal(desk, 64, words, "share", "join", "--", address)
    #expect(!FileManager.default.fileExists(atPath: desk.home.folder + "/ladmp"))
  }

  @Test func remotesThatAreGoneEmptyFullOrFarAway() throws {
    let ana = try ShareDesk("Ana")
    try expectRefusal(
      ana, 69, "there is no repository at /nonexistent/hub", "share", "join", "/nonexistent/hub")
    try expectRefusal(ana, 69, "has no record yet", "share", "join", hub.folder)
    try ana.ladmp("share", "init", "--remote", hub.folder)
    let ben = try ShareDesk("Ben")
    try expectRefusal(ben, 69, "has something already", "share", "init", "--remote", hub.folder)
    try ana.ladmp("note", "PE", "x")
    try FileManager.default.moveItem(atPath: hub.folder, toPath: hub.folder + ".away")
    try expectRefusal(ana, 69, "is gone, or is no repository", "share", "sync")
    try FileManager.default.moveItem(atPath: hub.folder + ".away", toPath: hub.folder)
    // Nobody answers there.
    try ana.shell("git remote set-url origin http://127.0.0.1:1/hub.git")
    try expectRefusal(ana, 75, "can't be reached", "share", "sync")
    #expect(try ana.ladmp("share", "status").contains("Ahead: 1 commit"))
    try ana.shell("git remote set-url origin '\(hub.folder)'")
    #expect(try ana.ladmp("share", "sync").contains("Sent: a commit."))
  }

  @Test func aRemoteThatSaysNo() throws {
    let desks = try hub.desks("Ana")
    let hook = hub.folder + "/hooks/pre-receive"
    try "#!/bin/sh\necho 'the record is closed' >&2; exit 1\n".write(
      toFile: hook, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    try desks[0].ladmp("note", "PE", "x")
    try expectRefusal(
      desks[0], 69, "pre-receive hook declined)\n  git says: the record is closed", "share", "sync")
  }

  @Test func whatSomebodyBeganByHand() throws {
    let desks = try hub.desks("Ana", "Ben")
    try desks[0].ladmp("note", "PE", "x")
    try desks[0].ladmp("share", "sync")
    try desks[1].shell("git fetch -q && git merge -q --no-ff --no-commit origin/main")
    try expectRefusal(desks[1], 69, "a merge that was begun by hand", "share", "sync")
    try desks[1].shell("git merge --abort")
    try desks[1].shell("touch other && git add -f other")
    try expectRefusal(desks[1], 69, "other was changed or prepared", "share", "sync")
    try desks[1].shell("git rm -q -f other")
    try desks[1].shell("git checkout -q --detach")
    try expectRefusal(desks[1], 69, "no branch is checked out", "share", "sync")
    try desks[1].shell("git switch -q main")
    try desks[1].ladmp("share", "sync")
  }

  @Test func aMergeThatIsOpenIsLeftAlone() throws {
    let desks = try hub.desks("Ana", "Ben")
    try desks[0].ladmp("note", "PE", "of Ana")
    try desks[0].ladmp("share", "sync")
    for ending in ["git merge --abort", "git commit -q --no-edit"] {
      try desks[1].shell("git fetch -q && git merge -q --no-ff --no-commit origin/main")
      try expectRefusal(desks[1], 74, "a merge that was begun by hand", "note", "PE", "of Ben")
      let status = try desks[1].ladmp("share", "status")
      #expect(status.contains("By hand: a merge") && status.contains("“git merge --abort”"))
      #expect(!status.contains("In step."))
      let outcome = try desks[1].shell(ending)
      #expect(outcome.code == 0, "\(ending): \(outcome.errors)")
    }
    try desks[1].ladmp("note", "PE", "of Ben")
    try desks[1].ladmp("share", "sync")
    #expect(try desks[1].home.notes(on: "PE") == ["of Ana", "of Ben"])
  }

  @Test func aBranchThatSomebodyMadeByHand() throws {
    let desks = try hub.desks("Ana")
    try desks[0].shell("git switch -q -c draft")
    try desks[0].ladmp("note", "PE", "x")
    for command in ["sync", "status"] {
      try expectRefusal(
        desks[0], 69, "the branch draft is not the one that is shared, main", "share", command)
    }
    // Who tells git where it goes means it so.
    try desks[0].shell("git push -q -u origin draft")
    #expect(try desks[0].ladmp("share", "sync").contains("Sent: a commit."))
  }

  @Test func whatIsWrongIsSaidBeforeWhatGitSays() throws {
    let desks = try hub.desks("Ana")
    try desks[0].shell("git remote set-url origin /nonexistent/hub")
    let outcome = try desks[0].home.run("share", "sync")
    let lines = outcome.errors.split(separator: "\n")
    #expect(outcome.code == 69 && lines.count > 1)
    #expect(lines[0].hasPrefix("ladmp: /nonexistent/hub is gone"), "\(outcome.errors)")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  git says: ") }, "\(outcome.errors)")
  }

  @Test func whatAnotherProgramWroteIntoTheStore() throws {
    let desks = try hub.desks("Ana", "Ben")
    try desks[0].ladmp("set", "lima-2022", "starts", "09:00", "--source", "lo-2022")
    try desks[0].ladmp("share", "sync")
    try desks[0].shell("sed -i.old 's/09:00/11:00/' store.json && rm store.json.old")
    try expectRefusal(
      desks[0], 65, "another program changed /meetings/lima-2022 in the store", "share", "sync")
    // What the program itself changes, and changes back, is its own.
    try desks[0].shell("git checkout -q store.json")
    try desks[0].ladmp("set", "lima-2022", "starts", "12:00", "--source", "lo-2022")
    try desks[0].ladmp("share", "sync")
    try desks[0].ladmp("undo")
    try desks[0].ladmp("share", "sync")
    try desks[0].shell("printf '{\\n<<<<<<< HEAD\\n' > store.json")
    try expectRefusal(desks[0], 65, "store.json:2: git has left both versions", "share", "sync")
    try desks[0].shell("printf '{' > store.json")
    try expectRefusal(desks[0], 65, "store.json:1:2: ", "share", "sync")
    try desks[0].shell("git checkout -q store.json")
    // Committed by hand, it is in.
    try desks[0].shell("sed -i.old 's/09:00/11:00/' store.json && rm store.json.old")
    try desks[0].shell("git commit -q -a -m 'By hand'")
    try desks[0].ladmp("share", "sync")
    try desks[1].ladmp("share", "sync")
    #expect(desks[1].store.contains("11:00"))
  }

  @Test(arguments: [
    "rm -f store.json && ln -s ../precious store.json && git add -f store.json",
    "echo x > store.previous.json && git add -f store.previous.json",
    "echo x > mine.json && git add -f mine.json",
  ])
  func aRemoteThatWouldComeOverOtherFiles(_ evil: String) throws {
    let desks = try hub.desks("Ana", "Ben")
    try desks[1].ladmp("note", "PE", "x")
    try desks[1].shell("echo mine > mine.json; echo precious > ../precious")
    let files = ["store.json", "store.previous.json", "mine.json"]
    let before = try files.map { try desks[1].shell("cat \($0)").output }
    try desks[0].shell("\(evil) && git commit -q -a -m evil && git push -q")
    let outcome = try desks[1].home.run("share", "sync")
    #expect(
      outcome.code == 65 && outcome.errors.contains("nothing was taken"), "\(outcome.errors)")
    #expect(try files.map { try desks[1].shell("cat \($0)").output } == before)
  }

  @Test func aRemoteRecordThatCannotBeRead() throws {
    let desks = try hub.desks("Ana", "Ben")
    try desks[0].shell("printf '{' > store.json && git commit -q -a -m broken && git push -q")
    try expectRefusal(desks[1], 65, "what was sent to origin can't be read: ", "share", "sync")
    #expect(try desks[1].shell("git status --porcelain").output.isEmpty)
  }
}
