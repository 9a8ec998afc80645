import Store

extension Register {
  /// An array of objects, one a line; see `Resources/output.schema.json`.
  func writeJSON(to output: inout some TextOutputStream) {
    guard count > 0 else { return output.write("[]\n") }
    for row in 0..<count {
      output.write(row == 0 ? "[\n  " : ",\n  ")
      output.write(object(ofRow: row))
    }
    output.write("\n]\n")
  }

  /// A row as a JSON object on one line, its names in the order of the columns.
  public func object(ofRow row: Int) -> String {
    let members = columns.map { column in
      let value = String(
        decoding: cell(inRow: row, column).json(in: language).jsonLine, as: UTF8.self)
      return "\"\(column.name)\": \(value)"
    }
    return "{\(members.joined(separator: ", "))}"
  }
}
