import Foundation
import Testing

/// The commands that list and show, as scripts use them.
@Suite(.serialized) struct ListCommandEndToEnd {
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  private func ids(_ arguments: String...) throws -> [String] {
    // Before the rest: after -- everything is a word.
    let output = try home.run([arguments[0], "-0"] + arguments.dropFirst()).output
    #expect(output.isEmpty || output.hasSuffix("\0"))
    return output.split(separator: "\0").map(String.init)
  }

  @Test func asksAsTheDashboardDoes() throws {
    #expect(try ids("countries", "perú") == ["PE"])
    #expect(try ids("countries", "--", "region:south", "-status:endorsed") == ["BO", "SR", "VE"])
    #expect(try ids("countries", "region:south -status:endorsed") == ["BO", "SR", "VE"])
    #expect(try ids("commitments", "country:CO").count == 2)
    #expect(try ids("meetings", "landa") == ["lima-2022"])
    #expect(try ids("meetings", "Lima", "--as-of", "2022-01-01") == [])
    #expect(try home.run("countries", "--count").output == "35\n")
    #expect(try ids("pillars") == ["1", "2", "3", "4"])
    #expect(try ids("disputes", "launch-date") == ["launch-date"])
  }

  @Test func tellsWhatAQueryDoesNotKnow() throws {
    let field = try home.run("countries", "colour:red")
    #expect(field.code == 64 && field.output.isEmpty)
    #expect(
      field.errors
        == "ladmp: There is no field “colour:”; there are pillar: status: attended: committed: "
        + "absent: excluded: unreported: package: region:\n")
    let value = try home.run("commitments", "state:soon")
    #expect(
      value.code == 64 && value.errors.contains("state: does not know “soon”; it knows announced"))
  }

  @Test func tellsWhereFieldsMeanNothing() throws {
    let field = try home.run("meetings", "attended:PE")
    #expect(field.code == 1 && field.output.isEmpty)
    #expect(
      field.errors
        == "ladmp: no meetings match “attended:PE” as of 2022-09-28; countries and commitments "
        + "have fields such as attended:, meetings are searched by words alone.\n")
    #expect(
      try home.run("sources", "https://nowhere.example").errors
        == "ladmp: no sources match “https://nowhere.example” as of 2022-09-28.\n")
  }

  @Test func sortsCutsAndChooses() throws {
    let sorted = try home.run(
      "countries", "--sort", "-commitments", "--limit", "2", "--columns", "commitments,id",
      "--format", "csv")
    #expect(sorted.output == "commitments,id\r\n9,US\r\n3,CA\r\n")
    let endorsed = try ids("countries", "--sort", "endorsed")
    #expect(endorsed.count == 35 && endorsed.first == "AR" && endorsed.last == "VE")
    #expect(try ids("countries", "--sort", "-endorsed").last == "VE")
    #expect(try ids("sources", "--sort=-title", "--limit", "1").count == 1)
  }

  @Test func saysWhatIsWrongWithTheCommandLine() throws {
    let wrong = [
      ["--columns", "id,nope"], ["--columns", ""], ["--sort", "nope"], ["--limit", "0"],
      ["--format", "ics"], ["--count", "-0"], ["--as-of", "soon"], ["--nope"],
    ]
    for arguments in wrong {
      let outcome = try home.run(["countries"] + arguments)
      #expect(outcome.code == 64 && outcome.output.isEmpty, "\(arguments)")
    }
    for list in [["countries", "--as-of"], ["changes", "--to"]] {
      #expect(
        try home.run(list + ["6/10/2022"]).errors.contains("write a day as 2022-10-06, or today"))
    }
    let column = try home.run("pillars", "--columns", "nope").errors
    #expect(column.contains("There is no column “nope”, but id, number, title, fullTitle,"))
    #expect(try home.run("countries", "--edition", "/nowhere.json").code == 66)
    let broken = home.folder + "/broken.json"
    try "{".write(toFile: broken, atomically: true, encoding: .utf8)
    #expect(try home.run("countries", "--edition", broken).code == 65)
  }

  @Test func endsQuietlyWhereNobodyReads() throws {
    let shell = ["/bin/sh", "-c", "\"$@\" | head -1", "sh"]
    let head = try home.run(["countries", "--format", "csv"], through: shell)
    #expect(head.code == 0 && head.errors.isEmpty && head.output.hasPrefix("id,alpha3,"))
    #expect(head.output.split(whereSeparator: \.isNewline).count == 1)

    let process = Process()
    process.executableURL = URL(fileURLWithPath: Session.binary)
    process.arguments = ["countries"]
    process.environment = home.environment
    let (output, errors) = (Pipe(), Pipe())
    try output.fileHandleForReading.close()
    (process.standardOutput, process.standardError) = (output.fileHandleForWriting, errors)
    try process.run()
    process.waitUntilExit()
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    // Whoever started it may have chosen to ignore the signal; then writing fails.
    let wasKilled = process.terminationReason == .uncaughtSignal
    #expect(process.terminationStatus == (wasKilled ? SIGPIPE : 74))
  }

  @Test func aFullDiskIsNotCalledSuccess() throws {
    let shell = ["/bin/sh", "-c", "\"$@\" >/dev/full", "sh"]
    let full = try home.run(["countries"], through: shell)
    #expect(
      full.code == 74 && full.errors.hasPrefix("ladmp: the output can't be written: No space"))
  }

  @Test func showsAnythingByItsName() throws {
    let beginnings = [
      "PE": "Peru\n", "perú": "Peru\n", "lima": "First ministerial meeting\n",
      "05": "Action package 5 ", "2": "Pillar 2: ", "launch-date": "‡ Day of",
      "absent-2022": "Context", "lo-2022": "Article on the meeting",
      "/meetings/lima-2022/date": "First ministerial meeting\n",
    ]
    for (name, beginning) in beginnings {
      let text = try home.run("show", name)
      #expect(text.code == 0 && text.output.hasPrefix(beginning), "\(name) \(text.output)")
      let json = try home.run("show", name, "--format", "json").output
      #expect(json.hasPrefix("{\"id\": ") && json.hasSuffix("}\n"))
    }
    let peru = try home.run("show", "peru", "--format", "json").output
    #expect(try Readers.schemaFaults("countries", peru) == [])
    let context = try home.run("show", "absent-2022", "--format", "json").output
    #expect(try Readers.schemaFaults("context", context) == [])
    #expect(try home.run("show", "atlantis").code == 1)
    #expect(try home.run("show", "st.").code == 64)
    let early = try home.run("show", "lima-2022", "--as-of", "2022-01-01")
    #expect(early.code == 1 && early.errors.contains("nothing is known of “lima-2022”"))
  }

  @Test func tellsOfTheNextMeeting() throws {
    let text = try home.run("next")
    #expect(text.code == 0 && text.output.contains("in 8 days"))
    let json = try home.run("next", "--format", "json").output
    #expect(try Readers.schemaFaults("meetings", json) == [])
    for format in ["text", "json", "ics"] {
      let none = try home.run("next", "--format", format, "--as-of", "2030-01-01")
      #expect(none.code == 1 && none.output.isEmpty)
      #expect(none.errors == "ladmp: no meeting ahead is known as of 2030-01-01.\n")
    }
  }

  @Test func theUsersOwnRecordIsInTheLists() throws {
    _ = try home.run("set", "PE", "capital", "Cusco")
    let row = try home.run("show", "PE", "--format", "json").output
    #expect(row.contains("\"capital\": \"Cusco\"") && row.contains("\"own\": \"changed by you\""))
    #expect(try ids("countries", "cusco") == ["PE"])
  }

  @Test func aTableForPeopleHasTheSignsOfTheScreen() throws {
    func names(_ day: String) throws -> [Substring] {
      try home.run("countries", "--as-of", day, "--columns", "name").output.split(separator: "\n")
    }
    #expect(try names("2022-09-28").filter { $0.hasPrefix("‡ ") }.contains("‡ Haiti"))
    #expect(try names("2022-09-28").contains("Bolivia") && !names("2022-06-01").contains("‡ Haiti"))
    let differing = try home.run("countries", "--columns", "name,disputed").output
    #expect(differing.contains("‡ Mexico") && differing.contains(" yes\n"))
    _ = try home.run("add", "endorsement", "country=BO", "date=2022-09-20", "-q")
    // The country was there before: what was added is that it endorsed.
    #expect(try names("2022-09-28").contains("+ Bolivia"))
    #expect(try names("2022-09-01").contains("Bolivia"), "it was not known yet")
    let values = try home.run("countries", "--format", "csv", "--columns", "id,name,own").output
    #expect(values.contains("\r\nBO,Bolivia,changed by you\r\nBR,Brazil,\r\n"))
  }

  @Test func aTableForPeopleMarksPartsOfOtherCommitments() throws {
    let part = try #require(
      try home.run("commitments", "--format", "csv", "--columns", "partOf,text,id").output
        .split(separator: "\r\n").dropFirst().first { !$0.hasPrefix(",") })
    let id = try #require(part.split(separator: ",").last).description
    let table = try home.run("commitments", "--columns", "id,text").output
    let marked = table.split(separator: "\n").filter { $0.contains("part: ") }
    #expect(marked.contains { $0.hasPrefix(id) } && !part.contains("part: "))
    let markdown = try home.run("commitments", "--format", "markdown").output
    #expect(markdown.contains("| part: "))
  }

  @Test(arguments: ListFormatEndToEnd.lists + ["show", "next"])
  func helpTellsOfFormatsAndColumns(_ command: String) throws {
    let help = try home.run(command, "--help")
    #expect(help.code == 0 && help.errors.isEmpty)
    #expect(help.output.contains("--format <format>") && help.output.contains("--as-of <day>"))
    guard ListFormatEndToEnd.lists.contains(command) else { return }
    let head = try home.run(command, "--format", "tsv").output.split(separator: "\n")[0]
    let words = help.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Columns: \(head.split(separator: "\t").joined(separator: ", "))."))
  }
}
