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
  public let panes: [Pane: Rectangle]

  /// The least size at which panes are drawn.
  public static let least = Size(columns: 20, rows: 5)

  /// Places the panes.
  ///
  /// - Parameters:
  ///   - size: the screen; its first row is the header's and its last the footer's.
  ///   - view: what the screen is given to.
  ///   - focus: the pane that keys go to.
  ///   - zoomed: whether that pane has the whole screen.
  ///   - pillarRows: rows that the pillars' pane needs inside its border, by its columns there.
  init(
    size: Size, view: View, focus: Pane, zoomed: Bool, pillarRows: (Int) -> Int
  ) {
    let left = PaneLayout.leftColumns(of: size)
    let pillarRows = pillarRows(left - 2)
    shape = PaneLayout.shape(for: size, pillarRows: pillarRows)
    let body = Rectangle(column: 0, row: 1, columns: size.columns, rows: size.rows - 2)
    switch shape {
    case .tooSmall:
      panes = [:]
    case .tabs:
      let below = Rectangle(column: 0, row: 2, columns: size.columns, rows: size.rows - 3)
      panes = [focus: below]
    case .columns where zoomed || focus == .detail || view != .record, .wide where zoomed:
      panes = [focus: body]
    case .wide where view == .comparison:
      panes = [.comparison: body]
    case .wide where view != .record:
      let left = size.columns * 58 / 100
      panes = [
        view.list ?? .countries: Rectangle(column: 0, row: 1, columns: left, rows: body.rows),
        .detail: Rectangle(
          column: left, row: 1, columns: size.columns - left, rows: body.rows),
      ]
    case .columns:
      panes = PaneLayout.leftColumn(
        body, columns: left, pillarRows: pillarRows
      ) {
        [.countries: Rectangle(column: left, row: 1, columns: size.columns - left, rows: body.rows)]
      }
    case .wide:
      let middle = min(max(34, size.columns * 38 / 100 - 6), 76)
      panes = PaneLayout.leftColumn(body, columns: left, pillarRows: pillarRows) {
        [
          .countries: Rectangle(column: left, row: 1, columns: middle, rows: body.rows),
          .detail: Rectangle(
            column: left + middle, row: 1, columns: size.columns - left - middle, rows: body.rows),
        ]
      }
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

  private static func leftColumn(
    _ body: Rectangle, columns: Int, pillarRows: Int, rest: () -> [Pane: Rectangle]
  ) -> [Pane: Rectangle] {
    let pillars = min(pillarRows + 2, body.rows / 2)
    let left: [Pane: Rectangle] = [
      .pillars: Rectangle(column: 0, row: body.row, columns: columns, rows: pillars),
      .timeline: Rectangle(
        column: 0, row: body.row + pillars, columns: columns, rows: body.rows - pillars),
    ]
    return left.merging(rest()) { first, _ in first }
  }
}
