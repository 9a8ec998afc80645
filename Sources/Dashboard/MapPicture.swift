import Declaration

/// The map that fills a pane: all countries with an inset, or a subregion.
struct MapPicture: Sendable {
  /// Everything that a picture follows from; the day is not among it.
  struct Key: Hashable, Sendable {
    let size: Size
    /// The subregion that is shown; nil for all.
    let region: RegionID?
  }

  /// A second map in the lower left corner, under a line with its name and beside one.
  struct Inset: Sendable {
    let sheet: MapSheet
    /// The row of the line above it.
    let row: Int
  }

  let key: Key
  let main: MapSheet
  let inset: Inset?

  /// Dots beside a subregion, for the codes of the outermost countries.
  private static let codeRoom = 6.0

  /// The least size that a map is drawn at.
  static let least = Size(columns: 24, rows: 8)

  init?(_ atlas: MapAtlas, of dossier: Dossier, key: Key) {
    self.key = key
    let size = key.size
    guard size.columns >= MapPicture.least.columns, size.rows >= MapPicture.least.rows else {
      return nil
    }
    let isWhole = key.region == nil
    let shown = dossier.countries.indices.filter {
      isWhole || dossier.countries[$0].region == key.region
    }
    let outlines = shown.flatMap(atlas.mainOutlines)
    guard
      let window = MapWindow(
        on: outlines, centre: isWhole ? MapAtlas.centre : MapPicture.middle(of: outlines),
        size: size,
        alignment: isWhole ? .upperRight : .middle, sides: isWhole ? 1 : MapPicture.codeRoom)
    else { return nil }
    var main = MapSheet(atlas, window: window, size: size, isWhole: isWhole)
    let place = isWhole ? MapPicture.insetPlace(beside: main, scale: window.scale) : nil
    var inInset: [Int] = []
    if let place {
      let box = MapBox.caribbean
      inInset = shown.filter { atlas.mainOutlines(of: $0).allSatisfy(box.contains) }
      let labelled = MapLabelling(
        atlas: atlas, dossier: dossier, window: place.window, size: place.size)
      inset = Inset(
        sheet: labelled.sheet(labelling: inInset), row: size.rows - place.size.rows - 1)
    } else {
      inset = nil
    }
    let labelled = MapLabelling(atlas: atlas, dossier: dossier, window: window, size: size)
    main.place(
      labelled.labels(on: main, of: dossier.countries.indices.filter { !inInset.contains($0) }))
    self.main = main
  }

  private static func middle(of outlines: [MapOutline]) -> MapGeometry.Point {
    let bounds = MapBounds(
      outlines.flatMap(\.ring).map { PlanePoint(x: $0.longitude, y: $0.latitude) })
    return bounds.map { MapGeometry.Point(longitude: $0.middle.x, latitude: $0.middle.y) }
      ?? MapAtlas.centre
  }

  /// How much closer the inset has to be to be worth its room.
  private static let leastGain = 1.5

  /// The largest inset that covers no land of the map beside it.
  private static func insetPlace(
    beside main: MapSheet, scale: Double
  ) -> (window: MapWindow, size: Size)? {
    let (columns, rows) = (main.size.columns, main.size.rows)
    let box = MapBox.caribbean
    for height in stride(from: rows - 1, through: 5, by: -1) {
      let size = Size(columns: height * 31 / 10, rows: height)
      guard size.columns + 2 <= columns,
        main.isSea(columns: 0..<(size.columns + 2), rows: (rows - height - 1)..<rows)
      else { continue }
      let window = MapWindow(
        on: [box.outline], centre: box.middle, size: size, alignment: .middle)
      guard let window, window.scale >= scale * leastGain else { return nil }
      return (window, size)
    }
    return nil
  }

  /// The country under a cell, by its place in the record.
  func country(column: Int, row: Int) -> Int? {
    if let inset, row > inset.row, column < inset.sheet.size.columns {
      return inset.sheet.country(column: column, row: row - inset.row - 1)
    }
    return main.country(column: column, row: row)
  }
}
