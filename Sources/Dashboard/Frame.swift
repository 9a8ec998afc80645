/// A size or a place in cells.
public struct Size: Hashable, Sendable {
  /// Cells in a row.
  public var columns: Int
  /// Rows.
  public var rows: Int

  /// A size in cells.
  public init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
  }
}

/// A rectangle of cells, counted from zero at the top left.
public struct Rectangle: Hashable, Sendable {
  /// The leftmost column.
  public var column: Int
  /// The top row.
  public var row: Int
  /// Cells in a row.
  public var columns: Int
  /// Rows.
  public var rows: Int

  /// A rectangle of cells.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    (self.column, self.row, self.columns, self.rows) = (column, row, columns, rows)
  }

  /// The rectangle inside a border of one cell.
  public var inside: Rectangle {
    Rectangle(
      column: column + 1, row: row + 1, columns: max(0, columns - 2), rows: max(0, rows - 2))
  }

  /// Whether a cell lies in the rectangle.
  public func contains(column: Int, row: Int) -> Bool {
    column >= self.column && column < self.column + columns
      && row >= self.row && row < self.row + rows
  }
}

/// A whole screen of cells: the last value before the terminal.
public struct Frame: Hashable, Sendable {
  /// Its size.
  public let size: Size
  /// Its cells, row by row.
  public private(set) var cells: [Cell]
  /// Where the hardware cursor stands; nil hides it.
  public var cursor: (column: Int, row: Int)? {
    get { cursorPlace.map { ($0.column, $0.row) } }
    set { cursorPlace = newValue.map { Place(column: $0.column, row: $0.row) } }
  }
  private var cursorPlace: Place?

  private struct Place: Hashable, Sendable {
    let column: Int
    let row: Int
  }

  /// An empty screen.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.columns) * max(0, size.rows))
  }

  /// The cells of one row.
  public subscript(row row: Int) -> ArraySlice<Cell> {
    cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  /// Puts a line at a place, cut at `columns` cells; what lies outside the frame is left out.
  ///
  /// - Parameter fill: the style of the cells between the line's end and `columns`; nil leaves
  ///   them as they are.
  public mutating func put(
    _ line: Line, column: Int, row: Int, columns: Int, fill: Style? = nil
  ) {
    guard (0..<size.rows).contains(row) else { return }
    let end = min(column + columns, size.columns)
    var at = column
    blankHalf(at: column, row: row, from: -1)
    defer { blankHalf(at: max(column, fill == nil ? at : end), row: row, from: 0) }
    for span in line.spans {
      if span.isPlain, at >= 0 {
        let room = max(0, min(span.width, end - at))
        putPlain(span, in: (row * size.columns + at)..<(row * size.columns + at + room))
        at += room
        continue
      }
      for character in span.text {
        let width = character.cellWidth
        guard width > 0, at >= 0 else { continue }
        guard at + width <= end else { return pad(from: at, to: end, row: row, fill) }
        cells[row * size.columns + at] = Cell(character, span.style)
        if width == 2 { cells[row * size.columns + at + 1] = Cell(nil, span.style) }
        at += width
      }
    }
    pad(from: at, to: end, row: row, fill)
  }

  /// Puts as much of a plain piece into cells as there are.
  private mutating func putPlain(_ span: Span, in places: Range<Int>) {
    let style = span.style
    guard span.text.utf8.count > span.width else {
      var text = span.text
      return text.withUTF8 { bytes in
        for place in places {
          cells[place] = Cell(ascii: bytes[place - places.lowerBound], style)
        }
      }
    }
    var place = places.lowerBound
    for scalar in span.text.unicodeScalars {
      guard place < places.upperBound else { return }
      cells[place] = Cell(scalar, style)
      place += 1
    }
  }

  /// Puts a character of one cell at a place; outside the frame nothing.
  mutating func put(_ character: Character, _ style: Style, column: Int, row: Int) {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return }
    blankHalf(at: column, row: row, from: -1)
    cells[row * size.columns + column] = Cell(character, style)
    blankHalf(at: column + 1, row: row, from: 0)
  }

  /// Puts cells into the beginning of a row where nothing stands yet.
  mutating func put(_ cells: [Cell], row: Int) {
    guard (0..<size.rows).contains(row) else { return }
    for (place, cell) in zip((row * size.columns)..<((row + 1) * size.columns), cells) {
      self.cells[place] = cell
    }
  }

  /// Puts a picture at a place where nothing stands yet; what lies outside the frame is left out.
  mutating func put(_ picture: Frame, column: Int, row: Int) {
    let columns = min(picture.size.columns, size.columns - column)
    guard columns > 0 else { return }
    for line in 0..<max(0, min(picture.size.rows, size.rows - row)) {
      let from = line * picture.size.columns
      let to = (row + line) * size.columns + column
      for place in 0..<columns { cells[to + place] = picture.cells[from + place] }
    }
    if let cursor = picture.cursor {
      self.cursor = (column: column + cursor.column, row: row + cursor.row)
    }
  }

  /// Where a wide character stands on both sides of a column that is drawn at, nothing is left of it.
  ///
  /// - Parameter side: -1 for the half before the column, 0 for the one in it.
  private mutating func blankHalf(at column: Int, row: Int, from side: Int) {
    guard column > 0, column < size.columns,
      cells[row * size.columns + column].isRightHalf
    else { return }
    cells[row * size.columns + column + side].character = " "
  }

  private mutating func pad(from start: Int, to end: Int, row: Int, _ fill: Style?) {
    guard let fill, start < end, start >= 0 else { return }
    for column in start..<end { cells[row * size.columns + column] = Cell(" ", fill) }
  }
}
