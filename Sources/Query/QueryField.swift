/// A term that means nothing, and what there is instead.
struct TermFault: Error {
  let message: String
}

/// The properties that a query can ask for in a list.
protocol QueryField: CaseIterable, RawRepresentable where RawValue == String {}

extension QueryField {
  /// The fields that a name begins.
  static func candidates(for name: String) -> [Self] {
    if let field = Self(rawValue: name) { return [field] }
    return allCases.filter { $0.rawValue.hasPrefix(name) }
  }

  /// The field that a name means: it, or a beginning that no other field has.
  static func named(_ name: String) throws(TermFault) -> Self {
    let candidates = candidates(for: name)
    if candidates.count == 1, let field = candidates.first { return field }
    let choices = (candidates.isEmpty ? Array(allCases) : candidates)
      .map { "\($0.rawValue):" }.joined(separator: " ")
    throw TermFault(
      message: candidates.isEmpty
        ? "There is no field “\(name):”, but \(choices)" : "“\(name):” can mean \(choices)")
  }

  /// The values of those that are known which some typed ones mean; each has to mean one.
  func meanings<Meaning>(
    of typed: [String], among known: [FieldValue<Meaning>], choices: String? = nil
  ) throws(TermFault) -> [Meaning] {
    var meanings: [Meaning] = []
    for value in typed {
      let meant = FieldValue.meant(by: value, among: known)
      guard !meant.isEmpty else {
        let choices = choices ?? known.map(\.key).joined(separator: " ")
        throw TermFault(message: "\(rawValue): does not know “\(value)”, but \(choices)")
      }
      meanings += meant.map(\.meaning)
    }
    return meanings
  }
}
