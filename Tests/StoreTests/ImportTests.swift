import Declaration
import SeededGenerator
import Testing

@testable import Store

@Suite struct ImportTests {
  private let folder = TemporaryFolder()

  private func faults(
    of table: String, _ kind: TableImport.Kind = .commitments, meeting: String? = nil
  ) throws -> [String] {
    let ledger = try folder.ledger()
    do {
      let imported = try TableImport.parts(
        of: Array(table.utf8), file: "t.csv", kind: kind, meeting: meeting, ledger: ledger)
      let rehearsal = try ledger.rehearse(Amendment("import", imported.parts))
      return imported.faults(in: rehearsal).map(\.description)
    } catch let faults as RecordFaults {
      return faults.faults.map(\.description)
    }
  }

  private let head = "country,pillar,text,announced"

  @Test func tellsEveryFaultOfATableByItsPlace() throws {
    #expect(
      try faults(of: "") == [
        "t.csv:1:1: the table is empty, expected a row of field names, such as country,pillar,text"
      ])
    let parted = try faults(of: "country,pillar;text\nPE,2;x\n")
    #expect(
      parted == [
        "t.csv:1:9: “pillar;text” is no field, expected one field a cell, with the same comma, "
          + "semicolon or tab between all of them"
      ])
    #expect(
      try faults(of: "country,text,country\n") == [
        "t.csv:1:14: “country” stands here a second time, expected each field once"
      ])
    #expect(
      try faults(of: "country,pillar,text\nPE,2,x\n") == [
        "t.csv:1:1: the table has no column “announced”, expected one"
      ])
    #expect(
      try faults(of: head + "\nPE,9,x,2022\nPE,2\nPE,2,,2022\n") == [
        "t.csv:2:4: “pillar” is “9”, expected the number of a pillar",
        "t.csv:3:1: a row of 2 cells, expected 4, as in the first row",
        "t.csv:4:1: the row has no “text”, expected one",
      ])
    #expect(
      try faults(of: "country,pillar,text.es,announced\nPE,2,x,2022\n") == [
        "t.csv:2:1: the row has no “text” in English, expected one"
      ])
    #expect(
      try faults(of: "id,\(head)\na,PE,2,x,2022\na,PE,2,y,2022\n") == [
        "t.csv:3:1: “a” stands here a second time, expected each entry once"
      ])
    let part = try faults(of: "\(head),amount\nBR,2,x,2022,\nPE,2,x,2022,5\n")
    #expect(part.count == 1 && part[0].hasPrefix("t.csv:3:1: commitments/pe-2022-1 has no “unit”"))
    #expect(try faults(of: "country,status\nPE,attended\n", .attendance).count == 1)
    #expect(
      try faults(
        of: "country,status\nPE,attended\nPE,declined\n", .attendance, meeting: "lima-2022")
        == ["t.csv:3:1: “PE” stands here a second time, expected each entry once"])
  }

  @Test func tellsAtMostAHundredFaults() throws {
    let rows = String(repeating: "PE,9,x,2022\n", count: 500)
    #expect(try faults(of: head + "\n" + rows).count == 100)
  }

  @Test func rowsMayNameOneAnother() throws {
    let table = "id,\(head),partOf\npart,PE,2,x,2022,whole\nwhole,PE,2,y,2022,\n"
    #expect(try faults(of: table) == [])
  }

  @Test func aRowAloneIsAWholeEntry() throws {
    var ledger = try folder.ledger()
    let imported = try TableImport.parts(
      of: Array(
        (head + ",states.0.state,states.0.since\nPE,2,x,2022,done,2023\nPE,2,y,2022,,\n").utf8),
      file: "t.csv",
      kind: .commitments, meeting: nil, ledger: ledger)
    // A state of a row needs its sources too.
    #expect(try !ledger.rehearse(Amendment("import", imported.parts)).isPossible)
    try ledger.perform(.amend(Amendment("import", [imported.parts[1]])))
    let entry = try #require(ledger.entry(at: FactPath("commitments", "pe-2022-1")).now)
    #expect(entry["states"]?.elements?.count == 1)
    #expect(entry.value(at: ["states", "0", "state"]) == .text("announced"))
    #expect(entry["sources"] == .list([.text(Source.ownKnowledge)]))
  }

  @Test func sourcesAreNamedByTheirAddressesToo() throws {
    let ledger = try folder.ledger()
    let source = try #require(ledger.dossier.sources["decl-2022"])
    let link = try #require(source.link)
    let imported = try TableImport.parts(
      of: Array("\(head),sources\nPE,2,x,2022,\(link)\n".utf8), file: "t.csv", kind: .commitments,
      meeting: nil, ledger: ledger)
    #expect(imported.parts[0].value?["sources"] == .list([.text(source.id)]))
    #expect(try faults(of: "\(head),sources\nPE,2,x,2022,decl-2022; lo-2022\n") == [])
    #expect(try faults(of: "\(head),sources\nPE,2,x,2022,\"lo-2022, decl-2022\"\n") == [])
    #expect(
      try faults(of: "\(head),sources\nPE,2,x,2022,https://example.org/unknown\n") == [
        """
        t.csv:2:13: “sources” is “https://example.org/unknown”, expected the id or address of a known \
        source; own-knowledge is one
        """
      ])
  }

  /// A row that somebody added to an export tells its state, which has to follow from the rest.
  @Test func aNewRowMayTellTheStateThatItBeginsWith() throws {
    let table = "id,\(head),state,own\n,PE,2,x,2022,announced,yours\n,PE,2,y,2022,done,\n"
    #expect(
      try faults(of: table) == [
        "t.csv:3:14: “state” is “done”, expected “announced”, as the row begins; "
          + "a state goes into the columns states.0.state, states.0.since, states.0.sources"
      ])
  }

  @Test func aColumnWithoutALanguageIsInThatOfTheTable() throws {
    let ledger = try folder.ledger()
    func parts(_ table: String, _ language: Language?) throws -> ImportedParts {
      try TableImport.parts(
        of: Array(table.utf8), file: "t.csv", kind: .commitments, meeting: nil, language: language,
        ledger: ledger)
    }
    let table = "id,text,text.en\nca-2022-06-10-1,Uno,One\n"
    #expect(
      try parts(table, .es).parts[0].value?["text"]
        == ledger.entry(at: FactPath("commitments", "ca-2022-06-10-1")).now?["text"]?
        .setting(.text("Uno"), at: ["es"]).setting(.text("One"), at: ["en"]))
    #expect(
      try faults(of: table) == [
        "t.csv:1:9: “text.en” stands here a second time, expected each field once"
      ]
    )
  }

  @Test func rowsWithoutASourceAreCounted() throws {
    let ledger = try folder.ledger()
    func unsourced(_ table: String) throws -> Int {
      try TableImport.parts(
        of: Array(table.utf8), file: "t.csv", kind: .commitments, meeting: nil, ledger: ledger
      ).unsourced
    }
    #expect(try unsourced("\(head)\nPE,2,x,2022\nBR,2,x,2022\n") == 2)
    let sourced = "\(head),sources\nPE,2,x,2022,\nBR,2,x,2022,lo-2022\nCL,2,x,2022,own-knowledge\n"
    #expect(try unsourced(sourced) == 1)
    #expect(try unsourced("id,amount,sources\nca-2022-06-10-1,5000,\n") == 1)
  }

  @Test func emptyCellsLeaveWhatIsThere() throws {
    var ledger = try folder.ledger()
    let table = "id,amount,unit,due\nca-2022-06-10-1,5000,,\n"
    let imported = try TableImport.parts(
      of: Array(table.utf8), file: "t.csv", kind: .commitments, meeting: nil, ledger: ledger)
    let effects = try ledger.rehearse(Amendment("import", imported.parts)).effects
    #expect(effects.map(\.kind) == [.changed])
    #expect(effects[0].fields.map(\.name) == ["amount"])
    #expect(effects[0].fields[0].before == "4000" && effects[0].fields[0].now == "5000")
    try ledger.perform(.amend(Amendment("import", imported.parts)))
    #expect(ledger.dossier.commitments.first { $0.id == "ca-2022-06-10-1" }?.amount?.value == 5000)
  }

  /// What a store exports makes the same record of another store, to the byte.
  @Test func anExportMakesTheSameRecordElsewhere() throws {
    var ledger = try folder.ledger()
    #expect(ledger.mergedBytes == Edition.builtInBytes)
    try ledger.perform(.note("Kept.\u{1B}[0m\n\u{202E}"))
    try ledger.perform(.set(ledger, "/meetings/lima-2022", "starts", to: .text("09:00")))
    try ledger.perform(
      .amend(
        Amendment(
          "mark",
          [
            Amendment.Part(
              path: FactPath("bookmarks", "/countries/PE"), base: nil, value: .entry([:]))
          ])))
    let other = TemporaryFolder()
    var second = try other.ledger()
    let imported = try RecordImport.parts(
      of: ledger.mergedBytes, file: "e.json", ledger: second)
    try second.perform(.amend(Amendment("import", imported.parts)))
    #expect(
      String(decoding: second.bytes, as: UTF8.self) == String(decoding: ledger.bytes, as: UTF8.self)
    )
    #expect(second.mergedBytes == ledger.mergedBytes)
    #expect(try RecordImport.parts(of: ledger.bytes, file: "s.json", ledger: second).parts.isEmpty)
    try second.perform(.undo)
    #expect(second.dossier.own.isEmpty)
  }

  @Test func tellsTheFaultsOfARecordByTheirPlaces() throws {
    let ledger = try folder.ledger()
    func faults(_ text: String) throws -> [String] {
      do {
        let imported = try RecordImport.parts(of: Array(text.utf8), file: "r.json", ledger: ledger)
        let rehearsal = try ledger.rehearse(Amendment("import", imported.parts))
        return imported.faults(in: rehearsal).map(\.description)
      } catch let faults as RecordFaults {
        return faults.faults.map(\.description)
      }
    }
    #expect(
      try faults("{\"commitments\": {\"a\": {},\n \"b\": {\"country\": \"ZZ\"}}}") == [
        "r.json:1:23: commitments/a has no “country”, expected one",
        "r.json:2:7: “country” of commitments/b is “ZZ”, "
          + "expected a country that stands under “countries”",
      ])
    #expect(try faults("{\"meetings\": 3}").count == 1)
    #expect(try faults("{\"meetings\": {\"lima-2022\": 3}}").count == 1)
    #expect(try faults("{\"meetings\": {\"\": {}}}").count == 1)
    #expect(try faults("{\"schema\": 99, \"meetings\": {}}").count == 1)
    #expect(try faults("{\"foo\": {}}").count == 1 && faults("[]").count == 1)
    #expect(try faults("{\"asOf\": \"soon\"}").count == 1)
  }

  /// What can't be read is left out of an export, which stays a record.
  @Test func anExportOfAStoreWithFaultsIsARecord() throws {
    try folder.write(
      """
      {"commitments": {"bad": {"country": "ZZ"}}, "meetings": null, "sources": 3, "asOf": "soon",
        "notes": {"n": {"about": "/countries/PE", "text": "x"}}}
      """)
    let ledger = try folder.ledger()
    #expect(ledger.dossier.own.rejected.count == 3)
    let exported = ledger.mergedBytes
    #expect(try RecordCheck.remarks(on: exported, file: "e.json").isEmpty)
    #expect(String(decoding: exported, as: UTF8.self).contains("\"text\": \"x\""))
  }

  @Test func whatIsNamedIsWhatHasDependents() throws {
    let dossier = try Edition.builtIn()
    let named = dossier.namedEntries
    let root = try JSONDocument(Edition.builtInBytes, file: "e").root
    for collection in RecordCollection.allCases {
      for id in root.entries(of: collection.rawValue).map(\.id) {
        let dependents = dossier.dependents(on: FactPath(collection.rawValue, id))
        #expect(
          dependents.isEmpty == !(named[collection]?.contains(id) ?? false), "\(collection) \(id)")
      }
    }
  }
}
