import Declaration

extension Query {
  /// The ways to go on with the last term: fields, or the values of its field. Whole queries.
  public func completion(in snapshot: Snapshot) -> [String] {
    guard let term = terms.last, term.range.upperBound == text.endIndex else {
      return CountryField.allCases.map { "\(text)\($0.typed(in: snapshot.language))" }
    }
    let before = text[..<term.range.lowerBound] + (term.isNegated ? "-" : "")
    switch term.condition {
    case .word(let word):
      let typed = String(decoding: word, as: UTF8.self)
      return CountryField.candidates(for: typed).map {
        "\(before)\($0.typed(in: snapshot.language))"
      }
    case .field(let name, _):
      let fields = CountryField.candidates(for: name)
      guard fields.count == 1, let field = fields.first else {
        return fields.map { "\(before)\($0.typed(in: snapshot.language))" }
      }
      let known = field.values(in: snapshot)
      let (done, typed) = lastValue(of: term)
      let meant = typed.isEmpty ? known : FieldValue.meant(by: typed, among: known)
      return meant.map { "\(before)\(field.typed(in: snapshot.language))\(done)\($0.key)" }
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

extension Snapshot {
  /// The ways to go on with a term of a query for commitments: fields, or the values of its field.
  /// Whole terms.
  public func commitmentCompletion(of term: String) -> [String] {
    CommitmentTest(self).completion(of: term)
  }
}
