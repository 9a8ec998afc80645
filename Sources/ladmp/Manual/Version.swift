import Declaration
import Store

/// Which program this is.
enum Version {
  /// The program's number.
  static let number = "0.1.0"
  /// The day on which it was released, which the manual pages bear.
  static let released = "2026-11-24"

  /// The number and the day of the built-in record: together they say what answers it gives.
  static var text: String { "\(number), edition of \(Edition.builtInDay ?? "unknown day")" }
}
