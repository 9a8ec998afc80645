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
    func fill(_ outlines: [MapOutline], with owner: DotGrid.Owner) {
      for outline in outlines {
        let ring = outline.directions.map { window.dots(of: $0) }
        guard let own = MapBounds(ring), bounds?.meets(own) ?? true else { continue }
        dots.fill(ring, in: own, with: owner)
      }
    }
    fill(atlas.others, with: DotGrid.otherLand)
    for (place, outlines) in atlas.outlines.enumerated().prefix(DotGrid.limit) {
      fill(outlines, with: DotGrid.owner(ofCountryAt: place))
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
    // Where the dots of a cell stand from its first.
    let places = (0..<DotGrid.dotsDown).flatMap { row in
      (0..<DotGrid.dotsAcross).map { row * dots.columns + $0 }
    }
    var tally = [UInt8](repeating: 0, count: Int(DotGrid.Owner.max) + 1)
    for cell in owners.indices {
      let column = cell % size.columns * DotGrid.dotsAcross
      let row = cell / size.columns * DotGrid.dotsDown
      let first = row * dots.columns + column
      // Most cells are all sea, or all of one country.
      let owner = dots.owners[first]
      if places.allSatisfy({ dots.owners[first + $0] == owner }) {
        if owner != DotGrid.sea { (owners[cell], counts[cell]) = (owner, UInt8(places.count)) }
        continue
      }
      for place in places {
        let owner = dots.owners[first + place]
        guard owner != DotGrid.sea else { continue }
        tally[Int(owner)] += 1
        if tally[Int(owner)] > counts[cell] {
          (owners[cell], counts[cell]) = (owner, tally[Int(owner)])
        }
      }
      for place in places { tally[Int(dots.owners[first + place])] = 0 }
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
