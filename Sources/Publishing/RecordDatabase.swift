import Declaration

/// The record as an SQLite database.
public enum RecordDatabase {
  /// `ladm` in ASCII: what `file` and SQLite's own tools know the database by.
  private static let applicationID = 0x6C61_646D

  /// The bytes of the database's file. The same record gives the same bytes.
  ///
  /// - Parameters:
  ///   - snapshot: the record as of a day.
  ///   - edition: how the record is named.
  public static func bytes(of snapshot: Snapshot, edition: String) throws(DatabaseFault) -> [UInt8]
  {
    let database = try Database()
    let tables = RecordTables(snapshot: snapshot, edition: edition).all
    try database.run("PRAGMA application_id = \(applicationID); PRAGMA user_version = 1; BEGIN;")
    for table in tables { try database.run(table.creation) }
    for table in tables {
      try database.run(table.insertion, with: table.rows)
      for index in table.indices { try database.run(index) }
    }
    for view in RecordViews.all { try database.run(view) }
    try database.run("COMMIT;")
    return try database.bytes()
  }
}
