/// What is wrong with something that was typed into a field.
public struct FieldProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// How a number can be written.
  public enum Writing: Hashable, Sendable {
    /// Forms that a number can have.
    case examples([String])
    /// What was typed can be either of these.
    case readings([String])
  }

  /// What should stand there, without examples of it.
  public let kind: String
  /// How it can be written, where it is a number.
  public let writing: Writing?

  init(expectation: String, _ writing: Writing? = nil) {
    (kind, self.writing) = (expectation, writing)
  }

  /// What should stand there.
  public var expectation: String {
    switch writing {
    case nil: kind
    case .examples(let forms):
      "\(kind), such as \(forms.dropLast().joined(separator: ", ")) or \(forms.last ?? "")"
    case .readings(let numbers):
      "\(kind); as it can be either, write \(numbers.joined(separator: " or "))"
    }
  }

  /// `expected a day, such as 2022-10-06`.
  public var description: String { "expected \(expectation)" }
}

// Fields as people type them on one line, and back.
extension RecordField.Kind {
  /// The value that was typed, checked against the record; nil for an empty line.
  ///
  /// Lists are not typed on one line but element by element. A wording is its English text. Numbers
  /// are read in the language of the record.
  /// - Throws: ``FieldProblem``.
  public func value(
    of typed: String, in dossier: Dossier
  ) throws(FieldProblem) -> RecordValue? {
    let text = typed.trimmed
    guard !text.isEmpty else { return nil }
    switch self {
    case .text, .wording, .wordings, .list, .byCountry: return .text(text)
    case .link: return .text(try text.holding(FieldText.isLink, FieldText.link))
    case .day: return .text(try text.holding({ Day($0) != nil }, FieldText.day))
    case .period: return .text(try text.holding({ Period($0) != nil }, FieldText.period))
    case .time:
      // A person writes 9:00, the record 09:00.
      let whole = text.utf8.count == 4 ? "0" + text : text
      return .text(try whole.holding({ TimeOfDay.minutes($0) != nil }, FieldText.time))
    case .offset: return .text(try text.holding({ TimeOfDay.offset($0) != nil }, FieldText.offset))
    case .degrees(let limit):
      return .number(
        try text.number(FieldText.degrees(limit), dossier) { (-limit...limit).contains($0) })
    case .amount:
      return .number(try text.number(FieldText.amount, dossier) { $0 >= 0 && $0.isFinite })
    case .ordinal:
      return .number(
        try text.number(FieldText.ordinal, dossier) { Int(exactly: $0).map { $0 >= 1 } ?? false })
    case .flag:
      guard let flag = ["true": true, "yes": true, "false": false, "no": false][text] else {
        throw FieldProblem(expectation: FieldText.flag)
      }
      return .flag(flag)
    case .choice(let choices):
      return .text(try text.holding({ choices.contains($0) }, FieldText.choice(choices)))
    case .code(let length, let isDigits):
      let range: ClosedRange<UInt8> = isDigits ? 48...57 : 65...90
      return .text(
        try text.holding(
          { $0.utf8.count == length && $0.utf8.allSatisfy(range.contains) },
          FieldText.code(length, isDigits)))
    case .reference(let collection): return .text(try text.id(in: collection, of: dossier))
    case .sources: return try FieldText.sources(text, in: dossier)
    case .facts:
      return .list(
        try FieldText.parts(text).map { part throws(FieldProblem) in
          .text(
            try part.holding(
              { FactPath(pointer: $0) != nil }, FieldText.facts))
        })
    }
  }

  /// What should be typed, in words.
  public var expectation: String {
    switch self {
    case .text: "a text"
    case .wording, .wordings: "a text in English"
    case .link: FieldText.link
    case .day: FieldText.day
    case .period: FieldText.period
    case .time: FieldText.time
    case .offset: FieldText.offset
    case .degrees(let limit): FieldText.degrees(limit)
    case .amount: FieldText.amount
    case .ordinal: FieldText.ordinal
    case .flag: FieldText.flag
    case .choice(let choices): FieldText.choice(choices)
    case .code(let length, let isDigits): FieldText.code(length, isDigits)
    case .reference(let collection): "the id of \(collection.entryName)"
    case .sources: "ids of sources, with a comma between them"
    case .facts: FieldText.facts
    case .list, .byCountry: "entries"
    }
  }

