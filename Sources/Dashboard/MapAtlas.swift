import Declaration

/// The outlines in the order of the record's countries, and where each country is.
struct MapAtlas: Sendable {
  /// The outlines of each country, by its place in the record.
  let outlines: [[MapOutline]]
  /// The outlines of land that belongs to no country of the record.
  let others: [MapOutline]
  /// The middle of each country's largest ring; its capital where it has none.
  let anchors: [MapGeometry.Point]
  /// The anchors on the map of all countries.
  let places: [PlanePoint]
  private let main: [[MapOutline]]

  /// A ring that is smaller than this part of its country's largest does not widen a map.
  private static let leastShare = 0.05
  /// Between the two continents, so that neither leans over.
  static let centre = MapGeometry.Point(longitude: -88, latitude: 8)

  init(_ geometry: MapGeometry, of dossier: Dossier) {
    outlines = dossier.countries.map { (geometry.countries[$0.id] ?? []).map(MapOutline.init) }
    let unknown = geometry.countries.filter { dossier.index(of: $0.key) == nil }
    others = (geometry.others + unknown.sorted { $0.key < $1.key }.flatMap(\.value))
      .map(MapOutline.init)
    let anchors = zip(dossier.countries, outlines).map { country, outlines in
      outlines.first?.middle
        ?? MapGeometry.Point(longitude: country.longitude, latitude: country.latitude)
    }
    main = zip(outlines, anchors).map(MapAtlas.main)
    let projection = MapProjection(centre: MapAtlas.centre)
    places = anchors.map { projection.place(GlobeDirection($0)) }
    self.anchors = anchors
  }

  /// The outlines that make up most of a country; its anchor where it has none.
  func mainOutlines(of country: Int) -> [MapOutline] { main[country] }

  private static func main(_ outlines: [MapOutline], anchor: MapGeometry.Point) -> [MapOutline] {
    guard outlines.count > 1 else { return outlines.isEmpty ? [MapOutline([anchor])] : outlines }
    let areas = outlines.map { abs($0.area) }
    let least = (areas.max() ?? 0) * leastShare
    return zip(outlines, areas).filter { $0.1 >= least }.map(\.0)
  }
}
