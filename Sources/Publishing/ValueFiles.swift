import Declaration
import Registers

/// The record as files of comma-separated values, one a table (RFC 4180).
public struct ValueFiles {
  private let tables: [RecordTable]

  /// The files of the record as of a day.
  ///
  /// - Parameter edition: how the record is named.
  public init(_ snapshot: Snapshot, edition: String) {
    tables = RecordTables(snapshot: snapshot, edition: edition).all
  }

  /// The names of the files, in the order in which tables lead to each other.
  public var names: [String] { tables.map { "\($0.name).csv" } }

  /// The text of a file, by its place in ``names``.
  public func text(at place: Int) -> String {
    let table = tables[place]
    let head = table.columns.map(\.name).joined(separator: ",") + "\r\n"
    return table.rows.reduce(into: head) { text, row in
      for (place, value) in row.enumerated() {
        if place > 0 { text += "," }
        text += CSVValue.written(value.text)
      }
      text += "\r\n"
    }
  }
}

extension Database.Value {
  /// The value as a file of values has it: nothing where nothing is reported.
  fileprivate var text: String {
    switch self {
    case .null: ""
    case .integer(let number): "\(number)"
    case .real(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .text(let text): text
    }
  }
}
