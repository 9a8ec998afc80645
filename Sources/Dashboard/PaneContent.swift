/// A row of a pane, and the entry of its list that it belongs to.
struct PaneRow {
  let line: Line
  /// The entry, from zero; nil for rows that can't be selected.
  let entry: Int?

  init(_ line: Line, entry: Int? = nil) {
    (self.line, self.entry) = (line, entry)
  }
}

/// What a pane shows: everything but its border and the part that is scrolled into view.
///
/// Rows are made when they are asked for, so that a long list costs no more than a short one.
struct PaneContent {
  /// The title in the upper border.
  var title: Line
  /// The legend in the lower border.
  var legend = Line()
  /// In place of a legend its parts, the most important first: as many are shown as have room.
  var legendParts: [Line] = []
  /// Rows above the list that do not scroll.
  var heads: [Line] = []
  /// How many rows the list has.
  var rowCount: Int
  /// A row of the list.
  var row: (Int) -> PaneRow
  /// In place of the rows a picture of as many, as wide as the pane is inside its border.
  var drawing: Frame?
  /// The rows of the selected entry.
  var selection: Range<Int>?
  /// Rows around the selection that are shown with it where there is room.
  var kept: Range<Int>?
  /// What stands in place of an empty list.
  var emptyText: [Line] = []
  /// Where a line is being typed in ``heads``.
  var cursor: (column: Int, row: Int)?

  /// Rows left for the list in a pane with so many rows inside its border.
  func listHeight(in rows: Int) -> Int { max(0, rows - heads.count) }

  /// The least scrolling from an offset that shows the selection and leaves no empty end.
  func offset(from offset: Int, rows: Int) -> Int {
    let height = max(1, listHeight(in: rows))
    var offset = offset
    if let kept {
      offset = max(offset, kept.upperBound - height)
      offset = min(offset, kept.lowerBound)
    }
    if let selection {
      offset = max(offset, selection.upperBound - height)
      offset = min(offset, selection.lowerBound)
    }
    return max(0, min(offset, rowCount - height))
  }
}

extension PaneContent {
  /// A page of lines that are there already.
  init(title: Line, lines: [Line]) {
    self.init(title: title, rowCount: lines.count, row: { PaneRow(lines[$0]) })
  }

  /// A list of rows that have been made already.
  init(title: Line, rows: [PaneRow], selected: Int? = nil) {
    self.init(title: title, rowCount: rows.count, row: { rows[$0] })
    guard let selected, let first = rows.firstIndex(where: { $0.entry == selected }) else { return }
    let last = rows.lastIndex { $0.entry == selected } ?? first
    selection = first..<(last + 1)
  }
}
