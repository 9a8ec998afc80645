import Declaration

/// A term that means nothing, and what there is instead.
struct TermFault: Error {
  let message: String
}

/// The properties that a query can ask for in a list.
protocol QueryField: CaseIterable {
  /// What it is called in each language.
  var name: Wording { get }
}

extension QueryField {
  /// Its name in a language as it is typed: `region:`.
  func typed(in language: Language) -> String { "\(name[language]):" }

  /// The fields that a name means or begins, whatever its language: those in English before those
  /// in another, whole names before beginnings.
  static func candidates(for name: String) -> [Self] {
    let typed = Folding.folded(name.filter { $0 != "-" })
    let tests: [(Self) -> Bool] = [
      { Folding.folded($0.name.english) == typed },
      { $0.name.all.contains { Folding.folded($0) == typed } },
      { Folding.folded($0.name.english).starts(with: typed) },
      { $0.name.all.contains { Folding.folded($0).starts(with: typed) } },
    ]
    for test in tests {
      let found = allCases.filter(test)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The field that a name means: it, or a beginning that no other field has.
  ///
  /// - Parameter language: what the reader is told in.
  static func named(_ name: String, in language: Language) throws(TermFault) -> Self {
    let candidates = candidates(for: name)
    if candidates.count == 1, let field = candidates.first { return field }
    let choices = (candidates.isEmpty ? Array(allCases) : candidates)
      .map { $0.typed(in: language) }.joined(separator: " ")
    throw TermFault(
      message: candidates.isEmpty
        ? "There is no field “\(name):”; there are \(choices)" : "“\(name):” can mean \(choices)")
  }

  /// The values of those that are known which some typed ones mean; each has to mean one.
  func meanings<Meaning>(
    of typed: [String], among known: [FieldValue<Meaning>], choices: String? = nil,
    in language: Language
  ) throws(TermFault) -> [Meaning] {
    var meanings: [Meaning] = []
    for value in typed {
      let meant = FieldValue.meant(by: value, among: known)
      guard !meant.isEmpty else {
        let choices = choices ?? known.map(\.key).joined(separator: " ")
        throw TermFault(
          message: "\(self.typed(in: language)) does not know “\(value)”; it knows \(choices)")
      }
      meanings += meant.map(\.meaning)
    }
    return meanings
  }
}
