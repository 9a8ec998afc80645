/// Where a commitment counts, by positions in the dossier's lists, and what it counts: a list of them
/// may be long, and a commitment is big, so that what goes through all of them looks at these.
public struct CommitmentPlace: Hashable, Sendable {
  private var countryPlace: Int32
  private let pillarPlace, packagePlace, wholePlace, unitPlace: Int32
  /// The figure; 0 where there is none.
  private let value: Double
  /// The last of the days on which it can have been announced.
  public let announced: Day

  init(
    _ commitment: Commitment, country: Int, pillar: Int, package: Int?, whole: Int?,
    units: inout [String: Int32]
  ) {
    (countryPlace, pillarPlace) = (Int32(country), Int32(pillar))
    packagePlace = Int32(package ?? -1)
    wholePlace = Int32(whole ?? -1)
    announced = commitment.announced.last
    value = commitment.amount?.value ?? 0
    unitPlace =
      commitment.amount.map { amount in
        if let known = units[amount.unit] { return known }
        let next = Int32(units.count)
        units[amount.unit] = next
        return next
      } ?? -1
  }

  /// The same where the countries stand in another order.
  func with(country: Int) -> CommitmentPlace {
    var place = self
    place.countryPlace = Int32(country)
    return place
  }

  /// The country's place in the dossier's countries; the number of them where it is unknown.
  public var country: Int { Int(countryPlace) }
  /// The pillar's place in the dossier's pillars; the number of them where it is unknown.
  public var pillar: Int { Int(pillarPlace) }
  /// The package's place in the dossier's packages.
  public var package: Int? { packagePlace < 0 ? nil : Int(packagePlace) }
  /// The place of the commitment that this one is a part of.
  public var whole: Int? { wholePlace < 0 ? nil : Int(wholePlace) }
  /// The figure and the place of its unit; nil for none.
  public var figure: (value: Double, unit: Int)? {
    unitPlace < 0 ? nil : (value, Int(unitPlace))
  }
}
