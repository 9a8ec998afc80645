import Dashboard

/// Reports of the mouse as terminals send them after xterm. They are read here and not by curses,
/// which loses a drag whose reports come together.
enum MouseReport {
  /// Asks for presses, releases and moves with a held button, with numbers for any screen.
  static let on = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  static let off = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  /// What a report in numbers tells, given from `[<` to its `M` or, for a button that was let go,
  /// `m`; nil for other buttons.
  static func mouse(inSequence bytes: [UInt8]) -> Mouse? {
    let text = String(decoding: bytes.dropFirst(2).dropLast(), as: UTF8.self)
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2]
    else { return nil }
    return mouse(
      code: code, isRelease: bytes.last == UInt8(ascii: "m"), column: column, row: row)
  }

  /// What a report in three bytes tells, those after `[M`; nil for other buttons.
  static func mouse(inBytes bytes: [UInt8]) -> Mouse? {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3 else { return nil }
    // Three in the place of the button says that one was let go; the wheel's have no such end.
    let isRelease = numbers[0] & wheel == 0 && numbers[0] & 3 == 3
    return mouse(
      code: isRelease ? numbers[0] & ~3 : numbers[0], isRelease: isRelease,
      column: numbers[1], row: numbers[2])
  }

  /// The keys that were held: Shift, Alt, Ctrl.
  private static let modifiers = 4 | 8 | 16
  /// What marks the wheel among the buttons.
  private static let wheel = 64

  private static func mouse(code: Int, isRelease: Bool, column: Int, row: Int) -> Mouse? {
    guard (1...Int(Int16.max)).contains(column), (1...Int(Int16.max)).contains(row) else {
      return nil
    }
    let action: Mouse.Action
    switch code & ~modifiers {
    case 0: action = isRelease ? .release : .press
    case 32: action = .drag
    case 64: action = .wheelUp
    case 65: action = .wheelDown
    default: return nil
    }
    return Mouse(action, column: column - 1, row: row - 1)
  }
}
