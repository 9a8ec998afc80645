import Dashboard

extension Register {
  /// Comma-separated values after RFC 4180, with a line of names first.
  func writeCSV(isForTerminal: Bool, to output: inout some TextOutputStream) {
    write(separator: ",", end: "\r\n", isForTerminal, to: &output, escaped: CSVValue.written)
  }

  /// Values with tabs between them; tabs, line breaks and backslashes in a value are written as
  /// `\t`, `\n`, `\r` and `\\`.
  func writeTSV(isForTerminal: Bool, to output: inout some TextOutputStream) {
    write(separator: "\t", end: "\n", isForTerminal, to: &output) { value in
      // Scalar by scalar: a line feed after a carriage return is one character.
      value.unicodeScalars.reduce(into: "") { result, scalar in
        switch scalar {
        case "\t": result += "\\t"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\\": result += "\\\\"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
  }

  private func write(
    separator: String, end: String, _ isForTerminal: Bool, to output: inout some TextOutputStream,
    escaped: (String) -> String
  ) {
    output.write(columns.map(\.name).joined(separator: separator) + end)
    for row in 0..<count {
      let values = cells(ofRow: row).map { cell in
        let value = escaped(cell.exactText(in: language))
        return isForTerminal ? value.visible : value
      }
      output.write(values.joined(separator: separator) + end)
    }
  }
}

/// A value among comma-separated ones (RFC 4180).
public enum CSVValue {
  /// The value as it is written: in quotation marks where it holds what would end it.
  public static func written(_ value: String) -> String {
    let mustBeQuoted = value.utf8.contains { "\",\r\n".utf8.contains($0) }
    guard mustBeQuoted else { return value }
    let doubled = value.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(doubled)\""
  }
}
