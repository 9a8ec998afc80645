/// One condition of a query: a word, or a field with the values that it may have.
struct Term: Hashable, Sendable {
  /// What a term asks for.
  enum Condition: Hashable, Sendable {
    /// The folded word occurs.
    case word([UInt8])
    /// The field has one of the values; none while the user has not typed one yet.
    case field(name: String, values: [String])
  }

  let condition: Condition
  /// Whether it asks for the contrary.
  let isNegated: Bool
  /// Where it stands in the query.
  let range: Range<String.Index>
  /// The words that it is made of, folded, each in every spelling: made once, asked of every text.
  let spellings: [[[UInt8]]]

  init(condition: Condition, isNegated: Bool, range: Range<String.Index>) {
    (self.condition, self.isNegated, self.range) = (condition, isNegated, range)
    let words: [[UInt8]] =
      switch condition {
      case .word(let word): [word]
      case .field(let name, let values): ([name] + values).map { Folding.folded($0) }
      }
    spellings = words.map(Spelling.all)
  }
}

/// Reads the terms of a query: `per`, `-mexico`, `"new york"`, `pillar:2`, `region:"south america"`,
/// `attended:lima,summit`. Every text can be read; whether its fields exist is not asked here.
struct QueryParser {
  private let text: String
  private var place: String.Index

  init(_ text: String) {
    self.text = text
    place = text.startIndex
  }

  mutating func terms() -> [Term] {
    var terms: [Term] = []
    while let term = nextTerm() { terms.append(term) }
    return terms
  }

  private var next: Character? { place < text.endIndex ? text[place] : nil }

  private mutating func nextTerm() -> Term? {
    while next?.isWhitespace ?? false { advance() }
    guard next != nil else { return nil }
    let start = place
    let isNegated = next == "-"
    if isNegated { advance() }
    let condition = fieldName().map { Term.Condition.field(name: $0, values: values()) }
    return Term(
      condition: condition ?? .word(Folding.folded(value(stopsAtComma: false))),
      isNegated: isNegated, range: start..<place)
  }

  private mutating func advance() { place = text.index(after: place) }

  /// Letters that a colon follows, hyphens between them; leaves the place after the colon.
  private mutating func fieldName() -> String? {
    let rest = text[place...]
    let name = rest.prefix { $0.isLetter || $0 == "-" }
    guard name.first != "-", name.last?.isLetter ?? false, name.endIndex < rest.endIndex,
      rest[name.endIndex] == ":"
    else {
      return nil
    }
    place = text.index(after: name.endIndex)
    return name.lowercased()
  }

  private mutating func values() -> [String] {
    var values = [value(stopsAtComma: true)]
    while next == "," {
      advance()
      values.append(value(stopsAtComma: true))
    }
    return values.filter { !$0.isEmpty }
  }

  /// Up to the next space, or what stands in quotation marks; a missing closing one is the end.
  private mutating func value(stopsAtComma: Bool) -> String {
    var value = ""
    var isQuoted = false
    while let character = next {
      if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character.isWhitespace || (stopsAtComma && character == ",") {
        break
      } else {
        value.append(character)
      }
      advance()
    }
    return value
  }
}
