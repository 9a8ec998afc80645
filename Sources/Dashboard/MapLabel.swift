/// A country's sign on the map, with its name or code where there is room.
struct MapLabel: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// ` ● Brazil `
    case name
    /// `●BR`
    case code
    /// `BR●`
    case codeBefore
    /// `●`
    case sign
  }

  /// The country's place in the record.
  let country: Int
  let form: Form
  let column: Int
  let row: Int
  /// Cells that it takes.
  let width: Int

  var columns: Range<Int> { column..<(column + width) }
}

/// Finds the place of each country's label: well inside its land, or at its island.
struct LabelPlacing {
  private let sheet: MapSheet
  private let size: Size
  /// How many cells each cell is from the end of its country's land.
  private let depths: [Int]
  private var isTaken: [Bool]
  private(set) var labels: [MapLabel] = []

  /// Dots of a cell, of eight, that make it a country's own; with fewer it is a coast or border.
  private static let ownDots = 6

  init(on sheet: MapSheet) {
    (self.sheet, size) = (sheet, sheet.size)
    isTaken = Array(repeating: false, count: size.columns * size.rows)
    depths = LabelPlacing.depths(in: sheet)
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
    for row in 0..<size.rows {
      for column in stride(from: 0, through: size.columns - width, by: 1) {
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

  /// Puts a label at a small country's place, its code beside it where that covers nothing.
  mutating func placeMarker(_ country: Int, anchor: (column: Int, row: Int), withCode: Bool) {
    guard let (column, row) = nearestFree(to: anchor) else { return }
    if withCode, isOpenSea(column: column + 1, row: row, width: 3) {
      put(country, .code, column: column, row: row, width: 3)
    } else if withCode, isOpenSea(column: column - 3, row: row, width: 3) {
      put(country, .codeBefore, column: column - 2, row: row, width: 3)
    } else {
      put(country, .sign, column: column, row: row, width: 1)
    }
  }

  private mutating func put(
    _ country: Int, _ form: MapLabel.Form, column: Int, row: Int, width: Int
  ) {
    labels.append(
      MapLabel(country: country, form: form, column: column, row: row, width: width))
    for column in column..<(column + width) { isTaken[row * size.columns + column] = true }
  }

  private func isFree(_ cells: Range<Int>) -> Bool { cells.allSatisfy { !isTaken[$0] } }

  private func isOpenSea(column: Int, row: Int, width: Int) -> Bool {
    guard column >= 0, column + width <= size.columns else { return false }
    let cells = (row * size.columns + column)..<(row * size.columns + column + width)
    return isFree(cells) && sheet.isSea(columns: column..<(column + width), rows: row..<(row + 1))
  }

  /// How far a marker may stand from its place.
  private static let farthest = 3

  private func nearestFree(to anchor: (column: Int, row: Int)) -> (column: Int, row: Int)? {
    var best: (column: Int, row: Int, distance: Int)?
    for row in (anchor.row - LabelPlacing.farthest)...(anchor.row + LabelPlacing.farthest) {
      for column in (anchor.column - LabelPlacing.farthest)...(anchor.column + LabelPlacing.farthest)
      {
        guard (0..<size.rows).contains(row), (0..<size.columns).contains(column),
          !isTaken[row * size.columns + column]
        else { continue }
        // A cell is twice as high as it is wide.
        let distance = abs(column - anchor.column) + 2 * abs(row - anchor.row)
        if let best, best.distance <= distance { continue }
        best = (column, row, distance)
      }
    }
    return best.map { ($0.column, $0.row) }
  }
}
