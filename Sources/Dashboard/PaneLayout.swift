/// Which panes are on screen and where.
public struct PaneLayout: Hashable, Sendable {
  /// How much room there is.
  public enum Shape: Sendable {
    /// Not enough for anything but a line that says so.
    case tooSmall
    /// One pane at a time, with tabs.
    case tabs
    /// Two columns; the detail opens over them.
    case columns
    /// Three columns, the detail among them.
    case wide
  }

  /// How much room there is.
  public let shape: Shape
  /// The panes on screen, in the order in which Tab visits them.
  public private(set) var panes: [Pane: Rectangle] = [:]
  /// The borders between them that can be moved, from left to right, then the one under the pillars.
  private(set) var edges: [Edge] = []

  /// The least size at which panes are drawn.
  public static let least = Size(columns: 20, rows: 5)

  /// The least columns and rows of a pane, with its border.
  private static let leastColumns = 20
  private static let leastRows = 4

  /// Before anything is placed.
  static let none = PaneLayout()

  private init() { shape = .tooSmall }

  /// Places the panes.
  ///
  /// - Parameters:
  ///   - size: the screen; its first row is the header's and its last the footer's.
  ///   - view: what the screen is given to.
  ///   - focus: the pane that keys go to.
  ///   - zoomed: whether that pane has the whole screen.
  ///   - borders: where the user has put the borders.
  ///   - pillarRows: rows that the pillars' pane needs inside its border, by its columns there.
  init(
    size: Size, view: View, focus: Pane, zoomed: Bool, borders: Borders = Borders(),
    pillarRows: (Int) -> Int
  ) {
    let usualLeft = PaneLayout.leftColumns(of: size)
    shape = PaneLayout.shape(for: size, pillarRows: pillarRows(usualLeft - 2))
    let body = Rectangle(column: 0, row: 1, columns: size.columns, rows: size.rows - 2)
    switch shape {
    case .tooSmall: break
    case .tabs:
      panes[focus] = Rectangle(column: 0, row: 2, columns: size.columns, rows: size.rows - 3)
    case .columns where zoomed || focus == .detail || view != .record, .wide where zoomed:
      panes[focus] = body
    case .wide where view == .comparison:
      panes[.comparison] = body
    case .wide where view != .record:
      let left = part(body, .list, usual: size.columns * 58 / 100, borders: borders)
      place([view.list ?? .countries, .detail], in: body, from: [0, left])
    case .columns:
      let left = part(body, .half, usual: usualLeft, borders: borders)
      place([nil, .countries], in: body, from: [0, left])
      placeLeft(in: body, columns: left, borders, pillarRows)
    case .wide:
      let least = PaneLayout.leastColumns
      let left = part(body, .left, usual: usualLeft, after: 2 * least, borders: borders)
      let middle = min(max(34, size.columns * 38 / 100 - 6), 76)
      let detail = part(
        body, .middle, usual: left + middle, before: left + least, borders: borders)
      place([nil, .countries, .detail], in: body, from: [0, left, detail])
      placeLeft(in: body, columns: left, borders, pillarRows)
    }
  }

  private static func shape(for size: Size, pillarRows: Int) -> Shape {
    if size.columns < least.columns || size.rows < least.rows { return .tooSmall }
    // The pillars' pane and a timeline of three rows, with their borders.
    let leastRows = pillarRows + 9
    if size.columns < 60 || size.rows < leastRows { return .tabs }
    return size.columns < 100 ? .columns : .wide
  }

  private static func leftColumns(of size: Size) -> Int {
    size.columns < 100 ? size.columns * 46 / 100 : min(max(34, size.columns * 30 / 100), 60)
  }

  // MARK: Parts

  /// The column at which a border parts the room; notes the border.
  ///
  /// - Parameters:
  ///   - before: the least columns before it.
  ///   - after: the least columns after it.
  private mutating func part(
    _ body: Rectangle, _ name: Borders.Name, usual: Int, before: Int = leastColumns,
    after: Int = leastColumns, borders: Borders
  ) -> Int {
    let range = before...max(before, body.columns - after)
    let place = borders.place(name, usual: usual, of: body.columns, in: range)
    edges.append(
      Edge(
        name: name, isUpright: true, place: place, start: body.column, room: body.columns,
        range: range, span: body.row..<(body.row + body.rows)))
    return place
  }

  /// Puts panes side by side, each from its column to the next.
  private mutating func place(_ names: [Pane?], in body: Rectangle, from columns: [Int]) {
    let ends = columns.dropFirst() + [body.columns]
    for (pane, (start, end)) in zip(names, zip(columns, ends)) {
      guard let pane else { continue }
      panes[pane] = Rectangle(
        column: body.column + start, row: body.row, columns: end - start, rows: body.rows)
    }
  }

  /// Puts the pillars over the timeline.
  private mutating func placeLeft(
    in body: Rectangle, columns: Int, _ borders: Borders, _ pillarRows: (Int) -> Int
  ) {
    let least = PaneLayout.leastRows
    let range = least...max(least, body.rows - least)
    let usual = min(pillarRows(columns - 2) + 2, body.rows / 2)
    let rows = borders.place(.pillars, usual: usual, of: body.rows, in: range)
    panes[.pillars] = Rectangle(column: 0, row: body.row, columns: columns, rows: rows)
    panes[.timeline] = Rectangle(
      column: 0, row: body.row + rows, columns: columns, rows: body.rows - rows)
    edges.append(
      Edge(
        name: .pillars, isUpright: false, place: rows, start: body.row, room: body.rows,
        range: range, span: 0..<columns))
  }
}
