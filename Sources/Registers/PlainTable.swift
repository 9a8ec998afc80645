import Dashboard

extension Register {
  /// Columns of text with two blanks between them and their names above.
  ///
  /// Rows are gone through twice, once to measure: a string of all of them is never made.
  func writeTable(columns limit: Int?, to output: inout some TextOutputStream) {
    guard count > 0 else { return }
    var widths = columns.map(\.name.cellWidth)
    for row in 0..<count {
      for (place, cell) in cells(ofRow: row).enumerated() {
        widths[place] = max(widths[place], cell.text(in: language).visible.cellWidth)
      }
    }
    if let limit {
      // Ids are to be typed again, and a figure that is cut is another figure.
      let whole = Set(columns.indices.filter { columns[$0].isNumber || columns[$0].name == "id" })
      widths = TableWidths.fitted(widths, keeping: whole, into: limit)
    }
    output.write(line(columns.map(\.name), widths, limit))
    for row in 0..<count {
      output.write(line(cells(ofRow: row).map { $0.text(in: language) }, widths, limit))
    }
  }

  private func line(_ cells: [String], _ widths: [Int], _ limit: Int?) -> String {
    var text = ""
    for (place, cell) in cells.enumerated() {
      if place > 0 { text += TableWidths.gap }
      let shown = Line(cell).truncated(to: widths[place]).text
      text +=
        columns[place].isNumber
        ? shown.leftPadded(to: widths[place]) : shown.rightPadded(to: widths[place])
    }
    while text.last == " " { text.removeLast() }
    guard let limit else { return text + "\n" }
    return Line(text).truncated(to: limit).text + "\n"
  }
}

/// How wide the columns of a table are.
enum TableWidths {
  static let gap = "  "
  /// Fewer cells than this say nothing.
  private static let least = 4

  /// The widths with the widest cut to one measure, so that all of them fit; not below what still
  /// says something.
  ///
  /// - Parameter whole: places of columns that are never cut.
  static func fitted(_ widths: [Int], keeping whole: Set<Int> = [], into limit: Int) -> [Int] {
    var left = limit - gap.count * (widths.count - 1)
    guard widths.reduce(0, +) > left else { return widths }
    left -= whole.reduce(0) { $0 + widths[$1] }
    let cuttable = widths.indices.filter { !whole.contains($0) }.map { widths[$0] }.sorted()
    var cap = least
    for (place, width) in cuttable.enumerated() {
      cap = max(least, left / (cuttable.count - place))
      if width > cap { break }
      left -= width
    }
    return widths.enumerated().map { whole.contains($0) ? $1 : min($1, cap) }
  }
}
