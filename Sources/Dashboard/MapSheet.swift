import Declaration

/// A map drawn once for a size: whose land each dot and each cell is, and where the labels stand.
///
/// Nothing in it depends on the day; colours come with each frame.
struct MapSheet: Sendable {
  let size: Size
  let dots: DotGrid
  /// Whose dots are the most in each cell, row by row.
  let owners: [DotGrid.Owner]
  /// How many dots of a cell are its owner's.
  let counts: [UInt8]
  /// The labels of each row.
  private(set) var labels: [[MapLabel]]

  /// - Parameter isWhole: whether land outside the window's bounds is left out.
  init(_ atlas: MapAtlas, window: MapWindow, size: Size, isWhole: Bool = false) {
    self.size = size
    var dots = DotGrid(size)
    let bounds = isWhole ? window.boundsInDots : nil
    func fill(_ rings: [MapGeometry.Ring], with owner: DotGrid.Owner) {
      for ring in rings {
        let outline = ring.map(window.dots)
        if let bounds, let own = MapBounds(outline), !bounds.meets(own) { continue }
        dots.fill(outline, with: owner)
      }
    }
    fill(atlas.others, with: DotGrid.otherLand)
    for (place, rings) in atlas.rings.enumerated().prefix(DotGrid.limit) {
      fill(rings, with: DotGrid.owner(ofCountryAt: place))
    }
    self.dots = dots
    (owners, counts) = MapSheet.cells(of: dots, size: size)
    labels = Array(repeating: [], count: size.rows)
  }

  /// Puts labels on the map.
  mutating func place(_ labels: [MapLabel]) {
    for label in labels { self.labels[label.row].append(label) }
  }

  private static func cells(
    of dots: DotGrid, size: Size
  ) -> (owners: [DotGrid.Owner], counts: [UInt8]) {
    var owners = Array(repeating: DotGrid.sea, count: size.columns * size.rows)
    var counts = [UInt8](repeating: 0, count: owners.count)
    var tally = [UInt8](repeating: 0, count: Int(DotGrid.Owner.max) + 1)
    for cell in owners.indices {
      let column = cell % size.columns * DotGrid.dotsAcross
      let row = cell / size.columns * DotGrid.dotsDown
      for dot in 0..<(DotGrid.dotsAcross * DotGrid.dotsDown) {
        let place =
          (row + dot / DotGrid.dotsAcross) * dots.columns + column
          + dot % DotGrid.dotsAcross
        let owner = dots.owners[place]
        guard owner != DotGrid.sea else { continue }
        tally[Int(owner)] += 1
        if tally[Int(owner)] > counts[cell] {
          (owners[cell], counts[cell]) = (owner, tally[Int(owner)])
        }
      }
      for dot in 0..<(DotGrid.dotsAcross * DotGrid.dotsDown) {
        let place =
          (row + dot / DotGrid.dotsAcross) * dots.columns + column
          + dot % DotGrid.dotsAcross
        tally[Int(dots.owners[place])] = 0
      }
    }
    return (owners, counts)
  }

  /// The country under a cell: that of the label there, else of the land.
  func country(column: Int, row: Int) -> Int? {
    guard (0..<size.columns).contains(column), (0..<size.rows).contains(row) else { return nil }
    if let label = labels[row].first(where: { $0.columns.contains(column) }) {
      return label.country
    }
    return DotGrid.country(of: owners[row * size.columns + column])
  }

  /// Whether a rectangle of cells is all sea.
  func isSea(columns: Range<Int>, rows: Range<Int>) -> Bool {
    rows.allSatisfy { row in
      columns.allSatisfy { counts[row * size.columns + $0] == 0 }
    }
  }
}
