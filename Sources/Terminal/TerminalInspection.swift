import CNcurses
import Dashboard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the terminal can do, found out without taking it over.
public enum TerminalInspection {
  /// How many colours the dashboard would be drawn with on a terminal of the database.
  public static func depth(
    of name: String, wish: ColourDepth?, noColour: String?, colourTerm: String?
  ) -> ColourDepth {
    guard shim_look_up(name) else { return .none }
    defer { shim_forget() }
    return ColourDepth.choose(
      colours: Int(shim_colours()), isDirect: shim_is_direct(), isChangeable: true, wish: wish,
      noColour: noColour, colourTerm: colourTerm)
  }

  /// How many cells the terminal itself gives a text; nil where it does not say.
  ///
  /// The text is written and the place of the cursor asked for, then the line is cleared: other than
  /// a table of characters, this is what the user will see.
  public static func measuredWidth(of text: String) -> Int? {
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { return nil }
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    send("\r\(text)\u{1B}[6n")
    let answer = answer()
    send("\r\u{1B}[K")
    // ESC [ row ; column R
    let numbers = answer.drop { $0 != "[" }.dropFirst().prefix { $0 != "R" }.split(separator: ";")
    return numbers.last.flatMap { Int($0) }.map { $0 - 1 }
  }

  private static func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }

  /// What comes in up to the end of a report; a terminal that says nothing is not waited for long.
  private static func answer() -> String {
    var bytes: [UInt8] = []
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while bytes.last != UInt8(ascii: "R"), bytes.count < 64, poll(&descriptor, 1, 300) > 0 {
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else { break }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
