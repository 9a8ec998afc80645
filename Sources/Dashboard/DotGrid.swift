/// Whose land each dot of a map is. A cell of the screen has two dots side by side, four in a column.
struct DotGrid: Sendable {
  /// Sea, other land, or a country by its place in the record.
  typealias Owner = UInt8

  static let sea: Owner = 0
  static let otherLand: Owner = 1
  /// How many countries can be told apart.
  static let limit = Int(Owner.max) - 1

  static func owner(ofCountryAt place: Int) -> Owner { Owner(place + 2) }
  /// The country's place in the record; nil for sea and other land.
  static func country(of owner: Owner) -> Int? { owner > otherLand ? Int(owner) - 2 : nil }

  static let dotsAcross = 2
  static let dotsDown = 4

  let columns: Int
  let rows: Int
  private(set) var owners: [Owner]

  /// The dots of so many cells, all of them sea.
  init(_ size: Size) {
    (columns, rows) = (size.columns * DotGrid.dotsAcross, size.rows * DotGrid.dotsDown)
    owners = Array(repeating: DotGrid.sea, count: columns * rows)
  }

  /// Fills a ring, in dots from the upper left; of a ring too small for a dot's middle one dot is
  /// left, unless there is land already.
  ///
  /// - Parameter bounds: those of the ring.
  mutating func fill(_ ring: [PlanePoint], in bounds: MapBounds, with owner: Owner) {
    guard bounds.most.x >= 0, bounds.most.y >= 0,
      bounds.least.x < Double(columns), bounds.least.y < Double(rows)
    else { return }
    var crossings = crossings(of: ring)
    crossings.sort { ($0.row, $0.x) < ($1.row, $1.x) }
    var isFilled = false
    for place in stride(from: 1, to: crossings.count, by: 2) {
      let (start, end) = (crossings[place - 1], crossings[place])
      let first = Int(max(0, (start.x - 0.5).rounded(.up)))
      let last = Int(min(Double(columns - 1), (end.x - 0.5).rounded(.down)))
      guard first <= last else { continue }
      for column in first...last { owners[start.row * columns + column] = owner }
      isFilled = true
    }
    if !isFilled { mark(bounds.middle, with: owner) }
  }

  private mutating func mark(_ point: PlanePoint, with owner: Owner) {
    let (column, row) = (Int(point.x.rounded(.down)), Int(point.y.rounded(.down)))
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    if owners[row * columns + column] == DotGrid.sea { owners[row * columns + column] = owner }
  }

  /// Where the ring's sides cross the middles of the rows.
  private func crossings(of ring: [PlanePoint]) -> [(row: Int, x: Double)] {
    var crossings: [(row: Int, x: Double)] = []
    guard var from = ring.last else { return [] }
    var before = DotGrid.row(below: from)
    for to in ring {
      let after = DotGrid.row(below: to)
      let (first, end) = (max(0, min(before, after)), min(rows, max(before, after)))
      if first < end {
        let (upper, lower) = from.y < to.y ? (from, to) : (to, from)
        let slope = (lower.x - upper.x) / (lower.y - upper.y)
        for row in first..<end {
          crossings.append((row, upper.x + (Double(row) + 0.5 - upper.y) * slope))
        }
      }
      (from, before) = (to, after)
    }
    return crossings
  }

  /// The first row whose middle is not above a point.
  private static func row(below point: PlanePoint) -> Int { Int((point.y - 0.5).rounded(.up)) }
}
