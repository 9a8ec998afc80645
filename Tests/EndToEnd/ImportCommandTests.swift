import Foundation
import Testing

/// Records and tables that come in and go out on the command line.
@Suite(.serialized) struct ImportCommandEndToEnd {
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  @Test func anImportIsToldInShort() throws {
    let rows = ["AR", "BB", "BO", "BR", "CA", "CL", "CO"].map { "\($0),attended\n" }.joined()
    let table = "country,status\n" + rows
    let command = ["import", "-", "--as", "attendance", "--meeting", "lima-2022"]
    #expect(try home.run(command, input: table).code == 0)
    let lines = try home.run("history").output.split(separator: "\n")
    #expect(lines.count == 7 && lines.last == "  … 2 more", "\(lines)")
  }

  @Test func whatIsExportedIsARecordAndComesBackAsItWas() throws {
    let edition = try home.run("export").output
    #expect(try home.run(["check"], input: "").code == 0)
    _ = try home.run("set", "lima", "starts", "09:00")
    _ = try home.run("note", "PE", "kept")
    _ = try home.run("add", "source", "title=A talk", "publisher=Desk", "published=2022-09-30")
    let exported = home.folder + "/exported.json"
    try home.run("export").output.write(toFile: exported, atomically: true, encoding: .utf8)
    #expect(try home.run("check", exported).code == 0)
    #expect(try home.run("import", exported).output.contains("Nothing in"))
    let other = try StoreHome()
    #expect(try other.run("import", exported, "-q").code == 0)
    #expect(try other.notes(on: "PE") == ["kept"])
    #expect(try other.run("undo").code == 0)
    let back = try other.run("export").output
    let differences = Set(back.split(separator: "\n")).symmetricDifference(
      edition.split(separator: "\n"))
    #expect(differences.isEmpty, "\(differences)")
  }

  @Test func aTableIsTakenWholeOrNotAtAll() throws {
    let bad = home.folder + "/bad.csv"
    try "country,pillar,text,announced\nPE,2,Good,2022-09\nPE,9,\"Bad, one\",2022-09\nXX,2,,soon\n"
      .write(toFile: bad, atomically: true, encoding: .utf8)
    let refused = try home.run("import", bad)
    #expect(refused.code == 65)
    let lines = refused.errors.split(separator: "\n").map { $0.dropFirst(bad.count) }
    #expect(
      lines.map { String($0.prefix(9)) } == [":3:4: “pi", ":4:1: “co", ":4:7: “an"], "\(lines)")
    #expect(lines.first == ":3:4: “pillar” is “9”, expected the number of a pillar")
    #expect(!FileManager.default.fileExists(atPath: home.store))

    let good = home.folder + "/good.csv"
    try
      "country,pillar,text,text.es,announced\r\nPE,2,\"Say \"\"yes\"\"\",Sí,2022-08\r\nBR,1,B,,2022\r\n"
      .write(toFile: good, atomically: true, encoding: .utf8)
    let rehearsed = try home.run("import", "--dry-run", good).output
    #expect(rehearsed.contains("+ commitments/pe-2022-08-1 Peru: Say \"yes\"\n"))
    let sum =
      "2 added, 0 changed, 0 taken away, 2 rest on your own knowledge, as they add no source"
    #expect(rehearsed.hasSuffix("\(sum); nothing is saved.\n"))
    #expect(!FileManager.default.fileExists(atPath: home.store))
    #expect(try home.run("import", good).output.contains(": \(sum). “ladmp undo”"))
    #expect(try home.run("brief", "PE").output.contains("Say "))
    let change = home.folder + "/change.csv"
    try "id,amount,unit\npe-2022-08-1,5,people\n"
      .write(toFile: change, atomically: true, encoding: .utf8)
    #expect(
      try home.run("import", "-n", change).output.hasPrefix(
        "* commitments/pe-2022-08-1: amount 5 (was nothing), unit people (was nothing)\n"))
    #expect(try home.run("import", change).code == 0)
    #expect(try home.run("undo", "2").code == 0)
    #expect(try !home.run("brief", "PE").output.contains("Say"))

    let people = home.folder + "/people.csv"
    try "country,status,who\nPE,attended,The minister\n"
      .write(toFile: people, atomically: true, encoding: .utf8)
    #expect(try home.run("import", "--as", "attendance", people).code == 65)
    #expect(
      try home.run("import", "--as", "attendance", "--meeting", "lima-2022", people).code == 0)
  }

  @Test func thousandsOfRowsComeInAndGoOut() throws {
    let table = home.folder + "/many.csv"
    let rows = (0..<2000).map { "PE,2,Row \($0),2022-09\n" }.joined()
    try ("country,pillar,text,announced\n" + rows)
      .write(toFile: table, atomically: true, encoding: .utf8)
    #expect(try home.run("import", table).output.contains("2000 added"))
    let exported = home.folder + "/many.json"
    try home.run("export").output.write(toFile: exported, atomically: true, encoding: .utf8)
    #expect(try home.run("check", exported).code == 0)
    let other = try StoreHome()
    #expect(try other.run("import", exported, "-q").code == 0)
    #expect(try other.run("export").output == home.run("export").output)
    #expect(try home.run("undo").code == 0)
    #expect(try home.run("export", "--own").output.count < 200)
  }

  @Test func tablesComeFromStandardInputToo() throws {
    let table = "country,pillar,text,announced\nPE,2,x,2022\n"
    #expect(try home.run(["import", "--as", "commitments", "-"], input: table).code == 0)
    let json = "{\"commitments\": {\"pe-2022-1\": null}, \"other\": 1}"
    let gone = try home.run(["import", "-"], input: json)
    #expect(gone.output.contains("1 taken away") && gone.errors.contains("left out: “other”"))
    #expect(try home.run(["import", "-"], input: "{").errors.contains("-:1:2: "))
    #expect(try home.run("import", "--meeting", "x", "y.csv").code == 64)
  }
}
