import Foundation
import Testing

/// Another initiative in the same program: the made-up Blue Ports Compact, with six pillars, nine
/// countries on all oceans and three meetings. Nothing of the Declaration is left anywhere.
@Suite(.serialized) struct InitiativeEndToEnd {
  private static let edition = Readers.root
    .appendingPathComponent("Resources/examples/blue-ports.json").path
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  private func expectNothingOfTheDeclaration(in text: String, _ where: String) {
    for word in ["Los Angeles", "LADMP", "Lima", "Migration", "migration", "Americas", "Caribbean"]
    {
      // Lima is Peru's capital here too.
      let text =
        word == "Lima" ? text.replacingOccurrences(of: "Capital      Lima", with: "") : text
      #expect(!text.contains(word), "\(word) in \(`where`)")
    }
  }

  @Test func itsRecordIsSoundAndEveryListTellsOfIt() throws {
    #expect(try home.run("check", InitiativeEndToEnd.edition).code == 0)
    let commands = [
      [], ["pillars"], ["packages"], ["countries"], ["meetings"], ["commitments"], ["sources"],
      ["disputes"], ["next"], ["brief", "JP"], ["brief", "yokohama"], ["show", "NO"],
      ["chart", "--kind", "commitments"], ["export", "--format", "html"],
    ]
    for command in commands {
      let outcome = try home.run(command + ["--edition", InitiativeEndToEnd.edition])
      guard command.first != "chart" || outcome.code == 0 else { continue }
      #expect(outcome.code == 0, "\(command): \(outcome.errors)")
      expectNothingOfTheDeclaration(
        in: outcome.output.replacingOccurrences(of: "\"Lima\"", with: "")
          .replacingOccurrences(of: ">Lima<", with: ""), command.joined(separator: " "))
    }
    #expect(
      try home.run("brief", "JP", "--edition", InitiativeEndToEnd.edition).output
        .contains("Relation to: Blue Ports (made up)"))
  }

  @Test func everyViewOfTheScreenTellsOfIt() throws {
    for (columns, rows) in [(80, 24), (120, 40)] {
      let session = try Session(
        ["--edition", InitiativeEndToEnd.edition], columns: columns, rows: rows,
        setting: home.setting)
      try session.wait(forText: "Blue Ports")
      let views = [
        ("m", "Map, "), ("x", "Matrix"), ("c", "Commitments"), ("s", "ources"), ("d", "hange"),
        ("H", "harts"),
      ]
      for (key, word) in views {
        session.type(key)
        try session.wait(forText: word)
        expectNothingOfTheDeclaration(
          in: session.screen.rows.joined(separator: "\n"), "\(key) at \(columns)x\(rows)")
        session.press(.escape, .escape)
        try session.wait(forText: "Timeline")
      }
      // No country is set on land that is not its own: the map is a list by ocean.
      session.type("m")
      try session.wait(forText: "Indian Ocean")
      session.type("q")
      #expect(try session.waitForEnd() == .exit(0))
    }
  }

  @Test func itsStoreIsSharedLikeAnyOther() throws {
    let hub = try ShareHub()
    let desks = try ["Ana", "Ben"].map { try ShareDesk($0) }
    let options = ["--edition", InitiativeEndToEnd.edition]
    func run(_ desk: ShareDesk, _ arguments: String...) throws {
      let store = desk.home.folder + "/ports/store.json"
      let outcome = try desk.home.run(arguments + options + ["--store", store])
      #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
    }
    for desk in desks {
      try FileManager.default.createDirectory(
        atPath: desk.home.folder + "/ports", withIntermediateDirectories: true)
    }
    try run(desks[0], "share", "init", "--remote", hub.folder)
    try run(desks[1], "share", "join", hub.folder)
    try run(desks[0], "set", "yokohama-2030", "starts", "10:00", "--source", "bulletin-2030")
    try run(
      desks[1], "set", "yokohama-2030", "host", "Port of Yokohama", "--source", "gazette-2030")
    for desk in desks + [desks[0]] { try run(desk, "share", "sync") }
    let stores = try desks.map { try $0.home.text($0.home.folder + "/ports/store.json") }
    #expect(stores[0] == stores[1] && stores[0].contains("10:00") && stores[0].contains("Port of"))
  }

  @Test func itIsSharedAndNobodyJoinsItOverAnotherRecord() throws {
    let hub = try ShareHub()
    let (one, other) = (try ShareDesk("Ana"), try ShareDesk("Ben"))
    let edition = ["--edition", InitiativeEndToEnd.edition]
    #expect(try one.home.run(["share", "init", "--remote", hub.folder] + edition).code == 0)
    try one.home.run(["note", "JP", "Ask about the quay"] + edition)
    #expect(try one.home.run(["share", "sync"] + edition).code == 0)
    // It would be laid over the Declaration, which has no such fact.
    let refused = try other.home.run("share", "join", hub.folder)
    #expect(refused.code == 65, "\(refused)")
    #expect(refused.errors.contains("is over another edition, “blue-ports-made-up”; --edition"))
    #expect(try other.home.run("share", "status").code == 69)
    let joined = try other.home.run(["share", "join", hub.folder] + edition)
    #expect(joined.code == 0 && joined.output.contains("note on Japan"), "\(joined)")
    let told = try other.home.run(["note", "--list"] + edition).output
    #expect(told.contains("Ask about the quay"))
  }
}
