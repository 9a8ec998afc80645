import Declaration

/// Dates as the interface writes them.
public enum DateText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// A month's name; months count from 1.
  static func longMonth(_ month: Int) -> String { months[month - 1] }

  /// A month's name in three letters; months count from 1.
  public static func shortMonth(_ month: Int) -> String { String(months[month - 1].prefix(3)) }

  /// `6 Oct 2022`
  public static func short(_ day: Day) -> String {
    let (year, month, number) = day.date
    return "\(number) \(shortMonth(month)) \(year)"
  }

  /// `Thu 6 Oct 2022`
  public static func medium(_ day: Day) -> String {
    "\(weekdays[day.weekday].prefix(3)) \(short(day))"
  }

  /// `Thursday 6 October 2022`
  public static func long(_ day: Day) -> String {
    let (year, month, number) = day.date
    return "\(weekdays[day.weekday]) \(number) \(months[month - 1]) \(year)"
  }

  /// A period as exactly as it is known: `6 Oct 2022`, `Dec 2024`, `2022`, `6 to 10 Jun 2022`.
  public static func short(_ period: Period) -> String {
    text(period, day: short)
  }

  /// The same with weekdays, for single days: `Thu 6 Oct 2022`.
  public static func medium(_ period: Period) -> String {
    text(period, day: medium)
  }

  /// The same with weekdays and months in full, for single days.
  public static func long(_ period: Period) -> String {
    text(period, day: long)
  }

  private static func text(_ period: Period, day: (Day) -> String) -> String {
    let (year, month, _) = period.first.date
    switch period.precision {
    case .day: return day(period.first)
    case .month: return "\(shortMonth(month)) \(year)"
    case .year: return String(year)
    case .span:
      let (lastYear, lastMonth, _) = period.last.date
      guard year == lastYear else { return "\(short(period.first)) to \(short(period.last))" }
      let start = period.first.date.day
      return month == lastMonth
        ? "\(start) to \(short(period.last))"
        : "\(start) \(shortMonth(month)) to \(short(period.last))"
    }
  }

  /// A period in at most nine cells, for a column: `6 Oct 22`, `Dec 24`, `2022`.
  public static func column(_ period: Period) -> String {
    let (year, month, number) = period.first.date
    let century = String(String(year).suffix(2))
    switch period.precision {
    case .year: return String(year)
    case .month: return "\(shortMonth(month)) \(century)"
    case .day, .span: return "\(number) \(shortMonth(month)) \(century)"
    }
  }

  /// How far ahead a day is: `today`, `tomorrow`, `in 8 days`.
  public static func countdown(days: Int) -> String {
    switch days {
    case ...0: "today"
    case 1: "tomorrow"
    default: "in \(days) days"
    }
  }

  /// A time of day from minutes after midnight: `09:30`.
  public static func time(minute: Int) -> String {
    let minute = ((minute % 1440) + 1440) % 1440
    let (hours, minutes) = (minute / 60, minute % 60)
    return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
  }

  /// A moment as it is stored, ISO 8601 in UTC: `24 Nov 2026 09:10 UTC`; as it stands where it is
  /// none.
  public static func moment(_ text: String) -> String {
    guard let day = Day(String(text.prefix(10))), text.utf8.count == 20 else { return text }
    return "\(short(day)) \(text.dropFirst(11).prefix(5)) UTC"
  }

  /// An offset from UTC: `UTC−5`, `UTC+5:30`.
  public static func offset(minutesEast: Int) -> String {
    let (hours, minutes) = (abs(minutesEast) / 60, abs(minutesEast) % 60)
    let sign = minutesEast < 0 ? "−" : "+"
    guard minutesEast != 0 else { return "UTC" }
    return "UTC\(sign)\(hours)" + (minutes == 0 ? "" : ":\(minutes < 10 ? "0" : "")\(minutes)")
  }
}
