import Declaration

extension Snapshot {
  /// The detail page on an entry of the record in plain lines, safe to print; nil where the record
  /// has no such page.
  ///
  /// - Parameter columns: the cells that a line may have.
  public func page(on entry: FactPath, columns: Int, clock: Clock) -> String? {
    guard let subject = Subject(path: entry), dossier.has(subject) else { return nil }
    var text = DetailText(self, columns: min(columns, DetailPage.widest), clock: clock)
    text.tell(of: subject)
    return text.finished.lines.map { $0.text + "\n" }.joined()
  }
}
