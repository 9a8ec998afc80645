import Declaration

/// Two or three countries side by side, wrapped to a width: made once and scrolled from then on.
struct Comparison: Sendable {
  /// Everything that a comparison follows from.
  struct Key: Hashable, Sendable {
    let countries: [CountryCode]
    let day: Day
    /// Which of the records it is that were put under the screen.
    let record: Int
    let columns: Int
  }

  let key: Key?
  /// Which countries are compared.
  let title: String
  let head: Line
  let lines: [Line]

  /// A comparison before any was asked for.
  init() { (key, title, head, lines) = (nil, "", Line(), []) }

  private static let labelColumns = 13

  /// - Parameter keys: the keys of the screen that it stands on; nil where it is printed.
  init(of snapshot: Snapshot, key: Key, keys: KeyMap?) {
    self.key = key
    let countries = key.countries.compactMap(snapshot.dossier.country)
    let names = countries.map { $0.name[snapshot.language] }
    title = snapshot.language("Comparison: \(list: names.joined(separator: ", "))")
    let labelColumns = min(Comparison.labelColumns, key.columns / 4)
    let cellColumns = max(8, (key.columns - labelColumns) / max(1, countries.count))
    var head = Line()
    head.pad(to: labelColumns)
    for name in names {
      head.append(Line(" " + name, .heading).truncated(to: cellColumns - 1))
      head.pad(to: head.width + cellColumns - min(name.cellWidth + 1, cellColumns - 1))
    }
    self.head = head
    lines =
      ComparisonRows(
        snapshot, countries, keys: keys, labelColumns: labelColumns,
        cellColumns: cellColumns
      ).finished
  }
}

extension DashboardState {
  /// Brings the comparison in line with what it follows from, while it is on screen.
  mutating func settleComparison(in layout: PaneLayout) {
    guard let rectangle = layout.panes[.comparison] else { return }
    let key = Comparison.Key(
      countries: compared, day: snapshot.day, record: recordNumber,
      columns: rectangle.inside.columns)
    if comparison.key != key { comparison = Comparison(of: snapshot, key: key, keys: keys) }
  }

  /// Cells of a line of a comparison that is saved.
  private static let savedColumns = 120

  /// Asks for the comparison as a file of plain lines.
  func saveComparison() -> Effect {
    let key = Comparison.Key(
      countries: compared, day: snapshot.day, record: recordNumber,
      columns: DashboardState.savedColumns)
    let comparison = Comparison(of: snapshot, key: key, keys: nil)
    let day = DateText.long(snapshot.day, in: language)
    let title = [comparison.title, language("Record as of \(day: day)"), ""]
    let lines = title + ([comparison.head] + comparison.lines).map(\.text)
    let text = lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
    return .save(
      name: "ladmp-\(compared.joined(separator: "-"))-\(snapshot.day).txt", text: text)
  }
}
