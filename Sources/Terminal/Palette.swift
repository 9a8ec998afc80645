import Dashboard

/// How a style looks: colours and attributes of the terminal.
struct Look: Hashable {
  /// The number of a colour, or ``Palette/exact(_:)``; -1 leaves the terminal's own.
  var foreground: Int32 = -1
  /// The number of a colour, or ``Palette/exact(_:)``; -1 leaves the terminal's own.
  var background: Int32 = -1
  var isBold = false
  var isDim = false
  var isReversed = false
  var isUnderlined = false
}

/// Turns what a cell means into what the terminal shows, in a theme's colours or the nearest that
/// the terminal has.
struct Palette {
  let depth: ColourDepth
  /// The looks of all roles, in their order.
  private let roles: [Look]
  private let selected, selectedFocused, match: Look
  /// Whether letters that were found have colours of their own.
  private let marksInColour: Bool

  /// - Parameter theme: without colours where the depth is none.
  init(_ theme: Theme, depth: ColourDepth) {
    let mixer = Mixer(theme: theme, depth: depth)
    self.depth = depth
    roles = Role.allCases.map { mixer.look(.role($0)) }
    selected = mixer.look(.selected)
    selectedFocused = mixer.look(.selectedFocused)
    match = mixer.look(.match)
    let plain = mixer.look(.role(.plain))
    marksInColour = (match.foreground, match.background) != (plain.foreground, plain.background)
  }

  func look(of style: Style) -> Look {
    let isSelected = style.emphasis.contains(.selected)
    let selection = style.emphasis.contains(.focused) ? selectedFocused : selected
    var look = isSelected ? selection : roles[Int(style.role.rawValue)]
    if style.emphasis.contains(.match) { mark(&look, isSelected: isSelected) }
    return look
  }

  private func mark(_ look: inout Look, isSelected: Bool) {
    if marksInColour, !isSelected {
      look = match
      return
    }
    look.isBold = look.isBold || match.isBold
    look.isUnderlined = look.isUnderlined || match.isUnderlined
  }

  // MARK: Exact colours

  private static let exactMark: Int32 = 1 << 24

  /// How a look names a colour that has no number.
  static func exact(_ colour: RGB) -> Int32 { exactMark | colour.bits }

  /// The colour that has no number; nil for one that has.
  static func exactColour(_ code: Int32) -> RGB? {
    code >= exactMark ? RGB(bits: code) : nil
  }

  /// The numbers of the colours that are used as they are.
  var numbers: Set<Int32> {
    let looks = roles + [selected, selectedFocused, match]
    return Set(looks.flatMap { [$0.foreground, $0.background] }.filter { (0..<256).contains($0) })
  }
}

/// Brings the colours of a theme to those that the terminal has.
private struct Mixer {
  let theme: Theme
  let depth: ColourDepth

  func look(_ part: ThemePart) -> Look {
    let (wanted, plain) = (wish(for: part), wish(for: .role(.plain)))
    var look = Look(
      foreground: code(wanted.foreground ?? plain.foreground ?? .own),
      background: code(wanted.background ?? plain.background ?? .own), isBold: wanted.isBold,
      isDim: wanted.isDim, isReversed: wanted.isReversed, isUnderlined: wanted.isUnderlined)
    if depth == .eight, look.foreground >= Mixer.brightFrom {
      look.foreground -= Mixer.brightFrom
      look.isBold = true
    }
    if depth == .eight, look.background >= Mixer.brightFrom {
      look.background -= Mixer.brightFrom
    }
    return look
  }

  /// Terminals with eight colours show the bright ones as bold.
  private static let brightFrom: Int32 = 8

  private func wish(for part: ThemePart) -> ThemeLook {
    let usual = theme.looks[part] ?? ThemeLook()
    return depth <= .sixteen ? theme.fewColours[part] ?? usual : usual
  }

  private func code(_ colour: Colour) -> Int32 {
    switch (colour, depth) {
    case (.own, _), (_, .none): -1
    case (.numbered(let number), .sixteen), (.numbered(let number), .eight):
      number < 16 ? Int32(number) : nearest(XtermColours.all[Int(number)])
    case (.numbered(let number), _): Int32(number)
    case (.exact(let colour), .exact):
      XtermColours.all.dropFirst(16).firstIndex(of: colour).map { Int32($0) }
        ?? Palette.exact(colour)
    case (.exact(let colour), _): nearest(colour)
    }
  }

  /// The first sixteen colours are the user's: among more, they are not relied on.
  private func nearest(_ colour: RGB) -> Int32 {
    switch depth {
    case .eight: Int32(XtermColours.nearest(to: colour, among: 0...7))
    case .sixteen: Int32(XtermColours.nearest(to: colour, among: 0...15))
    case .many, .exact, .none: Int32(XtermColours.nearest(to: colour, among: 16...255))
    }
  }
}
