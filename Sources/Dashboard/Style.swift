/// What a piece of the screen means. Colours come last, from a palette in the terminal's room.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Ordinary text.
  case plain
  /// Text that steps back: units, hints, what is less asked for.
  case quiet
  /// The program's header line.
  case header
  /// The as-of day in the header.
  case headerDay
  /// The next meeting and its countdown in the header.
  case headerNext
  /// A border of a pane.
  case border
  /// The border of the pane that has the focus.
  case borderFocused
  /// The title of a pane.
  case title
  /// The title of the pane that has the focus.
  case titleFocused
  /// A heading inside a pane.
  case heading
  /// A label before a value.
  case label
  /// A key in the footer or the help.
  case key
  /// What a key does.
  case hint
  /// What the user types.
  case input
  /// An endorsement.
  case endorsed
  /// No endorsement.
  case notEndorsed
  /// Presence at a meeting.
  case present
  /// A delegate in place of the head.
  case delegate
  /// Stayed away.
  case declined
  /// Not invited.
  case excluded
  /// No source says.
  case notReported
  /// Land filled by how many commitments there are.
  case counted
  /// The next meeting on the timeline.
  case next
  /// What lies behind the as-of day.
  case past
  /// The mark of the as-of day.
  case asOf
  /// Sources differ.
  case disputed
  /// The number of a source.
  case source
  /// A link.
  case link
  /// What the user added or changed.
  case own
  /// A notice that something went well or is being done.
  case notice
  /// A notice that something is wrong.
  case warning
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
