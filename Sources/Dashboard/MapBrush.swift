/// Draws the rows of a sheet in the looks of a day.
struct MapBrush {
  private let looks: [MapLook]
  private let names: [(code: String, name: String)]
  private let selected: Int?
  private let emphasis: Emphasis
  /// The fill of each owner's land; asked for every dot.
  private let fills: [MapFill]

  /// - Parameters:
  ///   - looks: the looks of the countries by their places in the record.
  ///   - names: the codes and names that stand on the map.
  ///   - emphasis: what is laid over the selected country.
  init(
    looks: [MapLook], names: [(code: String, name: String)], selected: Int?, emphasis: Emphasis
  ) {
    (self.looks, self.names) = (looks, names)
    (self.selected, self.emphasis) = (selected, emphasis)
    let background = MapLook.background.fill
    fills = [background, background] + looks.prefix(DotGrid.limit).map(\.fill)
  }

  private static let dotBits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
  private static let glyphs: [Character] = (0..<256).map {
    Unicode.Scalar(0x2800 + $0).map(Character.init) ?? " "
  }

  private func look(of owner: DotGrid.Owner) -> MapLook {
    DotGrid.country(of: owner).map { looks[$0] } ?? .background
  }

  private func style(_ role: Role, _ country: Int?) -> Style {
    Style(role, country != nil && country == selected ? emphasis : [])
  }

  /// The cells of a row.
  func row(_ row: Int, of sheet: MapSheet) -> [Cell] {
    var cells = (0..<sheet.size.columns).map { column in
      let owner = sheet.owners[row * sheet.size.columns + column]
      guard owner != DotGrid.sea else { return Cell.blank }
      let bits = bits(column: column, row: row, of: sheet)
      return Cell(
        bits == 0 ? " " : MapBrush.glyphs[Int(bits)],
        style(look(of: owner).role, DotGrid.country(of: owner)))
    }
    for label in sheet.labels[row] where !looks[label.country].sign.isEmpty {
      cells.replaceSubrange(label.columns, with: self.cells(of: label))
    }
    return cells
  }

  private func cells(of label: MapLabel) -> [Cell] {
    let look = looks[label.country]
    let sign = style(look.role, label.country)
    let text = style(.heading, label.country)
    let (code, name) = names[label.country]
    func cells(_ string: String, _ style: Style) -> [Cell] {
      string.visible.flatMap { character in
        [Cell(character, style), Cell(nil, style)].prefix(character.cellWidth)
      }
    }
    let drawn: [Cell] =
      switch label.form {
      case .name: cells(" \(look.sign)", sign) + cells(" \(name) ", text)
      case .code: cells(look.sign, sign) + cells(code, text)
      case .codeBefore: cells(code, text) + cells(look.sign, sign)
      case .sign: cells(look.sign, sign)
      }
    let blank = Array(repeating: Cell(" ", text), count: max(0, label.width - drawn.count))
    return Array((drawn + blank).prefix(label.width))
  }

  // MARK: Dots

  private func bits(column: Int, row: Int, of sheet: MapSheet) -> UInt32 {
    var bits: UInt32 = 0
    for (dot, bit) in MapBrush.dotBits.enumerated() {
      let x = column * DotGrid.dotsAcross + dot % DotGrid.dotsAcross
      let y = row * DotGrid.dotsDown + dot / DotGrid.dotsAcross
      if isOn(x, y, in: sheet.dots) { bits |= bit }
    }
    return bits
  }

  /// Whether a dot is drawn: coasts always, borders as a line between thin fills and as a gap
  /// beside full ones, the inside by its fill.
  private func isOn(_ x: Int, _ y: Int, in dots: DotGrid) -> Bool {
    let place = y * dots.columns + x
    let owner = dots.owners[place]
    guard owner != DotGrid.sea else { return false }
    let left = x > 0 ? dots.owners[place - 1] : owner
    let right = x < dots.columns - 1 ? dots.owners[place + 1] : owner
    let above = y > 0 ? dots.owners[place - dots.columns] : owner
    let below = y < dots.rows - 1 ? dots.owners[place + dots.columns] : owner
    let fill = fills[Int(owner)]
    if left == owner, right == owner, above == owner, below == owner {
      return isInside(fill, x, y)
    }
    let sea = DotGrid.sea
    if left == sea || right == sea || above == sea || below == sea { return true }
    let isFull = fill == .full
    for near in [left, above] where near != owner && !isFull && fills[Int(near)] == .full {
      return false
    }
    for far in [right, below] where far != owner {
      // Between two full countries there is a gap, between two others a line.
      return isFull != (fills[Int(far)] == .full) ? isFull : !isFull
    }
    return isInside(fill, x, y)
  }

  private func isInside(_ fill: MapFill, _ x: Int, _ y: Int) -> Bool {
    switch fill {
    case .outline: false
    case .dotted: x % 2 == 0 && y % 4 == 2
    case .sparse: x % 2 == 0 && y % 4 == (x % 4 == 0 ? 1 : 3)
    case .half: (x + y) % 2 == 0
    case .full: true
    }
  }
}
