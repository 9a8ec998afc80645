import Declaration

/// What a user typed to filter a list: words that all have to occur, and fields.
public struct Query: Hashable, Sendable {
  /// The text as typed.
  public let text: String
  let terms: [Term]

  /// Every text is a query.
  public init(_ text: String) {
    self.text = text
    var parser = QueryParser(text)
    terms = parser.terms()
  }

  /// Whether it asks for nothing.
  public var isEmpty: Bool { terms.isEmpty }

  /// The first field of countries or commitments that it asks for, as it is typed: `attended`.
  public var firstField: String? {
    let known = CountryField.allCases.map(\.name) + CommitmentField.allCases.map(\.name)
    let names = Set(known.flatMap(\.all).map { Folding.folded($0) })
    for case .field(let name, _) in terms.map(\.condition)
    where names.contains(Folding.folded(name)) { return name }
    return nil
  }

  /// The words that have to occur.
  var words: [[UInt8]] {
    terms.compactMap { term in
      if !term.isNegated, case .word(let word) = term.condition, !word.isEmpty { word } else { nil }
    }
  }

  /// Whether a text has every word, and none that is negated. Fields are taken as the words that
  /// they are made of: a plain text has none.
  public func admits(text: String) -> Bool {
    guard !isEmpty else { return true }
    let folded = Folding.folded(text)
    return terms.allSatisfy { term in
      if term.spellings.allSatisfy({ $0[0].isEmpty }) { return true }
      let has = term.spellings.allSatisfy { $0.contains { folded.contains(word: $0) } }
      return has != term.isNegated
    }
  }

  /// The parts of a text that the words found, in order and without overlap.
  public func highlights(in text: String) -> [Range<String.Index>] {
    let words = words
    guard !words.isEmpty else { return [] }
    let folded = FoldedText(text)
    let found = words.flatMap(Spelling.all).flatMap { folded.ranges(of: $0) }.sorted {
      $0.lowerBound < $1.lowerBound
    }
    return found.reduce(into: []) { ranges, range in
      guard let last = ranges.last, range.lowerBound < last.upperBound else {
        ranges.append(range)
        return
      }
      ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    }
  }
}

/// A term that can't be carried out, and why.
public struct QueryFault: Hashable, Sendable {
  /// What is wrong, and what there is instead.
  public let message: String
  /// Where the term stands in the query.
  public let range: Range<String.Index>
}
