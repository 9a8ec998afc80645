#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Who writes to the store: this process, and everybody else.
enum StoreWriter {
  /// This process among all that ever wrote: the user, and a number that no other process has.
  static let own: String = {
    let user = getenv("USER").map { String(cString: $0) } ?? "user"
    return "\(user) \(String(UInt32.random(in: .min ... .max), radix: 16))"
  }()

  /// A writer as the user sees it: by name where the store is shared.
  static func name(of writer: String?) -> String {
    writer == own ? "yours" : author(of: writer) ?? "theirs"
  }

  /// The name of somebody who shares the store; nil for a process without one.
  static func author(of writer: String?) -> String? {
    guard let writer, writer.hasSuffix(">"), let end = writer.lastIndex(of: "<") else { return nil }
    let name = writer[..<end].split(separator: " ").joined(separator: " ")
    return name.isEmpty ? String(writer[end...].dropFirst().dropLast()) : name
  }
}

/// Times as the store writes them.
public enum StoreTime {
  /// The present second, ISO 8601 in UTC: `2026-11-24T09:10:11Z`.
  static func now() -> String { text(of: time(nil)) }

  /// A time as it may stand in an id or a file's name.
  static func name(of time: String) -> String { time.filter { $0 != ":" && $0 != "-" } }

  /// A second since 1970, ISO 8601 in UTC.
  public static func text(of second: time_t) -> String {
    var seconds = second
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(day)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
