import Declaration

// What the Declaration itself is made of: sources, regions, pillars, packages, countries.
extension RecordEntry {
  func region(_ id: RegionID) throws(RecordFault) -> Region {
    Region(id: id, name: try wording("name"), order: try ordinal("order"))
  }

  func source(_ id: SourceID) throws(RecordFault) -> Source {
    let link = try readOptional("url", expected: FieldText.link) { value in
      value.string.flatMap { FieldText.isLink($0) ? $0 : nil }
    }
    return Source(
      id: id, title: try string("title"), publisher: try string("publisher"), link: link,
      published: try period("published"), note: try optionalString("note").map { Wording($0) })
  }

  func pillar(_ id: PillarID) throws(RecordFault) -> Pillar {
    var aims: [Aim] = []
    for aim in try entries(inList: "aims") {
      aims.append(Aim(text: try aim.wording("text"), sources: try aim.sources()))
    }
    return Pillar(
      id: id, number: try ordinal("number"), title: try wording("title"),
      fullTitle: try optionalWording("long"), aims: aims, note: try optionalWording("note"),
      sources: try sources())
  }

  func package(_ id: PackageID) throws(RecordFault) -> ActionPackage {
    var members: [CountryCode: ActionPackage.Membership] = [:]
    try byCountry("members") { code, member throws(RecordFault) in
      members[code] = ActionPackage.Membership(
        role: try member.choice("role", ActionPackage.Role.self), since: try member.period("since"),
        sources: try member.sources())
    }
    return ActionPackage(
      id: id, number: try ordinal("number"), pillar: try reference("pillar", to: .pillars),
      title: try optionalWording("title"), identified: try period("identified"), members: members,
      membersAreComplete: try bool("complete"), note: try optionalWording("note"),
      sources: try sources())
  }

  func country(_ code: CountryCode) throws(RecordFault) -> Country {
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw value.fault("“\(code)” is not a country's code", expected: "two capitals, such as PE")
    }
    return Country(
      id: code, alpha3: try isoCode("alpha3", of: 3, "capitals, such as PER", from: 65...90),
      numeric: try isoCode("numeric", of: 3, "digits, such as 604", from: 48...57),
      name: try wording("name"), capital: try wording("capital"),
      region: try reference("region", to: .regions),
      longitude: try number("longitude", in: -180...180),
      latitude: try number("latitude", in: -90...90))
  }

  /// A code of so many ASCII characters.
  private func isoCode(
    _ field: String, of count: Int, _ characters: String, from range: ClosedRange<UInt8>
  ) throws(RecordFault) -> String {
    try read(field, expected: "\(count) \(characters)") { value in
      value.string.flatMap { text in
        text.utf8.count == count && text.utf8.allSatisfy { range.contains($0) } ? text : nil
      }
    }
  }

  func endorsement(_ code: CountryCode) throws(RecordFault) -> Endorsement {
    try checkCountry(code)
    return Endorsement(
      country: code, date: try period("date"), note: try optionalWording("note"),
      sources: try sources())
  }

  /// Visits the entries of a field that are named by country.
  func byCountry(
    _ field: String, _ visit: (CountryCode, RecordEntry) throws(RecordFault) -> Void
  ) throws(RecordFault) {
    guard optional(field) != nil else { return }
    // A patch writes null where a country is taken away.
    for (code, _, value) in try members(of: field) where value.kind != .null {
      let entry = try entry(value, field, id: code)
      try entry.checkCountry(code)
      try visit(code, entry)
    }
  }

  private func checkCountry(_ code: CountryCode) throws(RecordFault) {
    guard references.contains(code, in: .countries) else {
      throw value.fault(
        "\(name) names “\(code)”", expected: "a country that stands under “countries”")
    }
  }
}
