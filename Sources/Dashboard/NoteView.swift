import Declaration

/// A note as it is being written, in rows.
struct NoteView {
  let note: NoteDraft
  let columns: Int
  let language: Language

  var content: SheetView.Content {
    let area = note.area
    let rows = area.rows(columns: columns - 1)
    var pane = PaneContent(
      title: Line(note.title), rowCount: rows.count,
      row: { PaneRow(Line(" " + String(area.characters[rows[$0]]), .input)) })
    let place = area.place(columns: columns - 1)
    pane.selection = place.row..<(place.row + 1)
    if area.characters.isEmpty { pane.legend = Line(language("Enter begins a new line"), .quiet) }
    return SheetView.Content(
      pane: pane, cursor: (place.row, place.column + 1), marksSelection: false)
  }
}
