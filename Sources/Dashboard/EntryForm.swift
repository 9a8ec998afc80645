import Declaration

/// An entry of the record as it is being edited, or a new one.
struct EntryForm: Sendable {
  /// What becomes of what is typed.
  enum Purpose: Hashable, Sendable {
    case add(Addition)
    case edit(FactPath)
  }

  let purpose: Purpose
  let title: String
  let fields: [RecordField]
  /// What the entry was when the form was opened; nil for a new one.
  let base: RecordValue?
  /// What the lines were made from.
  let start: RecordValue
  private(set) var rows: [FormRow]
  /// The line that is typed in, by its place.
  private(set) var focus = 0
  /// The entry of the list under the line that Tab takes.
  private(set) var candidate = 0
  /// Whether every text has lines in all languages, or in English and where something was typed.
  private(set) var showsAllLanguages = false
  var offset = 0
  /// Whether saving was tried, from when on what is missing is shown as a fault.
  var wasTried = false

  /// A form for an entry that is there.
  ///
  /// - Parameter sources: what an earlier change of it rests on; empty for none.
  init(
    editing path: FactPath, named name: String, fields: [RecordField], now: RecordValue,
    sources: [SourceID] = [], _ language: Language = .en
  ) {
    self.init(
      .edit(path), language("Edit \(name: name)"), fields, base: now, start: now, places: [],
      language)
    rows.append(
      FormRow(
        .changeSource, language("Source of this change"), .sources, need: .always,
        value: .list((sources.isEmpty ? [Source.ownKnowledge] : sources).map(RecordValue.text))))
  }

  /// A form for a new entry.
  ///
  /// - Parameters:
  ///   - start: what the lines begin with.
  ///   - context: what the parts of the entry's path begin with, by their names.
  init(
    adding addition: Addition, start: RecordValue, context: [String: RecordValue],
    _ language: Language = .en
  ) {
    let places = addition.places.map { field in
      FormRow(
        .path(field.name), field.label, field.kind, need: .always, value: context[field.name])
    }
    self.init(
      .add(addition), language("Add \(name: language.text(addition.phrase))"), addition.fields,
      base: nil, start: start, places: places, language)
  }

  private init(
    _ purpose: Purpose, _ title: String, _ fields: [RecordField], base: RecordValue?,
    start: RecordValue, places: [FormRow], _ language: Language
  ) {
    (self.purpose, self.title, self.fields) = (purpose, title, fields)
    (self.base, self.start) = (base, start)
    rows =
      places + FormRows(showsAllLanguages: false, reader: language).rows(of: fields, from: start)
  }

  /// Whether anything was typed that is not in the record.
  var isTouched: Bool { rows.contains { $0.isTouched && $0.place != .changeSource } }

  /// Whether another source was typed for the change.
  var isSourceTouched: Bool { rows.contains { $0.isTouched && $0.place == .changeSource } }

  var focused: FormRow { rows[focus] }

  /// The places of the lines that are shown. Translations would bury what most people look for.
  var shownPlaces: [Int] {
    rows.indices.filter {
      showsAllLanguages || !rows[$0].isTranslation || rows[$0].isTouched
        || rows[$0].isForTheReader
    }
  }

  /// The entry as it was typed. For a new one, lists that stayed empty are there as such.
  func value(in dossier: Dossier) -> RecordValue {
    let value = FormValue(rows, in: dossier).entry(of: fields, over: start)
    guard case .add = purpose else { return value }
    return fields.reduce(withSources(value)) { value, field in
      guard value[field.name] == nil else { return value }
      switch field.kind {
      case .wordings, .list: return value.setting(.list([]), at: [field.name])
      case .byCountry: return value.setting(.entry([:]), at: [field.name])
      default: return value
      }
    }
  }

  /// A new entry of which the parts rest on what it rests on itself, where nothing else was typed.
  private func withSources(_ entry: RecordValue) -> RecordValue {
    rows.reduce(entry) { entry, row in
      guard let way = row.way, way.count > 1, way.last == "sources", !row.isTouched,
        entry.value(at: way) != nil
      else { return entry }
      return entry.setting(entry["sources"], at: way)
    }
  }

  /// What is typed for a part of the path of a new entry.
  func place(_ name: String) -> String {
    rows.first { $0.place == .path(name) }?.editor.text.filter { !$0.isWhitespace } ?? ""
  }

