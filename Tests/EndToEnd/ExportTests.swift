import Dashboard
import Foundation
import Testing

/// What `ladmp export` writes, read by others.
@Suite(.serialized) struct ExportEndToEnd {
  private let home: StoreHome
  private let record: String

  init() throws {
    home = try StoreHome()
    record = try NastyRecord.write(in: home.folder)
  }

  private func export(_ arguments: String...) throws -> String {
    let outcome = try home.run(["export"] + arguments + ["--edition", record])
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(arguments) \(outcome.errors)")
    return outcome.output
  }

  private struct Database: Decodable {
    let tables: [String: Int]
    let keyless: [String]
    let references: Int
    let views: [String: [[String: String]]]
    let meta: [String: String]
  }

  static let days = ["2022-01-01", "2022-09-28", "2022-10-07", "2022-12-31", "2026-01-01"]

  @Test(arguments: days) func aDatabaseAndItsFilesOfValuesSayTheSame(_ day: String) throws {
    let (file, folder) = (home.folder + "/record.sqlite", home.folder + "/values")
    _ = try export("--format", "sqlite", "--as-of", day, "-o", file)
    _ = try export("--format", "csv-folder", "--as-of", day, "-o", folder)
    let database = try Readers.publication("sqlite", file, folder, as: Database.self)
    #expect(database.keyless == [] && database.references > 20)
    #expect(database.meta["as_of"] == day && database.meta["edition"] == record)
    func rows(_ list: String) throws -> [[String: String]] {
      let all = ["--format", "csv", "--as-of", day, "--edition", record]
      return try Readers.rows("csv", home.run([list] + all).output)
    }
    for list in ["pillars", "packages", "countries", "meetings", "commitments", "disputes"] {
      #expect(database.tables[list] == (try rows(list).count), "\(list)")
    }
    let overview = try #require(database.views["country_overview"])
    let listed = try rows("countries")
    #expect(
      Set(overview.map { "\($0["id"] ?? "") \($0["endorsed"] ?? "") \($0["commitments"] ?? "")" })
        == Set(
          listed.map { "\($0["id"] ?? "") \($0["endorsed"] ?? "") \($0["commitments"] ?? "")" }))
    let pillars = try rows("pillars")
    #expect(
      database.views["commitments_by_pillar"]?.map { $0["commitments"] }
        == pillars.map { $0["commitments"] })
  }

  @Test func theUsersOwnIsToldApart() throws {
    let (file, folder) = (home.folder + "/own.sqlite", home.folder + "/values")
    _ = try home.run("set", "PE", "capital", "Cusco", "-q")
    _ = try home.run(
      "add", "commitment", "country=PE", "pillar=2", "announced=2022-09-01", "text=Ease visas", "-q"
    )
    #expect(try home.run("export", "--format", "sqlite", "-o", file).code == 0)
    #expect(try home.run("export", "--format", "csv-folder", "-o", folder).code == 0)
    let database = try Readers.publication("sqlite", file, folder, as: Database.self)
    let rows = try Readers.rows("csv", home.text(folder + "/own_changes.csv"))
    #expect(rows.count >= 2 && database.meta["own_changes"] == "\(rows.count)")
    #expect(Set(rows.compactMap { $0["kind"] }) == ["added", "changed"])
    #expect(rows.contains { $0["fact"] == "/countries/PE/capital/en" || $0["before"] == "Lima" })
  }

  @Test func thePageDoesNotLeaveTheUsersOwnToTheSourcesOfTheEdition() throws {
    let file = home.folder + "/own.html"
    _ = try home.run("set", "PE", "capital", "Cusco", "-q")
    _ = try home.run(
      "add", "commitment", "country=PE", "pillar=2", "announced=2022-09-01", "text=Ease visas", "-q"
    )
    _ = try home.run("note", "PE", "Only for us")
    let outcome = try home.run("export", "--format", "html", "-o", file)
    #expect(outcome.code == 0)
    #expect(
      outcome.errors == "ladmp: 1 note of yours left out; “ladmp export --own” has them\n")
    let page = try Readers.publication("html", file, as: Page.self).text
    #expect(page.contains("Ease visas (added)") && page.contains("Peru (changed)"))
    #expect(
      page.contains("Changed from the edition") && page.contains("Cusco; the edition has Lima"))
    #expect(!page.contains("Only for us"))
    #expect(page.contains("103 million USD (part of another)"))
  }

  @Test func thePageMarksWhatIsTheUsersOwnAndNotWhatIsBesideIt() throws {
    let file = home.folder + "/own.html"
    _ = try home.run("add", "endorsement", "country=BO", "date=2022-09-20", "-q")
    _ = try home.run("set", "lima-2022", "outcome.0", "A thing decided", "-q")
    func page(_ day: String) throws -> String {
      let run = ["export", "--format", "html", "--as-of", day, "-o", file, "--force"]
      #expect(try home.run(run).code == 0)
      return try Readers.publication("html", file, as: Page.self).text
    }
    let early = try page("2022-09-28")
    #expect(early.contains("20 Sep 2022 (added)") && !early.contains("Bolivia (added"))
    #expect(!early.contains("A thing decided"), "it was not known yet")
    #expect(try !home.run("next", "--format", "ics").output.contains("A thing"))
    #expect(try !page("2022-09-01").contains("(added)"))
    let changes = try home.run("changes", "--from", "2022-09-01", "--to", "2022-10-07").output
    #expect(changes.contains("Bolivia has endorsed (added by you)\n"))
    #expect(!changes.contains("(changed by you)"), "no event of Lima's is changed by its outcome")
    let late = try page("2022-10-07")
    #expect(late.contains("First ministerial meeting (changed)"))
    #expect(
      late.contains("Changed from the edition") && late.contains("outcome: A thing decided")
    )
  }

  @Test func theSameRecordGivesTheSameDatabase() throws {
    let shell = ["/bin/sh", "-c", "\"$@\" | cksum", "sh"]
    let sums = try (0..<2).map { _ in
      try home.run(["export", "--format", "sqlite"], through: shell).output
    }
    #expect(sums[0] == sums[1] && !sums[0].isEmpty)
  }

  private struct Page: Decodable {
    let language: String
    let title: String
    let elements: [String]
    let outside: [String]
    let skip: String
    let text: String
    let contrast: Double
  }

  @Test(arguments: days) func thePageStandsByItself(_ day: String) throws {
    let file = home.folder + "/record.html"
    _ = try export("--format", "html", "--as-of", day, "-o", file)
    let page = try Readers.publication("html", file, as: Page.self)
    #expect(page.language == "en" && page.title.hasPrefix("Los Angeles Declaration on Migration"))
    #expect(page.skip == "#record" && page.contrast >= 4.5)
    let strange: Set = ["script", "img", "iframe", "object", "link", "form", "b"]
    #expect(strange.isDisjoint(with: page.elements))
    #expect(page.text.contains(NastyRecord.text.visible))
    let sources = try Readers.rows(
      "csv", home.run("sources", "--format", "csv", "--as-of", day, "--edition", record).output)
    #expect(
      Set(page.outside).isSuperset(of: sources.compactMap { $0["link"] }.filter { !$0.isEmpty }))
  }

  @Test func nothingInARecordBecomesMarkup() throws {
    let file = home.folder + "/evil.json"
    var text = try home.text(record)
    text = text.replacingOccurrences(of: "Launch of", with: "<script>alert(1)</script><b onx='y'>")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let page = home.folder + "/evil.html"
    #expect(try home.run("export", "--format", "html", "-o", page, "--edition", file).code == 0)
    let found = try Readers.publication("html", page, as: Page.self)
    #expect(!found.elements.contains("script") && !found.elements.contains("b"))
    #expect(found.text.contains("<script>alert(1)</script>"))
    #expect(found.outside.allSatisfy { $0.hasPrefix("http") })
  }

  @Test(arguments: days) func jsonAsOfADayIsARecordAgain(_ day: String) throws {
    let file = home.folder + "/then.json"
    try export("--as-of", day).write(toFile: file, atomically: true, encoding: .utf8)
    let check = try home.run("check", file)
    #expect(check.code == 0 && check.errors.isEmpty, "\(check.errors)")
    for list in ListFormatEndToEnd.lists + ["changes"] {
      let span = list == "changes" ? ["--to", day] : ["--as-of", day, "--format", "json"]
      let then = try home.run([list] + span + ["--edition", file])
      let now = try home.run([list] + span + ["--edition", record])
      #expect(then.output == now.output, "\(list)")
    }
    for list in ["meetings", "commitments", "disputes", "packages"] {
      let later = try home.run(list, "--count", "--as-of", "2030-01-01", "--edition", file)
      let then = try home.run(list, "--count", "--as-of", day, "--edition", record)
      #expect(later.output == then.output, "\(list)")
    }
  }

  @Test func whatIsThereIsReplacedOnlyWhenAsked() throws {
    let file = home.folder + "/there.html"
    try "mine".write(toFile: file, atomically: true, encoding: .utf8)
    let refused = try home.run("export", "--format", "html", "-o", file)
    #expect(refused.code == 73 && refused.errors.contains("--force replaces it"))
    #expect(try home.text(file) == "mine")
    #expect(try home.run("export", "--format", "html", "-o", file, "--force").code == 0)
    #expect(try home.text(file).hasPrefix("<!DOCTYPE html>"))
    let folder = try home.run("export", "--format", "csv-folder", "-o", home.folder)
    #expect(folder.code == 73 && folder.errors.contains("the folder is not empty"))
    #expect(try home.run("export", "-o", home.folder, "--force").code == 73)
    #expect(try home.run("export", "-o", "/nowhere/x.json").code == 73)
    let names = try FileManager.default.contentsOfDirectory(atPath: home.folder)
    #expect(names.filter { $0.hasPrefix("there.html") } == ["there.html"])
  }

  @Test func refusesWhatCanNotBe() throws {
    #expect(try home.run("export", "--format", "csv-folder").code == 64)
    #expect(try home.run("export", "--format", "sqlite", "--own").code == 64)
    #expect(try home.run("export", "--format", "xml").code == 64)
    let terminal = try Session(["export", "--format", "sqlite"], columns: 80, rows: 24)
    #expect(try terminal.waitForEnd() == .exit(64))
  }
}
