/// A way to write a register.
public enum RegisterFormat: String, CaseIterable, Sendable {
  case table, json, csv, tsv, markdown

  /// Whether people read it, and not programs.
  public var isForPeople: Bool { self == .table || self == .markdown }
}

extension Register {
  /// Writes the register row by row.
  ///
  /// - Parameters:
  ///   - columns: the cells of the terminal that a row of a table may have; nil for no limit.
  ///   - isForTerminal: whether it must hold nothing that a terminal would act on, even where the
  ///     format has no escape for it.
  public func write(
    as format: RegisterFormat, columns: Int? = nil, isForTerminal: Bool = false,
    to output: inout some TextOutputStream
  ) {
    switch format {
    case .table: writeTable(columns: columns, to: &output)
    case .json: writeJSON(to: &output)
    case .csv: writeCSV(isForTerminal: isForTerminal, to: &output)
    case .tsv: writeTSV(isForTerminal: isForTerminal, to: &output)
    case .markdown: writeMarkdown(to: &output)
    }
  }
}