  /// The sources that the change rests on.
  func sources(in dossier: Dossier) -> [SourceID] {
    guard let row = rows.first(where: { $0.place == .changeSource }) else { return [] }
    do throws(FieldProblem) {
      return try row.value(in: dossier)?.elements?.compactMap(\.text) ?? []
    } catch {
      return []
    }
  }
}

// MARK: Typing

extension EntryForm {
  /// Goes to a line, which is shown from then on.
  mutating func focus(on place: Int) {
    focus = max(0, min(place, rows.count - 1))
    candidate = 0
    if focused.isTranslation, !focused.isForTheReader, !focused.isTouched, !showsAllLanguages {
      toggleLanguages()
    }
  }

  /// Goes so many lines on, or back.
  mutating func move(by lines: Int) {
    let shown = shownPlaces
    let line = shown.firstIndex { $0 >= focus } ?? 0
    focus(on: shown[max(0, min(line + lines, shown.count - 1))])
  }

  /// Whether the line is the last that is shown.
  var isAtEnd: Bool { focus == shownPlaces.last }

  mutating func edit(_ change: (inout LineEditor) -> Void) {
    let before = focused.editor.text
    change(&rows[focus].editor)
    if focused.editor.text != before { rows[focus].isTyped = true }
    candidate = 0
    if focused.way == ["announced"] { moveFirstState(from: before) }
    growLists()
  }

  /// Puts in a line what was typed there in an earlier session; nothing else follows from it. A
  /// line that is not there yet is made: lists grow, and translations come into sight.
  mutating func retype(_ text: String, at place: FormRow.Place) {
    func row() -> Int? { rows.firstIndex { $0.place == place } }
    if row() == nil, case .value(let way) = place, way.count > 1, let element = Int(way[1]),
      (0..<EntryForm.mostElements).contains(element),
      let field = fields.first(where: { $0.name == way[0] })
    {
      growList(of: field, upTo: element)
    }
    if row() == nil, !showsAllLanguages { toggleLanguages() }
    guard let row = row() else { return }
    rows[row].editor.set("")
    rows[row].editor.insert(text)
    growLists()
  }

  /// A list with lines for its elements up to one; a field that is no list stays as it is.
  private mutating func growList(of field: RecordField, upTo element: Int) {
    switch field.kind {
    case .list, .wordings: break
    default: return
    }
    let made = FormRows(showsAllLanguages: showsAllLanguages)
    let name = field.name
    let known = Set(rows.compactMap { $0.way?.first == name ? $0.way?.dropFirst().first : nil })
    for place in 0...element where !known.contains("\(place)") {
      guard let last = rows.lastIndex(where: { $0.way?.first == name }) else { return }
      rows.insert(
        contentsOf: made.element(place, of: field, from: nil, at: [name]), at: last + 1)
    }
  }

  /// More than anybody types in a list.
  private static let mostElements = 500

  /// A new commitment is announced from the day on which it is: until another is typed for it.
  private mutating func moveFirstState(from before: String) {
    guard base == nil, let first = rows.firstIndex(where: { $0.way == ["states", "0", "since"] }),
      !rows[first].isTyped, rows[first].editor.text == before
    else { return }
    rows[first].editor.set(focused.editor.text)
  }

  mutating func chooseCandidate(_ place: Int, of count: Int) {
    candidate = count == 0 ? 0 : (place + count) % count
  }

  /// Every line as it was when the form was first opened.
  mutating func startOver() {
    for place in rows.indices { rows[place].restore() }
    (wasTried, candidate) = (false, 0)
  }

  /// Lines for all four languages, or back.
  mutating func toggleLanguages() {
    showsAllLanguages.toggle()
    let place = focused.place
    if showsAllLanguages {
      rows = FormRows.withTranslations(rows)
    } else {
      rows.removeAll { $0.isTranslation && $0.isEmpty && !$0.isTouched }
    }
    let same = rows.firstIndex { $0.place == place } ?? focus
    // Where a translation goes out of sight, its English is the line above.
    focus(on: shownPlaces.last { $0 <= same } ?? 0)
  }

  /// Every list ends with an empty element.
  private mutating func growLists() {
    for field in fields {
      guard let way = rows.last(where: { $0.way?.first == field.name })?.way,
        let element = way.dropFirst().first.flatMap(Int.init),
        rows.contains(where: { ($0.way?.starts(with: way.prefix(2)) ?? false) && !$0.isEmpty })
      else { continue }
      growList(of: field, upTo: element + 1)
    }
  }
}
