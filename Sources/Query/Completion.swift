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
    case .field(let name, let values):
      guard let field = CountryField.candidates(for: name).first else { return [] }
      let done = values.dropLast().map { $0 + "," }.joined()
      let typed = values.last ?? ""
      return field.values(in: snapshot).filter { typed.isEmpty || $0.isMeant(by: typed) }
        .map { "\(before)\(field.rawValue):\(done)\($0.key)" }
    }
  }
}
