import Dashboard
import Store
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is found about the terminal and what can be drawn on it.
enum TerminalFindings {
  static var all: [Finding] { [terminal, locale, colours, width, escape] }

  private static var terminal: Finding {
    let name = Environment.value("TERM") ?? ""
    let shown = name.isEmpty ? "TERM is not set" : "TERM is \(name)"
    let size = TerminalSession.size.map { ", \($0.columns)x\($0.rows)" } ?? ""
    switch TerminalSession.kind(of: name) {
    case .unable(let reason):
      return Finding(
        "terminal", isatty(STDOUT_FILENO) != 0 ? .trouble : .note, shown + size,
        "\(reason): the plain mode and the lists work, the dashboard does not",
        advice: "Set TERM to what the terminal is, such as xterm-256color.")
    case .known(_, let notice?):
      return Finding(
        "terminal", .note, shown + size, notice, advice: "Install its entry of the database.")
    case .known:
      guard isatty(STDOUT_FILENO) != 0 else {
        return Finding(
          "terminal", .note, "\(shown), output is not a terminal",
          "lists are written whole and without colours")
      }
      guard let size = TerminalSession.size, size.columns < 20 || size.rows < 5 else {
        return Finding("terminal", .ok, shown + size, "the dashboard can be drawn")
      }
      return Finding(
        "terminal", .trouble, "\(shown), \(size.columns)x\(size.rows)",
        "the dashboard needs 20 columns and 5 rows", advice: "Make the window bigger.")
    }
  }

  private static var locale: Finding {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let set = names.compactMap { name in Environment.value(name).map { "\(name)=\($0)" } }
    let found = set.isEmpty ? "no locale is set" : set.joined(separator: ", ")
    switch Charset.settle(Environment.value) {
    case .utf8:
      return Finding("locale", .ok, found, "accents, borders and the map are drawn in UTF-8")
    case .ascii:
      return Finding(
        "locale", .note, found, "only ASCII is drawn: no accents, plain borders",
        advice: "Set LANG to a locale in UTF-8, such as C.UTF-8.")
    }
  }

  private static var colours: Finding {
    let noColour = Environment.value("NO_COLOR")
    guard case .known(let name, _) = TerminalSession.kind(of: Environment.value("TERM")) else {
      return Finding("colours", .note, "no terminal to ask", "nothing is drawn in colour")
    }
    let configured = try? Configuration.reading.get()[.color].flatMap { ColourChoice(rawValue: $0) }
    let depth = TerminalInspection.depth(
      of: name, wish: noColour == nil ? configured?.depth : nil, noColour: noColour,
      colourTerm: Environment.value("COLORTERM"))
    switch depth {
    case .none:
      let why = noColour.map { _ in "NO_COLOR is set" } ?? "the terminal has no colours"
      return Finding("colours", .ok, why, "signs and words stand alone; no meaning is lost")
    case .eight, .sixteen:
      return Finding("colours", .ok, "\(depth.rawValue) colours", "themes use their plainer looks")
    case .many, .exact:
      return Finding(
        "colours", .ok, depth == .exact ? "colours by their parts" : "256 colours",
        "themes look as they are meant to")
    }
  }

  /// Signs of the dashboard whose width terminals differ on.
  private static let sample = "é●◆‡→日⣿"

  private static var width: Finding {
    let own = sample.cellWidth
    guard Charset.settle(Environment.value) == .utf8,
      let measured = TerminalInspection.measuredWidth(of: sample)
    else {
      return Finding(
        "width of characters", .note, "the terminal was not asked, or does not say",
        "\(own) cells are reckoned for “\(sample)”")
    }
    guard measured != own else {
      return Finding(
        "width of characters", .ok, "the terminal and the program agree", "columns stand in line")
    }
    return Finding(
      "width of characters", .trouble,
      "the terminal gives “\(sample)” \(measured) cells, the program reckons \(own)",
      "columns can be out of line",
      advice: "Choose narrow ambiguous characters in the terminal, or use --ascii.")
  }

  /// How long Esc waits, which begins other keys too.
  private static var escape: Finding {
    let why =
      switch KeyPatience.origin {
      case .environment: "ESCDELAY says so"
      case .far: "over ssh other keys may come in pieces; ESCDELAY sets another wait"
      case .near: "ESCDELAY sets a longer wait, for slow lines"
      }
    return Finding(
      "Esc key", .ok, "it is answered after \(KeyPatience.milliseconds) ms", why)
  }
}
