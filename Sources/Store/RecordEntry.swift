import Declaration

/// An object of the record: hands out its fields, checked, or says what is wrong with them and where.
struct RecordEntry {
  let value: JSONValue
  let references: References
  private let path: Path

  /// Where an entry stands, put into words only when something is wrong with it.
  indirect enum Path {
    case record
    /// An entry of a collection, a list or an object: `meetings/lima-2022`.
    case entry(String, id: String, of: Path)
    /// A text with its translations.
    case wording(String, of: Path)

    var name: String {
      switch self {
      case .record: "the record"
      case .entry(let field, let id, .record): "\(field)/\(id)"
      case .entry(let field, let id, let owner): "\(owner.name)/\(field)/\(id)"
      case .wording(let field, let owner): "“\(field)” of \(owner.name)"
      }
    }
  }

  /// Where it stands in the record, such as `meetings/lima-2022`.
  var name: String { path.name }

  init(_ value: JSONValue, at path: Path, references: References) throws(RecordFault) {
    (self.value, self.path, self.references) = (value, path, references)
    guard value.kind == .object else {
      throw value.fault("\(name) is \(value.kindName)", expected: "an object")
    }
  }

  /// A field that may be missing; null counts as missing.
  func optional(_ field: String) -> JSONValue? {
    value[field].flatMap { $0.kind == .null ? nil : $0 }
  }

  /// A field that has to be there.
  func required(_ field: String) throws(RecordFault) -> JSONValue {
    guard let found = optional(field) else { throw lack(of: field) }
    return found
  }

  private func lack(of field: String) -> RecordFault {
    value.fault("\(name) has no “\(field)”", expected: "one")
  }

  func wrong(_ field: String, _ value: JSONValue, expected: String) -> RecordFault {
    let shown = value.string.map { "“\($0.prefix(60))”" } ?? value.kindName
    return value.fault("“\(field)” of \(name) is \(shown)", expected: expected)
  }

  /// A field turned into what it means.
  func read<Meaning>(
    _ field: String, expected: @autoclosure () -> String, _ meaning: (JSONValue) -> Meaning?
  ) throws(RecordFault) -> Meaning {
    try read(try required(field), field, expected: expected(), meaning)
  }

  private func read<Meaning>(
    _ found: JSONValue, _ field: String, expected: @autoclosure () -> String,
    _ meaning: (JSONValue) -> Meaning?
  ) throws(RecordFault) -> Meaning {
    guard let result = meaning(found) else { throw wrong(field, found, expected: expected()) }
    return result
  }

  /// A field turned into what it means; nil when it is missing.
  func readOptional<Meaning>(
    _ field: String, expected: @autoclosure () -> String, _ meaning: (JSONValue) -> Meaning?
  ) throws(RecordFault) -> Meaning? {
    guard let found = optional(field) else { return nil }
    return try read(found, field, expected: expected(), meaning)
  }
}

// MARK: Plain fields

extension RecordEntry {
  private static let filledText = "a text that is not empty"

  func string(_ field: String) throws(RecordFault) -> String {
    try read(field, expected: RecordEntry.filledText) { RecordEntry.filled($0) }
  }

  func optionalString(_ field: String) throws(RecordFault) -> String? {
    try readOptional(field, expected: RecordEntry.filledText) { RecordEntry.filled($0) }
  }

