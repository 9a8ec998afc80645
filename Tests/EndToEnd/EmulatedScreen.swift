import CVterm
import Dashboard

/// A terminal emulator (libvterm) that understands what a program writes.
final class EmulatedScreen {
  /// A cell as a person sees it.
  struct Cell: Hashable {
    /// Empty for the right half of a wide character.
    let text: String
    let foreground: Int
    let background: Int
    let isBold: Bool
    let isUnderlined: Bool
    let isReversed: Bool
  }

  private let emulator: OpaquePointer
  private let screen: OpaquePointer
  private var callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)
  private(set) var size: Size
  /// Whether the alternate screen is shown.
  private(set) var isAlternate = false
  /// Whether the cursor is shown.
  private(set) var showsCursor = true

  init(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    emulator = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(emulator, 1)
    screen = vterm_obtain_screen(emulator)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let value, let user else { return 1 }
      Unmanaged<EmulatedScreen>.fromOpaque(user).takeUnretainedValue()
        .note(property, value.pointee.boolean != 0)
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(emulator)
    callbacks.deallocate()
  }

  private func note(_ property: VTermProp, _ value: Bool) {
    if property == VTERM_PROP_ALTSCREEN { isAlternate = value }
    if property == VTERM_PROP_CURSORVISIBLE { showsCursor = value }
  }

  /// Takes what the program wrote and answers what the terminal says back.
  func take(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { buffer in
      _ = vterm_input_write(
        emulator, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    return answer
  }

  private var answer: [UInt8] {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = vterm_output_read(emulator, &buffer, buffer.count)
    return buffer.prefix(count).map { UInt8(bitPattern: $0) }
  }

  func resize(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    vterm_set_size(emulator, Int32(rows), Int32(columns))
  }

  /// The bytes that the terminal sends for a key.
  func bytes(for key: Key) -> [UInt8] {
    let none = VTERM_MOD_NONE
    switch key {
    case .character(let character):
      for scalar in character.unicodeScalars {
        vterm_keyboard_unichar(emulator, scalar.value, none)
      }
    case .control(let letter):
      return [(letter.asciiValue ?? 0) & 0x1F]
    case .function(let number):
      vterm_keyboard_key(emulator, VTermKey(VTERM_KEY_FUNCTION_0.rawValue + UInt32(number)), none)
    case .controlUp: vterm_keyboard_key(emulator, VTERM_KEY_UP, VTERM_MOD_CTRL)
    case .controlDown: vterm_keyboard_key(emulator, VTERM_KEY_DOWN, VTERM_MOD_CTRL)
    case .controlLeft: vterm_keyboard_key(emulator, VTERM_KEY_LEFT, VTERM_MOD_CTRL)
    case .controlRight: vterm_keyboard_key(emulator, VTERM_KEY_RIGHT, VTERM_MOD_CTRL)
    case .backTab: vterm_keyboard_key(emulator, VTERM_KEY_TAB, VTERM_MOD_SHIFT)
    default: EmulatedScreen.codes[key].map { vterm_keyboard_key(emulator, $0, none) }
    }
    return answer
  }

  /// The bytes that the terminal sends when the left button goes down and up over a cell.
  func bytes(forClickAt column: Int, _ row: Int) -> [UInt8] {
    vterm_mouse_move(emulator, Int32(row), Int32(column), VTERM_MOD_NONE)
    vterm_mouse_button(emulator, 1, true, VTERM_MOD_NONE)
    vterm_mouse_button(emulator, 1, false, VTERM_MOD_NONE)
    return answer
  }

  /// The bytes that the terminal sends for what the mouse does.
  func bytes(for mouse: Mouse) -> [UInt8] {
    let click = bytes(forClickAt:_:)
    switch mouse.action {
    case .press: return click(mouse.column, mouse.row)
    case .doubleClick: return click(mouse.column, mouse.row) + click(mouse.column, mouse.row)
    case .wheelUp, .wheelDown:
      vterm_mouse_move(emulator, Int32(mouse.row), Int32(mouse.column), VTERM_MOD_NONE)
      vterm_mouse_button(emulator, mouse.action == .wheelUp ? 4 : 5, true, VTERM_MOD_NONE)
      return answer
    case .drag, .release:
      vterm_mouse_move(emulator, Int32(mouse.row), Int32(mouse.column), VTERM_MOD_NONE)
      vterm_mouse_button(emulator, 1, mouse.action == .drag, VTERM_MOD_NONE)
      return answer
    }
  }

  /// The bytes that the terminal sends when the mouse is moved with its left button held.
  func bytes(forDragFrom start: (column: Int, row: Int), to end: (column: Int, row: Int)) -> [UInt8]
  {
    vterm_mouse_move(emulator, Int32(start.row), Int32(start.column), VTERM_MOD_NONE)
    vterm_mouse_button(emulator, 1, true, VTERM_MOD_NONE)
    vterm_mouse_move(emulator, Int32(end.row), Int32(end.column), VTERM_MOD_NONE)
    vterm_mouse_button(emulator, 1, false, VTERM_MOD_NONE)
    return answer
  }

  private static let codes: [Key: VTermKey] = [
    .enter: VTERM_KEY_ENTER, .escape: VTERM_KEY_ESCAPE, .tab: VTERM_KEY_TAB,
    .backspace: VTERM_KEY_BACKSPACE, .delete: VTERM_KEY_DEL, .up: VTERM_KEY_UP,
    .down: VTERM_KEY_DOWN, .left: VTERM_KEY_LEFT, .right: VTERM_KEY_RIGHT, .home: VTERM_KEY_HOME,
    .end: VTERM_KEY_END, .pageUp: VTERM_KEY_PAGEUP, .pageDown: VTERM_KEY_PAGEDOWN,
  ]

  /// A row's cells.
  func cells(row: Int) -> [Cell] {
    (0..<size.columns).map { column in
      var cell = shim_cell_at(screen, Int32(row), Int32(column))
      let scalars = withUnsafeBytes(of: &cell.characters) { Array($0.bindMemory(to: UInt32.self)) }
      return Cell(
        text: EmulatedScreen.text(scalars), foreground: Int(cell.foreground),
        background: Int(cell.background), isBold: cell.is_bold,
        isUnderlined: cell.is_underlined, isReversed: cell.is_reversed)
    }
  }

  private static func text(_ scalars: [UInt32]) -> String {
    guard scalars[0] != UInt32.max else { return "" }
    let text = scalars.prefix { $0 != 0 }.compactMap { Unicode.Scalar($0) }
    return text.isEmpty ? " " : String(String.UnicodeScalarView(text))
  }

  /// The rows as text.
  var rows: [String] {
    (0..<size.rows).map { cells(row: $0).map(\.text).joined() }
  }

  /// Where the cursor stands.
  var cursor: (column: Int, row: Int) {
    var place = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(emulator), &place)
    return (Int(place.col), Int(place.row))
  }
}
