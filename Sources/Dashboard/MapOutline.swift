import Declaration

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A place on the globe as the direction in which it lies from the globe's middle. A flat map is made
/// of directions with sums and products alone.
struct GlobeDirection: Hashable, Sendable {
  /// Toward the place where equator and prime meridian meet.
  let x: Double
  /// Toward the east of the equator.
  let y: Double
  /// Toward the north pole.
  let z: Double

  init(_ point: MapGeometry.Point) {
    z = sin(point.latitude / MapProjection.radian)
    // Roots are cheaper than two more angles' functions; they lose what no dot shows.
    let level = (1 - z * z).squareRoot()
    let cosine = cos(point.longitude / MapProjection.radian)
    let sine = (1 - cosine * cosine).squareRoot()
    (x, y) = (level * cosine, point.longitude < 0 ? -level * sine : level * sine)
  }
}

/// A ring with the directions of its points, which every map of it begins with.
struct MapOutline: Sendable {
  let ring: MapGeometry.Ring
  let directions: [GlobeDirection]

  init(_ ring: MapGeometry.Ring) {
    self.ring = ring
    directions = ring.map(GlobeDirection.init)
  }

  /// The area in square degrees; negative where the ring runs clockwise.
  var area: Double {
    guard var from = ring.last else { return 0 }
    var sum = 0.0
    for to in ring {
      sum += from.cross(to)
      from = to
    }
    return sum / 2
  }

  /// The middle of the area.
  var middle: MapGeometry.Point? {
    let area = area
    guard area != 0, var from = ring.last else { return ring.first }
    var (longitude, latitude) = (0.0, 0.0)
    for to in ring {
      let weight = from.cross(to) / (6 * area)
      longitude += (from.longitude + to.longitude) * weight
      latitude += (from.latitude + to.latitude) * weight
      from = to
    }
    return MapGeometry.Point(longitude: longitude, latitude: latitude)
  }
}

extension MapGeometry.Point {
  fileprivate func cross(_ other: MapGeometry.Point) -> Double {
    longitude * other.latitude - other.longitude * latitude
  }
}
