import Declaration
import Foundation
import Testing

@Suite struct DayTests {
  private var calendar: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    return calendar
  }

  @Test func agreesWithFoundationOnEveryDayOfFourCenturies() throws {
    let calendar = calendar
    let start = try #require(Day(year: 1800, month: 1, day: 1)).number
    let end = try #require(Day(year: 2201, month: 1, day: 1)).number
    for number in start..<end {
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday],
        from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let day = Day(number: number)
      guard day.date.year == parts.year, day.date.month == parts.month, day.date.day == parts.day,
        // Foundation counts from Sunday, 1.
        (day.weekday + 1) % 7 + 1 == parts.weekday,
        Day(year: day.date.year, month: day.date.month, day: day.date.day) == day
      else {
        Issue.record("day \(number) is \(day), Foundation says \(parts)")
        return
      }
    }
  }

  @Test func readsWhatItWritesAndNothingElse() {
    for number in stride(from: -700_000, to: 2_900_000, by: 997) {
      let day = Day(number: number)
      #expect(Day(day.description) == day)
    }
    let wrong = [
      "", "2022", "2022-9-28", "2022-13-01", "2022-02-29", "2100-02-29", "2022-00-10",
      "2022-06-31", "2022-06-00", "+022-06-10", "2022-06-1٠", " 2022-06-10", "2022-06-10T00",
      "0000-01-01", "2022--6-10",
    ]
    for text in wrong { #expect(Day(text) == nil, "\(text)") }
    #expect(Day("2024-02-29") != nil)
    #expect(Day("2000-02-29") != nil)
  }

  @Test func knowsTheWeekdaysOfTheDisputedLaunch() throws {
    #expect(try #require(Day("2022-09-26")).weekday == 0)
    #expect(try #require(Day("2022-09-27")).weekday == 1)
    #expect(try #require(Day("2022-10-06")) - #require(Day("2022-09-28")) == 8)
  }
}

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2022", "2022-01-01", "2022-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2022-06-10", "2022-06-10", "2022-06-10"),
    ("2022-06-06/2022-06-10", "2022-06-06", "2022-06-10"),
    ("2022-06/2023", "2022-06-01", "2023-12-31"),
  ])
  func coversItsDays(_ text: String, _ first: String, _ last: String) throws {
    let period = try #require(Period(text))
    #expect(period.first == Day(first))
    #expect(period.last == Day(last))
    #expect(period.contains(period.first) && period.contains(period.last))
    #expect(!period.contains(period.last + 1) && !period.contains(period.first + -1))
  }

  @Test(arguments: [
    "", "/", "22", "2022-13", "2022-6", "2022-06-10/2022-06-06", "2022/2021", "2022/2023/2024",
    "2022-06-10/", "later",
  ])
  func refusesWhatIsNoPeriod(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test func writesSinglePeriodsAsTheyWereRead() {
    for text in ["2022", "2024-02", "2022-06-10", "2022-06-06/2022-06-10"] {
      #expect(Period(text)?.description == text)
    }
  }
}

@Suite struct FactPathTests {
  @Test func readsAndWritesJSONPointers() {
    for pointer in ["/meetings/lima-2022/date", "/a~1b/~0c", "/", "/x/"] {
      #expect(FactPath(pointer: pointer)?.description == pointer)
    }
    #expect(FactPath(pointer: "/a~1b/~0c")?.tokens == ["a/b", "~c"])
    #expect(FactPath(pointer: "meetings") == nil)
  }

  @Test func leadsToWhatItHolds() {
    let meeting = FactPath("meetings", "lima-2022")
    #expect(meeting.leads(to: FactPath("meetings", "lima-2022", "date")))
    #expect(meeting.leads(to: meeting))
    #expect(!meeting.leads(to: FactPath("meetings", "lima-2022-b")))
    #expect(!meeting.leads(to: FactPath("meetings")))
  }
}
