/// When something happened, as exactly as its source says: a day, a month, a year, or a span.
public struct Period: Hashable, Sendable {
  /// How exactly the source dates a fact.
  public enum Precision: Sendable {
    case day, month, year, span
  }

  /// The first day that the period can mean.
  public let first: Day
  /// The last day that the period can mean; never before ``first``.
  public let last: Day
  /// How the period was written.
  public let precision: Precision

  /// A single day.
  public init(_ day: Day) {
    self.init(day, day, .day)
  }

  /// ISO 8601: `2022`, `2022-06`, `2022-06-10`, or two of them joined by `/`; nil for anything else.
  public init?(_ text: String) {
    let hasSlash = text.utf8.withContiguousStorageIfAvailable { $0.contains(UInt8(ascii: "/")) }
    guard hasSlash ?? true, let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      self.init(single: text)
      return
    }
    guard let start = Period(single: text[..<slash]),
      let end = Period(single: text[text.utf8.index(after: slash)...]), start.first <= end.last
    else { return nil }
    self.init(start.first, end.last, .span)
  }

  private init(_ first: Day, _ last: Day, _ precision: Precision) {
    (self.first, self.last, self.precision) = (first, last, precision)
  }

  private init?(single text: some StringProtocol) {
    guard let date = WrittenDate(text) else { return nil }
    let month = date.month ?? 1
    let lastMonth = date.month ?? 12
    guard (1...12).contains(lastMonth) else { return nil }
    let lastDay = date.day ?? Day.length(ofMonth: lastMonth, year: date.year)
    guard let start = Day(year: date.year, month: month, day: date.day ?? 1),
      let end = Day(year: date.year, month: lastMonth, day: lastDay)
    else { return nil }
    self.init(start, end, date.day != nil ? .day : date.month != nil ? .month : .year)
  }

  /// Whether a day lies in the period.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }
}

extension Period: CustomStringConvertible {
  /// ISO 8601, as exact as the period is.
  public var description: String {
    switch precision {
    case .day: first.description
    case .month: String(first.description.prefix(7))
    case .year: String(first.description.prefix(4))
    case .span: "\(first)/\(last)"
    }
  }
}
