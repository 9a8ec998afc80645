import Declaration
import Testing

@testable import Dashboard
@testable import Store

/// Entries taken apart into lines and put together again.
@Suite struct FormValueTests {
  /// Every entry of the edition that a form can change.
  private static func entries() throws -> [(path: FactPath, value: RecordValue)] {
    let edition = try OwnDriver.edition()
    return RecordCollection.allCases.flatMap { collection in
      (edition[collection.rawValue]?.fields ?? [:]).flatMap { id, value in
        [(FactPath(collection.rawValue, id), value)]
          + nested(value, in: FactPath(collection.rawValue, id))
      }
    }.sorted { $0.path.description < $1.path.description }
  }

  private static func nested(
    _ value: RecordValue, in path: FactPath
  ) -> [(path: FactPath, value: RecordValue)] {
    ["attendance", "members"].flatMap { field in
      (value[field]?.fields ?? [:]).map { (FactPath(path.tokens + [field, $0]), $1) }
    }
  }

  @Test func anUntouchedEntryIsAsItWas() throws {
    let dossier = try Edition.builtIn()
    var count = 0
    for (path, entry) in try FormValueTests.entries() {
      let fields = try #require(RecordCollection.fields(of: path))
      var form = EntryForm(editing: path, named: "x", fields: fields, now: entry)
      #expect(form.value(in: dossier) == entry && !form.isTouched, "\(path)")
      #expect(form.firstFault(in: dossier)?.reason == nil, "\(path)")
      form.toggleLanguages()
      #expect(form.value(in: dossier) == entry, "\(path) in all languages")
      form.toggleLanguages()
      #expect(
        form.rows.map(\.place)
          == EntryForm(editing: path, named: "x", fields: fields, now: entry).rows.map(\.place))
      count += 1
    }
    #expect(count > 300)
  }

  @Test func aLineChangesOneFieldAndNothingElse() throws {
    let dossier = try Edition.builtIn()
    for (path, entry) in try FormValueTests.entries() {
      let fields = try #require(RecordCollection.fields(of: path))
      let form = EntryForm(editing: path, named: "x", fields: fields, now: entry)
      for (place, row) in form.rows.enumerated() where row.originalValue != nil {
        guard let way = row.way else { continue }
        let (text, value) = row.kind.another(than: row.original, in: dossier)
        guard text != row.original else { continue }
        var form = form
        form.focus(on: place)
        form.edit { $0.set(text) }
        let expected = entry.replacing(at: way[...], with: value)
        #expect(form.value(in: dossier) == expected, "\(path) \(way)")
        #expect(form.firstFault(in: dossier)?.reason == nil, "\(path) \(way) \(text)")
      }
    }
  }

  @Test func anEmptiedLineTakesTheFieldAway() throws {
    let dossier = try Edition.builtIn()
    for (path, entry) in try FormValueTests.entries() {
      let fields = try #require(RecordCollection.fields(of: path))
      let form = EntryForm(editing: path, named: "x", fields: fields, now: entry)
      for (place, row) in form.rows.enumerated() where row.originalValue != nil {
        guard let way = row.way, way.count == 1 else { continue }
        var form = form
        form.focus(on: place)
        form.edit { $0.set(" ") }
        #expect(form.value(in: dossier) == entry.setting(nil, at: way), "\(path) \(way)")
        let isFine = form.firstFault(in: dossier) == nil
        #expect(isFine == !form.isNeeded(row), "\(path) \(way)")
      }
    }
  }

  @Test func unknownFieldsAreKept() throws {
    let dossier = try Edition.builtIn()
    let path = FactPath("commitments", "ca-2022-06-10-1")
    var entry = try #require(try OwnDriver.edition().value(at: path.tokens))
    entry = entry.setting(.list([.null, .flag(true)]), at: ["myOwn"])
      .setting(.text("Ayuda"), at: ["text", "qu"])
    let fields = RecordCollection.commitments.fields
    var form = EntryForm(editing: path, named: "x", fields: fields, now: entry)
    form.focus(on: form.rows.firstIndex { $0.way == ["text", "en"] } ?? 0)
    form.edit { $0.set("Receive refugees") }
    let value = form.value(in: dossier)
    #expect(value == entry.setting(.text("Receive refugees"), at: ["text", "en"]))
  }

  @Test func aListGrowsAtItsEndAndLosesWhatIsEmptied() throws {
    let dossier = try Edition.builtIn()
    let path = FactPath("meetings", "lima-2022")
    let entry = try #require(try OwnDriver.edition().value(at: path.tokens))
    let agenda = try #require(entry["agenda"]?.elements)
    var form = EntryForm(
      editing: path, named: "x", fields: RecordCollection.meetings.fields, now: entry)
    let blank = ["agenda", "\(agenda.count)", "en"]
    form.focus(on: form.rows.firstIndex { $0.way == blank } ?? 0)
    form.edit { $0.insert("Next steps") }
    #expect(form.rows.contains { $0.way == ["agenda", "\(agenda.count + 1)", "en"] })
    #expect(
      form.value(in: dossier)["agenda"]
        == .list(agenda + [.entry(["en": .text("Next steps")])]))
    for language in ["en", "es", "pt", "fr"] {
      form.focus(on: form.rows.firstIndex { $0.way == ["agenda", "0", language] } ?? 0)
      form.edit { $0.set("") }
    }
    #expect(
      form.value(in: dossier)["agenda"]
        == .list(agenda.dropFirst() + [.entry(["en": .text("Next steps")])]))
    #expect(form.firstFault(in: dossier) == nil)
  }

  @Test func aHalfFilledElementIsAFault() throws {
    let dossier = try Edition.builtIn()
    let path = FactPath("commitments", "ca-2022-06-10-1")
    let entry = try #require(try OwnDriver.edition().value(at: path.tokens))
    var form = EntryForm(
      editing: path, named: "x", fields: RecordCollection.commitments.fields, now: entry)
    form.focus(on: form.rows.firstIndex { $0.way == ["states", "1", "state"] } ?? 0)
    form.edit { $0.set("done") }
    #expect(form.firstFault(in: dossier)?.reason == "State 2, since can't stay empty.")
    form.edit { $0.set("") }
    form.focus(on: form.rows.firstIndex { $0.way == ["unit"] } ?? 0)
    form.edit { $0.set("") }
    #expect(form.firstFault(in: dossier)?.reason == "Unit can't stay empty.", "a figure needs one")
  }
}

