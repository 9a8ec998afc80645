import Foundation
import Testing

/// Meetings as a calendar, read by a library that calendars are made with.
@Suite(.serialized) struct CalendarEndToEnd {
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  private struct Calendar: Decodable {
    let events: [[String: String]]
    let zones: [String]
  }

  private func calendar(_ arguments: String...) throws -> [String: [String: String]] {
    let text = try home.run(arguments + ["--format", "ics"])
    #expect(text.code == 0 && text.errors.isEmpty)
    let events = try Readers.read("ics", text.output, as: Calendar.self).events
    return Dictionary(uniqueKeysWithValues: events.map { ($0["UID"] ?? "", $0) })
  }

  /// The library takes the offset from the calendar's own time zones.
  @Test func hoursAreThoseOfThePlace() throws {
    let hours = [
      "summit-2022": "10:00", "launch-2022": "11:30", "lima-2022": "09:00",
      "washington-2023": "14:00", "newyork-2024": "08:15",
    ]
    for (meeting, hour) in hours {
      #expect(try home.run("set", meeting, "starts", hour, "-q").code == 0)
    }
    let events = try calendar("meetings", "--as-of", "2026-01-01")
    func start(_ meeting: String) -> String? { events["\(meeting)@ladmp"]?["DTSTART"] }
    #expect(start("summit-2022") == "2022-06-06T10:00:00-07:00")
    #expect(start("launch-2022") == "2022-09-26T11:30:00-04:00")
    #expect(start("lima-2022") == "2022-10-06T09:00:00-05:00")
    #expect(start("washington-2023") == "2023-06-23T14:00:00-04:00")
    #expect(start("newyork-2024") == "2024-09-25T08:15:00-04:00")
    #expect(start("guatemala-2024") == "2024-05-07")
  }

  @Test func whatTheUserChangedSaysSo() throws {
    #expect(try home.run("set", "lima-2022", "host", "Peru and the OAS", "-q").code == 0)
    let lima = try calendar("next")["lima-2022@ladmp"]
    let words = try #require(lima?["DESCRIPTION"])
    #expect(words.contains("Changed from the edition: "), "\(words)")
    #expect(words.contains("Peru and the OAS; the edition has Peru"), "\(words)")
  }

  @Test func anEventStaysTheSameWheneverItIsAskedFor() throws {
    let early = try calendar("meetings", "--as-of", "2022-09-28")
    let late = try calendar("meetings", "--as-of", "2026-01-01")
    let next = try calendar("next")
    #expect(Set(early.keys).isSubset(of: late.keys) && early.count < late.count)
    #expect(next["lima-2022@ladmp"] == early["lima-2022@ladmp"] && next.count == 1)
    for (id, event) in late {
      #expect(event["SUMMARY"]?.isEmpty == false && event["DESCRIPTION"]?.isEmpty == false)
      #expect(event["URL"]?.hasPrefix("https://") ?? true, "\(id)")
      // A day without an hour ends with the day after, which does not count.
      let isWholeDay = event["DTSTART"]?.count == 10
      #expect(!isWholeDay || (event["DTSTART"] ?? "") < (event["DTEND"] ?? ""))
    }
    #expect(early["lima-2022@ladmp"]?["LOCATION"] == "Lima, Peru")
  }

  @Test func linesEndAndFoldAsTheyMust() throws {
    let text = try home.run("meetings", "--format", "ics", "--as-of", "2026-01-01").output
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "" && lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains { $0.hasPrefix(" ") })
    #expect(try home.run("countries", "--format", "ics").code == 64)
  }
}
