/// The whole record of an initiative: every fact, whenever it became known.
///
/// What a reader sees is never the dossier itself but ``asOf(_:)``, the record as it stood on a day.
public struct Dossier: Equatable, Sendable {
  /// The initiative's name.
  public let title: Wording
  /// A short form of it.
  public let shortTitle: Wording
  /// The day at which a reader starts.
  public let startDay: Day
  /// Subregions, north to south.
  public let regions: [Region]
  /// Sources by key.
  public let sources: [SourceID: Source]
  /// Pillars by number.
  public let pillars: [Pillar]
  /// Action packages by number.
  public let packages: [ActionPackage]
  /// The language in which it is read.
  public private(set) var language: Language
  /// Countries by name in the language.
  public private(set) var countries: [Country]
  /// Endorsements by country.
  public let endorsements: [CountryCode: Endorsement]
  /// Meetings in order of their days.
  public let meetings: [Meeting]
  /// Commitments in order of the day they were certain to be announced.
  public let commitments: [Commitment]
  /// Context entries in order of their days.
  public let context: [ContextEntry]
  /// Facts on which sources differ, by key.
  public let disputes: [Dispute]
  /// The days on which the record changes, in order, each once.
  public let days: [Day]
  /// What the user added to the edition or changed in it.
  public private(set) var own: OwnRecord

  /// Where each commitment counts, in the order of ``commitments``.
  public private(set) var commitmentPlaces: [CommitmentPlace]
  /// The units of the commitments' figures, which their places name.
  public let units: [String]
  private var countryIndices: [CountryCode: Int]
  private let commitmentIndices: [CommitmentID: Int]

  /// A record, sorted here; references between its parts are the reader's to check.
  public init(
    title: Wording, shortTitle: Wording, startDay: Day, regions: [Region], sources: [Source],
    pillars: [Pillar], packages: [ActionPackage], countries: [Country],
    endorsements: [Endorsement], meetings: [Meeting], commitments: [Commitment],
    context: [ContextEntry], disputes: [Dispute], own: OwnRecord = OwnRecord()
  ) {
    self.own = own
    language = .en
    (self.title, self.shortTitle, self.startDay) = (title, shortTitle, startDay)
    self.regions = regions.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    self.sources = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
    let pillars = pillars.sorted { ($0.number, $0.id) < ($1.number, $1.id) }
    let packages = packages.sorted { ($0.number, $0.id) < ($1.number, $1.id) }
    let countries = Dossier.inOrder(countries, of: .en)
    self.endorsements = Dictionary(endorsements.map { ($0.country, $0) }) { first, _ in first }
    self.meetings = meetings.sorted {
      ($0.date.first, $0.date.last, $0.id) < ($1.date.first, $1.date.last, $1.id)
    }
    var commitments = commitments
    Dossier.sort(&commitments)
    self.context = context.sorted { ($0.date.first, $0.id) < ($1.date.first, $1.id) }
    self.disputes = disputes.sorted { $0.id < $1.id }

    countryIndices = Dossier.indices(countries)
    let (countryIndices, pillarIndices) = (countryIndices, Dossier.indices(pillars))
    let packageIndices = Dossier.indices(packages)
    let commitmentIndices = Dossier.indices(commitments)
    var units: [String: Int32] = [:]
    commitmentPlaces = commitments.map { commitment in
      CommitmentPlace(
        commitment, country: countryIndices[commitment.country] ?? countries.count,
        pillar: pillarIndices[commitment.pillar] ?? pillars.count,
        package: commitment.package.flatMap { packageIndices[$0] },
        whole: commitment.partOf.flatMap { commitmentIndices[$0] }, units: &units)
    }
    self.units = units.sorted { $0.value < $1.value }.map(\.key)
    self.commitmentIndices = commitmentIndices
    (self.pillars, self.packages, self.countries) = (pillars, packages, countries)
    self.commitments = commitments
    days = Dossier.turningPoints(
      endorsements: endorsements, packages: packages, meetings: meetings,
      commitments: commitments, context: context, disputes: disputes)
  }

