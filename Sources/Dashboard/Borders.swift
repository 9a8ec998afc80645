/// Where the borders between panes stand, as shares of the room, so that they keep their places in a
/// screen of another size. What nobody has moved stands where it usually does.
struct Borders: Hashable, Sendable {
  /// A border that can be moved.
  enum Name: String, CaseIterable, Sendable {
    /// Right of the pillars and the timeline, in three columns.
    case left
    /// Left of the detail, in three columns.
    case middle
    /// Between two columns.
    case half
    /// Between a view's list and the detail.
    case list
    /// Under the pillars.
    case pillars
  }

  /// The shares of the borders that were moved, of ``whole``.
  private(set) var shares: [Name: Int] = [:]

  /// Fine enough for every cell of any screen.
  static let whole = 10_000

  /// Whether every border is in its usual place.
  var isUsual: Bool { shares.isEmpty }

  /// How many cells stand before a border.
  ///
  /// - Parameters:
  ///   - room: the cells before and after it.
  ///   - range: where it may stand, so that no pane disappears.
  func place(_ name: Name, usual: Int, of room: Int, in range: ClosedRange<Int>) -> Int {
    let place = shares[name].map { ($0 * room + Borders.whole / 2) / Borders.whole } ?? usual
    return min(max(place, range.lowerBound), range.upperBound)
  }

  /// Puts a border after so many cells.
  mutating func move(_ name: Name, to place: Int, of room: Int) {
    guard room > 0 else { return }
    set(name, to: (place * Borders.whole + room / 2) / room)
  }

  /// Gives a border its share; one that would leave no room for a pane is brought into range when
  /// panes are placed.
  mutating func set(_ name: Name, to share: Int) {
    shares[name] = min(max(share, 0), Borders.whole)
  }
}

/// A border on the screen that can be moved.
struct Edge: Hashable, Sendable {
  let name: Borders.Name
  /// Whether it parts left from right.
  let isUpright: Bool
  /// The first column or row after it, counted from the room's start.
  let place: Int
  /// The column or row in which the room starts.
  let start: Int
  /// The cells before and after it.
  let room: Int
  /// Where it may stand.
  let range: ClosedRange<Int>
  /// The columns or rows along which it runs.
  let span: Range<Int>

  /// Whether a cell belongs to it: both panes draw a border of their own.
  func contains(column: Int, row: Int) -> Bool {
    let (across, along) = isUpright ? (column, row) : (row, column)
    return span.contains(along) && (start + place - 1...start + place).contains(across)
  }
}

extension DashboardState {
  /// Cells by which a key moves a border that parts left from right.
  private static let stride = 2

  /// Moves the border of the pane that has the focus: the one on its right, or else on its left; up
  /// and down the one under the pillars.
  mutating func moveBorder(_ request: Request) {
    let isUpright = request == .borderLeft || request == .borderRight
    let edges = layout.edges.filter { $0.isUpright == isUpright }
    let isInFirstColumn = focus == .pillars || focus == .timeline
    guard let edge = isInFirstColumn ? edges.first : edges.last else {
      notice = Notice(language("There is no border here that can be moved."))
      return
    }
    let isBack = request == .borderLeft || request == .borderUp
    let step = isUpright ? DashboardState.stride : 1
    move(edge, to: edge.place + (isBack ? -step : step))
  }

  /// Puts a border elsewhere; the others stay where they are.
  private mutating func move(_ edge: Edge, to place: Int) {
    for other in layout.edges where other.isUpright == edge.isUpright && other.name != edge.name {
      borders.move(other.name, to: other.place, of: other.room)
    }
    let place = min(max(place, edge.range.lowerBound), edge.range.upperBound)
    borders.move(edge.name, to: place, of: edge.room)
  }

  /// Puts every border back.
  mutating func resetBorders() {
    borders = Borders()
    notice = Notice(language("The borders are where they were at first."))
  }

  /// Takes hold of the border under the mouse.
  mutating func grasp(column: Int, row: Int) {
    held = layout.edges.first { $0.contains(column: column, row: row) }.map { edge in
      HeldBorder(
        name: edge.name, grip: edge.start + edge.place - (edge.isUpright ? column : row))
    }
  }

  /// Moves the border that the mouse holds.
  mutating func drag(column: Int, row: Int) {
    guard let held, let edge = layout.edges.first(where: { $0.name == held.name }) else { return }
    move(edge, to: (edge.isUpright ? column : row) + held.grip - edge.start)
  }
}

/// A border that the mouse holds, and how far from its place it was taken.
struct HeldBorder: Hashable, Sendable {
  let name: Borders.Name
  let grip: Int
}
