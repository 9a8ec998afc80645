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
  /// Sine and cosine of the centre's longitude and latitude.
  private let east: (sine: Double, cosine: Double)
  private let north: (sine: Double, cosine: Double)

  /// The degrees of a radian.
  static let radian = 180 / Double.pi

  init(centre: MapGeometry.Point) {
    let (longitude, latitude) = (
      centre.longitude / MapProjection.radian, centre.latitude / MapProjection.radian
    )
    east = (sin(longitude), cos(longitude))
    north = (sin(latitude), cos(latitude))
  }

  func place(_ direction: GlobeDirection) -> PlanePoint {
    let along = direction.x * east.cosine + direction.y * east.sine
    let aside = direction.y * east.cosine - direction.x * east.sine
    let near = north.sine * direction.z + north.cosine * along
    let stretch = MapProjection.radian * (2 / max(1 + near, 1e-9)).squareRoot()
    return PlanePoint(
      x: stretch * aside, y: -stretch * (north.cosine * direction.z - north.sine * along))
  }
}

/// A rectangle on the flat map, or on the globe where x is the longitude and y the latitude.
struct MapBounds: Hashable, Sendable {
  var least: PlanePoint
  var most: PlanePoint

  /// The smallest rectangle around some points; nil when there are none.
  init?(_ points: [PlanePoint]) {
    guard let first = points.first else { return nil }
    self.init(first)
    for point in points { widen(to: point) }
  }

  /// A point.
  init(_ point: PlanePoint) { (least, most) = (point, point) }

  mutating func widen(to point: PlanePoint) {
    if point.x < least.x { least.x = point.x }
    if point.y < least.y { least.y = point.y }
    if point.x > most.x { most.x = point.x }
    if point.y > most.y { most.y = point.y }
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
