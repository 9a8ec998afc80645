/// A table of the published record, for a database and for files of values alike.
struct RecordTable: Sendable {
  /// A column as a table has it.
  struct Column: Sendable {
    let name: String
    let type: String
    let isRequired: Bool
  }

  /// Columns that lead to the row of another table by its key.
  struct Reference: Sendable {
    let columns: [String]
    let table: String
    let key: [String]

    /// A column that leads to a table by its only key.
    static func to(_ table: String, by column: String, key: String = "id") -> Reference {
      Reference(columns: [column], table: table, key: [key])
    }
  }

  let name: String
  let columns: [Column]
  let key: [String]
  let references: [Reference]
  let rows: [[Database.Value]]

  init<Entry>(
    _ name: String, of entries: some Sequence<Entry>, key: [String] = ["id"],
    references: [Reference] = [], _ columns: [TableColumns<Entry>]
  ) {
    let columns = columns.flatMap(\.columns)
    (self.name, self.key, self.references) = (name, key, references)
    self.columns = columns.map {
      Column(name: $0.name, type: $0.kind.rawValue, isRequired: $0.isRequired)
    }
    rows = entries.map { entry in columns.map { $0.value(entry) } }
  }

  /// The statement that makes the table.
  var creation: String {
    let lines =
      columns.map { "\($0.name) \($0.type)\($0.isRequired ? " NOT NULL" : "")" }
      + ["PRIMARY KEY (\(key.joined(separator: ", ")))"]
      + references.map { reference in
        "FOREIGN KEY (\(reference.columns.joined(separator: ", "))) "
          + "REFERENCES \(reference.table) (\(reference.key.joined(separator: ", ")))"
      }
    return "CREATE TABLE \(name) (\n  \(lines.joined(separator: ",\n  "))\n) STRICT, WITHOUT ROWID;"
  }

  /// The statement that adds a row.
  var insertion: String {
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(name) VALUES (\(places));"
  }

  /// What is looked up by a reference is found without a walk through the whole table.
  var indices: [String] {
    references.filter { !key.starts(with: $0.columns) }.map { reference in
      let columns = reference.columns.joined(separator: "_")
      return "CREATE INDEX index_\(name)_\(columns) ON \(name) "
        + "(\(reference.columns.joined(separator: ", ")));"
    }
  }
}