extension RecordField.Kind {
  /// Something else that may stand in a field, as it is typed and as it is written.
  fileprivate func another(than old: String, in dossier: Dossier) -> (String, RecordValue) {
    func text(_ text: String) -> (String, RecordValue) { (text, .text(text)) }
    func list(_ text: String) -> (String, RecordValue) { (text, .list([.text(text)])) }
    switch self {
    case .text, .wording, .wordings, .list, .byCountry: return text("Something else")
    case .link: return text("https://example.org/a?b=c")
    case .day: return text("2023-01-02")
    case .period: return text("2023-01-02/2023-02")
    case .time: return text("10:45")
    case .offset: return text("-03:00")
    case .degrees: return ("-1.5", .number("-1.5"))
    case .amount: return ("7,500", .number("7500"))
    case .ordinal: return ("3", .number("3"))
    case .flag: return old == "yes" ? ("no", .flag(false)) : ("yes", .flag(true))
    case .choice(let choices): return text(choices.first { $0 != old } ?? old)
    case .code(_, let isDigits): return text(isDigits ? "987" : "XYZ")
    case .reference(let collection):
      let ids: [String] =
        switch collection {
        case .regions: dossier.regions.map(\.id)
        case .pillars: dossier.pillars.map(\.id)
        case .packages: dossier.packages.map(\.id)
        case .countries: dossier.countries.map(\.id)
        case .meetings: dossier.meetings.map(\.id)
        case .commitments: dossier.commitments.map(\.id)
        default: []
        }
      return text(ids.first { $0 != old } ?? old)
    case .sources: return list(Source.ownKnowledge)
    case .facts: return list("/meetings/lima-2022/place")
    }
  }
}

extension RecordValue {
  /// The value with another at the end of a way through entries and lists that is there.
  fileprivate func replacing(at way: ArraySlice<String>, with value: RecordValue) -> RecordValue {
    guard let step = way.first else { return value }
    switch self {
    case .entry(var fields):
      fields[step] = fields[step]?.replacing(at: way.dropFirst(), with: value)
      return .entry(fields)
    case .list(var elements):
      guard let place = Int(step) else { return self }
      elements[place] = elements[place].replacing(at: way.dropFirst(), with: value)
      return .list(elements)
    default: return self
    }
  }
}
