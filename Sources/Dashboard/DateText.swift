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
  static func longMonth(_ month: Int, in language: Language = .en) -> String {
    language == .en ? months[month - 1] : language.text("month|\(month)|long")
  }

  /// A month's name in three letters; months count from 1.
  public static func shortMonth(_ month: Int, in language: Language = .en) -> String {
    language == .en
      ? String(months[month - 1].prefix(3)) : language.text("month|\(month)|column")
  }

  /// `6 Oct 2022`
  public static func short(_ day: Day, in language: Language = .en) -> String {
    let (year, month, number) = day.date
    let name = language == .en ? shortMonth(month) : language.text("month|\(month)|short")
    return "\(ordinal(number, in: language)) \(name) \(year)"
  }

  /// `Thu 6 Oct 2022`
  public static func medium(_ day: Day, in language: Language = .en) -> String {
    "\(shortWeekday(day, in: language)) \(short(day, in: language))"
  }

  private static func shortWeekday(_ day: Day, in language: Language) -> String {
    language == .en
      ? String(weekdays[day.weekday].prefix(3)) : language.text("weekday|\(day.weekday)|short")
  }

  /// `Thursday 6 October 2022`
  public static func long(_ day: Day, in language: Language = .en) -> String {
    let (year, month, number) = day.date
    let weekday =
      language == .en ? weekdays[day.weekday] : language.text("weekday|\(day.weekday)|long")
    let name = longMonth(month, in: language)
    let ordinal = ordinal(number, in: language)
    return switch language {
    case .en, .fr: "\(weekday) \(ordinal) \(name) \(year)"
    case .es: "\(weekday) \(number) de \(name) de \(year)"
    case .pt: "\(weekday), \(number) de \(name) de \(year)"
    }
  }

  /// In French the first of a month is an ordinal.
  private static func ordinal(_ number: Int, in language: Language) -> String {
    language == .fr && number == 1 ? "1er" : "\(number)"
  }

  /// A period as exactly as it is known: `6 Oct 2022`, `Dec 2024`, `2022`, `6 to 10 Jun 2022`.
  public static func short(_ period: Period, in language: Language = .en) -> String {
    text(period, in: language, day: short)
  }

  /// The same with weekdays, for single days: `Thu 6 Oct 2022`.
  public static func medium(_ period: Period, in language: Language = .en) -> String {
    text(period, in: language, day: medium)
  }

  /// The same with weekdays and months in full, for single days.
  public static func long(_ period: Period, in language: Language = .en) -> String {
    text(period, in: language, day: long)
  }

  private static func text(
    _ period: Period, in language: Language, day: (Day, Language) -> String
  ) -> String {
    let (year, month, number) = period.first.date
    let name = language == .en ? shortMonth(month) : language.text("month|\(month)|short")
    switch period.precision {
    case .day: return day(period.first, language)
    case .month: return "\(name) \(year)"
    case .year: return String(year)
    case .span:
      let (lastYear, lastMonth, _) = period.last.date
      let start = ordinal(number, in: language)
      let first =
        year != lastYear
        ? short(period.first, in: language) : month == lastMonth ? start : "\(start) \(name)"
      return language("\(first: first) to \(last: short(period.last, in: language))")
    }
  }

  /// The cells that a period takes in a column; French months have up to four letters.
  static func columnWidth(in language: Language) -> Int { language == .fr ? 10 : 9 }

  /// A month's name over an axis or in a column of dates; months count from 1.
  static func axisMonth(_ month: Int, in language: Language) -> String {
    // Where cells are counted, the point of an abbreviation goes.
    language == .fr
      ? language.text("month|\(month)|short").filter { $0 != "." }
      : shortMonth(month, in: language)
  }

  /// A period in at most ``columnWidth(in:)`` cells, for a column: `6 Oct 22`, `Dec 24`, `2022`.
  public static func column(_ period: Period, in language: Language = .en) -> String {
    let (year, month, number) = period.first.date
    let century = String(String(year).suffix(2))
    let name = axisMonth(month, in: language)
    switch period.precision {
    case .year: return String(year)
    case .month: return "\(name) \(century)"
    case .day, .span: return "\(number) \(name) \(century)"
    }
  }

  /// How far ahead a day is: `today`, `tomorrow`, `in 8 days`; that no day is known.
  public static func countdown(days: Int?, in language: Language = .en) -> String {
    guard let days else { return language("day not reported") }
    return switch days {
    case ...0: language("today")
    case 1: language("tomorrow")
    default: language(days, one: "in \(count: days) days", other: "in \(count: days) days")
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
  public static func moment(_ text: String, in language: Language = .en) -> String {
    guard let day = Day(String(text.prefix(10))), text.utf8.count == 20 else { return text }
    return "\(short(day, in: language)) \(text.dropFirst(11).prefix(5)) UTC"
  }

  /// An offset from UTC: `UTC−5`, `UTC+5:30`.
  public static func offset(minutesEast: Int) -> String {
    let (hours, minutes) = (abs(minutesEast) / 60, abs(minutesEast) % 60)
    let sign = minutesEast < 0 ? "−" : "+"
    guard minutesEast != 0 else { return "UTC" }
    return "UTC\(sign)\(hours)" + (minutes == 0 ? "" : ":\(minutes < 10 ? "0" : "")\(minutes)")
  }
}
