import Foundation
import Testing

/// Charts as files and as lines.
@Suite(.serialized) struct ChartCommandEndToEnd {
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  @Test(arguments: ["commitments", "endorsements", "attendance"])
  func theSVGStandsAlone(_ name: String) throws {
    let record = try NastyRecord.write(in: home.folder)
    for edition in [[], ["--edition", record, "--as-of", "2023-01-01"]] {
      let svg = try home.run(["chart", name, "--svg", "-"] + edition)
      #expect(svg.code == 0 && svg.errors.isEmpty, "\(svg.errors)")
      let found = try Readers.rows("svg", svg.output)
      let names = Set(found.compactMap { $0["element"] })
      #expect(names.isSuperset(of: ["svg", "title", "desc", "text"]) && !names.contains("script"))
      #expect(found.last?["text"]?.contains("Sources") == true)
    }
  }

  @Test(arguments: [
    ("commitments", "Aid announced by the United States in June 2022"),
    ("attendance", "Haiti at the Summit of the Americas"),
  ])
  func whatSourcesDifferOnIsSaidWithNumbersAndLinks(_ name: String, _ dispute: String) throws {
    let chart = ["chart", name, "--as-of", "today"]
    let lines = try home.run(chart).output
    let svg = try Readers.rows("svg", try home.run(chart + ["--svg", "-"]).output)
    let words = svg.last?["text"] ?? ""
    for text in [lines, words] {
      #expect(text.contains("‡ \(dispute)") && text.contains("https://"))
      let dispute = try #require(text.range(of: "‡ \(dispute)"))
      let sentence = text[dispute.lowerBound...].prefix { $0 != "]" } + "]"
      #expect(sentence.contains(/\[\d+\]/), "\(sentence)")
      let named = Set(text.matches(of: /\[(\d+)\]/).map { String($0.output.1) })
      let listed = Set(text.matches(of: /\[(\d+)\] [^\[]*\.\s/).map { String($0.output.1) })
      #expect(!named.isEmpty && named.isSubset(of: listed))
    }
    #expect(!(try home.run("chart", "endorsements").output.contains("‡")))
  }

  @Test func isWrittenOnceAndReplacedWhenAsked() throws {
    let file = home.folder + "/chart.svg"
    #expect(try home.run("chart", "attendance", "--svg", file).code == 0)
    let again = try home.run("chart", "commitments", "--svg", file)
    #expect(again.code == 73 && again.errors.contains("--force"))
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("Attendance by meeting"))
    #expect(try home.run("chart", "commitments", "--svg", file, "--force").code == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("Commitments by pillar"))
  }

  @Test func linesAreASCIIWhereTheyAreToBe() throws {
    let lines = try home.run("chart", "attendance", "--ascii")
    #expect(lines.output.utf8.allSatisfy { $0 < 0x80 } && lines.output.contains("####"))
    #expect(try home.run("chart", "attendance").output.contains("████"))
    let nothing = try home.run("chart", "endorsements", "--as-of", "2020-01-01")
    #expect(nothing.code == 1 && nothing.output.isEmpty)
    #expect(try home.run("chart", "weather").code == 64)
  }
}
