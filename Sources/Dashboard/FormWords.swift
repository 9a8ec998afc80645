import Declaration

// What forms say of fields: the model knows it in English, piece by piece.
extension Language {
  /// The label of a form's line, such as `State 2, since` or `Title, in Spanish`.
  func formLabel(_ label: String) -> String {
    guard self != .en else { return label }
    return label.split(separator: ",").enumerated().map { place, part -> String in
      let words = part.drop { $0 == " " }
      let digits = words.reversed().prefix { $0.isNumber }.reversed()
      let name = String(words.dropLast(digits.isEmpty ? 0 : digits.count + 1))
      let text = place == 0 ? text(name) : self.text(name.capitalizedFirst).loweredFirst
      return digits.isEmpty ? text : "\(text) \(String(digits))"
    }.joined(separator: ", ")
  }

  /// What should stand in a field.
  func expectation(of kind: RecordField.Kind) -> String {
    switch kind {
    case .degrees(let limit):
      self("a number from \(first: "-\(Int(limit))") to \(last: "\(Int(limit))")")
    case .choice(let words):
      self("one of \(list: words.map(quoted).joined(separator: ", "))")
    case .code(let length, let isDigits):
      isDigits ? self("\(count: length) digits") : self("\(count: length) capitals")
    case .reference(let collection):
      self("the id of \(name: text(collection.entryName))")
    default: text(kind.expectation)
    }
  }

  /// A word between the language's quotation marks.
  private func quoted(_ word: String) -> String {
    switch self {
    case .en, .pt: "“\(word)”"
    case .es: "«\(word)»"
    case .fr: "«\u{A0}\(word)\u{A0}»"
    }
  }

  /// What is wrong with what was typed into a field.
  func sentence(of problem: FieldProblem, in kind: RecordField.Kind) -> String {
    let what = problem.kind == kind.expectation ? expectation(of: kind) : text(problem.kind)
    switch problem.writing {
    case nil: return self("expected \(text: what)")
    case .examples(let forms):
      let list = forms.dropLast().joined(separator: ", ")
      return self("expected \(text: what), such as \(list: list) or \(last: forms.last ?? "")")
    case .readings(let numbers):
      let (first, last) = (numbers.first ?? "", numbers.last ?? "")
      return self(
        "expected \(text: what); as it can be either, write \(first: first) or \(last: last)")
    }
  }
}
