import Declaration

extension DashboardState {
  /// The picture of the state.
  public var frame: Frame {
    var frame = Frame(size: size)
    let layout = shown.layout
    guard layout.shape != .tooSmall else {
      let least = PaneLayout.least
      frame.put(
        Line(language("Too small: \(text: "\(least.columns)x\(least.rows)") is the least")),
        column: 0, row: 0,
        columns: size.columns)
      return frame
    }
    frame.put(
      HeaderBar(state: self).line, column: 0, row: 0, columns: size.columns, fill: Style(.header))
    if layout.shape == .tabs {
      frame.put(tabs, column: 0, row: 1, columns: size.columns, fill: Style(.plain))
    }
    for (pane, shown) in shown.panes {
      guard let rectangle = layout.panes[pane] else { continue }
      frame.put(shown.picture, column: rectangle.column, row: rectangle.row)
    }
    if help != nil {
      HelpView(state: self).draw(on: &frame)
    } else {
      drawSheet(on: &frame)
    }
    for (row, line) in statusLines.enumerated() {
      frame.put(
        line, column: 0, row: size.rows - 1 - statusLines.count + row, columns: size.columns,
        fill: Style(.plain))
    }
    drawFooter(on: &frame)
    return frame
  }

  private var tabs: Line {
    var line = Line()
    for pane in view.panes {
      line.append(" ")
      let label =
        size.columns < 44 && pane != focus
        ? pane.number.map(String.init) ?? language.text(pane.name) : pane.label(in: language)
      line.append(label, pane == focus ? .titleFocused : .quiet)
    }
    return line
  }

  /// Whether keys go to a pane.
  func isFocused(_ pane: Pane) -> Bool { pane == focus && help == nil && sheet == nil }

  /// A pane with its border, scrolled to a row of its list.
  func picture(
    of pane: Pane, _ content: PaneContent, at offset: Int, in rectangle: Rectangle
  ) -> Frame {
    let whole = Rectangle(column: 0, row: 0, columns: rectangle.columns, rows: rectangle.rows)
    let inside = whole.inside
    let isFocused = isFocused(pane)
    var frame = Frame(size: Size(columns: whole.columns, rows: whole.rows))
    PaneBorder(
      rectangle: whole, number: pane.number, isFocused: isFocused, content: content,
      offset: offset
    ).draw(on: &frame)
    for (row, head) in content.heads.prefix(inside.rows).enumerated() {
      frame.put(head, column: inside.column, row: inside.row + row, columns: inside.columns)
    }
    let top = inside.row + content.heads.count
    let height = content.listHeight(in: inside.rows)
    if content.rowCount == 0 {
      for (row, line) in content.emptyText.prefix(height).enumerated() {
        frame.put(line, column: inside.column + 1, row: top + row, columns: inside.columns - 1)
      }
    }
    if let drawing = content.drawing {
      frame.put(drawing, column: inside.column, row: top)
    } else {
      let place = Rectangle(
        column: inside.column, row: top, columns: inside.columns, rows: height)
      putRows(of: content, from: offset, isFocused: isFocused, in: place, on: &frame)
    }
    if isFocused, let cursor = content.cursor {
      frame.cursor = (column: inside.column + cursor.column, row: inside.row + cursor.row)
    }
    return frame
  }

  private func putRows(
    of content: PaneContent, from offset: Int, isFocused: Bool, in place: Rectangle,
    on frame: inout Frame
  ) {
    for row in 0..<max(0, min(place.rows, content.rowCount - offset)) {
      var line = content.row(offset + row).line.truncated(to: place.columns)
      let isSelected = content.selection?.contains(offset + row) ?? false
      let emphasis: Emphasis = isSelected ? (isFocused ? [.selected, .focused] : .selected) : []
      if isSelected { line = line.emphasized(emphasis) }
      frame.put(
        line, column: place.column, row: place.row + row, columns: place.columns,
        fill: Style(.plain, emphasis))
    }
  }

  private func drawFooter(on frame: inout Frame) {
    let footer = FooterBar(state: self)
    frame.put(
      footer.line, column: 0, row: size.rows - 1, columns: size.columns, fill: Style(.plain))
    if let cursor = footer.cursor { frame.cursor = (column: cursor, row: size.rows - 1) }
  }
}
