/// A day of the proleptic Gregorian calendar, without time or time zone.
///
/// Days order by date and differ by whole numbers, which is all that the record needs.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; negative before it.
  public var number: Int { Int(stored) }
  // A record has thousands of days; four bytes reach for six million years.
  private let stored: Int32

  /// The day a number of days after 1 January 1970.
  public init(number: Int) {
    stored = Int32(clamping: number)
  }

  /// The day of a date, or nil when the calendar has no such date.
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to the length of the month.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Howard Hinnant's days_from_civil: years begin in March, so that the leap day comes last.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
  }

  /// The day written as ISO 8601, `2022-09-28`, or nil for anything else.
  public init?(_ text: String) {
    guard let date = WrittenDate(text), let month = date.month, let day = date.day else {
      return nil
    }
    self.init(year: date.year, month: month, day: day)
  }

  /// Year, month (1 to 12) and day of the month (from 1).
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  /// The weekday, 0 for Monday to 6 for Sunday (ISO 8601 order, from zero).
  public var weekday: Int {
    let shifted = (number + 3) % 7
    return shifted < 0 ? shifted + 7 : shifted
  }

  /// The number of days in a month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Only ASCII digits count: `Int` alone would also take a sign.
  static func digits(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  /// Whether one day comes before another.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day a number of days later.
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

  /// The number of days from one day to another.
  public static func - (left: Day, right: Day) -> Int { left.number - right.number }
}

/// The numbers of a date as it is written: `2022`, `2022-09` or `2022-09-28`.
struct WrittenDate {
  private(set) var year = 0
  private(set) var month: Int?
  private(set) var day: Int?

  /// The numbers, whether or not the calendar has such a date; nil for anything else.
  ///
  /// Records have hundreds of thousands of dates: the bytes are looked at one by one.
  init?(_ text: some StringProtocol) {
    let date = text.utf8.withContiguousStorageIfAvailable { WrittenDate(bytes: $0) }
    guard let date = date ?? WrittenDate(bytes: Array(text.utf8)) else { return nil }
    self = date
  }

  private init?(bytes: some Sequence<UInt8>) {
    var (month, day, count) = (0, 0, 0)
    for byte in bytes {
      let digit = Int(byte) - 48
      switch count {
      case 4, 7: if byte != UInt8(ascii: "-") { return nil }
      case 10...: return nil
      default: if !(0...9).contains(digit) { return nil }
      }
      switch count {
      case 0..<4: year = year * 10 + digit
      case 5, 6: month = month * 10 + digit
      case 8, 9: day = day * 10 + digit
      default: break
      }
      count += 1
    }
    guard count == 4 || count == 7 || count == 10 else { return nil }
    if count >= 7 { self.month = month }
    if count == 10 { self.day = day }
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2022-09-28`.
  public var description: String {
    let (year, month, day) = date
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
