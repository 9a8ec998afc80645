import Declaration

/// The part of the globe that a rectangle of cells shows.
struct MapWindow: Sendable {
  /// Where the land lies in a rectangle that is longer or wider than it.
  enum Alignment { case middle, upperRight }

  /// What is to be seen, in degrees of arc on the flat map.
  let bounds: MapBounds
  /// Dots that a degree of arc takes.
  let scale: Double
  private let projection: MapProjection
  private let origin: PlanePoint

  /// Dots to a degree that no map goes beyond, however small its country.
  private static let closest = 24.0
  /// Dots that stay free above and below.
  private static let margin = 1.0

  /// The window that shows some outlines whole, as large as they fit; nil when there are none.
  ///
  /// - Parameter sides: dots that stay free on the left and on the right.
  init?(
    on outlines: [MapOutline], centre: MapGeometry.Point, size: Size, alignment: Alignment,
    sides: Double = 1
  ) {
    projection = MapProjection(centre: centre)
    var found: MapBounds?
    for direction in outlines.lazy.flatMap(\.directions) {
      let place = projection.place(direction)
      if found == nil { found = MapBounds(place) } else { found?.widen(to: place) }
    }
    guard let bounds = found else { return nil }
    self.bounds = bounds
    let width = Double(size.columns * DotGrid.dotsAcross) - 2 * sides
    let height = Double(size.rows * DotGrid.dotsDown) - 2 * MapWindow.margin
    scale = min(
      width / max(bounds.width, 1e-3), height / max(bounds.height, 1e-3), MapWindow.closest)
    let free = (width - bounds.width * scale, height - bounds.height * scale)
    let part = alignment == .middle ? (0.5, 0.5) : (1, 0)
    origin = PlanePoint(
      x: sides + free.0 * part.0 - bounds.least.x * scale,
      y: MapWindow.margin + free.1 * part.1 - bounds.least.y * scale)
  }

  /// Where a place falls, in dots from the upper left of the rectangle.
  func dots(of point: MapGeometry.Point) -> PlanePoint { dots(of: GlobeDirection(point)) }

  /// Where a direction falls, in dots from the upper left of the rectangle.
  func dots(of direction: GlobeDirection) -> PlanePoint {
    let place = projection.place(direction)
    return PlanePoint(x: place.x * scale + origin.x, y: place.y * scale + origin.y)
  }

  /// The bounds in dots.
  var boundsInDots: MapBounds? {
    MapBounds(
      [bounds.least, bounds.most].map {
        PlanePoint(x: $0.x * scale + origin.x, y: $0.y * scale + origin.y)
      })
  }
}

/// A window on the countries between two meridians and two parallels, for the inset.
struct MapBox: Sendable {
  let west: Double
  let east: Double
  let south: Double
  let north: Double

  /// Central America and the islands, which are too small on the map of all countries; east of
  /// them is room for the codes.
  static let caribbean = MapBox(west: -92.6, east: -57, south: 6.9, north: 27.3)

  var middle: MapGeometry.Point {
    MapGeometry.Point(longitude: (west + east) / 2, latitude: (south + north) / 2)
  }

  /// The box, with a point in the middle of each parallel, where the map bends.
  var outline: MapOutline {
    let ring = [south, north].flatMap { latitude in
      [west, middle.longitude, east].map {
        MapGeometry.Point(longitude: $0, latitude: latitude)
      }
    }
    return MapOutline(ring)
  }

  func contains(_ outline: MapOutline) -> Bool {
    outline.ring.allSatisfy {
      $0.longitude > west && $0.longitude < east && $0.latitude > south && $0.latitude < north
    }
  }
}
