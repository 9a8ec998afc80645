import CNcurses
import CSignals

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Curses started on the terminal, which shows nothing of it yet.
///
/// To read the terminal database and to lay out a screen takes as long as to read the record, so
/// that this is done while another thread reads.
public struct TerminalOpening {
  /// The terminal that keys are read from; negative where there is none.
  let input: Int32
  /// The end of the signals' pipe to read from. They are noted from the beginning: one that killed
  /// the program while it starts would leave the terminal without echo.
  let signals: Int32
  /// Whether curses could start.
  let hasStarted: Bool

  /// Starts curses.
  ///
  /// - Parameter name: the entry of the terminal database.
  public init(_ name: String) {
    input = isatty(STDIN_FILENO) != 0 ? STDIN_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC)
    signals = signals_open()
    hasStarted = input >= 0 && signals_remember(input) && shim_start(name, input)
  }

  /// Leaves the terminal as it was, in place of showing something.
  public func giveUp() {
    if hasStarted { reset_shell_mode() }
    signals_close()
  }
}
