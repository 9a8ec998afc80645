import Declaration

extension Query {
  /// The ways to go on with the last term: fields, or the values of its field. Whole queries.
  public func completion(in snapshot: Snapshot) -> [String] {
    guard let term = terms.last, term.range.upperBound == text.endIndex else {
      return CountryField.allCases.map { "\(text)\($0.rawValue):" }
    }
    let before = text[..<term.range.lowerBound] + (term.isNegated ? "-" : "")
    switch term.condition {
    case .word(let word):
      let typed = String(decoding: word, as: UTF8.self)
      return CountryField.candidates(for: typed).map { "\(before)\($0.rawValue):" }
    case .field(let name, _):
      let fields = CountryField.candidates(for: name)
      guard fields.count == 1, let field = fields.first else {
        return fields.map { "\(before)\($0.rawValue):" }
      }
      let known = field.values(in: snapshot)
      let (done, typed) = lastValue(of: term)
      let meant = typed.isEmpty ? known : FieldValue.meant(by: typed, among: known)
      return meant.map { "\(before)\(field.rawValue):\(done)\($0.key)" }
    }
  }

  /// What stands after the colon of a term: as typed up to the last comma, and the value after it.
  private func lastValue(of term: Term) -> (done: String, typed: String) {
    let values = text[term.range].drop { $0 != ":" }.dropFirst()
    var start = values.startIndex
    var isQuoted = false
    for place in values.indices {
      if values[place] == "\"" { isQuoted.toggle() }
      if values[place] == ",", !isQuoted { start = values.index(after: place) }
    }
    return (String(values[..<start]), values[start...].filter { $0 != "\"" })
  }
}

extension CommitmentIndex {
  /// The ways to go on with a term: fields, or the values of its field. Whole terms.
  public func completion(of term: String) -> [String] {
    guard let colon = term.firstIndex(of: ":") else {
      return CommitmentField.allCases.map { "\($0.rawValue):" }
    }
    let name = term[..<colon]
    guard let field = CommitmentField(rawValue: String(name)) else { return [] }
    return keys(of: field).map { "\(name):\($0)" }
  }

  /// What can be typed for the fields that know their values.
  private func keys(of field: CommitmentField) -> [String] {
    switch field {
    case .country: countries.map(\.key)
    case .pillar: pillars.map(\.key)
    case .package: packages.map(\.key)
    case .state: states.map(\.key)
    case .unit: units.map(\.key)
    case .amount, .due, .announced: []
    }
  }
}
