import Dashboard

/// A line of an iCalendar object (RFC 5545, 3.1).
enum CalendarLine {
  /// Octets that a line may have without its end.
  private static let longest = 75

  /// A property whose value is free text.
  static func text(_ name: String, _ value: String) -> String {
    folded("\(name):\(escaped(value))")
  }

  /// Free text with what would end a value escaped. Line breaks stay such; other control characters
  /// become visible.
  static func escaped(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.map { line in
      String(line).visible.unicodeScalars.reduce(into: "") { result, scalar in
        if "\\;,".unicodeScalars.contains(scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }.joined(separator: "\\n")
  }

  /// The line in pieces that are short enough, each but the first after a blank, with its end. A
  /// scalar is never torn apart.
  static func folded(_ line: String) -> String {
    var result = ""
    var room = longest
    for scalar in line.unicodeScalars {
      let octets = UTF8.width(scalar)
      if octets > room {
        result += "\r\n "
        room = longest - 1
      }
      result.unicodeScalars.append(scalar)
      room -= octets
    }
    return result + "\r\n"
  }
}
