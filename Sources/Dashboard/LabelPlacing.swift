/// Finds the place of each country's label: well inside its land, or at its island.
struct LabelPlacing {
  private let sheet: MapSheet
  private let size: Size
  /// How many cells each cell is from the end of its country's land.
  private let depths: [Int]
  /// Between which columns and rows the cells of each owner lie.
  private let extents: [Extent?]
  private var isTaken: [Bool]
  private(set) var labels: [MapLabel] = []

  /// Dots of a cell, of eight, that make it a country's own; with fewer it is a coast or border.
  private static let ownDots = 6

  init(on sheet: MapSheet) {
    (self.sheet, size) = (sheet, sheet.size)
    isTaken = Array(repeating: false, count: size.columns * size.rows)
    depths = LabelPlacing.depths(in: sheet)
    extents = LabelPlacing.extents(in: sheet)
  }

  private struct Extent {
    var columns: ClosedRange<Int>
    var rows: ClosedRange<Int>
  }

  private static func extents(in sheet: MapSheet) -> [Extent?] {
    var extents = [Extent?](repeating: nil, count: Int(DotGrid.Owner.max) + 1)
    for (cell, owner) in sheet.owners.enumerated() where owner != DotGrid.sea {
      let (column, row) = (cell % sheet.size.columns, cell / sheet.size.columns)
      guard let old = extents[Int(owner)] else {
        extents[Int(owner)] = Extent(columns: column...column, rows: row...row)
        continue
      }
      extents[Int(owner)] = Extent(
        columns: min(old.columns.lowerBound, column)...max(old.columns.upperBound, column),
        rows: old.rows.lowerBound...row)
    }
    return extents
  }

  private static func depths(in sheet: MapSheet) -> [Int] {
    let (columns, rows) = (sheet.size.columns, sheet.size.rows)
    var depths = sheet.counts.map { $0 >= LabelPlacing.ownDots ? columns + rows : 0 }
    func limit(_ cell: Int, by other: Int?) {
      let isSame = other.map { sheet.owners[$0] == sheet.owners[cell] } ?? false
      depths[cell] = min(depths[cell], 1 + (isSame ? other.map { depths[$0] } ?? 0 : 0))
    }
    for cell in depths.indices where depths[cell] > 0 {
      limit(cell, by: cell % columns > 0 ? cell - 1 : nil)
      limit(cell, by: cell >= columns ? cell - columns : nil)
    }
    for cell in depths.indices.reversed() where depths[cell] > 0 {
      limit(cell, by: cell % columns < columns - 1 ? cell + 1 : nil)
      limit(cell, by: cell < columns * (rows - 1) ? cell + columns : nil)
    }
    return depths
  }

  /// Puts a label on the land of a country; false where it is too small for one.
  ///
  /// - Parameters:
  ///   - depth: cells of land that stay around the label.
  ///   - anchor: the cell near which it stands where several places are as good.
  mutating func placeOnLand(
    _ country: Int, _ form: MapLabel.Form, width: Int, depth: Int, anchor: (column: Int, row: Int)
  ) -> Bool {
    let owner = DotGrid.owner(ofCountryAt: country)
    var best: (column: Int, row: Int, depth: Int, distance: Int)?
    guard let extent = extents[Int(owner)] else { return false }
    let last = min(extent.columns.upperBound, size.columns - width)
    for row in extent.rows {
      for column in stride(from: extent.columns.lowerBound, through: last, by: 1) {
        let cells = (row * size.columns + column)..<(row * size.columns + column + width)
        guard sheet.owners[cells.lowerBound] == owner, isFree(cells) else { continue }
        let found = cells.reduce(Int.max) {
          min($0, sheet.owners[$1] == owner ? depths[$1] : 0)
        }
        guard found >= depth else { continue }
        let distance = abs(column + width / 2 - anchor.column) + 2 * abs(row - anchor.row)
        if let best, (best.depth, distance) >= (found, best.distance) { continue }
        best = (column, row, found, distance)
      }
    }
    guard let best else { return false }
    put(country, form, column: best.column, row: best.row, width: width)
    return true
  }