  private static func filled(_ value: JSONValue) -> String? {
    value.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  func bool(_ field: String) throws(RecordFault) -> Bool {
    try read(field, expected: "true or false") { $0.bool }
  }

  /// A whole number from 1 on.
  func ordinal(_ field: String) throws(RecordFault) -> Int {
    try read(field, expected: FieldText.ordinal) { value in
      value.number.flatMap { Int(exactly: $0) }.flatMap { $0 >= 1 ? $0 : nil }
    }
  }

  func number(_ field: String, in range: ClosedRange<Double>) throws(RecordFault) -> Double {
    try read(field, expected: "a number from \(range.lowerBound) to \(range.upperBound)") { value in
      value.number.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  func choice<Choice>(_ field: String, _: Choice.Type) throws(RecordFault) -> Choice
  where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
    try read(field, expected: FieldText.choice(Choice.allCases.map(\.rawValue))) {
      $0.string.flatMap { Choice(rawValue: $0) }
    }
  }
}

// MARK: Days

extension RecordEntry {
  func day(_ field: String) throws(RecordFault) -> Day {
    try read(field, expected: FieldText.day) { $0.string.flatMap { Day($0) } }
  }

  func optionalDay(_ field: String) throws(RecordFault) -> Day? {
    optional(field) == nil ? nil : try day(field)
  }

  func period(_ field: String) throws(RecordFault) -> Period {
    try read(field, expected: FieldText.period) { $0.string.flatMap { Period($0) } }
  }

  func optionalPeriod(_ field: String) throws(RecordFault) -> Period? {
    try readOptional(field, expected: FieldText.period) { $0.string.flatMap { Period($0) } }
  }

  /// Minutes after midnight, from a time such as `09:30`.
  func optionalTime(_ field: String) throws(RecordFault) -> Int? {
    try readOptional(field, expected: FieldText.time) { value in
      value.string.flatMap { TimeOfDay.minutes($0) }
    }
  }

  /// Minutes east of UTC, from an offset such as `-05:00`.
  func optionalOffset(_ field: String) throws(RecordFault) -> Int? {
    try readOptional(field, expected: FieldText.offset) { value in
      value.string.flatMap { TimeOfDay.offset($0) }
    }
  }
}

// MARK: Wordings

extension RecordEntry {
  func wording(_ field: String) throws(RecordFault) -> Wording {
    try wording(try required(field), field)
  }

  func optionalWording(_ field: String) throws(RecordFault) -> Wording? {
    try optional(field).map { value throws(RecordFault) in try wording(value, field) }
  }

  func wordings(_ field: String) throws(RecordFault) -> [Wording] {
    var wordings: [Wording] = []
    for value in try list(field) { wordings.append(try wording(value, field)) }
    return wordings
  }

  private func wording(_ value: JSONValue, _ field: String) throws(RecordFault) -> Wording {
    guard value.kind == .object else {
      throw wrong(field, value, expected: "an object with the text in “en”, and “es”, “pt”, “fr”")
    }
    for language in Language.allCases {
      guard let text = value[language.rawValue], text.kind != .null else {
        if language == .en { throw try entry(ofWording: value, field).lack(of: "en") }
        continue
      }
      guard text.kind == .string, !text.isEmptyText else {
        throw try entry(ofWording: value, field)
          .wrong(language.rawValue, text, expected: RecordEntry.filledText)
      }
    }
    return Wording(keptBy: value.document, at: Int32(value.place))
  }

  // Made only when something is wrong: a record has hundreds of wordings.
  private func entry(
    ofWording value: JSONValue, _ field: String
  ) throws(RecordFault) -> RecordEntry {
    try RecordEntry(value, at: .wording(field, of: path), references: references)
  }
}

// MARK: Lists and entries

extension RecordEntry {
  func list(_ field: String) throws(RecordFault) -> [JSONValue] {
    guard let found = optional(field) else { return [] }
    guard found.kind == .array else { throw wrong(field, found, expected: "a list") }
    return Array(found.elements)
  }

  /// An object inside this one.
  func entry(_ value: JSONValue, _ field: String, id: String) throws(RecordFault) -> RecordEntry {
    try RecordEntry(value, at: .entry(field, id: id, of: path), references: references)
  }

  /// The objects of a list.
  func entries(inList field: String) throws(RecordFault) -> [RecordEntry] {
    var entries: [RecordEntry] = []
    for (place, value) in try list(field).enumerated() {
      entries.append(
        try entry(value, field, id: String(place)))
    }
    return entries
  }

  /// The objects of an object, by their names.
  func members(
    of field: String
  ) throws(RecordFault) -> [(id: String, key: JSONValue, entry: JSONValue)] {
    let found = try required(field)
    guard found.kind == .object else {
      throw wrong(field, found, expected: "an object of entries by their ids")
    }
    return found.members.map { ($0.name.string ?? "", $0.name, $0.value) }
  }
}
