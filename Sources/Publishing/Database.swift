import CSQLite

/// What SQLite refused.
public struct DatabaseFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What SQLite says, and of which statement.
  public let description: String
}

/// An SQLite database in memory, whose bytes are those of its file.
///
/// It reaches the disk as any other output does: nothing here opens a file, and a file is never
/// seen half written.
struct Database: ~Copyable {
  /// A value of a row.
  enum Value: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
  }

  private let connection: OpaquePointer

  init() throws(DatabaseFault) {
    var connection: OpaquePointer?
    let code = sqlite3_open_v2(
      ":memory:", &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard code == SQLITE_OK, let connection else {
      sqlite3_close(connection)
      throw DatabaseFault(description: String(cString: sqlite3_errstr(code)))
    }
    self.connection = connection
  }

  deinit { sqlite3_close(connection) }

  /// Runs statements that have no rows to read.
  func run(_ statements: String) throws(DatabaseFault) {
    guard sqlite3_exec(connection, statements, nil, nil, nil) == SQLITE_OK else {
      throw fault(in: statements)
    }
  }

  /// Runs a statement once for each row, with the row's values in the places of its parameters.
  func run(_ statement: String, with rows: [[Value]]) throws(DatabaseFault) {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(connection, statement, -1, &prepared, nil) == SQLITE_OK,
      let prepared
    else { throw fault(in: statement) }
    defer { sqlite3_finalize(prepared) }
    for row in rows {
      for (place, value) in row.enumerated() {
        guard Database.bind(value, to: prepared, at: Int32(place + 1)) == SQLITE_OK else {
          throw fault(in: statement)
        }
      }
      guard sqlite3_step(prepared) == SQLITE_DONE else { throw fault(in: statement) }
      sqlite3_reset(prepared)
    }
  }

  /// The bytes of the database's file.
  func bytes() throws(DatabaseFault) -> [UInt8] {
    var length: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(connection, "main", &length, 0) else {
      throw fault(in: "serialize")
    }
    defer { sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(length)))
  }

  private static func bind(_ value: Value, to statement: OpaquePointer, at place: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, place)
    case .integer(let number): return sqlite3_bind_int64(statement, place, sqlite3_int64(number))
    case .real(let number): return sqlite3_bind_double(statement, place, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          shim_bind_text(statement, place, characters.baseAddress, Int32(characters.count))
        }
      }
    }
  }

  private func fault(in statement: String) -> DatabaseFault {
    DatabaseFault(
      description: "SQLite: \(String(cString: sqlite3_errmsg(connection))) in “\(statement)”")
  }
}
