import Declaration

extension PaneContent {
  /// Puts the filter's line over the list while it is used, with the cursor in it.
  mutating func showFilter(of pane: Pane, in state: DashboardState, columns: Int, hits: Int) {
    heads = state.filterHeads(for: pane, columns: columns, hits: hits)
    cursor = state.filterCursor(for: pane, columns: columns)
  }
}

extension DashboardState {
  /// Whether a list shows the line in which its filter is typed.
  func showsFilter(in pane: Pane) -> Bool {
    (prompt == .filter && filterPane == pane) || !filter(of: pane).text.isEmpty
  }

  /// The filter's line with the number of hits, and what is wrong with it.
  fileprivate func filterHeads(for pane: Pane, columns: Int, hits: Int) -> [Line] {
    guard showsFilter(in: pane) else { return [] }
    let count = " \(Figures.grouped(hits, in: language)) "
    var line = Line("/ ", .key)
    line.append(filterWindow(of: pane, columns: columns).text, .input)
    line.pad(to: columns - count.count)
    line.append(count, .quiet)
    let fault = listing.faults.first
    return [line]
      + (fault.map {
        Line(" \(language.retold($0.message))", .warning).wrapped(to: columns - 1, indent: 1)
      } ?? [])
  }

  /// Where the cursor stands in the filter's line, which is the first of the heads.
  fileprivate func filterCursor(for pane: Pane, columns: Int) -> (column: Int, row: Int)? {
    guard prompt == .filter, filterPane == pane else { return nil }
    return (column: 2 + filterWindow(of: pane, columns: columns).cursor, row: 0)
  }

  /// What is typed, as far as it fits between the slash and the number of hits.
  private func filterWindow(of pane: Pane, columns: Int) -> (text: String, cursor: Int) {
    filter(of: pane).window(cells: columns - 10)
  }

  /// What stands in place of a list that the filter has emptied.
  func emptyText(for pane: Pane, nothing: String, fields: String) -> [Line] {
    guard showsFilter(in: pane) else { return [Line(nothing, .quiet)] }
    return [
      Line(language("Nothing matches.")),
      Line(language("Esc clears the filter. It knows \(list: fields)"), .quiet),
    ]
  }
}
