import Foundation
import Testing

/// What was refused or ended in the middle is put right, and nothing else is sent along.
@Suite(.serialized) struct ShareMendingEndToEnd {
  private let hub: ShareHub

  init() throws { hub = try ShareHub() }

  @Test func afterAFirstCommitThatAHookRefusesTheNextExchangeBegins() throws {
    let desk = try ShareDesk("Ana")
    try desk.ladmp("note", "PE", "x")
    try desk.shell("git init -q .")
    try desk.hook("pre-commit", "exit 1")
    #expect(try desk.home.run("share", "init", "--remote", hub.folder).code == 69)
    #expect(try desk.shell("git ls-files").output.isEmpty, "nothing stays prepared")
    try desk.shell("rm .git/hooks/pre-commit")
    #expect(try desk.ladmp("share", "sync").contains("Sent: a commit."))
  }

  @Test func aMergeThatWasEndedInTheMiddleIsPutRightAndAHandEditIsKept() throws {
    let desks = try hub.desks("Ana", "Ben")
    try desks[0].ladmp("note", "PE", "x")
    try desks[0].ladmp("share", "sync")
    try desks[1].shell("git fetch -q && git merge -q --no-ff --no-commit origin/main")
    try desks[1].shell("echo 'merge 0' > .git/ladmp-step; printf '{ \"by hand' > store.json")
    try desks[1].ladmp("share", "sync")
    #expect(desks[0].store == desks[1].store)
    #expect(try desks[1].shell("cat store.broken-*.json").output == "{ \"by hand")
  }

  @Test func anotherEditionsStoreInTheFolderIsNotShared() throws {
    let desks = try hub.desks("Ana")
    let edition = desks[0].home.folder + "/public/record.json"
    try desks[0].ladmp("share", "publish", desks[0].home.folder + "/public")
    try desks[0].ladmp("note", "PE", "of my own", "--edition", edition)
    let refused = try desks[0].home.run("share", "sync", "--edition", edition)
    #expect(refused.code == 69 && refused.errors.contains("is not shared"), "\(refused.errors)")
    let beside = desks[0].home.folder + "/ladmp/other.json"
    let begun = try desks[0].home.run("share", "init", "--store", beside)
    #expect(begun.code == 69 && begun.errors.contains("shares store.json already"))
    #expect(try desks[0].shell("git ls-files").output == "store.json\n")
  }

  @Test func anotherEditionIsJoinedWhereverItsFileLies() throws {
    let source = Readers.root.appendingPathComponent("Resources/examples/blue-ports.json").path
    let desks = [try ShareDesk("Ana"), try ShareDesk("Ben")]
    // The built-in record may be shared too, by others.
    try desks[0].ladmp("share", "init")
    let editions = try desks.enumerated().map { number, desk in
      let file = desk.home.folder + "/edition-\(number).json"
      try FileManager.default.copyItem(atPath: source, toPath: file)
      return file
    }
    try desks[0].ladmp("note", "JP", "of Ana", "--edition", editions[0])
    try desks[0].ladmp("share", "init", "--remote", hub.folder, "--edition", editions[0])
    try desks[1].ladmp("share", "join", hub.folder, "--edition", editions[1])
    #expect(
      try desks[1].ladmp("note", "--list", "JP", "--edition", editions[1]).contains("of Ana"))
    let store = "/ladmp/editions/blue-ports-made-up/store.json"
    #expect(FileManager.default.fileExists(atPath: desks[1].home.folder + store))
    #expect(try desks[0].shell("git status --porcelain").output.isEmpty)
  }

  @Test func attributesThatMeantNoFileAreWrittenAnew() throws {
    let desk = try ShareDesk("Ana")
    try desk.ladmp("note", "PE", "x")
    try desk.shell("mkdir team")
    let store = desk.home.folder + "/ladmp/team/our store.json"
    try desk.ladmp("share", "init", "--store", store)
    let attributes = "team/.git/info/attributes"
    try desk.shell("printf '*.txt text\n/our\\\\ store.json merge=ladmp -text\n' > \(attributes)")
    let check = "cd team && git check-attr merge 'our store.json'"
    #expect(try !desk.shell(check).output.contains("merge: ladmp"))
    try desk.ladmp("share", "sync", "--store", store)
    #expect(try desk.shell(check).output.contains("merge: ladmp"))
    let lines = try desk.shell("cat \(attributes)").output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == "*.txt text")
  }

  @Test func aNameWithSpacesKeepsItsMergeDriver() throws {
    let desk = try ShareDesk("Ana")
    try desk.ladmp("note", "PE", "x")
    try desk.shell("mkdir 'a team'")
    let store = desk.home.folder + "/ladmp/a team/our [store] .json"
    try desk.ladmp("share", "init", "--store", store)
    let git = "cd 'a team' && git"
    #expect(
      try desk.shell("\(git) check-attr merge 'our [store] .json'").output.contains("merge: ladmp"))
    #expect(try desk.shell("\(git) ls-files").output == "our [store] .json\n")
    // A remote is added where there was none.
    try desk.ladmp("share", "init", "--remote", hub.folder, "--store", store)
    #expect(try desk.ladmp("share", "status", "--store", store).contains("In step."))
  }

  @Test func aJoinThatStoppedHalfwayIsTakenUpAgain() throws {
    let (ana, ben) = (try ShareDesk("Ana"), try ShareDesk("Ben"))
    try ana.ladmp("note", "PE", "of Ana")
    try ana.ladmp("share", "init", "--remote", hub.folder)
    try ben.ladmp("note", "PE", "of Ben")
    try ben.shell("git init -q .")
    try ben.hook("pre-commit", "exit 1")
    #expect(try ben.home.run("share", "join", hub.folder).code == 69)
    try ben.shell("rm .git/hooks/pre-commit")
    try ben.ladmp("share", "join", hub.folder)
    #expect(try ben.home.notes(on: "PE") == ["of Ana", "of Ben"])
  }
}
