import Declaration

/// A property of commitments that a query can ask for.
enum CommitmentField: QueryField {
  case country, region, pillar, package, state, unit, amount, due, announced
}

/// What fields ask of the commitments of a snapshot, by their places.
struct CommitmentTest {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  func test(_ field: CommitmentField, _ values: [String]) throws(TermFault) -> (Int) -> Bool {
    let (dossier, day, language) = (snapshot.dossier, snapshot.day, snapshot.language)
    let (places, commitments) = (dossier.commitmentPlaces, dossier.commitments)
    switch field {
    case .country:
      let choices = "names and codes of countries"
      let wanted = try field.meanings(of: values, among: countries, choices: choices, in: language)
      let isWanted = CommitmentTest.marks(wanted.compactMap(dossier.index), of: countries.count)
      return { isWanted[places[$0].country] }
    case .region:
      let wanted = Set(try field.meanings(of: values, among: regions, in: language))
      let isWanted = CommitmentTest.marks(
        countries.indices.filter { wanted.contains(dossier.countries[$0].region) },
        of: countries.count)
      return { isWanted[places[$0].country] }
    case .pillar:
      let wanted = Set(try field.meanings(of: values, among: pillars, in: language))
      let all = dossier.pillars
      let isWanted = CommitmentTest.marks(
        all.indices.filter { wanted.contains(all[$0].id) }, of: all.count)
      return { isWanted[places[$0].pillar] }
    case .package:
      let choices = "numbers and words of titles"
      let wanted = Set(
        try field.meanings(of: values, among: packages, choices: choices, in: language))
      return { place in commitments[place].package.map { wanted.contains($0) } ?? false }
    case .state:
      let wanted = Set(try field.meanings(of: values, among: states, in: language))
      return { wanted.contains(commitments[$0].step(asOf: day)?.state) }
    case .unit:
      let isWanted = CommitmentTest.marks(
        try field.meanings(of: values, among: units, in: language), of: units.count)
      return { places[$0].figure.map { isWanted[$0.unit] } ?? false }
    case .amount:
      let bounds = try Bound.amounts(values, in: language)
      return { place in
        places[place].figure.map { figure in bounds.contains { $0.admits(figure.value) } } ?? false
      }
    case .due, .announced:
      let bounds = try values.map { value throws(TermFault) in
        try Bound.date(value, field, in: language)
      }
      return { place in
        let date = field == .due ? commitments[place].due : commitments[place].announced
        return date.map { date in bounds.contains { $0.admits(date) } } ?? false
      }
    }
  }

  /// A mark for each place of a list, and one more for what is not in it.
  private static func marks(_ marked: [Int], of count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count + 1)
    for place in marked { marks[place] = true }
    return marks
  }

  // MARK: What the fields know

  private var countries: [FieldValue<CountryCode>] {
    snapshot.dossier.countries.map {
      FieldValue($0.id, in: [Wording($0.alpha3), $0.name], meaning: $0.id)
    }
  }

  private var regions: [FieldValue<RegionID>] {
    snapshot.dossier.regions.map { FieldValue($0.id, in: $0.name, meaning: $0.id) }
  }

  private var pillars: [FieldValue<PillarID>] {
    snapshot.dossier.pillars.map { FieldValue(String($0.number), in: $0.title, meaning: $0.id) }
  }

  private var packages: [FieldValue<PackageID>] {
    snapshot.packages.map { FieldValue(String($0.number), in: [$0.title], meaning: $0.id) }
  }

  private var states: [FieldValue<Commitment.State?>] {
    (Commitment.State.allCases + [nil]).map {
      FieldValue(.state($0), in: snapshot.language, meaning: $0)
    }
  }

  /// By the alphabet, with their places in the dossier's units.
  private var units: [FieldValue<Int>] {
    let units = snapshot.dossier.units
    return units.indices.map { FieldValue(.unit(units[$0]), in: snapshot.language, meaning: $0) }
      .sorted { $0.key < $1.key }
  }

  /// What can be typed for the fields that know their values.
  private func keys(of field: CommitmentField) -> [String] {
    switch field {
    case .country: countries.map(\.key)
    case .region: regions.map(\.key)
    case .pillar: pillars.map(\.key)
    case .package: packages.map(\.key)
    case .state: states.map(\.key)
    case .unit: units.map(\.key)
    case .amount, .due, .announced: []
    }
  }

  func completion(of term: String) -> [String] {
    guard let colon = term.firstIndex(of: ":") else {
      return CommitmentField.allCases.map { $0.typed(in: snapshot.language) }
    }
    let name = term[..<colon]
    let fields = CommitmentField.candidates(for: String(name))
    guard fields.count == 1, let field = fields.first else { return [] }
    return keys(of: field).map { "\(name):\($0)" }
  }
}
