import Declaration

/// What the map shows and what of it is drawn already.
struct Cartography: Sendable {
  /// Whether the terminal has braille; without, the map is a list.
  let drawsUnicode: Bool
  private let geometry: @Sendable () -> MapGeometry?

  var theme = MapTheme.status
  /// Whether the subregion of the selected country fills the map.
  var isClose = false
  private(set) var atlas: MapAtlas?
  private var hasAsked = false
  private(set) var picture: MapPicture?

  /// - Parameter geometry: where land is; asked for once, ahead or when the map is first opened.
  init(drawsUnicode: Bool, geometry: @escaping @Sendable () -> MapGeometry?) {
    (self.drawsUnicode, self.geometry) = (drawsUnicode, geometry)
  }

  /// Whether a record is about the land that is drawn: the few countries that lie elsewhere are set
  /// at the edge, and where they are more than three of four there is no map.
  private static func hasLand(of dossier: Dossier) -> Bool {
    4 * dossier.countries.count { meridians.contains($0.longitude) } >= dossier.countries.count
  }

  /// The meridians of the Americas, west to east.
  private static let meridians = -170.0 ... -30.0

  /// Forgets what was drawn: the countries stand in another order, under other names.
  mutating func forget() { (atlas, hasAsked, picture) = (nil, false, nil) }

  /// Asks where land is, unless that was asked.
  mutating func foresee(_ dossier: Dossier) {
    guard !hasAsked, drawsUnicode, Cartography.hasLand(of: dossier) else { return }
    hasAsked = true
    atlas = geometry().map { MapAtlas($0, of: dossier) }
  }

  /// Draws the sheets for a size unless they are there.
  mutating func draw(_ key: MapPicture.Key, of dossier: Dossier) {
    foresee(dossier)
    guard let atlas, picture?.key != key else { return }
    picture = MapPicture(atlas, of: dossier, key: key)
  }
}
