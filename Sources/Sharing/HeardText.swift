/// What git and the remote say, as a terminal may have it: nothing in it acts on the terminal.
struct HeardText {
  /// The beginning of a line whose end is still to come.
  private var begun: [UInt8] = []
  /// Lines that say no progress: they are shown when it is known what they mean.
  private(set) var held = ""

  /// The lines that come to their end in what was heard.
  mutating func take(_ bytes: [UInt8]) -> String {
    begun += bytes
    // Git ends what it is about to write over with a return.
    let ends = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    guard let end = begun.lastIndex(where: ends.contains) else { return "" }
    defer { begun.removeFirst(end + 1) }
    return progress(in: HeardText.harmless(begun[...end]))
  }

  /// All that was held back, for where nothing more comes: it may ask for something.
  mutating func whatWaits() -> String {
    defer { (held, begun) = ("", []) }
    return held + HeardText.harmless(begun[...])
  }

  /// A last line without an end.
  mutating func rest() -> String {
    defer { begun = [] }
    return progress(in: HeardText.harmless(begun[...]))
  }

  /// The lines that say how far it is.
  private mutating func progress(in text: String) -> String {
    var progress = ""
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      let end = rest.firstIndex { $0 == "\n" || $0 == "\r" }.map { rest.index(after: $0) }
      let line = String(rest[..<(end ?? rest.endIndex)])
      if line.hasSuffix("\r") || line.contains("% (") {
        progress += line
      } else {
        held += line
      }
      rest = rest[(end ?? rest.endIndex)...]
    }
    return progress
  }

  private static func harmless(_ bytes: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where !"\n\r\t".unicodeScalars.contains(scalar), .format, .lineSeparator,
        .paragraphSeparator:
        scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
