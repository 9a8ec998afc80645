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
    let meant = FieldValue.meant(by: text, among: CountryField.attended.values(in: self))
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
