import CNcurses
import CSignals
import Threads

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal while it is opened, by a thread of its own: to ask the terminal database and to lay
/// out a screen takes as long as to read the record, so that both are done side by side.
///
/// Nothing is shown of it yet. Until ``opened`` is known, nothing else may use the terminal database
/// or change the locale.
public struct TerminalOpening: Sendable {
  /// What came of it.
  public struct Opened: Sendable {
    /// Which entry of the terminal database serves.
    public let kind: TerminalKind
    /// What characters the terminal can be sent.
    public let charset: Charset
    /// The terminal that keys are read from; negative where there is none.
    let input: Int32
    /// The end of the signals' pipe to read from.
    let signals: Int32
    /// Whether curses could start.
    let hasStarted: Bool
  }

  private let opening: Foreseen<Opened>

  /// Begins to open the terminal.
  ///
  /// - Parameters:
  ///   - name: the value of `TERM`.
  ///   - value: looks up a variable of the environment, for the locale.
  public init(_ name: String?, _ value: @escaping @Sendable (String) -> String?) {
    opening = Foreseen(isAhead: true) { TerminalOpening.start(on: name, value) }
  }

  /// What came of it; waits until that is known.
  public var opened: Opened { opening.get() }

  /// Leaves the terminal as it was, in place of showing something.
  public func giveUp() {
    guard opened.hasStarted else { return }
    // What curses has to say to the terminal waits for its first picture: that never comes.
    signals_give_back()
    signals_close()
  }

  private static func start(on name: String?, _ value: (String) -> String?) -> Opened {
    let kind = TerminalSession.kind(of: name)
    guard case .known(let known, _) = kind else {
      return Opened(kind: kind, charset: .ascii, input: -1, signals: -1, hasStarted: false)
    }
    let charset = Charset.settle(value)
    let input =
      isatty(STDIN_FILENO) != 0 ? STDIN_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC)
    // Signals are noted before anything is changed: one that killed the program while it starts
    // would leave the terminal without echo.
    let signals = signals_open()
    let hasStarted = input >= 0 && signals_remember(input) && shim_start(known, input)
    if !hasStarted { signals_close() }
    return Opened(
      kind: kind, charset: charset, input: input, signals: signals, hasStarted: hasStarted)
  }
}
