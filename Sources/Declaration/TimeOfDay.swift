/// Times as the record writes them, in minutes.
public enum TimeOfDay {
  /// Minutes after midnight, from a time such as `09:30`; nil for anything else.
  public static func minutes(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hours = Day.digits(parts[0]), let minutes = Day.digits(parts[1]), hours < 24, minutes < 60
    else { return nil }
    return hours * 60 + minutes
  }

  /// Minutes east of UTC, from an offset such as `-05:00`; nil for anything else.
  public static func offset(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-",
      let minutes = minutes(text.dropFirst()), minutes <= 14 * 60
    else { return nil }
    return sign == "-" ? -minutes : minutes
  }
}
