import Store
import Terminal

extension Theme {
  /// A theme as the terminal's room draws it.
  init(_ stored: StoredTheme) {
    self.init(
      name: stored.name, looks: Theme.looks(stored.looks),
      fewColours: Theme.looks(stored.fewColours))
  }

  private static func looks(_ stored: [String: StoredLook]) -> [ThemePart: ThemeLook] {
    var looks: [ThemePart: ThemeLook] = [:]
    for part in ThemePart.all { looks[part] = stored[part.name].map(ThemeLook.init) }
    return looks
  }
}

extension ThemeLook {
  fileprivate init(_ stored: StoredLook) {
    self.init()
    (foreground, background) = (
      stored.foreground.map(Colour.init), stored.background.map(Colour.init)
    )
    (isBold, isDim) = (stored.isBold, stored.isDim)
    (isUnderlined, isReversed) = (stored.isUnderlined, stored.isReversed)
  }
}

extension Colour {
  fileprivate init(_ stored: StoredColour) {
    self =
      switch stored {
      case .own: .own
      case .numbered(let number): .numbered(number)
      case .exact(let red, let green, let blue): .exact(RGB(red, green, blue))
      }
  }
}
