import Foundation
import Testing

/// A table that the program wrote comes back from a spreadsheet.
@Suite struct ReturnedTableTests {
  private let home: StoreHome
  private let table: String

  init() throws {
    home = try StoreHome()
    table = home.folder + "/c.csv"
  }

  /// What a list prints as CSV, as a file, edited.
  private func export(
    _ options: String..., replacing old: String = "", with new: String = ""
  ) throws {
    let list = try home.run(["commitments", "--format", "csv"] + options).output
    #expect(old.isEmpty || list.contains(old), "\(old)")
    let edited = old.isEmpty ? list : list.replacingOccurrences(of: old, with: new)
    try edited.write(toFile: table, atomically: true, encoding: .utf8)
  }

  private func changes() throws -> String { try home.run("import", "--dry-run", table).output }

  @Test(arguments: [
    [], ["--lang", "es"], ["--lang", "pt"], ["--lang", "fr", "--as-of", "today"],
    ["--as-of", "2022-10-07"], ["--as-of", "2022-07-01"],
  ])
  func whatNobodyTouchedChangesNothing(_ options: [String]) throws {
    let list = try home.run(["commitments", "--format", "csv"] + options).output
    try list.write(toFile: table, atomically: true, encoding: .utf8)
    // Of an earlier day the states are others: then the day has to be named.
    for given in [[], options] where given == options || !options.contains("2022-07-01") {
      let outcome = try home.run(["import", table] + given)
      #expect(
        outcome.code == 0 && outcome.output == "Nothing in \(table) differs from your record.\n")
      #expect(outcome.errors == "")
    }
    #expect(!FileManager.default.fileExists(atPath: home.store))
  }

  /// What the user changed is shown with the change's source, which is none of the entry's own.
  @Test func whatWasChangedBeforeIsNotChangedAgain() throws {
    #expect(try home.run("set", "ca-2022-06-10-2", "amount", "48500").code == 0)
    try export()
    #expect(try changes().hasPrefix("Nothing in \(table) differs"))
    try export(replacing: "48500", with: "48600")
    #expect(
      try changes() == """
        * commitments/ca-2022-06-10-2: amount 48600 (was 48500)
        0 added, 1 changed, 0 taken away, 1 rests on your own knowledge, as it adds no source; \
        nothing is saved.

        """)
  }

  /// The tables for databases have other heads and their sources elsewhere.
  @Test(arguments: ["commitments", "attendance"])
  func theTablesForDatabasesComeBackToo(_ name: String) throws {
    let folder = home.folder + "/tables"
    #expect(try home.run("export", "--format", "csv-folder", "-o", folder).code == 0)
    let file = "\(folder)/\(name).csv"
    let check = ["import", "--dry-run", "--as", name, file]
    let untouched = try home.run(check)
    #expect(untouched.output.hasPrefix("Nothing in \(file) differs"), "\(untouched)")
    var text = try String(contentsOfFile: file, encoding: .utf8)
    let (old, new, told) =
      name == "commitments"
      ? ("26900000", "27900000", "* commitments/ca-2022-06-10-3: amount 27900000 (was 26900000)")
      : ("Primer ministro Philip Davis", "Philip Davis", "who")
    #expect(text.contains(old))
    text = text.replacingOccurrences(of: old, with: new)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let outcome = try home.run(check).output
    #expect(outcome.contains(told) && outcome.contains("0 added, 1 changed"), "\(outcome)")
  }

  /// Excel writes semicolons and a byte order mark where the comma begins the fraction.
  @Test func whatASpanishSpreadsheetSavesChangesOnlyWhatWasEdited() throws {
    let semicolons = """
      \u{FEFF}id;announced;package;amount;unit;state;text;disputed;own;sources\r
      ca-2022-06-10-1;2022-06-10;7;4500;people;announced;\
      Recibir a refugiados de las Américas hasta 2028;yes;;\
      "scalabrini-2022; global-ca-2022-06-10"\r

      """
    try semicolons.write(toFile: table, atomically: true, encoding: .utf8)
    #expect(
      try changes() == """
        * commitments/ca-2022-06-10-1: amount 4500 (was 4000)
        0 added, 1 changed, 0 taken away, 1 rests on your own knowledge, as it adds no source; \
        nothing is saved.

        """)
  }

  @Test func figuresAreReadInTheLanguageOfTheTable() throws {
    try "id;amount\nca-2022-06-10-1;12.000\nca-2022-06-10-2;1.234,5\n"
      .write(toFile: table, atomically: true, encoding: .utf8)
    let spanish = try home.run("import", "--lang", "es", "--dry-run", table).output
    #expect(spanish.contains("amount 12000 (was") && spanish.contains("amount 1234.5 (was"))
    let english = try home.run("import", "--dry-run", table)
    #expect(english.code == 65)
    #expect(
      english.errors == """
        \(table):2:17: “amount” is “12.000”, expected a number that is not negative; as it can be \
        either, write 12000 or 12
        \(table):3:17: “amount” is “1.234,5”, expected a number that is not negative, such as 1500, \
        1,500 or 1.5

        """)
  }

  @Test func anEditedCellChangesItsFieldAlone() throws {
    try export(replacing: ",4000,", with: ",4500,")
    #expect(
      try changes().hasPrefix("* commitments/ca-2022-06-10-1: amount 4500 (was 4000)\n0 added"))
    #expect(
      try home.run("import", table).output.contains(
        ": 0 added, 1 changed, 0 taken away, 1 rests on your own knowledge, as it adds no source."))
    // No source of the edition is to answer for what somebody wrote into the table.
    #expect(
      try home.run("show", "ca-2022-06-10-1").output
        .contains("Figure: 4,500; the edition has 4,000"))
    #expect(try home.text().contains("\"own-knowledge\""))
    // What is told of the user's own is passed over when that comes back too.
    try export()
    #expect(try changes().hasPrefix("Nothing in"))
    try export(
      replacing: "scalabrini-2022; global-ca-2022-06-10",
      with: "scalabrini-2022; global-ca-2022-06-10; lo-2022")
    #expect(
      try changes().hasPrefix(
        "* commitments/ca-2022-06-10-1: sources "
          + "own-knowledge, scalabrini-2022, global-ca-2022-06-10, lo-2022 (was "))
  }

  /// An export as of a day leaves out sources that came later.
  @Test func sourcesThatAnExportLeavesOutStay() throws {
    let record = try home.run("export").output
    let whole = try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any]
    let commitments = try #require(whole?["commitments"] as? [String: [String: Any]])
    let rows = try home.run("commitments", "--format", "csv", "--columns", "id,sources").output
    let shortened = try #require(
      rows.split(separator: "\r\n").dropFirst().first { row in
        let cells = row.split(separator: ",", maxSplits: 1).map(String.init)
        let all = commitments[cells[0]]?["sources"] as? [String]
        return (all?.count ?? 0) > cells[1].split(separator: ";").count
      })
    let id = String(shortened.prefix { $0 != "," })
    let all = try #require(commitments[id]?["sources"] as? [String])
    try "id,sources\n\(shortened); own-knowledge\n"
      .write(toFile: table, atomically: true, encoding: .utf8)
    #expect(try home.run("import", table).code == 0)
    let now = try home.run("export").output
    let after = try JSONSerialization.jsonObject(with: Data(now.utf8)) as? [String: Any]
    let sources = (after?["commitments"] as? [String: [String: Any]])?[id]?["sources"] as? [String]
    #expect(Set(sources ?? []) == Set(all + ["own-knowledge"]))
  }

  @Test func aStateIsNotChangedByTheColumnThatTellsIt() throws {
    try export(replacing: "people,announced,2028", with: "people,done,2028")
    let refused = try home.run("import", table)
    let fields = ["states.1.state", "states.1.since", "states.1.sources"]
    #expect(refused.code == 65 && refused.output == "")
    #expect(
      refused.errors == """
        \(table):3:48: “state” is “done”, expected “announced”, as the record has it on 2022-09-28; \
        a state goes into the columns \(fields.joined(separator: ", ")), or \
        “ladmp set ca-2022-06-10-1 states.1.state=… states.1.since=… states.1.sources=…”

        """)
    // Both ways work.
    let values = ["done", "2022-09-20", "lo-2022"]
    let pairs = zip(fields, values).map { "\($0)=\($1)" }
    #expect(try home.run(["set", "ca-2022-06-10-1"] + pairs).code == 0)
    #expect(try home.run("import", table).output.hasPrefix("Nothing in"))
    #expect(try home.run("undo").code == 0)
    try
      "id,state,\(fields.joined(separator: ","))\nca-2022-06-10-1,announced,done,2022-09-20,lo-2022\n"
      .write(toFile: table, atomically: true, encoding: .utf8)
    #expect(try home.run("import", table).output.contains(": 0 added, 1 changed"))
    #expect(
      try home.run("commitments", "--columns", "state", "--format", "csv", "2028").output
        == "state\r\ndone\r\n")
  }

  @Test func aTextInAnotherLanguageIsNeverTakenForEnglish() throws {
    let old = "Recibir a refugiados de las Américas hasta 2028"
    try export("--lang", "es", replacing: old, with: "Acoger a refugiados hasta 2028")
    let refused = try home.run("import", table)
    #expect(refused.code == 65)
    #expect(
      refused.errors.hasSuffix(
        ":3:63: “text” is changed, and texts of this table are in “es”, "
          + "expected “--lang es”, or a column “text.es”\n"), "\(refused.errors)")
    #expect(
      try home.run("import", "--lang", "es", table).output.contains(": 0 added, 1 changed"))
    func text(_ language: String) throws -> String {
      try home.run(
        "commitments", "--lang", language, "--columns", "text", "--format", "csv", "2028"
      ).output
    }
    #expect(try text("es").contains("Acoger a refugiados hasta 2028"))
    #expect(try text("en").contains("Receive refugees from the Americas by 2028"))
  }
}
