import Declaration

/// Puts an entry together again from the lines of a form. What was not touched stays as it was, and
/// so does what no line is for.
struct FormValue {
  private let dossier: Dossier
  private let rows: [[String]: FormRow]

  init(_ rows: [FormRow], in dossier: Dossier) {
    self.dossier = dossier
    self.rows = Dictionary(
      rows.compactMap { row in row.way.map { ($0, row) } }, uniquingKeysWith: { $1 })
  }

  /// The entry with what was typed laid over what it was.
  func entry(of fields: [RecordField], over base: RecordValue?) -> RecordValue {
    entry(of: fields, at: [], over: base)
  }

  private func entry(
    of fields: [RecordField], at way: [String], over base: RecordValue?
  ) -> RecordValue {
    var parts = base?.fields ?? [:]
    for field in fields {
      let way = way + [field.name]
      guard isTouched(way) else { continue }
      parts[field.name] = value(of: field, at: way, over: base?[field.name])
    }
    return .entry(parts)
  }

  private func value(
    of field: RecordField, at way: [String], over base: RecordValue?
  ) -> RecordValue? {
    switch field.kind {
    case .wording: wording(at: way, over: base)
    case .wordings: list(at: way, over: base) { wording(at: $0, over: $1) }
    case .list(let fields): list(at: way, over: base) { entry(of: fields, at: $0, over: $1) }
    default: typed(at: way)
    }
  }

  private func wording(at way: [String], over base: RecordValue?) -> RecordValue? {
    guard isTouched(way) else { return base }
    var texts = base?.fields ?? [:]
    for language in Language.allCases where rows[way + [language.rawValue]] != nil {
      texts[language.rawValue] = typed(at: way + [language.rawValue])
    }
    return texts.isEmpty ? nil : .entry(texts)
  }

  /// The elements that have something in them.
  private func list(
    at way: [String], over base: RecordValue?,
    _ element: ([String], RecordValue?) -> RecordValue?
  ) -> RecordValue? {
    let places = Set(rows.keys.filter { $0.starts(with: way) }.compactMap { Int($0[way.count]) })
    let elements = places.sorted().compactMap { place -> RecordValue? in
      let way = way + ["\(place)"]
      let base = base?.value(at: ["\(place)"])
      guard isTouched(way) else { return base }
      return isEmpty(way) ? nil : element(way, base)
    }
    return elements.isEmpty && base == nil ? nil : .list(elements)
  }

  private func typed(at way: [String]) -> RecordValue? {
    do throws(FieldProblem) {
      return try rows[way]?.value(in: dossier)
    } catch {
      // A form with a fault is not put together.
      return nil
    }
  }

  private func isTouched(_ way: [String]) -> Bool {
    rows.contains { $0.key.starts(with: way) && $0.value.isTouched }
  }

  private func isEmpty(_ way: [String]) -> Bool {
    rows.allSatisfy { !$0.key.starts(with: way) || $0.value.isEmpty }
  }
}