  /// Puts signs on countries that are too small for more: on their land, or where none of that is
  /// left near their anchors. When all are placed, those get their codes that have room for it.
  ///
  /// - Parameter countries: from north to south.
  mutating func placeSigns(_ countries: [(country: Int, anchor: (column: Int, row: Int))]) {
    var places: [(country: Int, column: Int, row: Int)] = []
    for (country, anchor) in countries {
      guard let (column, row) = bestCell(of: country) ?? nearestFree(to: anchor) else { continue }
      isTaken[row * size.columns + column] = true
      places.append((country, column, row))
    }
    for (country, column, row) in places {
      switch codeForm(for: country, column: column, row: row) {
      case .code: put(country, .code, column: column, row: row, width: 3)
      case .codeBefore: put(country, .codeBefore, column: column - 2, row: row, width: 3)
      default: put(country, .sign, column: column, row: row, width: 1)
      }
    }
  }

  /// How a code can stand beside a sign; nil where it has no room.
  private func codeForm(for country: Int, column: Int, row: Int) -> MapLabel.Form? {
    if hasRoom(for: country, column: column + 1, row: row) { return .code }
    return hasRoom(for: country, column: column - 2, row: row) ? .codeBefore : nil
  }

  /// The cell that is the deepest in a country's land.
  private func bestCell(of country: Int) -> (column: Int, row: Int)? {
    let owner = DotGrid.owner(ofCountryAt: country)
    let own = depths.indices.filter { sheet.owners[$0] == owner && !isTaken[$0] }
    let best = own.max { (depths[$0], sheet.counts[$0]) < (depths[$1], sheet.counts[$1]) }
    return best.map { ($0 % size.columns, $0 / size.columns) }
  }

  private mutating func put(
    _ country: Int, _ form: MapLabel.Form, column: Int, row: Int, width: Int
  ) {
    labels.append(
      MapLabel(country: country, form: form, column: column, row: row, width: width))
    for column in column..<(column + width) { isTaken[row * size.columns + column] = true }
  }

  private func isFree(_ cells: Range<Int>) -> Bool { cells.allSatisfy { !isTaken[$0] } }

  /// Dots of a country's own coast that its code may cover in a cell.
  private static let coveredDots = 4

  /// Whether a code of two cells covers nothing but sea and a little of the country's own coast.
  private func hasRoom(for country: Int, column: Int, row: Int) -> Bool {
    guard column >= 0, column + 2 <= size.columns else { return false }
    let cells = (row * size.columns + column)..<(row * size.columns + column + 2)
    return isFree(cells)
      && cells.allSatisfy {
        sheet.counts[$0] == 0
          || sheet.counts[$0] <= LabelPlacing.coveredDots
            && sheet.owners[$0] == DotGrid.owner(ofCountryAt: country)
      }
  }

  /// How far a marker may stand from its place, in cells.
  private static let farthest = 3

  private func nearestFree(to anchor: (column: Int, row: Int)) -> (column: Int, row: Int)? {
    var best: (column: Int, row: Int, distance: Int)?
    let around = -LabelPlacing.farthest...LabelPlacing.farthest
    // Of two as good the southern: signs come from north to south, and keep that order.
    for (down, across) in around.reversed().flatMap({ down in around.map { (down, $0) } }) {
      let (column, row) = (anchor.column + across, anchor.row + down)
      guard (0..<size.rows).contains(row), (0..<size.columns).contains(column),
        !isTaken[row * size.columns + column]
      else { continue }
      // A cell is twice as high as it is wide.
      let distance = abs(across) + 2 * abs(down)
      if let best, best.distance <= distance { continue }
      best = (column, row, distance)
    }
    return best.map { ($0.column, $0.row) }
  }
}
