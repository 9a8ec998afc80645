import Declaration

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A place on the flat map: degrees of arc from its centre, to the east and to the south.
struct PlanePoint: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// Lambert's azimuthal equal-area projection: no country looks larger than it is beside another,
/// and shapes near the centre are true.
struct MapProjection: Sendable {
  private let centre: MapGeometry.Point
  private let sine: Double
  private let cosine: Double

  private static let radian = 180 / Double.pi

  init(centre: MapGeometry.Point) {
    self.centre = centre
    sine = sin(centre.latitude / MapProjection.radian)
    cosine = cos(centre.latitude / MapProjection.radian)
  }

  func place(_ point: MapGeometry.Point) -> PlanePoint {
    let east = (point.longitude - centre.longitude) / MapProjection.radian
    let north = point.latitude / MapProjection.radian
    let (sineNorth, cosineNorth, cosineEast) = (sin(north), cos(north), cos(east))
    let along = sine * sineNorth + cosine * cosineNorth * cosineEast
    let stretch = MapProjection.radian * (2 / max(1 + along, 1e-9)).squareRoot()
    return PlanePoint(
      x: stretch * cosineNorth * sin(east),
      y: -stretch * (cosine * sineNorth - sine * cosineNorth * cosineEast))
  }
}

/// A rectangle on the flat map, or on the globe where x is the longitude and y the latitude.
struct MapBounds: Hashable, Sendable {
  var least: PlanePoint
  var most: PlanePoint

  /// The smallest rectangle around some points; nil when there are none.
  init?(_ points: some Sequence<PlanePoint>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    (least, most) = (first, first)
    while let point = iterator.next() {
      least = PlanePoint(x: min(least.x, point.x), y: min(least.y, point.y))
      most = PlanePoint(x: max(most.x, point.x), y: max(most.y, point.y))
    }
  }

  var width: Double { most.x - least.x }
  var height: Double { most.y - least.y }
  var middle: PlanePoint {
    PlanePoint(x: (least.x + most.x) / 2, y: (least.y + most.y) / 2)
  }

  func meets(_ other: MapBounds) -> Bool {
    least.x <= other.most.x && other.least.x <= most.x && least.y <= other.most.y
      && other.least.y <= most.y
  }
}
