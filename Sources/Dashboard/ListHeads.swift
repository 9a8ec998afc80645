import Declaration

extension PaneContent {
  /// Puts the filter's line over the list while it is used, with the cursor in it.
  mutating func showFilter(of pane: Pane, in state: DashboardState, columns: Int, hits: Int) {
    guard state.showsFilter(in: pane) else { return }
    let found = Figures.grouped(hits, in: state.language)
    showTyped(state.filter(of: pane), found: found, columns: columns)
    if state.prompt != .filter || state.filterPane != pane { cursor = nil }
    heads += state.filterFault(columns: columns)
  }

  /// Puts a line over the list in which it is typed what is looked for, with what was found at its
  /// end and the cursor in it.
  mutating func showTyped(_ editor: LineEditor, found: String, columns: Int) {
    let count = " \(found) "
    // As much of it as fits between the slash and what was found.
    let window = editor.window(cells: columns - 10)
    var line = Line("/ ", .key)
    line.append(window.text, .input)
    line.pad(to: columns - count.count)
    line.append(count, .quiet)
    heads = [line]
    cursor = (column: 2 + window.cursor, row: 0)
  }
}

extension DashboardState {
  /// Whether a list shows the line in which its filter is typed.
  func showsFilter(in pane: Pane) -> Bool {
    (prompt == .filter && filterPane == pane) || !filter(of: pane).text.isEmpty
  }

  /// What is wrong with the filter.
  fileprivate func filterFault(columns: Int) -> [Line] {
    listing.faults.first.map {
      Line(" \(language.retold($0.message))", .warning).wrapped(to: columns - 1, indent: 1)
    } ?? []
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
