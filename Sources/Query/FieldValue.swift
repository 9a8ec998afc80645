import Declaration

/// A value that a field can have: how it is typed, what else it is called, what it means.
struct FieldValue<Meaning> {
  /// The shortest way to type it.
  let key: String
  let meaning: Meaning
  private let names: [[UInt8]]
  /// What else it may be called, where nothing has a name like that.
  private let rest: [String]

  init(
    _ key: String, in wordings: [Wording?] = [], elseCalled rest: [String] = [], meaning: Meaning
  ) {
    (self.key, self.meaning) = (key, meaning)
    names = ([key] + wordings.compactMap { $0 }.flatMap(\.all)).map { FieldWords.folded($0) }
    self.rest = rest
  }

  /// A value whose name in a language is its shortest.
  init(_ name: Wording, in language: Language, or other: Wording? = nil, meaning: Meaning) {
    self.init(name[language], in: [name, other], meaning: meaning)
  }

  init(_ key: String, in wording: Wording, meaning: Meaning) {
    self.init(key, in: [wording], meaning: meaning)
  }

  /// The values that a typed one means: those that are called just so; else those whose names begin
  /// with it; else those with a word that does. A number means the key that it is.
  ///
  /// - Parameter namesOnly: whether nothing counts but names.
  static func meant(
    by typed: String, among values: [FieldValue], namesOnly: Bool = false
  ) -> [FieldValue] {
    if let number = Int(typed) {
      let numbered = values.filter { Int($0.key) == number }
      if !numbered.isEmpty { return numbered }
    }
    // What is bounded has no names.
    if let sign = typed.first, "<>".contains(sign) { return [] }
    let typed = FieldWords.folded(typed)
    guard !typed.isEmpty else { return [] }
    let space = [UInt8(ascii: " ")]
    let spellings = Spelling.all(of: typed)
    let tests: [([UInt8]) -> Bool] = [
      { spellings.contains($0) },
      { name in spellings.contains { name.starts(with: $0) } },
      { name in spellings.contains { name.contains(word: space + $0) } },
    ]
    for test in tests {
      let meant = values.filter { $0.names.contains(where: test) }
      if !meant.isEmpty { return meant }
    }
    return namesOnly
      ? []
      : values.filter { value in
        value.rest.contains { FieldWords.folded($0).starts(with: typed) }
      }
  }
}

/// Names of values as they are compared.
enum FieldWords {
  /// Folded, with every sign between words as one space.
  static func folded(_ text: String) -> [UInt8] {
    let folded = Folding.folded(text)
    let parts = folded.split { byte in
      !(byte >= 0x80 || (48...57).contains(byte) || (97...122).contains(byte))
    }
    return Array(parts.joined(separator: [UInt8(ascii: " ")]))
  }
}
