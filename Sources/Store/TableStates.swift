import Declaration

// The column “state” of an export: it follows from the states of an entry and is no field of it.
extension TableImport {
  /// Tells of a state that no export has written.
  mutating func checkState(
    _ cell: CSVText.Cell?, of value: RecordValue, before base: RecordValue?, id: String?
  ) {
    guard let cell, !cell.text.isEmpty else { return }
    let (old, new) = (base?["states"]?.elements ?? [], value["states"]?.elements ?? [])
    let now = old.lastIndex(where: isReached)
    // An export as of a later day tells a later one.
    let known = (old.dropFirst(now ?? 0) + new.dropFirst(now ?? 0)).map { $0["state"]?.text }
    guard !known.contains(cell.text) else { return }
    let isOfAnEarlierDay = old.contains { $0["state"]?.text == cell.text }
    let has = now == nil && !old.isEmpty ? nil : known.first ?? nil
    let expected = [
      has.map { "“\($0)”" } ?? "nothing",
      base == nil ? ", as the row begins" : ", as the record has it on \(snapshot.day)",
      isOfAnEarlierDay ? "; for a table of an earlier day, name it with --as-of" : "",
      "; \(TableImport.ways(toState: old.count, of: base == nil ? nil : id))",
    ]
    tell(cell, "“state” is “\(cell.text.prefix(60))”", expected: expected.joined())
  }

  private func isReached(_ step: RecordValue) -> Bool {
    step["since"]?.text.flatMap { Period($0) }.map { $0.last <= snapshot.day } ?? false
  }

  /// How a state comes into the record.
  private static func ways(toState place: Int, of id: String?) -> String {
    let fields = ["state", "since", "sources"].map { "states.\(place).\($0)" }
    let columns = "a state goes into the columns \(fields.joined(separator: ", "))"
    guard let id else { return columns }
    let pairs = fields.map { "\($0)=…" }.joined(separator: " ")
    return "\(columns), or “ladmp set \(id) \(pairs)”"
  }
}
