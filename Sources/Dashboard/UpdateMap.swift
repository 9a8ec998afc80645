import Declaration

extension DashboardState {
  /// The subregion that fills the map; nil for all of it.
  var mapRegion: RegionID? {
    guard cartography.isClose, case .country(let code) = selected(in: .map) else { return nil }
    return dossier.country(code)?.region
  }

  /// Whether the map is on screen as a picture, and not as a list: the last picture is kept while a
  /// page covers it.
  var isMapDrawn: Bool { cartography.picture != nil && layout.panes[.map] != nil }

  /// Places of the countries on the map, by subregion from north to south.
  var mapOrder: [Int] {
    let regions = dossier.regions.map(\.id)
    let places = listing.countries.map { place in
      (
        place: place,
        region: regions.firstIndex(of: dossier.countries[place].region) ?? regions.count
      )
    }
    return places.sorted { ($0.region, $0.place) < ($1.region, $1.place) }.map(\.place)
  }

  /// Draws the map's sheets where its pane is on screen.
  mutating func settleMap(in layout: PaneLayout) {
    guard let inside = layout.panes[.map]?.inside else { return }
    let field = MapPane(state: self, inside: inside).field
    let size = Size(columns: field.columns, rows: field.rows)
    cartography.draw(MapPicture.Key(size: size, region: mapRegion), of: dossier)
  }

  /// Closer to the subregion of the selected country, or back to all of them.
  mutating func zoomMap(closer: Bool) {
    guard view == .map else {
      notice = Notice(
        language(
          "\(key: label(.closer)) and \(other: label(.farther)) bring the map or the timeline closer: \(first: label(.map)), \(last: label(.timeline))."
        ))
      return
    }
    focus(on: .map)
    cartography.isClose = closer && isMapDrawn
  }

  /// Selects the nearest country in a direction; the first or last for a longer way.
  mutating func moveOnMap(_ request: Request) {
    guard let atlas = cartography.atlas, case .country(let code) = selected(in: .map),
      let start = dossier.index(of: code)
    else { return }
    let order = mapOrder
    let target: Int? =
      switch request {
      case .left: nearest(to: start, in: atlas, toward: (-1, 0))
      case .right: nearest(to: start, in: atlas, toward: (1, 0))
      case .up: nearest(to: start, in: atlas, toward: (0, -1))
      case .down: nearest(to: start, in: atlas, toward: (0, 1))
      case .top, .pageUp, .halfPageUp: order.min { atlas.places[$0].y < atlas.places[$1].y }
      default: order.max { atlas.places[$0].y < atlas.places[$1].y }
      }
    if let target { selectOnMap(target) }
  }

  /// Selects a country of those on the map by its place in the record.
  mutating func selectOnMap(_ country: Int) {
    guard let entry = mapOrder.firstIndex(of: country) else { return }
    select(entry, in: .map)
  }

  /// The nearest country whose way leads more in a direction than across it; failing that, the
  /// nearest on that side.
  private func nearest(
    to start: Int, in atlas: MapAtlas, toward direction: (x: Double, y: Double)
  ) -> Int? {
    let from = atlas.places[start]
    let candidates = listing.countries.compactMap {
      country -> (Int, along: Double, across: Double)? in
      let (x, y) = (atlas.places[country].x - from.x, atlas.places[country].y - from.y)
      let along = x * direction.x + y * direction.y
      return along > 0 ? (country, along, abs(x * direction.y) + abs(y * direction.x)) : nil
    }
    let straight = candidates.filter { $0.across <= $0.along }
    return (straight.isEmpty ? candidates : straight).min {
      $0.along + 2 * $0.across < $1.along + 2 * $1.across
    }?.0
  }

  /// A click selects, a double click opens, the wheel goes closer and back.
  mutating func takeOnMap(_ mouse: Mouse, in inside: Rectangle) {
    switch mouse.action {
    case .wheelUp: zoomMap(closer: true)
    case .wheelDown: zoomMap(closer: false)
    case .drag, .release: break
    case .press, .doubleClick:
      prompt = nil
      focus(on: .map)
      guard let country = countryOnMap(column: mouse.column, row: mouse.row, in: inside) else {
        return
      }
      selectOnMap(country)
      if mouse.action == .doubleClick { open() }
    }
  }

  /// The country under a cell of the map's pane.
  func countryOnMap(column: Int, row: Int, in inside: Rectangle) -> Int? {
    let field = MapPane(state: self, inside: inside).field
    guard field.contains(column: column, row: row) else { return nil }
    let (column, row) = (column - field.column, row - field.row)
    // An island is easy to miss by a cell.
    let near = [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)]
    return near.lazy.compactMap {
      cartography.picture?.country(column: column + $0.0, row: row + $0.1)
    }.first
  }
}
