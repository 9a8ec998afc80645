import Dashboard

/// How a style looks: colours and attributes of the terminal.
struct Look: Hashable {
  /// The number of a colour; -1 leaves the terminal's own.
  var foreground: Int16 = -1
  /// The number of a colour; -1 leaves the terminal's own.
  var background: Int16 = -1
  var isBold = false
  var isDim = false
  var isReversed = false
  var isUnderlined = false
}

/// Turns what a cell means into what the terminal shows.
///
/// The terminal's own background may be dark or light: colours that stand on it are middle tones
/// that keep at least 4 to 1 against both black and white. Greens and reds differ in lightness, and
/// every status has a sign of its own.
struct Palette {
  let depth: ColourDepth

  func look(of style: Style) -> Look {
    let selected = selection(style.emphasis)
    var look = selected ?? base(style.role)
    if style.emphasis.contains(.match) { mark(&look, isSelected: selected != nil) }
    return look
  }

  private func selection(_ emphasis: Emphasis) -> Look? {
    guard emphasis.contains(.selected) else { return nil }
    let isFocused = emphasis.contains(.focused)
    switch depth {
    case .many: return Look(foreground: 255, background: isFocused ? 24 : 240, isBold: isFocused)
    case .sixteen: return Look(foreground: isFocused ? 15 : 0, background: isFocused ? 4 : 7)
    case .eight:
      return Look(foreground: isFocused ? 7 : 0, background: isFocused ? 4 : 7, isBold: isFocused)
    case .none: return isFocused ? Look(isReversed: true) : Look(isBold: true)
    }
  }

  private func mark(_ look: inout Look, isSelected: Bool) {
    look.isUnderlined = true
    look.isBold = true
    guard !isSelected else { return }
    switch depth {
    case .many: (look.foreground, look.background) = (16, 222)
    case .sixteen, .eight: (look.foreground, look.background) = (0, 3)
    case .none: break
    }
  }

  private func base(_ role: Role) -> Look {
    switch depth {
    case .many: Palette.many(role)
    case .sixteen, .eight: Palette.few(role)
    case .none: Palette.mono(role)
    }
  }

  /// From the 256 colours of xterm.
  private static func many(_ role: Role) -> Look {
    switch role {
    case .header: Look(foreground: 255, background: 24)
    case .headerDay: Look(foreground: 255, background: 24, isBold: true)
    case .headerNext: Look(foreground: 222, background: 24, isBold: true)
    case .plain, .hint, .title: Look()
    case .heading, .input: Look(isBold: true)
    case .quiet, .label, .notEndorsed, .notReported, .past, .source: Look(foreground: 243)
    case .border: Look(foreground: 242)
    case .borderFocused, .counted: Look(foreground: 31)
    case .titleFocused, .key, .asOf: Look(foreground: 31, isBold: true)
    case .endorsed, .present, .notice: Look(foreground: 29)
    case .delegate: Look(foreground: 130)
    case .disputed: Look(foreground: 130, isBold: true)
    case .declined: Look(foreground: 161)
    case .warning: Look(foreground: 161, isBold: true)
    case .excluded: Look(foreground: 133)
    case .next: Look(foreground: 166, isBold: true)
    case .own: Look(foreground: 133, isBold: true)
    case .link: Look(foreground: 31, isUnderlined: true)
    }
  }

  /// From the terminal's own eight colours. Bright black is the background of some themes, so what
  /// steps back is dim instead.
  private static func few(_ role: Role) -> Look {
    switch role {
    case .header: Look(foreground: 7, background: 4)
    case .headerDay, .headerNext: Look(foreground: 7, background: 4, isBold: true)
    case .plain, .hint, .title: Look()
    case .heading, .input: Look(isBold: true)
    case .quiet, .label, .notEndorsed, .notReported, .past, .source, .border: Look(isDim: true)
    case .borderFocused, .counted: Look(foreground: 4)
    case .titleFocused, .key, .asOf: Look(foreground: 4, isBold: true)
    case .endorsed, .present, .notice: Look(foreground: 2)
    case .delegate: Look(foreground: 3)
    case .disputed: Look(foreground: 3, isBold: true)
    case .declined: Look(foreground: 1)
    case .warning: Look(foreground: 1, isBold: true)
    case .excluded: Look(foreground: 5)
    case .next, .own: Look(foreground: 5, isBold: true)
    case .link: Look(foreground: 4, isUnderlined: true)
    }
  }

  private static func mono(_ role: Role) -> Look {
    switch role {
    case .header: Look(isReversed: true)
    case .headerDay, .headerNext: Look(isBold: true, isReversed: true)
    case .titleFocused, .borderFocused, .heading, .key, .next, .warning, .asOf, .input, .own:
      Look(isBold: true)
    case .link: Look(isUnderlined: true)
    default: Look()
    }
  }
}