  /// The same record for readers of a language: its countries stand in their order.
  public func speaking(_ language: Language) -> Dossier {
    guard language != self.language else { return self }
    var dossier = self
    dossier.language = language
    dossier.countries = Dossier.inOrder(countries, of: language)
    dossier.countryIndices = Dossier.indices(dossier.countries)
    let places = countries.map { dossier.countryIndices[$0.id] ?? countries.count }
    dossier.commitmentPlaces = commitmentPlaces.map { place in
      place.with(
        country: places.indices.contains(place.country) ? places[place.country] : place.country)
    }
    return dossier
  }

  /// The same record, with marks on what came from others and was not looked at yet.
  public func marking(arrived: Set<FactPath>) -> Dossier {
    var dossier = self
    dossier.own = own.marking(arrived: arrived)
    return dossier
  }

  /// The same record, with what was done to its facts.
  public func telling(_ past: FactPast) -> Dossier {
    var dossier = self
    dossier.own = own.telling(past)
    return dossier
  }

  private static func inOrder(_ countries: [Country], of language: Language) -> [Country] {
    countries.map { (key: Collation($0.name[language], in: language), country: $0) }
      .sorted { ($0.key, $0.country.id) < ($1.key, $1.country.id) }
      .map(\.country)
  }

  /// Sorts commitments by day and key. There may be many and each is big: places are sorted in their
  /// stead, and then each goes once to where it belongs.
  private static func sort(_ commitments: inout [Commitment]) {
    let isInOrder = commitments.indices.dropFirst().allSatisfy { place in
      let (left, right) = (commitments[place - 1].announced.last, commitments[place].announced.last)
      return left == right ? commitments[place - 1].id <= commitments[place].id : left < right
    }
    guard !isInOrder else { return }
    var sources = commitments.indices
      .map { (day: commitments[$0].announced.last, place: $0) }
      .sorted { left, right in
        left.day != right.day
          ? left.day < right.day : commitments[left.place].id < commitments[right.place].id
      }
      .map(\.place)
    for start in sources.indices {
      var place = start
      while sources[place] != start {
        let source = sources[place]
        commitments.swapAt(place, source)
        (sources[place], place) = (place, source)
      }
      sources[place] = place
    }
  }

  /// The record as it could be known on a day.
  public func asOf(_ day: Day) -> Snapshot { Snapshot(self, on: day) }

  /// A country's place in ``countries``.
  public func index(of country: CountryCode) -> Int? { countryIndices[country] }

  /// A country by its code.
  public func country(_ code: CountryCode) -> Country? { index(of: code).map { countries[$0] } }

  /// A commitment by its key, whenever it was announced.
  public func commitment(_ id: CommitmentID) -> Commitment? {
    commitmentIndices[id].map { commitments[$0] }
  }

  /// A meeting by its key.
  public func meeting(_ id: MeetingID) -> Meeting? { meetings.first { $0.id == id } }

  /// A pillar by its key.
  public func pillar(_ id: PillarID) -> Pillar? { pillars.first { $0.id == id } }

  /// An action package by its key.
  public func package(_ id: PackageID) -> ActionPackage? { packages.first { $0.id == id } }

  /// A subregion by its key.
  public func region(_ id: RegionID) -> Region? { regions.first { $0.id == id } }

  private static func indices<Element: Identifiable>(_ list: [Element]) -> [Element.ID: Int] {
    var indices = [Element.ID: Int](minimumCapacity: list.count)
    for (place, element) in list.enumerated() where indices[element.id] == nil {
      indices[element.id] = place
    }
    return indices
  }

  private static func turningPoints(
    endorsements: [Endorsement], packages: [ActionPackage], meetings: [Meeting],
    commitments: [Commitment], context: [ContextEntry], disputes: [Dispute]
  ) -> [Day] {
    var days = Set(endorsements.map(\.date.last))
    for package in packages {
      days.insert(package.identified.last)
      days.formUnion(package.members.values.map(\.since.last))
    }
    for meeting in meetings {
      days.formUnion([meeting.announced, meeting.date.first, meeting.date.last, meeting.reported])
    }
    var last: Day?
    for commitment in commitments {
      // They stand in order: most share their day with the one before.
      if commitment.announced.last != last { days.insert(commitment.announced.last) }
      last = commitment.announced.last
      days.formUnion(commitment.steps.map(\.since.last))
    }
    days.formUnion(context.map(\.known))
    days.formUnion(disputes.flatMap { $0.sides.map(\.since) })
    return days.sorted()
  }
}
