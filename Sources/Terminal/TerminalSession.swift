import CNcurses
import CSignals
import Dashboard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the terminal is to be drawn on.
public struct TerminalOptions: Sendable {
  /// The entry of the terminal database.
  public let name: String
  /// What characters it is sent.
  public let charset: Charset
  /// The colours that the user chose; nil leaves it to the terminal.
  public let colours: ColourDepth?
  /// The value of `NO_COLOR`.
  public let noColour: String?
  /// The value of `COLORTERM`.
  public let colourTerm: String?
  /// What the parts of the screen look like.
  public let theme: Theme
  /// The theme that takes its place where there are no colours.
  public let colourless: @Sendable () -> Theme
  /// How long an Escape waits for the rest of a key, in milliseconds.
  public let patience: Int

  /// How the terminal is to be drawn on.
  public init(
    name: String, charset: Charset, colours: ColourDepth?, noColour: String?,
    colourTerm: String?, theme: Theme,
    colourless: @escaping @Sendable () -> Theme, patience: Int
  ) {
    (self.name, self.charset, self.colours) = (name, charset, colours)
    (self.noColour, self.colourTerm) = (noColour, colourTerm)
    (self.theme, self.colourless, self.patience) = (theme, colourless, patience)
  }
}

/// A session of the dashboard at the terminal, from the first frame to the terminal given back.
public enum TerminalSession {
  /// Why a session could not begin.
  public enum Failure: Error, Hashable, Sendable {
    /// There is no terminal to read keys from.
    case noInput
    /// Curses could not start on the terminal.
    case noScreen

    /// Why, in words.
    public var reason: String {
      switch self {
      case .noInput: "there is no terminal to read keys from"
      case .noScreen: "the terminal can't be drawn on"
      }
    }
  }

  /// Which entry of the terminal database serves for a value of `TERM`.
  public static func kind(of name: String?) -> TerminalKind {
    TerminalKind.choose(name) { shim_knows_terminal($0) }
  }

  /// The terminal's size before it is taken over; nil when there is none.
  public static var size: Size? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0 else {
      return nil
    }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Shows the dashboard until the user leaves or a signal comes. After a signal those that follow
  /// it are still noted and no more, until ``die(of:)``: a terminal that closes sends two, and what
  /// was typed is to be kept meanwhile.
  ///
  /// - Parameter outside: what the session asks of the world beyond the terminal.
  /// - Throws: ``Failure``; the terminal is then as it was.
  public static func run(
    _ state: inout DashboardState, _ options: TerminalOptions, outside: Outside
  ) throws(Failure) -> Ending {
    let input = isatty(STDIN_FILENO) != 0 ? STDIN_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard input >= 0 else { throw .noInput }
    // One that came before it is noted would leave the terminal without echo.
    let signals = signals_open()
    var ending = Ending.quit
    defer { if ending == .quit { signals_close() } }
    guard let screen = CursesScreen(options, input: input) else { throw .noScreen }
    defer { screen.close() }
    if screen.size != state.size { _ = state.update(.resize(screen.size)) }
    screen.takeMouse(state.takesMouse)
    var loop = EventLoop(
      screen: screen, input: input, signals: signals, patience: options.patience,
      outside: outside, from: state)
    ending = loop.run(&state)
    return ending
  }

  /// Dies of a signal that ended a session.
  public static func die(of signal: Int32) {
    signals_die(signal)
  }
}
