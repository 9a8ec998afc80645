import Declaration

/// The outlines in the order of the record's countries, and where each country is.
struct MapAtlas: Sendable {
  /// The rings of each country, by its place in the record.
  let rings: [[MapGeometry.Ring]]
  /// The rings of land that belongs to no country of the record.
  let others: [MapGeometry.Ring]
  /// The middle of each country's largest ring; its capital where it has none.
  let anchors: [MapGeometry.Point]
  /// The anchors on the map of all countries.
  let places: [PlanePoint]

  /// A ring that is smaller than this part of its country's largest does not widen a map.
  private static let leastShare = 0.05
  /// Between the two continents, so that neither leans over.
  static let centre = MapGeometry.Point(longitude: -88, latitude: 8)

  init(_ geometry: MapGeometry, of dossier: Dossier) {
    rings = dossier.countries.map { geometry.countries[$0.id] ?? [] }
    others =
      geometry.others
      + geometry.countries.filter { dossier.index(of: $0.key) == nil }.sorted { $0.key < $1.key }
      .flatMap(\.value)
    anchors = zip(dossier.countries, rings).map { country, rings in
      rings.first.flatMap(MapAtlas.middle)
        ?? MapGeometry.Point(longitude: country.longitude, latitude: country.latitude)
    }
    let projection = MapProjection(centre: MapAtlas.centre)
    places = anchors.map(projection.place)
  }

  /// The rings that make up most of a country.
  func mainRings(of country: Int) -> [MapGeometry.Ring] {
    let areas = rings[country].map { abs(MapAtlas.area($0)) }
    let least = (areas.max() ?? 0) * MapAtlas.leastShare
    let main = zip(rings[country], areas).filter { $0.1 >= least }.map(\.0)
    return main.isEmpty ? [[anchors[country]]] : main
  }

  /// The area in square degrees; negative where the ring runs clockwise.
  private static func area(_ ring: MapGeometry.Ring) -> Double {
    sides(of: ring).reduce(0) { $0 + $1.from.cross($1.to) } / 2
  }

  private static func middle(of ring: MapGeometry.Ring) -> MapGeometry.Point? {
    let area = area(ring)
    guard area != 0 else { return ring.first }
    var (longitude, latitude) = (0.0, 0.0)
    for side in sides(of: ring) {
      let weight = side.from.cross(side.to) / (6 * area)
      longitude += (side.from.longitude + side.to.longitude) * weight
      latitude += (side.from.latitude + side.to.latitude) * weight
    }
    return MapGeometry.Point(longitude: longitude, latitude: latitude)
  }

  private static func sides(
    of ring: MapGeometry.Ring
  ) -> [(from: MapGeometry.Point, to: MapGeometry.Point)] {
    ring.indices.map { (from: ring[$0], to: ring[($0 + 1) % ring.count]) }
  }
}

extension MapGeometry.Point {
  fileprivate func cross(_ other: MapGeometry.Point) -> Double {
    longitude * other.latitude - other.longitude * latitude
  }
}
