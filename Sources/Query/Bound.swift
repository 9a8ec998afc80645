import Declaration

/// A bound that a query sets: `>10M`, `<2024`, `20000`, `2022-12`.
struct Bound<Value> {
  enum Relation {
    case below, equal, above
  }

  let relation: Relation
  let value: Value

  /// What stands before the value, and the rest.
  fileprivate static func parted(_ text: String) -> (relation: Relation, rest: Substring) {
    switch text.first {
    case "<": (.below, text.dropFirst())
    case ">": (.above, text.dropFirst())
    default: (.equal, text[...])
    }
  }
}

extension Bound where Value == Double {
  /// An amount: `10M` is ten million, `5k` five thousand, `2B` two billion.
  static func amount(_ text: String, in language: Language) throws(TermFault) -> Bound {
    let (relation, rest) = parted(text)
    let sizes: [Character: Double] = ["k": 1e3, "m": 1e6, "b": 1e9]
    let size = rest.last.flatMap { sizes[Character($0.lowercased())] }
    let digits = size == nil ? rest : rest.dropLast()
    let name = CommitmentField.amount.typed(in: language)
    guard let number = Double(digits), number.isFinite, number >= 0 else {
      throw TermFault(message: "\(name) does not know “\(text)”, but >10M, <5k or 20000")
    }
    return Bound(relation: relation, value: number * (size ?? 1))
  }

  func admits(_ amount: Double) -> Bool {
    switch relation {
    case .below: amount < value
    case .equal: amount == value
    case .above: amount > value
    }
  }
}

extension Bound where Value == Period {
  /// A date: `<2024` is before that year, `>2022-06` after that month, `2022` within it.
  static func date(
    _ text: String, _ field: CommitmentField, in language: Language
  ) throws(TermFault) -> Bound {
    let (relation, rest) = parted(text)
    guard let period = Period(String(rest)) else {
      throw TermFault(
        message:
          "\(field.typed(in: language)) does not know “\(text)”, but <2024, >2022-06 or 2022-10-06")
    }
    return Bound(relation: relation, value: period)
  }

  func admits(_ date: Period) -> Bool {
    switch relation {
    case .below: date.last < value.first
    case .equal: value.first <= date.first && date.last <= value.last
    case .above: date.first > value.last
    }
  }
}
