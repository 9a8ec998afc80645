/// Where land is: the outlines of countries, and of land that belongs to none of them.
public struct MapGeometry: Hashable, Sendable {
  /// A place on the globe.
  public struct Point: Hashable, Sendable {
    /// Degrees east.
    public let longitude: Double
    /// Degrees north.
    public let latitude: Double

    /// A place, in degrees east and north.
    public init(longitude: Double, latitude: Double) {
      (self.longitude, self.latitude) = (longitude, latitude)
    }
  }

  /// A coast or border that closes: from the last point it goes back to the first.
  public typealias Ring = [Point]

  /// The rings of each country, the largest first.
  public let countries: [CountryCode: [Ring]]
  /// The rings of other land.
  public let others: [Ring]

  /// The outlines of some countries and of other land.
  public init(countries: [CountryCode: [Ring]], others: [Ring]) {
    (self.countries, self.others) = (countries, others)
  }
}
