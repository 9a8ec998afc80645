import Dashboard

extension Frame {
  /// What no frame may have: half a wide character, what a terminal would act on, a cursor that is
  /// not on the screen. Nil where it has none of it.
  public var fault: String? {
    guard cells.count == size.columns * size.rows else { return "\(cells.count) cells" }
    if let cursor,
      !(0..<size.columns).contains(cursor.column) || !(0..<size.rows).contains(cursor.row)
    {
      return "the cursor is at \(cursor)"
    }
    return (0..<size.rows).lazy.compactMap(fault).first
  }

  private func fault(inRow row: Int) -> String? {
    var isRightHalf = false
    for (column, cell) in self[row: row].enumerated() {
      let place = "row \(row), column \(column)"
      let width = cell.character?.cellWidth
      guard isRightHalf == (width == nil), width != 0 else {
        return "half a character in \(place): \(cell.character.debugDescription)"
      }
      isRightHalf = width == 2
      if let text = cell.character.map({ String($0) }), text.visible != text {
        return "\(place) would be acted on: \(text.debugDescription)"
      }
    }
    return isRightHalf ? "row \(row) ends in half a character" : nil
  }
}
