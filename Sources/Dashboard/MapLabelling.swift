import Declaration

/// Labels for the countries in a window.
struct MapLabelling {
  let atlas: MapAtlas
  let dossier: Dossier
  let window: MapWindow
  let size: Size

  /// Land around a name and around a code, in cells.
  private static let depths = (name: 2, code: 1)

  func sheet(labelling countries: [Int]) -> MapSheet {
    var sheet = MapSheet(atlas, window: window, size: size)
    sheet.place(labels(on: sheet, of: countries))
    return sheet
  }

  /// On land first, then the markers, which have to find room beside them.
  ///
  /// - Parameter countries: in the order of the record.
  func labels(on sheet: MapSheet, of countries: [Int]) -> [MapLabel] {
    var placing = LabelPlacing(on: sheet)
    var small: [Int] = []
    for country in countries where country < DotGrid.limit {
      let anchor = anchor(of: country)
      let name = dossier.countries[country].name[dossier.language].visible.cellWidth + 4
      let isPlaced =
        placing.placeOnLand(
          country, .name, width: name, depth: MapLabelling.depths.name, anchor: anchor)
        || placing.placeOnLand(
          country, .code, width: 3, depth: MapLabelling.depths.code, anchor: anchor)
      if !isPlaced, (0..<size.columns).contains(anchor.column),
        (0..<size.rows).contains(anchor.row)
      {
        small.append(country)
      }
    }
    small.sort { atlas.anchors[$0].latitude > atlas.anchors[$1].latitude }
    placing.placeSigns(small.map { ($0, anchor(of: $0)) })
    return placing.labels
  }

  private func anchor(of country: Int) -> (column: Int, row: Int) {
    let dots = window.dots(of: atlas.anchors[country])
    return (
      column: Int((dots.x / Double(DotGrid.dotsAcross)).rounded(.down)),
      row: Int((dots.y / Double(DotGrid.dotsDown)).rounded(.down))
    )
  }
}
