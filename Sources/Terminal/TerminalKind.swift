/// Which entry of the terminal database the dashboard is drawn with.
public enum TerminalKind: Hashable, Sendable {
  /// The terminal's own entry, or the nearest that is known, with a word about it.
  case known(String, notice: String?)
  /// There is nothing to draw on: no terminal, a dumb one, or one that nobody knows.
  case unable(reason: String)

  /// Chooses by the value of `TERM`.
  ///
  /// - Parameter isKnown: whether the database has an entry on which a cursor can be moved.
  public static func choose(
    _ name: String?, isKnown: (String) -> Bool
  ) -> TerminalKind {
    guard let name, !name.isEmpty, !["dumb", "unknown"].contains(name) else {
      return .unable(reason: "the terminal can't move a cursor")
    }
    if isKnown(name) { return .known(name, notice: nil) }
    guard let near = nearest(to: name).first(where: isKnown) else {
      return .unable(reason: "the terminal “\(name)” is unknown here, and so is any like it")
    }
    return .known(
      near, notice: "The terminal “\(name)” is unknown here; drawn as \(near).")
  }

  /// Terminals that understand xterm's sequences and ship their own entry.
  private static let likeXterm = [
    "xterm", "alacritty", "kitty", "ghostty", "foot", "wezterm", "rxvt", "vte", "gnome", "konsole",
    "iterm", "contour", "st-", "rio", "mlterm", "putty",
  ]

  private static func nearest(to name: String) -> [String] {
    var names: [String] = []
    if name.hasPrefix("tmux") || name.hasPrefix("screen") { names = ["screen-256color", "screen"] }
    if !names.isEmpty || likeXterm.contains(where: name.contains) || name.contains("256color") {
      names += ["xterm-256color", "xterm"]
    }
    return names + ["ansi", "vt100"]
  }
}
