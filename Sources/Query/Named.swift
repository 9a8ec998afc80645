import Declaration

/// What a user named on the command line.
public enum Named: Hashable, Sendable {
  case country(Country)
  case meeting(Meeting)

  /// The key and the name, for a list to choose from.
  public var label: String {
    switch self {
    case .country(let country): "\(country.id) \(country.name.english)"
    case .meeting(let meeting): "\(meeting.id) \(meeting.title.english)"
    }
  }
}

extension Snapshot {
  /// What a text names: a country by code or name; else a meeting by key, place or title; else
  /// a country by the beginning of its name.
  public func named(_ text: String) -> [Named] {
    let typed = Folding.folded(text)
    guard !typed.isEmpty else { return [] }
    func countries(_ matches: ([UInt8]) -> Bool) -> [Named] {
      dossier.countries.filter { country in
        ([country.id, country.alpha3] + country.name.all).contains { matches(Folding.folded($0)) }
      }.map(Named.country)
    }
    let exact = countries { $0 == typed }
    if !exact.isEmpty { return exact }
    let meant = FieldValue.meant(
      by: text, among: CountryField.attended.values(in: self), namesOnly: true)
    let found = meant.compactMap { value -> Named? in
      if case .attended(let id) = value.meaning {
        dossier.meeting(id).map(Named.meeting)
      } else {
        nil
      }
    }
    return found.isEmpty ? countries { $0.starts(with: typed) } : found
  }
}

extension Dossier {
  /// The entries that a text names: a JSON pointer, an id of any collection, or a country or
  /// meeting as ``Snapshot/named(_:)`` takes it, the most likely first.
  public func paths(named text: String) -> [FactPath] {
    if let path = FactPath(pointer: text) { return [path] }
    // A pointer without its first slash.
    if let slash = text.firstIndex(of: "/"), let path = FactPath(pointer: "/\(text)"),
      RecordCollection(rawValue: String(text[..<slash])) != nil
    {
      return [path]
    }
    let found = RecordCollection.allCases.filter { collection in
      collection != .endorsements && contains(text, in: collection)
    }
    if !found.isEmpty { return found.map { FactPath($0.rawValue, text) } }
    let snapshot = asOf(max(days.last ?? startDay, startDay))
    let named = snapshot.named(text).map { named in
      switch named {
      case .country(let country): FactPath(RecordCollection.countries.rawValue, country.id)
      case .meeting(let meeting): FactPath(RecordCollection.meetings.rawValue, meeting.id)
      }
    }
    return named.isEmpty ? packagesAndPillars(named: text) : named
  }

  /// Those with a number, such as `package 4`, or a title like that.
  private func packagesAndPillars(named text: String) -> [FactPath] {
    let values =
      packages.map { package in
        FieldValue(
          "package \(package.number)",
          in: Wording.package.numbered(package.number) + [package.title],
          meaning: FactPath(RecordCollection.packages.rawValue, package.id))
      }
      + pillars.map { pillar in
        FieldValue(
          "pillar \(pillar.number)",
          in: Wording.pillar.numbered(pillar.number) + [pillar.title, pillar.fullTitle],
          meaning: FactPath(RecordCollection.pillars.rawValue, pillar.id))
      }
    return FieldValue.meant(by: text, among: values, namesOnly: true).map(\.meaning)
  }
}
