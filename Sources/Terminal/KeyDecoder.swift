import CNcurses
import Dashboard

/// Turns what curses reads, bytes and key codes, into keys and pasted text.
///
/// Bytes of a letter may arrive in two reads, so UTF-8 is put together here. Sequences that the
/// terminal's entry does not have would read as Escape and stray letters; they are taken whole.
struct KeyDecoder {
  private enum Stage {
    case plain
    /// After Escape.
    case escape
    /// After `ESC [` or `ESC O`.
    case sequence([UInt8])
    /// Between the marks of bracketed paste.
    case paste([UInt8])
  }

  private var stage = Stage.plain
  /// The bytes of a letter that is not complete.
  private var letter: [UInt8] = []

  /// For how long the rest of what has begun may take, in milliseconds; nil when nothing has.
  var patience: Int? {
    switch stage {
    case .plain: letter.isEmpty ? nil : 1000
    case .escape, .sequence: 50
    case .paste: 1000
    }
  }

  /// Takes a code from curses: a byte, or a key above 255. The mouse is not among them.
  mutating func take(_ code: Int32) -> [Event] {
    if Int(code) == KEY_PASTE_END { return flush() }
    if case .paste(let bytes) = stage {
      if let byte = UInt8(exactly: code) { stage = .paste(bytes + [byte]) }
      return []
    }
    guard let byte = UInt8(exactly: code) else {
      let before = flush()
      if Int(code) == KEY_PASTE_BEGIN {
        stage = .paste([])
        return before
      }
      return before + (KeyDecoder.key(for: code).map { [.key($0)] } ?? [])
    }
    return take(byte: byte)
  }

  /// What had begun and did not go on: a lone Escape, a paste whose end got lost.
  mutating func flush() -> [Event] {
    defer { (stage, letter) = (.plain, []) }
    switch stage {
    case .plain: return []
    case .escape: return [.key(.escape)]
    case .sequence(let bytes):
      return [.key(.escape)] + bytes.map { .key(.character(Character(Unicode.Scalar($0)))) }
    case .paste(let bytes): return [.paste(String(decoding: bytes, as: UTF8.self))]
    }
  }

  private mutating func take(byte: UInt8) -> [Event] {
    switch stage {
    case .escape:
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") {
        stage = .sequence([byte])
        return []
      }
      return flush() + take(byte: byte)
    case .sequence(let bytes):
      let bytes = bytes + [byte]
      let isEnd = (0x40...0x7E).contains(byte)
      stage = isEnd || bytes.count > 16 ? .plain : .sequence(bytes)
      return isEnd ? (KeyDecoder.key(forSequence: bytes).map { [.key($0)] } ?? []) : []
    default:
      break
    }
    switch byte {
    case 0x1B:
      stage = .escape
      return []
    case 0x0D, 0x0A: return [.key(.enter)]
    case 0x09: return [.key(.tab)]
    case 0x08, 0x7F: return [.key(.backspace)]
    case 0x01...0x1A: return [.key(.control(Character(Unicode.Scalar(byte + 0x60))))]
    case 0x00, 0x1C...0x1F: return []
    case 0x20..<0x80: return [.key(.character(Character(Unicode.Scalar(byte))))]
    default: return takeLetter(byte)
    }
  }

  private mutating func takeLetter(_ byte: UInt8) -> [Event] {
    let isContinuation = byte & 0xC0 == 0x80
    if !isContinuation { letter = [] }
    letter.append(byte)
    let length = letter[0] >= 0xF0 ? 4 : letter[0] >= 0xE0 ? 3 : 2
    guard letter[0] >= 0xC0 else {
      letter = []
      return []
    }
    guard letter.count == length else { return [] }
    defer { letter = [] }
    return String(validating: letter, as: UTF8.self)?.first.map { [.key(.character($0))] } ?? []
  }

  private static func key(for code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case (KEY_F0 + 1)...(KEY_F0 + 12): .function(Int(code - KEY_F0))
    default: nil
    }
  }

  /// What xterm and its like send, whatever the terminal's entry says.
  private static func key(forSequence bytes: [UInt8]) -> Key? {
    switch String(decoding: bytes.dropFirst(), as: UTF8.self) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H", "1~", "7~": .home
    case "F", "4~", "8~": .end
    case "5~": .pageUp
    case "6~": .pageDown
    case "3~": .delete
    case "Z": .backTab
    case "P", "11~": .function(1)
    case "M": .enter
    default: nil
    }
  }
}
