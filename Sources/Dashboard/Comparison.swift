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
  let head: Line
  let lines: [Line]

  /// A comparison before any was asked for.
  init() { (key, head, lines) = (nil, Line(), []) }

  private static let labelColumns = 13

  init(of state: DashboardState, key: Key) {
    self.key = key
    let snapshot = state.snapshot
    let countries = key.countries.compactMap(snapshot.dossier.country)
    let labelColumns = min(Comparison.labelColumns, key.columns / 4)
    let cellColumns = max(8, (key.columns - labelColumns) / max(1, countries.count))
    var head = Line()
    head.pad(to: labelColumns)
    for country in countries {
      let name = country.name[snapshot.language]
      head.append(Line(" " + name, .heading).truncated(to: cellColumns - 1))
      head.pad(to: head.width + cellColumns - min(name.cellWidth + 1, cellColumns - 1))
    }
    self.head = head
    lines =
      ComparisonRows(
        snapshot, countries, keys: state.keys, labelColumns: labelColumns,
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
    if comparison.key != key { comparison = Comparison(of: self, key: key) }
  }
}
