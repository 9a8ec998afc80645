/// What a piece of the screen means. Colours come last, from a palette in the terminal's room.
public enum Role: Character, CaseIterable, Sendable {
  /// Ordinary text.
  case plain = "."
  /// Text that steps back: units, hints, what is less asked for.
  case quiet = ","
  /// The program's header line.
  case header = "H"
  /// The as-of day in the header.
  case headerDay = "A"
  /// The next meeting and its countdown in the header.
  case headerNext = "N"
  /// A border of a pane.
  case border = "-"
  /// The border of the pane that has the focus.
  case borderFocused = "="
  /// The title of a pane.
  case title = "t"
  /// The title of the pane that has the focus.
  case titleFocused = "T"
  /// A heading inside a pane.
  case heading = "h"
  /// A label before a value.
  case label = "l"
  /// A key in the footer or the help.
  case key = "k"
  /// What a key does.
  case hint = "i"
  /// What the user types.
  case input = "_"
  /// An endorsement.
  case endorsed = "e"
  /// No endorsement.
  case notEndorsed = "n"
  /// Presence at a meeting.
  case present = "p"
  /// A delegate in place of the head.
  case delegate = "d"
  /// Stayed away.
  case declined = "x"
  /// Not invited.
  case excluded = "X"
  /// No source says.
  case notReported = "?"
  /// Land filled by how many commitments there are.
  case counted = "#"
  /// The next meeting on the timeline.
  case next = "!"
  /// What lies behind the as-of day.
  case past = "<"
  /// The mark of the as-of day.
  case asOf = "|"
  /// Sources differ.
  case disputed = "D"
  /// The number of a source.
  case source = "s"
  /// A link.
  case link = "L"
  /// What the user added or changed.
  case own = "m"
  /// A notice that something went well or is being done.
  case notice = "o"
  /// A notice that something is wrong.
  case warning = "w"
}

/// What is laid over a role: selection, focus, a match of the filter.
public struct Emphasis: OptionSet, Hashable, Sendable {
  /// The set as bits.
  public let rawValue: UInt8

  /// A set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The line that is selected in its pane.
  public static let selected = Emphasis(rawValue: 1)
  /// With ``selected``: the pane has the focus.
  public static let focused = Emphasis(rawValue: 2)
  /// Letters that the filter found.
  public static let match = Emphasis(rawValue: 4)
}

/// How a cell is to look: what it means and what is laid over it.
public struct Style: Hashable, Sendable {
  /// What the cell means.
  public var role: Role
  /// What is laid over it.
  public var emphasis: Emphasis

  /// A style from a role.
  public init(_ role: Role, _ emphasis: Emphasis = []) {
    (self.role, self.emphasis) = (role, emphasis)
  }
}
