import Declaration
import Testing

@testable import Registers

/// Where writing is tricky: lines that are folded, columns that do not fit, rows without a value.
struct WritingTests {
  @Test(arguments: [0, 1, 2, 3]) func foldsBetweenScalars(_ shift: Int) {
    let line =
      "X:" + String(repeating: "a", count: 70 + shift) + String(repeating: "é日😀", count: 40)
    let folded = CalendarLine.folded(line)
    #expect(folded.utf8.suffix(2).elementsEqual("\r\n".utf8))
    let rows = folded.unicodeScalars.split { $0 == "\r" || $0 == "\n" }.map { String($0) }
    #expect(rows.allSatisfy { $0.utf8.count <= 75 } && rows.count > 4)
    #expect(rows.dropFirst().allSatisfy { $0.hasPrefix(" ") })
    #expect(rows[0] + rows.dropFirst().map { $0.dropFirst() }.joined() == line)
  }

  @Test func aLineThatJustFitsIsNotFolded() {
    let line = String(repeating: "a", count: 75)
    #expect(CalendarLine.folded(line) == line + "\r\n")
    #expect(CalendarLine.folded(line + "b") == line + "\r\n b\r\n")
  }

  @Test func escapesWhatWouldEndAValue() {
    #expect(CalendarLine.escaped("a;b,c\\d\r\ne\u{7}") == "a\\;b\\,c\\\\d\\ne␇")
  }

  @Test func cutsOnlyTheWidestColumns() {
    #expect(TableWidths.fitted([3, 10, 20], into: 40) == [3, 10, 20])
    #expect(TableWidths.fitted([3, 10, 90], into: 40) == [3, 10, 23])
    #expect(TableWidths.fitted([3, 50, 90], into: 40) == [3, 16, 16])
    #expect(TableWidths.fitted([9, 9, 9], into: 8) == [4, 4, 4])
    #expect(TableWidths.fitted([15, 50, 90], keeping: [0], into: 40) == [15, 10, 10])
  }

  private static func register(_ texts: [String?]) -> Register {
    let entries = texts.enumerated().map { place, text in
      Source(
        id: "\(place)", title: text ?? "", publisher: "", link: text,
        published: Period(Day(number: 0)), note: nil)
    }
    let dossier = Dossier(
      title: Wording(""), shortTitle: Wording(""), startDay: Day(number: 1), regions: [],
      sources: entries, pillars: [], packages: [], countries: [], endorsements: [], meetings: [],
      commitments: [], context: [], disputes: [])
    return Register(
      entries, EntryColumn<Source>.all, in: dossier.asOf(Day(number: 1)), matching: .init(""))
  }

  private func ids(_ register: Register) -> [String] {
    (0..<register.count).map { register.id(ofRow: $0) }
  }

  @Test func whatIsNotReportedComesLastEitherWay() {
    var register = WritingTests.register(["b", nil, "Á", "b", nil])
    register.sort(by: "link")
    #expect(ids(register) == ["2", "0", "3", "1", "4"])
    register.sort(by: "link", descending: true)
    #expect(ids(register) == ["0", "3", "2", "1", "4"])
  }

  @Test func quotesAndEscapes() {
    var register = WritingTests.register(["a\r\nb", "say \"x\"", "t\\t\t"])
    register.choose(["title"])
    var (csv, tsv) = ("", "")
    register.write(as: .csv, to: &csv)
    register.write(as: .tsv, to: &tsv)
    #expect(csv == "title\r\n\"a\r\nb\"\r\n\"say \"\"x\"\"\"\r\nt\\t\t\r\n")
    #expect(tsv == "title\na\\r\\nb\nsay \"x\"\nt\\\\t\\t\n")
  }

  @Test func jsonHasEveryKeyInOrder() {
    var register = WritingTests.register([nil])
    register.choose(["own", "id", "link", "published"])
    var json = ""
    register.write(as: .json, to: &json)
    #expect(
      json
        == "[\n  {\"own\": null, \"id\": \"0\", \"link\": null, \"published\": \"1970-01-01\"}\n]\n"
    )
  }
}
