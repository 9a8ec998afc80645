/// A colour as the file of a theme names it.
public enum StoredColour: Hashable, Sendable {
  /// The terminal's own.
  case own
  /// One of the terminal's 256 colours; the first sixteen look as the user has set them.
  case numbered(UInt8)
  /// A colour by its parts.
  case exact(red: UInt8, green: UInt8, blue: UInt8)

  /// The names of the first sixteen, by their numbers.
  static let names =
    ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    + [
      "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue",
      "bright-magenta", "bright-cyan", "bright-white",
    ]

  /// What a fault says is expected.
  static let expectation =
    "“default”, a name such as “blue” or “bright-blue”, a number from 0 to 255, or “#rrggbb”"

  /// The colour that a value of a file names; nil where it names none.
  init?(_ value: JSONValue) {
    if let number = value.number {
      guard let number = UInt8(exactly: number) else { return nil }
      self = .numbered(number)
      return
    }
    guard let text = value.string else { return nil }
    if text == "default" {
      self = .own
    } else if text.utf8.first != UInt8(ascii: "#"),
      let place = StoredColour.names.firstIndex(of: text)
    {
      self = .numbered(UInt8(place))
    } else if let parts = StoredColour.parts(of: text) {
      self = .exact(
        red: UInt8(truncatingIfNeeded: parts >> 16), green: UInt8(truncatingIfNeeded: parts >> 8),
        blue: UInt8(truncatingIfNeeded: parts))
    } else {
      return nil
    }
  }

  /// Red, green and blue of a text such as `#5f87af`, eight bits each.
  private static func parts(of text: String) -> UInt32? {
    let digits = text.utf8.dropFirst()
    // A number may have a sign, a colour has none.
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-")
    else { return nil }
    return UInt32(Substring(digits), radix: 16)
  }
}

/// How a theme wants a part of the screen to look.
public struct StoredLook: Hashable, Sendable {
  /// The colour of the letters; nil for that of plain text.
  public var foreground: StoredColour?
  /// The colour behind them; nil for that of plain text.
  public var background: StoredColour?
  /// Whether letters are bold.
  public var isBold = false
  /// Whether letters step back.
  public var isDim = false
  /// Whether letters are underlined.
  public var isUnderlined = false
  /// Whether the two colours change places.
  public var isReversed = false
}

/// A theme as its file has it, with all that it takes over from others.
public struct StoredTheme: Hashable, Sendable {
  /// What it is called by: its name, or its file.
  public let name: String
  /// What it is for, in a few words; empty where it does not say.
  public var about = ""
  /// The looks by the names of the parts of the screen.
  public var looks: [String: StoredLook] = [:]
  /// The looks where the terminal has no more than sixteen colours; a part that is not here has its
  /// usual look there too.
  public var fewColours: [String: StoredLook] = [:]

  init(name: String) { self.name = name }
}
