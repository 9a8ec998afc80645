/// A country's ISO 3166-1 alpha-2 code, such as `PE`.
public typealias CountryCode = String
/// The key of a subregion in the record, such as `south-america`.
public typealias RegionID = String

/// A sovereign state of the Americas.
public struct Country: Hashable, Sendable, Identifiable {
  /// The ISO 3166-1 alpha-2 code.
  public let id: CountryCode
  /// The ISO 3166-1 alpha-3 code.
  public let alpha3: String
  /// The ISO 3166-1 numeric code, three digits.
  public let numeric: String
  /// The name.
  public let name: Wording
  /// The capital.
  public let capital: Wording
  /// The UN M49 subregion.
  public let region: RegionID
  /// Where the capital lies, in degrees east.
  public let longitude: Double
  /// Where the capital lies, in degrees north.
  public let latitude: Double

  /// A country of the record.
  public init(
    id: CountryCode, alpha3: String, numeric: String, name: Wording, capital: Wording,
    region: RegionID, longitude: Double, latitude: Double
  ) {
    (self.id, self.alpha3, self.numeric, self.name) = (id, alpha3, numeric, name)
    (self.capital, self.region) = (capital, region)
    (self.longitude, self.latitude) = (longitude, latitude)
  }
}

/// A part of the Americas that countries are grouped by.
public struct Region: Hashable, Sendable, Identifiable {
  /// The region's key.
  public let id: RegionID
  /// The name.
  public let name: Wording
  /// Its place in a list, north to south.
  public let order: Int

  /// A region of the record.
  public init(id: RegionID, name: Wording, order: Int) {
    (self.id, self.name, self.order) = (id, name, order)
  }
}

/// A government's signature under the Declaration.
public struct Endorsement: Hashable, Sendable, Sourced {
  /// The government's country.
  public let country: CountryCode
  /// When it endorsed; a span when no source gives the day.
  public let date: Period
  /// What a reader should know.
  public let note: Wording?
  /// The sources, the best first.
  public let sources: [SourceID]

  /// An endorsement of the record.
  public init(country: CountryCode, date: Period, note: Wording?, sources: [SourceID]) {
    (self.country, self.date, self.note, self.sources) = (country, date, note, sources)
  }
}
