import Foundation
import Testing

/// The commands that answer without the dashboard.
@Suite(.serialized) struct CommandEndToEnd {
  private func run(_ arguments: String...) throws -> (code: String, output: String, errors: String)
  {
    let file = NSTemporaryDirectory() + "ladmp-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let session = try Session(arguments, output: file)
    let ending = try session.waitForEnd()
    return ("\(ending)", try String(contentsOfFile: file, encoding: .utf8), session.errors)
  }

  @Test func briefsOnACountryByAnyOfItsNames() throws {
    let peru = try run("brief", "PE")
    #expect(peru.code == "exit(0)" && peru.output.hasPrefix("# Peru\n"))
    #expect(try run("brief", "Perú").output == peru.output)
    #expect(try run("brief", "lima").output.hasPrefix("# First ministerial meeting\n"))
    #expect(try run("brief", "lima", "--as-of", "2022-10-07").output.contains("## Outcome"))
  }

  @Test func saysWhenNothingIsMeantOrTooMuch() throws {
    let nobody = try run("brief", "atlantis")
    #expect(nobody.code == "exit(1)" && nobody.output.isEmpty)
    #expect(nobody.errors.contains("no country or meeting is called “atlantis”"))
    let saints = try run("brief", "st.")
    #expect(saints.code == "exit(64)" && saints.errors.contains("LC St. Lucia"))
  }

  @Test func tellsWhatChanged() throws {
    let changes = try run("changes", "--from", "2022-10-05", "--to", "2022-10-06")
    #expect(changes.code == "exit(0)" && changes.output.contains("Thursday 6 October 2022"))
    let noted = try run(
      "changes", "--from", "2022-10-05", "--to", "2022-10-06", "--format", "markdown")
    #expect(noted.output.contains("\n## Thursday 6 October 2022\n"))
    #expect(noted.output.contains("[^1]: <https://"))
    #expect(try run("changes", "--from", "2022-10-06", "--to", "2022-10-05").code == "exit(64)")
    #expect(try run("changes", "--from", "2020-01-01", "--to", "2020-01-02").code == "exit(1)")
  }

  /// The day as of which the record is seen is the last, wherever it stands on the line.
  @Test func theDayOfTheRecordEndsTheChanges() throws {
    let named = try run("changes", "--to", "2022-10-07").output
    #expect(named.contains("Thursday 6 October 2022"))
    #expect(try run("changes", "--as-of", "2022-10-07").output == named)
    #expect(try run("--as-of", "2022-10-07", "changes").output == named)
    #expect(try run("changes", "--as-of", "2024-01-01", "--to", "2022-10-07").output == named)
  }

  @Test func aCommandThatIsNoneIsRefusedWithTheLikest() throws {
    for (word, meant) in [
      ("countrys", "countries"), ("comitments", "commitments"), ("brif", "brief"),
    ] {
      let outcome = try run(word)
      #expect(outcome.code == "exit(64)" && outcome.output.isEmpty)
      #expect(outcome.errors == "ladmp: “\(word)” is no command; did you mean “\(meant)”?\n")
    }
    let strange = try run("xylophone", "--help")
    #expect(strange.code == "exit(64)" && strange.errors.contains("“ladmp help” lists those"))
  }

  @Test func packagesAndPillarsAreNamedByTitleToo() throws {
    let four = try run("show", "04").output
    #expect(four.hasPrefix("Action package 4 Combating xenophobia"))
    for name in ["package 4", "combating xenophobia", "xenophobia", "paquete 4"] {
      #expect(try run("show", name).output == four)
    }
    #expect(try run("show", "regular pathways").output == run("show", "2").output)
    #expect(try run("show", "package 40").code == "exit(1)")
  }

  @Test func checksARecord() throws {
    let check = try run("check")
    #expect(check.code == "exit(0)" && check.output.isEmpty && check.errors.isEmpty)
    #expect(try run("check", "/nowhere.json").code == "exit(66)")
  }
}
