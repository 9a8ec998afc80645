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
    /// After `ESC [` or `ESC O`, with what followed.
    case sequence([UInt8])
    /// In a report of the mouse in three bytes, with those that came.
    case mouse([UInt8])
    /// Between the marks of bracketed paste.
    case paste
  }

  private var stage = Stage.plain
  private var pasted: [UInt8] = []
  /// More than any line that is typed can take; the rest of a paste is not kept.
  private static let pasteLimit = 4096
  /// The bytes of a letter that is not complete.
  private var letter: [UInt8] = []

  /// How a report of the mouse in numbers begins, after Escape.
  private static let report = Array("[<".utf8)
  /// More than any sequence has that means something; the rest of a longer one is passed over.
  private static let sequenceLimit = 32

  /// How long an Escape waits for the rest of a key, in milliseconds.
  private let wait: Int

  /// - Parameter patience: how long an Escape waits for the rest of a key, in milliseconds; curses
  ///   has waited for a moment before.
  init(patience: Int = 10) { wait = patience }

  /// For how long the rest of what has begun may take, in milliseconds; nil when nothing has.
  var patience: Int? {
    switch stage {
    case .plain: letter.isEmpty ? nil : 1000
    case .escape: wait
    // Nobody types the beginning of a report, so its rest is still to come.
    case .sequence(let bytes) where bytes.starts(with: KeyDecoder.report): 1000
    case .sequence: max(50, wait)
    case .mouse, .paste: 1000
    }
  }

  /// Takes a code from curses: a byte, or a key above 255. The mouse is not among them.
  mutating func take(_ code: Int32) -> [Event] {
    if Int(code) == KEY_PASTE_END { return flush() }
    if case .paste = stage { return takePasted(code) }
    guard let byte = UInt8(exactly: code) else {
      let before = flush()
      if Int(code) == KEY_PASTE_BEGIN {
        stage = .paste
        return before
      }
      return before + (KeyDecoder.key(for: code).map { [.key($0)] } ?? [])
    }
    return take(byte: byte)
  }

  /// What had begun and did not go on: a lone Escape, a paste whose end got lost.
  mutating func flush() -> [Event] {
    defer { (stage, letter, pasted) = (.plain, [], []) }
    switch stage {
    case .plain, .mouse: return []
    case .sequence(let bytes) where bytes.starts(with: KeyDecoder.report): return []
    // Half a sequence is no key; its letters must not act as keys.
    case .escape, .sequence: return [.key(.escape)]
    case .paste: return [.paste(String(decoding: pasted, as: UTF8.self))]
    }
  }

  private mutating func takePasted(_ code: Int32) -> [Event] {
    guard let byte = UInt8(exactly: code) else { return [] }
    if pasted.count < KeyDecoder.pasteLimit { pasted.append(byte) }
    return pasted.hasSuffix(KeyDecoder.pasteEnd) ? endPaste() : []
  }

  /// The end of a paste that curses did not know as one.
  private mutating func endPaste() -> [Event] {
    pasted.removeLast(KeyDecoder.pasteEnd.count)
    return flush()
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

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
      guard bytes.count <= KeyDecoder.sequenceLimit else {
        if isEnd { stage = .plain }
        return []
      }
      stage = isEnd ? .plain : .sequence(bytes)
      if bytes == Array("[200~".utf8) { stage = .paste }
      if bytes == Array("[M".utf8) { stage = .mouse([]) }
      if isEnd, bytes.starts(with: KeyDecoder.report) {
        return MouseReport.mouse(inSequence: bytes).map { [.mouse($0)] } ?? []
      }
      return isEnd ? (KeyDecoder.key(forSequence: bytes).map { [.key($0)] } ?? []) : []
    case .mouse(let bytes):
      let bytes = bytes + [byte]
      stage = bytes.count < 3 ? .mouse(bytes) : .plain
      return MouseReport.mouse(inBytes: bytes).map { [.mouse($0)] } ?? []
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
    case Int32(KEY_CONTROL_UP): .controlUp
    case Int32(KEY_CONTROL_DOWN): .controlDown
    case Int32(KEY_CONTROL_RIGHT): .controlRight
    case Int32(KEY_CONTROL_LEFT): .controlLeft
    case (KEY_F0 + 1)...(KEY_F0 + 12): .function(Int(code - KEY_F0))
    default: nil
    }
  }

  /// What xterm and its like send, whatever the terminal's entry says.
  private static func key(forSequence bytes: [UInt8]) -> Key? {
    let text = String(decoding: bytes, as: UTF8.self)
    if text == "OM" { return .enter }
    return switch text.dropFirst() {
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
    case "1;5A": .controlUp
    case "1;5B": .controlDown
    case "1;5C": .controlRight
    case "1;5D": .controlLeft
    case "P", "11~": .function(1)
    default: nil
    }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
