/// What is laid over the panes: the help, a menu, a form, a note.
struct SheetView {
  /// Everything that it shows.
  struct Content {
    var pane: PaneContent
    /// Where the cursor stands: the row of the list and the cell in it.
    var cursor: (row: Int, column: Int)?
    /// Whether the selected row is marked.
    var marksSelection = true
  }

  let rectangle: Rectangle
  let content: Content
  let offset: Int

  /// The cells of a sheet in the middle of a screen.
  ///
  /// - Parameters:
  ///   - columns: as many as it would like to have.
  ///   - rows: as many as it would like to have, its border among them.
  static func rectangle(columns: Int, rows: Int, on size: Size) -> Rectangle {
    let columns = min(size.columns, columns)
    return Rectangle(
      column: (size.columns - columns) / 2, row: 1, columns: columns,
      rows: max(0, min(rows, size.rows - 2)))
  }

  func draw(on frame: inout Frame) {
    let pane = content.pane
    let inside = rectangle.inside
    for row in rectangle.row..<(rectangle.row + rectangle.rows) {
      frame.put(
        Line(), column: rectangle.column, row: row, columns: rectangle.columns,
        fill: Style(.plain))
    }
    PaneBorder(
      rectangle: rectangle, number: nil, isFocused: true, content: pane, offset: offset
    ).draw(on: &frame)
    let tops = pane.heads + (pane.rowCount == 0 ? pane.emptyText : [])
    for (row, line) in tops.prefix(inside.rows).enumerated() {
      frame.put(line, column: inside.column, row: inside.row + row, columns: inside.columns)
    }
    let top = inside.row + pane.heads.count
    let height = pane.listHeight(in: inside.rows)
    for place in (0..<pane.rowCount).dropFirst(offset).prefix(height) {
      let isSelected = content.marksSelection && pane.selection?.contains(place) ?? false
      let emphasis: Emphasis = isSelected ? [.selected, .focused] : []
      frame.put(
        pane.row(place).line.truncated(to: inside.columns).emphasized(emphasis),
        column: inside.column, row: top + place - offset, columns: inside.columns,
        fill: Style(.plain, emphasis))
    }
    putCursor(on: &frame, top: top, height: height)
  }

  private func putCursor(on frame: inout Frame, top: Int, height: Int) {
    let inside = rectangle.inside
    guard inside.columns > 0, inside.rows > 0 else { return }
    if let cursor = content.pane.cursor {
      frame.cursor = (inside.column + min(cursor.column, inside.columns - 1), inside.row)
    } else if let cursor = content.cursor, (offset..<(offset + height)).contains(cursor.row) {
      frame.cursor = (
        inside.column + min(cursor.column, inside.columns - 1), top + cursor.row - offset
      )
    }
  }
}

extension DashboardState {
  /// The widest form that reads well.
  private static let widest = 100

  /// Where the sheet over the panes stands.
  var sheetRectangle: Rectangle {
    let rows: Int? =
      if case .menu(let menu) = sheet { menu.choices.count + 2 } else { nil }
    let size = Size(columns: size.columns, rows: size.rows - statusLines.count)
    return SheetView.rectangle(
      columns: rows == nil ? DashboardState.widest : 60, rows: rows ?? size.rows, on: size)
  }

  /// What the sheet over the panes shows.
  var sheetContent: SheetView.Content? {
    let columns = sheetRectangle.inside.columns
    switch sheet {
    case nil: return nil
    case .reading(let path, _):
      var content = PaneContent(
        title: Line("\(snapshot.name(of: path).capitalizedFirst)"), rows: [])
      content.emptyText = [Line(" \(language("Reading the entry. Esc leaves."))", .quiet)]
      return SheetView.Content(pane: content)
    case .menu(let menu): return SheetView.Content(pane: menu.content)
    case .palette(let palette):
      return SheetView.Content(pane: palette.content(columns: columns, keys: keys, in: language))
    case .form(let form):
      return FormView(form: form, dossier: dossier, columns: columns).content
    case .note(let note): return NoteView(note: note, columns: columns, language: language).content
    }
  }

  func drawSheet(on frame: inout Frame) {
    guard let content = sheetContent, let offset = sheet?.offset else { return }
    SheetView(rectangle: sheetRectangle, content: content, offset: offset).draw(on: &frame)
  }

  /// Scrolls the sheet so that what is typed in it is on screen.
  mutating func settleSheet() {
    guard let content = sheetContent, let offset = sheet?.offset else { return }
    let settled = content.pane.offset(from: offset, rows: sheetRectangle.inside.rows)
    sheet?.offset = settled
  }
}
