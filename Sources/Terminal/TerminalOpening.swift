import CNcurses
import CSignals
import Threads

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Curses started on the terminal, which shows nothing of it yet.
///
/// To read the terminal database and to lay out a screen takes as long as to read the record, so
/// that both are done side by side: this on a thread of its own. Until
/// ``TerminalSession/run(_:_:_:outside:)`` or ``giveUp()`` nothing else may use the terminal
/// database or change the locale.
public final class TerminalOpening: Sendable {
  /// The terminal that keys are read from; negative where there is none.
  let input: Int32
  /// The end of the signals' pipe to read from. They are noted from the beginning: one that killed
  /// the program while it starts would leave the terminal without echo.
  let signals: Int32
  private let isStarted: Foreseen<Bool>

  /// Begins to start curses.
  ///
  /// - Parameter name: the entry of the terminal database.
  public init(_ name: String) {
    let input =
      isatty(STDIN_FILENO) != 0 ? STDIN_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC)
    self.input = input
    signals = signals_open()
    isStarted = Foreseen(isAhead: input >= 0) {
      input >= 0 && signals_remember(input) && shim_start(name, input)
    }
  }

  /// Whether curses could start; waits until it is known.
  var hasStarted: Bool { isStarted.get() }

  /// Leaves the terminal as it was, in place of showing something.
  public func giveUp() {
    if hasStarted { reset_shell_mode() }
    signals_close()
  }
}
