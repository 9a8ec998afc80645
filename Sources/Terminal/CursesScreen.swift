import CNcurses
import CSignals
import Dashboard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal as a screen of cells: taken over once, given back once.
final class CursesScreen {
  private let charset: Charset
  private let depth: ColourDepth
  private let isDirect: Bool
  private let colourless: @Sendable () -> Theme
  private let outlet: FrameOutlet
  private var painter: CellPainter
  /// The theme that was chosen last, which may need more colours than there are.
  private(set) var theme: Theme
  private var shown: Frame?
  private var isOpen = true
  private var takesMouse = false

  /// Takes the terminal over.
  ///
  /// - Parameter input: the terminal that keys are read from.
  /// - Returns: nil when curses can't start; the terminal is then as it was.
  init?(_ options: TerminalOptions, input: Int32) {
    guard signals_remember(input) else { return nil }
    signals_guard()
    let outlet = FrameOutlet()
    guard shim_start(options.name, fcntl(input, F_DUPFD_CLOEXEC, 0), outlet.descriptor) else {
      signals_unguard()
      return nil
    }
    self.outlet = outlet
    let farewell = CursesScreen.farewell(withColours: false)
    signals_farewell(farewell, farewell.count)
    shim_enter()
    charset = options.charset
    let isDirect = shim_is_direct()
    let depth = ColourDepth.choose(
      colours: Int(shim_colours()), isDirect: isDirect, isChangeable: shim_can_change_colours(),
      wish: options.colours, noColour: options.noColour, colourTerm: options.colourTerm)
    self.depth = depth > .none && shim_start_colours() ? depth : .none
    (self.isDirect, theme, colourless) = (isDirect, options.theme, options.colourless)
    painter = CellPainter(
      CursesScreen.palette(theme, colourless, self.depth), charset: charset, isDirect: isDirect)
    curs_set(0)
    FrameOutlet.send(CursesScreen.pasteOn)
  }

  /// Takes the mouse, or leaves it to the terminal.
  func takeMouse(_ takes: Bool) {
    guard shim_capability("kmous") != nil else { return }
    takesMouse = takes
    FrameOutlet.send(takes ? MouseReport.on : MouseReport.off)
  }

  deinit { close() }

  /// The terminal's size in cells.
  var size: Size { Size(columns: Int(shim_columns()), rows: Int(shim_rows())) }

  // MARK: Themes

  /// Draws in another theme from the next frame on.
  func adopt(_ theme: Theme) {
    self.theme = theme
    painter = CellPainter(
      CursesScreen.palette(theme, colourless, depth), charset: charset, isDirect: isDirect)
    repaint()
  }

  /// Whether the screen has no colours, by its nature or by the user's wish.
  var isColourless: Bool { depth == .none }

  private static func palette(
    _ theme: Theme, _ colourless: () -> Theme, _ depth: ColourDepth
  ) -> Palette {
    Palette(depth == .none && !theme.isColourless ? colourless() : theme, depth: depth)
  }

  // MARK: Drawing

  /// Shows a frame; only rows that differ from the last are looked at, only cells that differ sent.
  func draw(_ frame: Frame) {
    let last = shown?.size == frame.size ? shown : nil
    if last == nil { shim_erase() }
    for row in 0..<min(frame.size.rows, size.rows) {
      let cells = frame[row: row]
      guard let last else {
        paint(cells, row: row, from: cells.startIndex)
        continue
      }
      for changed in CursesScreen.changes(of: cells, since: last[row: row]) {
        paint(cells[changed], row: row, from: cells.startIndex)
      }
    }
    if let cursor = frame.cursor {
      shim_place_cursor(Int32(cursor.row), Int32(cursor.column))
    }
    curs_set(frame.cursor == nil ? 0 : 1)
    outlet.gather { shim_flush() }
    shown = frame
  }

  /// Sends every cell anew with the next frame.
  func repaint() {
    shown = nil
    shim_repaint()
  }

  /// So many cells that stayed are painted with those around them: to begin anew costs as much.
  private static let bridge = 8

  /// The stretches of a row that differ. They begin with no half of a wide character.
  private static func changes(
    of cells: ArraySlice<Cell>, since last: ArraySlice<Cell>
  ) -> [Range<Int>] {
    var changes: [Range<Int>] = []
    for place in cells.indices where cells[place] != last[place] {
      if let before = changes.last, place - before.upperBound < bridge {
        changes[changes.count - 1] = before.lowerBound..<(place + 1)
        continue
      }
      var first = place
      while first > cells.startIndex, cells[first].isRightHalf || last[first].isRightHalf {
        first -= 1
      }
      changes.append(first..<(place + 1))
    }
    return changes
  }

  private func paint(_ cells: ArraySlice<Cell>, row: Int, from origin: Int) {
    let hadMadeColours = painter.hasMadeColours
    painter.paint(cells, row: row, from: origin)
    // Colours that were made are given back whatever happens.
    if painter.hasMadeColours, !hadMadeColours {
      let farewell = CursesScreen.farewell(withColours: true)
      signals_farewell(farewell, farewell.count)
    }
  }

  // MARK: Life

  /// Takes the terminal's present size over.
  func adoptSize() {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0 else { return }
    resizeterm(Int32(window.ws_row), Int32(window.ws_col))
    // What was on its way for the old size may have reached the terminal in its new one, and left a
    // scroll region there.
    if let region = shim_whole_region() { FrameOutlet.send(String(cString: region)) }
    repaint()
  }

  /// Takes the terminal over again after others have used it.
  func resume() {
    reset_prog_mode()
    // The other screen is entered while the cursor shows: some terminals hide it again with it.
    doupdate()
    FrameOutlet.send(CursesScreen.pasteOn + (takesMouse ? MouseReport.on : ""))
    adoptSize()
    repaint()
  }

  /// Gives the terminal back as it was. Does nothing the second time.
  func close() {
    guard isOpen else { return }
    isOpen = false
    leave()
    signals_unguard()
  }

  /// Gives the terminal to the shell for a while; ``resume()`` takes it over again.
  func leave() {
    guard !isendwin() else { return }
    FrameOutlet.send(CursesScreen.pasteOff + (takesMouse ? MouseReport.off : ""))
    curs_set(1)
    // Where there is no other screen to come back from, the shell goes on in the last row.
    if shim_capability("rmcup") == nil { shim_clear_last_row() }
    endwin()
    // Some terminals keep with the cursor's place whether it shows, and bring both back with the
    // screen before; curses has noted the place anew where it scrolled, while the cursor was hidden.
    FrameOutlet.send(CursesScreen.sequences(["cnorm"]))
  }

  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  /// The bytes that leave the alternate screen, without the delays of printing terminals.
  ///
  /// - Parameter withColours: whether the terminal's colours were made others.
  private static func farewell(withColours: Bool) -> [CChar] {
    let names = (withColours ? ["oc"] : []) + ["sgr0", "op", "rmkx", "rmcup", "cnorm"]
    let modes = pasteOff + MouseReport.off
    return (Array(modes.utf8) + sequences(names)).map { CChar(bitPattern: $0) }
  }

  /// Capabilities of the terminal as they are sent, without the delays of printing terminals, which
  /// stand in them as `$<50>`.
  private static func sequences(_ names: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for name in names {
      guard let capability = shim_capability(name) else { continue }
      var rest = UnsafeRawBufferPointer(start: capability, count: strlen(capability))[...]
      while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
          let end = rest.firstIndex(of: UInt8(ascii: ">"))
        {
          rest = rest[(end + 1)...]
        } else {
          bytes.append(byte)
        }
      }
    }
    return bytes
  }
}
