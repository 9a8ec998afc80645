import Declaration

/// Makes the lines of a form from an entry, a line for everything that can be typed on one.
struct FormRows {
  /// Whether wordings have a line for every language, or for those that they have.
  let showsAllLanguages: Bool
  /// The reader's language: where a text has it, its line comes before the English one.
  var reader = Language.en

  /// The lines of an entry's fields.
  func rows(of fields: [RecordField], from entry: RecordValue?) -> [FormRow] {
    fields.flatMap { rows(of: $0, from: entry?[$0.name], at: [$0.name], in: [], label: $0.label) }
  }

  /// The lines of a field.
  ///
  /// - Parameters:
  ///   - way: the way to the field from the whole entry.
  ///   - element: the way to the list's element that the field is a part of; empty for none.
  private func rows(
    of field: RecordField, from value: RecordValue?, at way: [String], in element: [String],
    label: String
  ) -> [FormRow] {
    let need = need(of: field, in: element)
    switch field.kind {
    case .wording: return wording(value, at: way, label: label, need: need)
    case .wordings, .list:
      let count = value?.elements?.count ?? 0
      return (0...count).flatMap { place in
        self.element(place, of: field, from: value?.value(at: ["\(place)"]), at: way)
      }
    case .byCountry: return []
    default:
      return [
        FormRow(.value(way), label, field.kind, need: need, value: value, readBy: reader)
      ]
    }
  }

  /// Inside an element of a list, a field is needed when the element has anything at all.
  private func need(of field: RecordField, in element: [String]) -> FormRow.Need {
    if element.isEmpty, let other = FormRows.partners[field.name] { return .with([other]) }
    guard field.isRequired else { return .never }
    return element.isEmpty ? .always : .with(element)
  }

  /// Fields that can't do without each other.
  private static let partners = ["amount": "unit", "unit": "amount"]

  /// The lines of an element of a list; of an empty one where there is no value.
  func element(
    _ place: Int, of field: RecordField, from value: RecordValue?, at way: [String]
  ) -> [FormRow] {
    let element = way + ["\(place)"]
    let label = "\(field.label) \(place + 1)"
    guard case .list(let fields) = field.kind else {
      return wording(value, at: element, label: label, need: .never)
    }
    return fields.flatMap { part in
      rows(
        of: part, from: value?[part.name], at: element + [part.name], in: element,
        label: part.label == field.label ? label : "\(label), \(part.label.loweredFirst)")
    }
  }

  /// The lines of a text with its translations; English is needed as soon as there is another.
  private func wording(
    _ value: RecordValue?, at way: [String], label: String, need: FormRow.Need
  ) -> [FormRow] {
    let readsTranslation = reader != .en && value?[reader.rawValue] != nil
    let languages = Language.allCases.filter { !readsTranslation || $0 != reader }
    return ((readsTranslation ? [reader] : []) + languages).compactMap { language in
      let isEnglish = language == .en
      let text = value?[language.rawValue]
      guard isEnglish || showsAllLanguages || text != nil else { return nil }
      var row = FormRow(
        .value(way + [language.rawValue]),
        isEnglish && !readsTranslation ? label : "\(label), in \(language.name)",
        isEnglish ? .wording : .text, need: isEnglish ? need == .never ? .with(way) : need : .never,
        value: isEnglish && value?.fields == nil ? value : text)
      row.isForTheReader = readsTranslation && language == reader
      return row
    }
  }
}

// MARK: Languages

extension FormRow {
  /// Whether it is a text in another language than English.
  var isTranslation: Bool {
    guard kind == .text, let last = way?.last else { return false }
    return Language(rawValue: last).map { $0 != .en } ?? false
  }
}

extension FormRows {
  /// Lines with one for every language after each text in English.
  static func withTranslations(_ rows: [FormRow]) -> [FormRow] {
    let known = Set(rows.map(\.place))
    var result: [FormRow] = []
    var missing: [FormRow] = []
    for row in rows {
      if !row.isTranslation {
        result += missing
        missing = translations(of: row).filter { !known.contains($0.place) }
      }
      result.append(row)
    }
    return result + missing
  }

  private static func translations(of row: FormRow) -> [FormRow] {
    guard row.kind == .wording, let way = row.way?.dropLast() else { return [] }
    return Language.allCases.filter { $0 != .en }.map { language in
      FormRow(
        .value(way + [language.rawValue]), "\(row.label), in \(language.name)", .text, need: .never,
        value: nil)
    }
  }
}

extension Language {
  /// The language's name in English.
  var name: String {
    switch self {
    case .en: "English"
    case .es: "Spanish"
    case .pt: "Portuguese"
    case .fr: "French"
    }
  }
}
