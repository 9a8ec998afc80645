import Declaration

/// A property of commitments that a query can ask for.
enum CommitmentField: String, QueryField {
  case country, pillar, package, state, unit, amount, due, announced
}

/// The commitments of a snapshot, to be searched by words and fields.
public struct CommitmentIndex {
  private let snapshot: Snapshot

  /// The commitments that were known on a snapshot's day.
  public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The commitments that every term of a query leaves.
  public func matches(_ query: Query) -> QueryMatches {
    let all = snapshot.commitments
    return query.matches(
      among: all.indices, hasWord: { text(of: all[$0]).contains(word: $1) }
    ) { name, values throws(TermFault) in
      let test = try test(try CommitmentField.named(name), values)
      return { test(all[$0]) }
    }
  }

  private func test(
    _ field: CommitmentField, _ values: [String]
  ) throws(TermFault) -> (Commitment) -> Bool {
    switch field {
    case .country:
      let codes = Set(
        try field.meanings(
          of: values, among: countries, choices: "names and codes of countries"))
      return { codes.contains($0.country) }
    case .pillar:
      let pillars = Set(try field.meanings(of: values, among: pillars))
      return { pillars.contains($0.pillar) }
    case .package:
      let packages = Set(
        try field.meanings(
          of: values, among: packages, choices: "numbers and words of titles"))
      return { $0.package.map { packages.contains($0) } ?? false }
    case .state:
      let states = Set(try field.meanings(of: values, among: states))
      return { states.contains($0.step(asOf: snapshot.day)?.state) }
    case .unit:
      let units = Set(try field.meanings(of: values, among: units))
      return { $0.amount.map { units.contains($0.unit) } ?? false }
    case .amount:
      let bounds = try values.map { value throws(TermFault) in try Bound.amount(value) }
      return { commitment in
        commitment.amount.map { amount in bounds.contains { $0.admits(amount.value) } } ?? false
      }
    case .due, .announced:
      let bounds = try values.map { value throws(TermFault) in try Bound.date(value, field) }
      return { commitment in
        let date = field == .due ? commitment.due : commitment.announced
        return date.map { date in bounds.contains { $0.admits(date) } } ?? false
      }
    }
  }

  // MARK: What the fields know

  var countries: [FieldValue<CountryCode>] {
    snapshot.dossier.countries.map {
      FieldValue($0.id, in: [Wording($0.alpha3), $0.name], meaning: $0.id)
    }
  }

  var pillars: [FieldValue<PillarID>] {
    snapshot.dossier.pillars.map { FieldValue(String($0.number), in: $0.title, meaning: $0.id) }
  }

  var packages: [FieldValue<PackageID>] {
    snapshot.packages.map { FieldValue(String($0.number), in: [$0.title], meaning: $0.id) }
  }

  var states: [FieldValue<Commitment.State?>] {
    Commitment.State.allCases.map { FieldValue($0.rawValue, meaning: $0) }
      + [FieldValue("not reported", meaning: nil)]
  }

  var units: [FieldValue<String>] {
    Set(snapshot.commitments.compactMap(\.amount?.unit)).sorted().map {
      FieldValue($0, meaning: $0)
    }
  }

  /// What words are looked for in.
  private func text(of commitment: Commitment) -> [UInt8] {
    let dossier = snapshot.dossier
    let package = commitment.package.flatMap { dossier.package($0) }
    var parts = [commitment.country, "pillar \(commitment.pillar)"]
    parts += dossier.country(commitment.country)?.name.all ?? []
    parts += commitment.text.all + (package?.title?.all ?? [])
    if let package { parts.append("package \(package.number)") }
    if let unit = commitment.amount?.unit { parts.append(unit) }
    return Folding.folded(parts.joined(separator: "\n"))
  }
}
