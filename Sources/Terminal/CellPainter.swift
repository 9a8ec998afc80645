import CNcurses
import Dashboard

/// Turns cells of a frame into cells of curses, in the colours of a palette.
struct CellPainter {
  /// How cells of a style are drawn.
  private struct Brush {
    /// An empty cell in the style.
    let blank: cchar_t
    /// The colour behind the letters where a blank shows nothing else; nil where it shows more.
    let ground: Int32?
  }

  private let charset: Charset
  private let palette: Palette
  private var pairs: ColourPairs
  /// The brushes of the styles that were painted so far, by the styles' numbers.
  private var brushes: [Brush?]
  /// The cells that go to curses together.
  private var run: [cchar_t] = []

  /// - Parameter isDirect: whether the terminal takes colours by their parts.
  init(_ palette: Palette, charset: Charset, isDirect: Bool) {
    (self.palette, self.charset) = (palette, charset)
    pairs = ColourPairs(palette, isDirect: isDirect)
    brushes = Array(repeating: nil, count: Role.allCases.count << CellPainter.emphasisBits)
  }

  /// Whether the terminal's colours were made others and have to be given back.
  var hasMadeColours: Bool { pairs.hasMadeColours }

  /// Gives cells of a row to curses. A run ends after every character that is wide or put together,
  /// so that a terminal that gives it another width can't shift the rest.
  ///
  /// - Parameter origin: the place of the row's first cell.
  mutating func paint(_ cells: ArraySlice<Cell>, row: Int, from origin: Int) {
    var start = 0
    var last: Brush?
    for place in cells.indices where !cells[place].isRightHalf {
      let cell = cells[place]
      if run.isEmpty { start = place - origin }
      var brush = brush(for: cell.style)
      // A blank has no ink: it goes on in the colours before it, which need not be changed for it.
      if cell.ascii == UInt8(ascii: " "), let last, last.ground != nil, last.ground == brush.ground
      {
        brush = last
      }
      last = brush
      if !addCell(cell, brush.blank, row: row, column: place - origin) { flush(row, start) }
    }
    flush(row, start)
  }

  /// Adds what stands in a cell to the run.
  ///
  /// - Returns: whether the run may go on.
  private mutating func addCell(_ cell: Cell, _ blank: cchar_t, row: Int, column: Int) -> Bool {
    if let ascii = cell.ascii {
      addScalar(ascii, blank)
      return true
    }
    let width = cell.width
    if charset == .ascii {
      addScalar(cell.character?.ascii.asciiValue ?? UInt8(ascii: "?"), blank)
      if width == 2 { addScalar(UInt8(ascii: " "), blank) }
      return true
    }
    // Curses may give it but one cell, and would leave in the other what was there before.
    if width == 2 {
      var cell = blank
      shim_put(Int32(row), Int32(column + 1), &cell, 1)
    }
    guard let scalar = cell.scalar else {
      addCluster(cell.character?.unicodeScalars ?? "?".unicodeScalars, width: width, blank)
      return false
    }
    let fits = (1...max(1, width)).contains(Int(shim_width(scalar.value)))
    addScalar(fits ? scalar.value : CellPainter.unknown, blank)
    return width == 1
  }

  private mutating func addScalar(_ scalar: some FixedWidthInteger, _ blank: cchar_t) {
    var cell = blank
    cell.chars.0 = wchar_t(truncatingIfNeeded: scalar)
    run.append(cell)
  }

  private mutating func flush(_ row: Int, _ column: Int) {
    guard !run.isEmpty else { return }
    shim_put(Int32(row), Int32(column), run, Int32(run.count))
    run.removeAll(keepingCapacity: true)
  }

  private static let unknown: UInt32 = 0xFFFD

  /// Adds as much of a character as curses has room for in its cells: it knows no families of emoji,
  /// and what it gives more cells would shift the rest of the row, or go on in the next.
  private mutating func addCluster(_ all: String.UnicodeScalarView, width: Int, _ blank: cchar_t) {
    var room = width
    let limit = MemoryLayout.size(ofValue: blank.chars) / MemoryLayout<wchar_t>.size
    var scalars = all.prefix(limit).prefix { scalar in
      let width = Int(shim_width(scalar.value))
      room -= width
      return width >= 0 && room >= 0
    }
    // A joiner would join what stands in the next cell.
    if scalars.endIndex < all.endIndex, scalars.last == "\u{200D}" { scalars.removeLast() }
    if scalars.isEmpty { return addScalar(CellPainter.unknown, blank) }
    var place = 0
    for scalar in scalars {
      // To curses each letter of a flag is a cell of its own, and what has no width belongs to the
      // cell before it.
      let hasWidth = shim_width(scalar.value) > 0
      if place == 0 || hasWidth {
        run.append(blank)
        // A mark without a letter goes on the blank itself.
        place = hasWidth ? 0 : 1
      }
      guard place < limit else { break }
      withUnsafeMutableBytes(of: &run[run.count - 1].chars) { bytes in
        bytes.bindMemory(to: wchar_t.self)[place] = wchar_t(bitPattern: scalar.value)
      }
      place += 1
    }
  }

  // MARK: Styles

  private static let emphasisBits = 3

  private mutating func brush(for style: Style) -> Brush {
    let number = Int(style.role.rawValue) << CellPainter.emphasisBits | Int(style.emphasis.rawValue)
    if let brush = brushes[number] { return brush }
    let look = palette.look(of: style)
    var attributes: attr_t = 0
    if look.isBold { attributes |= shim_bold() }
    if look.isDim { attributes |= shim_dim() }
    if look.isReversed { attributes |= shim_reverse() }
    if look.isUnderlined { attributes |= shim_underline() }
    let brush = Brush(
      blank: shim_blank(attributes, pairs.number(for: look)),
      ground: look.isReversed || look.isUnderlined ? nil : look.background)
    brushes[number] = brush
    return brush
  }
}
