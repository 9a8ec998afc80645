import Foundation
import Testing

/// What was changed apart at two desks, and how it is settled and taken back.
@Suite(.serialized) struct ShareSettlingEndToEnd {
  private let desks: [ShareDesk]
  private let hub: ShareHub

  init() throws {
    hub = try ShareHub()
    desks = try hub.desks("Ana Pérez", "Ben Roy")
  }

  private func exchange() throws {
    for desk in desks + desks { try desk.ladmp("share", "sync") }
  }

  /// A commitment that Ana adds; its id.
  private func commitment() throws -> String {
    let told = try desks[0].ladmp(
      "add", "commitment", "country=PE", "pillar=2", "announced=2022-09-01", "text=Ease work visas")
    try exchange()
    return try #require(
      told.split(separator: " ").first { $0.hasPrefix("/commitments/") }?
        .dropFirst("/commitments/".count).dropLast()
    ).description
  }

  @Test func whatOneDeletesAndAnotherChangesIsKeptAndAskedAbout() throws {
    let id = try commitment()
    try desks[0].ladmp("remove", id)
    try desks[1].ladmp("set", id, "text", "Ease work visas for nurses")
    try exchange()
    #expect(desks[0].store == desks[1].store)
    let page = try desks[0].ladmp("show", id)
    // Ben is named, who changed it, and not Ana, who once added it.
    #expect(page.contains("≠ Ben Roy: Ease work visas for nurses ("), "\(page)")
    #expect(page.contains("≠ Ana Pérez: deleted ("), "\(page)")
    #expect(page.contains("“ladmp remove” takes it"), "\(page)")
    // Whoever deletes it again has chosen, for all.
    try desks[1].ladmp("remove", id)
    try exchange()
    for desk in desks {
      #expect(try !desk.ladmp("share", "status").contains("To be settled"))
      #expect(try desk.home.run("show", id).code == 1)
    }
    // What is gone has a past all the same.
    let past = try desks[0].ladmp("share", "log", id)
    #expect(past.contains("Ben Roy  Commitment \(id): deleted\n"), "\(past)")
    #expect(try desks[0].ladmp("share", "log").contains("Ana Pérez  Delete /commitments/\(id)"))
  }

  @Test func theValueThatShowsSettlesItToo() throws {
    for (desk, name) in zip(desks, ["Ciudad", "CDMX"]) {
      try desk.ladmp("set", "mexico", "capital", name)
    }
    try exchange()
    let blame = try desks[0].ladmp("blame", "mexico").split(separator: "\n")
    let field = try #require(blame.first { $0.hasPrefix("capital ") })
    #expect(field.contains("  ≠ "))
    #expect(try desks[0].ladmp("show", "mexico").contains("“ladmp set” with its value"))
    let shown = String(field.split(separator: " ").last ?? "")
    #expect(
      try desks[0].ladmp("set", "mexico", "capital", shown).hasPrefix("Settled: capital of Mexico"))
    try exchange()
    for desk in desks {
      #expect(try !desk.ladmp("share", "status").contains("To be settled"))
      #expect(try desk.ladmp("show", "mexico").contains(shown))
    }
    // Another value does it as well, and says so.
    for (desk, name) in zip(desks, ["A", "B"]) {
      try desk.ladmp("set", "mexico", "capital", name)
    }
    try exchange()
    #expect(try desks[1].ladmp("set", "mexico", "capital", "C").contains("That settles it."))
  }

  @Test func inTheDashboardTheListIsThereAgain() throws {
    for (desk, name) in zip(desks, ["Ciudad", "CDMX"]) {
      try desk.ladmp("set", "mexico", "capital", name)
    }
    try desks[0].ladmp("note", "PE", "Ask about visas")
    try exchange()
    let session = try Session(columns: 80, rows: 24, setting: desks[0].home.setting)
    try session.wait(forText: "in step")
    session.type("r")
    try session.wait(forText: "≠ Mexico, capital")
    session.press(.enter)
    try session.wait(forText: "Enter on one of them chooses it.")
    session.press(.down, .enter)
    try session.wait(forText: "Version chosen: Mexico, capital.")
    try session.wait(forText: "Your record 2")
    session.type("u")
    try session.wait(forText: "Undone, a step of Ana Pérez: version chosen: Mexico, capital")
    try session.wait(forText: "≠ Mexico, capital")
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
  }

  @Test func aNoteThatAnotherWroteInKeepsItsWriterWhenAStepIsTakenBack() throws {
    try desks[0].ladmp("note", "PE", "Ask")
    try exchange()
    let id = try #require(
      desks[0].ladmp("note", "--list").split(separator: " ").map(String.init)
        .first { $0.hasPrefix("20") && !$0.contains(":") })
    for (desk, line) in zip(desks, ["of Ana", "of Ben"]) {
      try desk.ladmp("set", id, "text", "Ask\n\(line)")
    }
    try exchange()
    let before = desks[0].store
    let told = try desks[0].ladmp("undo")
    #expect(told.contains("stays, as it was changed since"), "\(told)")
    #expect(desks[0].store == before)
    // A note is named by its id, as other entries are.
    let past = try desks[0].ladmp("share", "log", id)
    #expect(past.split(separator: "\n").count == 3 && past.contains("Ana Pérez  Note: Ask"))
    #expect(try desks[0].ladmp("blame", id).contains("Ask of Ana of Ben"))
  }
}
