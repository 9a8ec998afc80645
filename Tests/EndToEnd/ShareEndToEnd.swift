import Foundation
import Testing

/// One record at several desks, with the real git and a bare repository.
@Suite(.serialized) struct ShareEndToEnd {
  private let hub: ShareHub

  init() throws { hub = try ShareHub() }

  @Test func whatOneWritesTheOthersGet() throws {
    let desks = try hub.desks("Ana Pérez", "Ben Roy", "Cleo Diaz")
    try desks[0].ladmp("note", "PE", "Ask about visas")
    try desks[1].ladmp("set", "lima-2022", "starts", "09:00", "--source", "lo-2022")
    #expect(try desks[1].ladmp("share", "status").contains("Changed here: 1 entry."))
    for desk in desks + desks { try desk.ladmp("share", "sync") }
    #expect(Set(desks.map(\.store)).count == 1)
    #expect(desks[2].store.contains("Ask about visas") && desks[2].store.contains("09:00"))
    #expect(desks[2].store.contains("Ben Roy <benroy@example.org>"))
    #expect(try desks[2].ladmp("share", "status").contains("In step."))
    let log = try desks[2].ladmp("share", "log")
    #expect(
      log.contains("Ana Pérez  Add /notes/") && log.contains("Ben Roy  Change /meetings/lima"))
    let fact = try desks[2].ladmp("share", "log", "/meetings/lima-2022/starts")
    #expect(
      fact.split(separator: "\n").count == 1 && fact.contains("Ben Roy  Starts at: nothing → 09:00")
    )
    #expect(try desks[2].ladmp("share", "log", "PE").contains("Ana Pérez  Note: Ask about visas"))
    let blame = try desks[2].ladmp("blame", "lima-2022").split(separator: "\n")
    let starts = try #require(blame.first { $0.hasPrefix("starts ") })
    #expect(starts.contains("  2") && starts.hasSuffix("  Ben Roy  09:00"))
    let date = try #require(blame.first { $0.hasPrefix("date ") })
    #expect(date.hasSuffix("  edition  2022-10-06") && date.count == starts.count + 5)
    let spoken = try desks[2].home.run(["--plain"], input: "show lima-2022\nquit\n").output
    #expect(spoken.contains("Who changed what") && !spoken.contains("changed by you"), "\(spoken)")
    #expect(spoken.contains("Starts at: nothing becomes 09:00 (Ben Roy, "), "\(spoken)")
    // Nothing but the store goes into the work tree.
    #expect(try desks[0].shell("git ls-files").output == "store.json\n")
    #expect(try desks[0].shell("git status --porcelain").output.isEmpty)
  }

  @Test func theSameFieldChangedApartIsKeptTwiceAndGitSeesNoConflict() throws {
    let desks = try hub.desks("Ana Pérez", "Ben Roy")
    try desks[0].ladmp("set", "lima-2022", "starts", "09:00", "--source", "lo-2022")
    try desks[1].ladmp("set", "lima-2022", "starts", "10:00", "--source", "lo-2022")
    try desks[0].ladmp("share", "sync")
    let told = try desks[1].ladmp("share", "sync")
    #expect(
      told.contains(
        "Changed apart, to be settled in the dashboard (r): Lima 6 Oct 2022, starts at (/meet")
    )
    try desks[0].ladmp("share", "sync")
    #expect(desks[0].store == desks[1].store)
    for word in ["\"09:00\"", "\"10:00\"", "Ana Pérez <", "Ben Roy <", "\"sides\""] {
      #expect(desks[0].store.contains(word))
    }
    #expect(try desks[1].shell("git rev-list --merges --count HEAD").output == "1\n")
    // Who gives it a value settles it, and that is told, sent or not.
    try desks[0].ladmp("set", "lima-2022", "starts", "11:00", "--source", "lo-2022")
    for _ in 0..<2 {
      let log = try desks[0].ladmp("share", "log", "lima-2022")
      #expect(
        log.contains("Ana Pérez  Starts at: settled as 11:00; the versions were 10:00, 09:00"),
        "\(log)")
      try desks[0].ladmp("share", "sync")
    }
  }

  @Test func twoRecordsThatWereThereBeforeAreJoined() throws {
    let (ana, ben) = (try ShareDesk("Ana"), try ShareDesk("Ben"))
    try ana.ladmp("note", "PE", "of Ana")
    try ben.ladmp("note", "PE", "of Ben")
    try ana.ladmp("share", "init", "--remote", hub.folder)
    try ben.ladmp("share", "join", hub.folder)
    try ana.ladmp("share", "sync")
    #expect(try ana.home.notes(on: "PE") == ["of Ana", "of Ben"])
    #expect(ana.store == ben.store)
  }

  @Test func aRejectedPushIsFetchedMergedAndSentAgain() throws {
    let desks = try hub.desks("Ana", "Ben")
    try desks[0].ladmp("note", "PE", "first")
    try desks[1].ladmp("note", "PE", "second")
    // Ana sends hers in the moment in which Ben is about to.
    let environment = desks[0].home.environment.map { "\($0.key)='\($0.value)'" }
      .joined(separator: " ")
    try desks[1].hook(
      "pre-push",
      """
      test -f .git/once && exit 0
      touch .git/once
      env -i \(environment) '\(Session.binary)' share sync --quiet
      """)
    try desks[1].ladmp("share", "sync")
    #expect(try desks[1].home.notes(on: "PE") == ["first", "second"])
    // Where that happens each time, it ends after the third.
    try desks[1].hook(
      "pre-push",
      """
      echo x >> .git/rounds
      env -i \(environment) '\(Session.binary)' note PE "again $(wc -l < .git/rounds)" --quiet
      env -i \(environment) '\(Session.binary)' share sync --quiet
      """)
    try desks[1].ladmp("note", "PE", "third")
    let outcome = try desks[1].home.run("share", "sync")
    #expect(outcome.code == 75 && outcome.errors.contains("each of the 3 times"))
    #expect(try desks[1].shell("wc -l < .git/rounds").output.contains("3"))
    #expect(try desks[1].home.notes(on: "PE").isSuperset(of: ["third", "again 1", "again 2"]))
  }

  @Test func hooksAreRunAndAnotherRepositoryInTheEnvironmentIsNot() throws {
    let desks = try hub.desks("Ana")
    try desks[0].hook("commit-msg", "echo 'Reviewed: yes' >> \"$1\"")
    try desks[0].ladmp("note", "PE", "x")
    let outcome = try desks[0].home.run(
      ["share", "sync"],
      setting: [
        "GIT_DIR": "/nonexistent", "GIT_WORK_TREE": "/", "GIT_INDEX_FILE": "/nonexistent/i",
      ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try desks[0].shell("git log -1 --format=%B").output.contains("Reviewed: yes"))
    // A hook that says no is heard, and nothing is lost.
    try desks[0].hook("pre-commit", "echo 'not on Fridays' >&2; exit 1")
    try desks[0].ladmp("note", "PE", "y")
    let refused = try desks[0].home.run("share", "sync")
    #expect(refused.code == 69 && refused.errors.contains("not on Fridays"))
    #expect(try desks[0].home.notes(on: "PE") == ["x", "y"])
  }

  @Test func howGitIsSetForWorkByHandIsLeftAlone() throws {
    let desks = try hub.desks("Ana", "Ben")
    for desk in desks {
      try desk.shell(
        """
        git config merge.ff only; git config color.ui always; git config log.showSignature true
        git config core.autocrlf true; git config push.default nothing; git config merge.log true
        git config branch.main.mergeOptions '--squash --no-commit'; git config commit.verbose true
        git config status.branch true; git config log.date human; git config pull.ff only
        """)
    }
    try desks[0].ladmp("note", "PE", "first")
    try desks[1].ladmp("note", "PE", "second")
    let setting = ["GIT_CONFIG": hub.folder + "/elsewhere"]
    for desk in desks + desks {
      let outcome = try desk.home.run(["share", "sync"], setting: setting)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    #expect(desks[0].store == desks[1].store)
    #expect(try desks[0].home.notes(on: "PE") == ["first", "second"])
    #expect(try desks[1].shell("git rev-list --merges --count HEAD").output == "1\n")
    #expect(try desks[1].ladmp("share", "log").split(separator: "\n").count == 3)
    #expect(!FileManager.default.fileExists(atPath: hub.folder + "/elsewhere"))
  }

  @Test func anEditionIsPublishedWithItsDigest() throws {
    let desks = try hub.desks("Ana")
    try desks[0].ladmp("set", "lima-2022", "starts", "09:00", "--source", "lo-2022")
    try desks[0].ladmp("note", "PE", "told in confidence")
    let folder = desks[0].home.folder + "/public"
    try desks[0].ladmp("share", "publish", folder)
    let file = folder + "/record.json"
    #expect(!FileManager.default.isWritableFile(atPath: file) || getuid() == 0)
    #expect(try desks[0].ladmp("show", "lima-2022", "--edition", file).contains("9:00"))
    #expect(try desks[0].shell("cd '\(folder)' && sha256sum --check record.json.sha256").code == 0)
    #expect(try desks[0].home.run("share", "publish", folder).code == 73, "nothing is replaced")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!text.contains("told in confidence") && !text.contains("\"by\""))
    try FileManager.default.removeItem(atPath: file)
    try text.replacingOccurrences(of: "09:00", with: "08:00").write(
      toFile: file, atomically: true, encoding: .utf8)
    let refused = try desks[0].home.run("pillars", "--edition", file)
    #expect(refused.code == 65 && refused.errors.contains("its digest is"))
    for nonsense in ["", "garbage\n", String(repeating: "z", count: 64) + "  record.json\n"] {
      try nonsense.write(toFile: file + ".sha256", atomically: true, encoding: .utf8)
      let garbled = try desks[0].home.run("pillars", "--edition", file)
      #expect(
        garbled.code == 65 && garbled.errors.contains("record.json.sha256:1:1: this is no digest"),
        "\(garbled.errors)")
    }
  }
}
