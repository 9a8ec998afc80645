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
    #expect(try desk.home.run("share", "init", "--remote", hub.folder).code == 1)
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
    #expect(refused.code == 1 && refused.errors.contains("is not shared"), "\(refused.errors)")
    let begun = try desks[0].home.run("share", "init", "--edition", edition)
    #expect(begun.code == 1 && begun.errors.contains("shares store.json already"))
    #expect(try desks[0].shell("git ls-files").output == "store.json\n")
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
    #expect(try ben.home.run("share", "join", hub.folder).code == 1)
    try ben.shell("rm .git/hooks/pre-commit")
    try ben.ladmp("share", "join", hub.folder)
    #expect(try ben.home.notes(on: "PE") == ["of Ana", "of Ben"])
  }
}
