import Declaration

/// A bound that a query sets: `>10M`, `<2024`, `20000`, `2022-12`, `1k..2k`.
struct Bound<Value> {
  enum Relation {
    case below, equal, above
  }

  let relation: Relation
  let value: Value
  /// Of what may lie between two values the other; else the same.
  let last: Value

  /// - Parameter read: reads a value; nil where it is none.
  /// - Returns: nil where a value is none.
  fileprivate init?(_ text: String, _ read: (Substring) -> Value?) {
    let relation: Relation =
      switch text.first {
      case "<": .below
      case ">": .above
      default: .equal
      }
    let ends = (relation == .equal ? text[...] : text.dropFirst()).split(
      separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 1 || ends.count == 2 && relation == .equal,
      let value = read(ends[0]), let last = ends.count == 1 ? value : read(ends[1])
    else { return nil }
    (self.relation, self.value, self.last) = (relation, value, last)
  }
}

extension Bound where Value == Double {
  /// Amounts: `10M` is ten million, `5k` five thousand, `2B` two billion; digits are parted as they
  /// are printed in the language.
  static func amounts(_ texts: [String], in language: Language) throws(TermFault) -> [Bound] {
    func read(_ text: String) -> Bound? {
      Bound(text, in: language).flatMap { $0.value <= $0.last ? $0 : nil }
    }
    let joined = figures(texts, in: language)
    var bounds: [Bound] = []
    for text in joined.allSatisfy({ read($0) != nil }) ? joined : texts {
      guard let bound = read(text) else {
        let name = CommitmentField.amount.typed(in: language)
        throw TermFault(
          message: "\(name) does not know “\(text)”; it knows >10M, <5k, 20000 or 1000..2000")
      }
      bounds.append(bound)
    }
    return bounds
  }

  private init?(_ text: String, in language: Language) {
    self.init(text) { Bound.number($0, in: language) }
  }

  /// A comma parts values, and the digits of a figure too: what can be one figure is one.
  private static func figures(_ texts: [String], in language: Language) -> [String] {
    texts.reduce(into: []) { figures, text in
      let digits = text.prefix { $0.isASCII && $0.isNumber }.count
      if let last = figures.last, language == .en ? digits == 3 : (1...2).contains(digits),
        Bound("\(last),\(text)", in: language) != nil
      {
        figures[figures.count - 1] = "\(last),\(text)"
      } else {
        figures.append(text)
      }
    }
  }

  private static func number(_ text: Substring, in language: Language) -> Double? {
    TypedNumber(String(text), in: language) { $0.isFinite && $0 >= 0 }.number
  }

  func admits(_ amount: Double) -> Bool {
    switch relation {
    case .below: amount < value
    case .equal: value <= amount && amount <= last
    case .above: amount > value
    }
  }
}

extension Bound where Value == Period {
  /// A date: `<2024` is before that year, `>2022-06` after that month, `2022` within it.
  static func date(
    _ text: String, _ field: CommitmentField, in language: Language
  ) throws(TermFault) -> Bound {
    guard let bound = Bound(text, { Period(String($0)) }), bound.value.first <= bound.last.last
    else {
      throw TermFault(
        message: "\(field.typed(in: language)) does not know “\(text)”; it knows <2024, >2022-06, "
          + "2022-10-06 or 2022-06..2022-10")
    }
    return bound
  }

  func admits(_ date: Period) -> Bool {
    switch relation {
    case .below: date.last < value.first
    case .equal: value.first <= date.first && date.last <= last.last
    case .above: date.first > value.last
    }
  }
}
