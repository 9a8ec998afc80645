import CNcurses
import Dashboard

/// Turns cells of a frame into cells of curses, in the colours of a palette.
struct CellPainter {
  private let charset: Charset
  private let palette: Palette
  private var pairs: ColourPairs
  /// A blank of every style that was painted so far, by the style's number.
  private var blanks: [cchar_t?]
  /// The cells that go to curses together.
  private var run: [cchar_t] = []

  /// - Parameter isDirect: whether the terminal takes colours by their parts.
  init(_ palette: Palette, charset: Charset, isDirect: Bool) {
    (self.palette, self.charset) = (palette, charset)
    pairs = ColourPairs(palette, isDirect: isDirect)
    blanks = Array(repeating: nil, count: Role.allCases.count << CellPainter.emphasisBits)
  }

  /// Whether the terminal's colours were made others and have to be given back.
  var hasMadeColours: Bool { pairs.hasMadeColours }

  /// Gives cells of a row to curses. A run ends after every character that is wide or put together,
  /// so that a terminal that gives it another width can't shift the rest.
  ///
  /// - Parameter origin: the place of the row's first cell.
  mutating func paint(_ cells: ArraySlice<Cell>, row: Int, from origin: Int) {
    var start = 0
    for place in cells.indices {
      guard let character = cells[place].character else { continue }
      if run.isEmpty { start = place - origin }
      let blank = blank(cells[place].style)
      if let ascii = character.asciiValue {
        add(wchar_t(ascii), blank)
      } else if charset == .ascii {
        let width = character.cellWidth
        add(wchar_t(character.ascii.asciiValue ?? UInt8(ascii: "?")), blank)
        if width == 2 { add(wchar_t(UInt8(ascii: " ")), blank) }
      } else if add(character, blank, row: row, column: place - origin) {
        continue
      } else {
        flush(row, start)
      }
    }
    flush(row, start)
  }

  /// Adds a character beyond ASCII.
  ///
  /// - Returns: whether it takes one cell as one scalar, so that the run may go on.
  private mutating func add(
    _ character: Character, _ blank: cchar_t, row: Int, column: Int
  ) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return true }
    let isOneScalar = scalars.index(after: scalars.startIndex) == scalars.endIndex
    let width = character.cellWidth
    // Curses may give it but one cell, and would leave in the other what was there before.
    if width == 2 {
      var cell = blank
      shim_put(Int32(row), Int32(column + 1), &cell, 1)
    }
    if isOneScalar {
      let fits = (1...width).contains(Int(shim_width(first.value)))
      add(wchar_t(bitPattern: fits ? first.value : CellPainter.unknown), blank)
    } else {
      run.append(CellPainter.cluster(scalars, width: width, blank))
    }
    return width == 1 && isOneScalar
  }

  private mutating func add(_ scalar: wchar_t, _ blank: cchar_t) {
    var cell = blank
    cell.chars.0 = scalar
    run.append(cell)
  }

  private mutating func flush(_ row: Int, _ column: Int) {
    guard !run.isEmpty else { return }
    shim_put(Int32(row), Int32(column), run, Int32(run.count))
    run.removeAll(keepingCapacity: true)
  }

  private static let unknown: UInt32 = 0xFFFD

  /// A cell with as much of a character as curses has room for: it knows no families of emoji, and
  /// what it gives more cells would shift the rest of the row, or go on in the next.
  private static func cluster(
    _ all: String.UnicodeScalarView, width: Int, _ blank: cchar_t
  ) -> cchar_t {
    var room = width
    var cell = blank
    let limit = MemoryLayout.size(ofValue: cell.chars) / MemoryLayout<wchar_t>.size
    var scalars = all.prefix(limit).prefix { scalar in
      let width = Int(shim_width(scalar.value))
      room -= width
      return width >= 0 && room >= 0
    }
    // A joiner would join what stands in the next cell.
    if scalars.endIndex < all.endIndex, scalars.last == "\u{200D}" { scalars.removeLast() }
    withUnsafeMutableBytes(of: &cell.chars) { bytes in
      let places = bytes.bindMemory(to: wchar_t.self)
      if scalars.isEmpty { places[0] = wchar_t(bitPattern: unknown) }
      for (place, scalar) in scalars.enumerated() {
        places[place] = wchar_t(bitPattern: scalar.value)
      }
    }
    return cell
  }

  // MARK: Styles

  private static let emphasisBits = 3

  /// A blank in a style.
  private mutating func blank(_ style: Style) -> cchar_t {
    let number = Int(style.role.rawValue) << CellPainter.emphasisBits | Int(style.emphasis.rawValue)
    if let blank = blanks[number] { return blank }
    let look = palette.look(of: style)
    var attributes: attr_t = 0
    if look.isBold { attributes |= shim_bold() }
    if look.isDim { attributes |= shim_dim() }
    if look.isReversed { attributes |= shim_reverse() }
    if look.isUnderlined { attributes |= shim_underline() }
    let blank = shim_blank(attributes, pairs.number(for: look))
    blanks[number] = blank
    return blank
  }
}
