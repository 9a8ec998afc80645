import Dashboard

/// A part of the screen that a theme gives a look to.
public enum ThemePart: Hashable, Sendable {
  case role(Role)
  /// What is selected in a pane.
  case selected
  /// What is selected in the pane that has the focus.
  case selectedFocused
  /// Letters that the filter found.
  case match

  /// Every part, plain text first.
  public static let all: [ThemePart] =
    Role.allCases.map { .role($0) } + [.selected, .selectedFocused, .match]

  /// What a theme's file calls it, in lower case with hyphens: `header-day`.
  public var name: String {
    switch self {
    case .role(let role): role.themeName
    case .selected: "selected"
    case .selectedFocused: "selected-focused"
    case .match: "match"
    }
  }
}

/// How a theme wants a part of the screen to look.
public struct ThemeLook: Hashable, Sendable {
  /// The colour of the letters; nil for that of plain text.
  public var foreground: Colour?
  /// The colour behind them; nil for that of plain text.
  public var background: Colour?
  /// Whether letters are bold.
  public var isBold = false
  /// Whether letters step back.
  public var isDim = false
  /// Whether letters are underlined.
  public var isUnderlined = false
  /// Whether the two colours change places.
  public var isReversed = false

  /// A look in the colours of plain text.
  public init() {}
}

/// What the parts of the screen look like.
public struct Theme: Hashable, Sendable {
  /// What it is called by.
  public let name: String
  /// The looks; a part that is not here looks as plain text does.
  let looks: [ThemePart: ThemeLook]
  /// The looks where there are sixteen colours or fewer, in place of those above.
  let fewColours: [ThemePart: ThemeLook]

  /// A theme by its looks.
  ///
  /// - Parameter fewColours: the looks where there are sixteen colours or fewer; a part that is not
  ///   among them has its usual look in the nearest colours.
  public init(
    name: String, looks: [ThemePart: ThemeLook], fewColours: [ThemePart: ThemeLook]
  ) {
    (self.name, self.looks, self.fewColours) = (name, looks, fewColours)
  }

  /// Whether it can be drawn without colours.
  public var isColourless: Bool {
    looks.values.allSatisfy { look in
      [look.foreground, look.background].allSatisfy { $0 == nil || $0 == .own }
    }
  }
}