  /// A value as it is typed by somebody who speaks a language; empty for none.
  public func text(of value: RecordValue?, in language: Language = .en) -> String {
    switch value {
    case nil, .null: ""
    case .flag(let flag): flag ? "yes" : "no"
    case .number(let number): TypedNumber.text(number, in: language)
    case .text(let text): text
    case .list(let elements): elements.compactMap(\.text).joined(separator: ", ")
    case .entry(let fields): fields["en"]?.text ?? ""
    }
  }
}

/// What is expected in fields, in the words that the checks of a file use too.
public enum FieldText {
  /// What a day has to be.
  public static let day = "a day of the calendar, such as 2022-10-06"
  /// What a period has to be.
  public static let period =
    "a day, a month or a year, such as 2022-10-06, 2022-10 or 2022, or two of them joined by “/”"
  /// What a time has to be.
  public static let time = "a time of the day, such as 09:30"
  /// What an offset has to be.
  public static let offset = "an offset from UTC, such as -05:00"
  /// What a link has to be.
  public static let link = "an address that begins with https:// or http://"
  /// What an amount has to be.
  public static let amount = "a number that is not negative"
  /// What yes or no has to be.
  public static let flag = "yes or no"
  /// What names of facts have to be.
  public static let facts = "pointers such as /meetings/lima-2022/date, with a comma between them"
  /// What an ordinal has to be.
  public static let ordinal = "a whole number from 1 on"

  /// What degrees have to be.
  public static func degrees(_ limit: Double) -> String {
    let limit = Int(exactly: limit).map { "\($0)" } ?? "\(limit)"
    return "a number from -\(limit) to \(limit)"
  }

  /// What a code has to be.
  public static func code(_ length: Int, _ isDigits: Bool) -> String {
    "\(length) \(isDigits ? "digits" : "capitals")"
  }

  /// What one of some words has to be.
  public static func choice(_ words: [String]) -> String {
    let quoted = words.map { "“\($0)”" }.joined(separator: ", ")
    return words.count > 1 ? "one of \(quoted)" : quoted
  }

  /// What a person has to type to name an entry.
  public static func named(_ collection: RecordCollection) -> String {
    switch collection {
    case .countries: "a country by code or name, such as PE or Peru"
    case .meetings: "a meeting by id or place, such as lima-2022 or Lima"
    case .pillars: "the number of a pillar"
    case .sources: "the id or address of a known source; own-knowledge is one"
    default: "the id of \(collection.entryName)"
    }
  }

  /// What the id of an entry has to be.
  public static func reference(to collection: RecordCollection) -> String {
    "\(collection.entryName) that stands under “\(collection.rawValue)”"
  }

  /// Whether a text is an address on the web.
  public static func isLink(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  /// The parts of a list on one line: with a comma between them, or a semicolon, as exports have it.
  public static func parts(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  static func sources(_ text: String, in dossier: Dossier) throws(FieldProblem) -> RecordValue {
    var sources: [RecordValue] = []
    // An address may have in it what parts others.
    let isOne = dossier.id(named: text, in: .sources) != nil
    for part in isOne ? [text] : parts(text) {
      let source = RecordValue.text(try part.id(in: .sources, of: dossier))
      guard !sources.contains(source) else { throw FieldProblem(expectation: "each source once") }
      sources.append(source)
    }
    return .list(sources)
  }
}

extension String {
  /// Without the spaces around it.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }

  fileprivate func holding(
    _ holds: (String) -> Bool, _ expectation: String
  ) throws(FieldProblem) -> String {
    guard holds(self) else { throw FieldProblem(expectation: expectation) }
    return self
  }

  /// A number in JSON's form.
  fileprivate func number(
    _ expectation: String, _ dossier: Dossier, _ holds: (Double) -> Bool
  ) throws(FieldProblem) -> String {
    let number = TypedNumber(self, in: dossier.language, where: holds)
    if let literal = number.literal { return literal }
    throw FieldProblem(expectation: expectation, number.writing)
  }

  fileprivate func id(
    in collection: RecordCollection, of dossier: Dossier
  ) throws(FieldProblem) -> String {
    guard let id = dossier.id(named: self, in: collection) else {
      throw FieldProblem(expectation: FieldText.named(collection))
    }
    return id
  }
}
