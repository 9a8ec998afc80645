import CNcurses
import Dashboard
import Declaration

#if canImport(Robot)
  import Robot
#endif

#if canImport(Terminal)
  @testable import Terminal
#endif

/// What has to hold for any bytes from the terminal, for the fuzzer and for the inputs that it
/// found: they become events, and whatever the events are the dashboard has a whole picture.
enum InputProperty {
  /// Why it does not hold.
  struct Violation: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameter state: the dashboard that the events are given to.
  /// - Throws: ``Violation``.
  static func check(_ bytes: [UInt8], on state: DashboardState) throws {
    var decoder = KeyDecoder()
    var events: [Event] = []
    for code in codes(of: bytes) {
      events += code.map { decoder.take($0) } ?? decoder.flush()
    }
    events += decoder.flush()
    guard decoder.patience == nil else { throw Violation(description: "something goes on") }
    guard events.count <= bytes.count + 1 else { throw Violation(description: "too many events") }
    var state = state
    for event in events {
      if case .paste(let text) = event, text.utf8.count > 3 * 4096 {
        throw Violation(description: "a paste without an end")
      }
      _ = state.update(event)
    }
    if let fault = state.frame.fault { throw Violation(description: fault) }
  }

  /// Bytes as curses hands them on. Those that no text has stand for what is no byte: a key by its
  /// number, the marks of a paste, and the end of patience.
  private static func codes(of bytes: [UInt8]) -> [Int32?] {
    var codes: [Int32?] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0xF8: codes.append(256 + Int32(rest.popFirst() ?? 0))
      case 0xF9: codes.append(Int32(KEY_PASTE_BEGIN))
      case 0xFA: codes.append(Int32(KEY_PASTE_END))
      case 0xFB: codes.append(nil)
      default: codes.append(Int32(byte))
      }
    }
    return codes
  }
}
