import Declaration

/// A column of a published table: its name, its type, and what stands in it for an entry.
struct TableColumn<Entry> {
  /// A column's type, by the name that SQLite has for it.
  enum Kind: String, Sendable {
    case text = "TEXT"
    case integer = "INTEGER"
    case real = "REAL"
  }

  let name: String
  let kind: Kind
  let isRequired: Bool
  let value: (Entry) -> Database.Value

  init(
    _ name: String, _ kind: Kind, required: Bool = false,
    _ value: @escaping (Entry) -> Database.Value?
  ) {
    (self.name, self.kind, isRequired) = (name, kind, required)
    self.value = { value($0) ?? .null }
  }
}

/// Columns that belong together: one, or those of a text in several languages or of a period.
struct TableColumns<Entry> {
  let columns: [TableColumn<Entry>]

  private init(_ columns: [TableColumn<Entry>]) { self.columns = columns }

  /// A key, a code, a word: what is there for every entry.
  static func key(_ name: String, _ value: @escaping (Entry) -> String) -> TableColumns {
    TableColumns([TableColumn(name, .text, required: true) { .text(value($0)) }])
  }

  /// A part of a key, of the kind that its name tells.
  static func key(
    _ name: String, _ value: @escaping (Entry) -> Database.Value
  ) -> TableColumns {
    let isNumber = name == "position" || name == "rank"
    return TableColumns([TableColumn(name, isNumber ? .integer : .text, required: true, value)])
  }

  static func text(_ name: String, _ value: @escaping (Entry) -> String?) -> TableColumns {
    TableColumns([TableColumn(name, .text) { value($0).map(Database.Value.text) }])
  }

  static func integer(_ name: String, _ value: @escaping (Entry) -> Int?) -> TableColumns {
    TableColumns([TableColumn(name, .integer) { value($0).map(Database.Value.integer) }])
  }

  /// The place of an entry in its list, from 1.
  static func position(_ value: @escaping (Entry) -> Int) -> TableColumns {
    TableColumns([TableColumn("position", .integer, required: true) { .integer(value($0)) }])
  }

  static func real(_ name: String, _ value: @escaping (Entry) -> Double?) -> TableColumns {
    TableColumns([TableColumn(name, .real) { value($0).map(Database.Value.real) }])
  }

  static func flag(_ name: String, _ value: @escaping (Entry) -> Bool) -> TableColumns {
    TableColumns([TableColumn(name, .integer, required: true) { .integer(value($0) ? 1 : 0) }])
  }

  /// A text and its translations, each in a column of its own; those that read as the English does
  /// or are not in the record stay empty.
  static func wording(_ name: String, _ value: @escaping (Entry) -> Wording?) -> TableColumns {
    let translations = Language.allCases.filter { $0 != .en }.map { language in
      text("\(name)_\(language.rawValue)") { entry in
        value(entry).flatMap { $0[language] == $0.english ? nil : $0[language] }
      }
    }
    return TableColumns(
      text(name) { value($0)?.english }.columns + translations.flatMap(\.columns))
  }

  /// A period as the record writes it, and the first and the last day that it can mean.
  static func period(_ name: String, _ value: @escaping (Entry) -> Period?) -> TableColumns {
    TableColumns(
      text(name) { value($0)?.description }.columns
        + text("\(name)_first") { value($0)?.first.description }.columns
        + text("\(name)_last") { value($0)?.last.description }.columns)
  }
}
