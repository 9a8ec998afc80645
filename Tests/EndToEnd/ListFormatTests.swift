import Dashboard
import Foundation
import Testing

/// What the list commands write, read by others.
@Suite(.serialized) struct ListFormatEndToEnd {
  private let home: StoreHome
  private let record: String

  init() throws {
    home = try StoreHome()
    record = try NastyRecord.write(in: home.folder)
  }

  static let lists = [
    "pillars", "packages", "countries", "meetings", "commitments", "sources", "disputes",
  ]

  /// A value of JSON as CSV and TSV have it.
  private enum Value: Decodable, CustomStringConvertible {
    case absent, flag(Bool), number(Double), text(String), list([String])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .absent
      } else if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else {
        self = .list(try value.decode([String].self))
      }
    }

    var description: String {
      switch self {
      case .absent: ""
      case .flag(let flag): flag ? "yes" : "no"
      case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
      case .text(let text): text
      case .list(let texts): texts.joined(separator: "; ")
      }
    }
  }

  private func list(_ arguments: String...) throws -> String {
    let outcome = try home.run(arguments + ["--edition", record])
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(arguments) \(outcome.errors)")
    return outcome.output
  }

  @Test(arguments: lists) func everyFormatHasTheSameRows(_ name: String) throws {
    let day = "2022-12-31"
    let json = try list(name, "--format", "json", "--as-of", day)
    let rows = try Readers.read("json", json, as: [[String: Value]].self)
      .map { $0.mapValues(\.description) }
    #expect(rows.count > 0)
    let csv = try list(name, "--format", "csv", "--as-of", day)
    #expect(csv.utf8.suffix(2).elementsEqual("\r\n".utf8))
    #expect(try Readers.rows("csv", csv) == rows)
    #expect(try Readers.rows("tsv", list(name, "--format", "tsv", "--as-of", day)) == rows)
    #expect(json.contains("\\u001b[31m"))
    #expect(rows.contains { $0.values.contains(NastyRecord.text) })
    let markdown = try Readers.rows(
      "markdown", list(name, "--format", "markdown", "--as-of", day))
    #expect(markdown.map { $0["id"] } == rows.map { $0["id"] })
    #expect(markdown.contains { $0.values.contains { $0.hasSuffix(NastyRecord.text.visible) } })
  }

  @Test(arguments: lists) func jsonKeepsToItsSchema(_ name: String) throws {
    for day in ["2022-09-28", "2022-12-31", "2026-01-01"] {
      let json = try list(name, "--format", "json", "--as-of", day)
      #expect(try Readers.schemaFaults(name, json) == [])
    }
    #expect(try !Readers.schemaFaults(name, "[{\"id\": 1}]").isEmpty)
    let nothing = try home.run(name, "--format", "json", "no-such-word")
    #expect(nothing.code == 1 && nothing.output == "[]\n")
  }

  @Test(arguments: lists) func nothingReachesATerminalRaw(_ name: String) throws {
    for format in ["table", "json", "csv", "tsv", "markdown"] {
      let session = try Session(
        [name, "--format", format, "--edition", record], columns: 80, rows: 40)
      #expect(try session.waitForEnd() == .exit(0))
      let text = String(decoding: session.output, as: UTF8.self)
      let raw = text.unicodeScalars.filter {
        $0.value < 0x20 && !["\n", "\r", "\t"].contains($0) || $0 == "\u{202E}"
      }
      #expect(raw.isEmpty, "\(format)")
      guard format == "table" else { continue }
      let lines = text.split(whereSeparator: \.isNewline)
      #expect(lines.allSatisfy { $0.cellWidth <= 80 } && text.contains("…"))
    }
  }

  @Test func aTableThatIsPipedIsWholeAndPlain() throws {
    let table = try list("sources")
    #expect(table.contains(NastyRecord.text.visible) && !table.contains("…"))
    #expect(table.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }

  private struct Events: Decodable {
    let events: [[String: String]]
    let zones: [String]
    let version: String
  }

  @Test func meetingsAreACalendar() throws {
    let text = try list("meetings", "--format", "ics", "--as-of", "2026-01-01")
    let calendar = try Readers.read("ics", text, as: Events.self)
    #expect(calendar.version == "2.0" && calendar.zones == ["America/Lima"])
    let uids = calendar.events.compactMap { $0["UID"] }
    let count = try list("meetings", "--count", "--as-of", "2026-01-01")
    #expect("\(Set(uids).count)\n" == count)
    let summit = calendar.events.first { $0["UID"] == "summit-2022@ladmp" }
    #expect(summit?["DTSTART"] == "2022-06-06" && summit?["DTEND"] == "2022-06-11")
    #expect(summit?["LOCATION"] == "Los Angeles, California, United States")
    let month = calendar.events.first { $0["UID"] == "coordinators-2024@ladmp" }
    #expect(month?["STATUS"] == "TENTATIVE")
  }

  @Test func theNextMeetingHasItsHour() throws {
    let text = try list("next", "--format", "ics")
    #expect(try list("next", "--format", "ics") == text)
    let events = try Readers.read("ics", text, as: Events.self).events
    let event = try #require(events.first)
    #expect(event["DTSTART"] == "2022-10-06T09:00:00-05:00")
    #expect(event["DTSTAMP"] == "2022-09-28T00:00:00+00:00")
    #expect(event["URL"]?.hasPrefix("https://") ?? false)
    #expect(event["DESCRIPTION"]?.contains("Time zone: America/Lima, UTC−5\n") ?? false)
    let lines = NastyRecord.text.split(whereSeparator: \.isNewline).map { String($0).visible }
    #expect(event["SUMMARY"] == lines.joined(separator: "\n"))
  }
}
