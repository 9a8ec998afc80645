/// The border of a pane: title and legend in it, and a mark of the position on its right side.
struct PaneBorder {
  let rectangle: Rectangle
  /// The key that leads to the pane.
  let number: Int?
  let isFocused: Bool
  let content: PaneContent
  let offset: Int

  private var role: Role { isFocused ? .borderFocused : .border }

  func draw(on frame: inout Frame) {
    guard rectangle.columns >= 2, rectangle.rows >= 2 else { return }
    let last = rectangle.row + rectangle.rows - 1
    put(upper, row: rectangle.row, on: &frame)
    put(lower, row: last, on: &frame)
    let right = rectangle.column + rectangle.columns - 1
    let thumb = thumb
    for row in (rectangle.row + 1)..<last {
      frame.put("│", Style(role), column: rectangle.column, row: row)
      let isThumb = thumb?.contains(row - rectangle.row - 1) ?? false
      frame.put(isThumb ? "▐" : "│", Style(role), column: right, row: row)
    }
  }

  private func put(_ line: Line, row: Int, on frame: inout Frame) {
    frame.put(line, column: rectangle.column, row: row, columns: rectangle.columns)
  }

  /// Cells for the title of a pane so wide, between its corner and number and the other corner.
  static func titleRoom(columns: Int, number: Int?) -> Int {
    max(0, columns - (number == nil ? 5 : 7))
  }

  private var upper: Line {
    var title = Line()
    for span in content.title.spans {
      title.append(span.text, isFocused ? .titleFocused : .title)
    }
    var line = Line("╭─", role)
    line.append(number.map { " \($0) " } ?? " ", isFocused ? .titleFocused : .quiet)
    line.append(
      title.truncated(to: PaneBorder.titleRoom(columns: rectangle.columns, number: number)))
    line.append(" ")
    return closed(line, corner: "╮")
  }

  /// The legend where it fits, and the position when the list is longer than the pane.
  private var lower: Line {
    var line = Line("╰─", role)
    let position = position
    let room = rectangle.columns - 5 - (position.isEmpty ? 0 : position.cellWidth + 3)
    let legend = legend(cells: room)
    if legend.width > 0, legend.width <= room {
      line.append(" ")
      line.append(legend)
      line.append(" ")
    }
    guard !position.isEmpty, rectangle.columns > position.cellWidth + 6 else {
      return closed(line, corner: "╯")
    }
    let fill = rectangle.columns - line.width - position.cellWidth - 4
    line.append("─".repeated(fill), role)
    line.append(" \(position) ", .quiet)
    return closed(line, corner: "╯")
  }

  /// The legend, or of its parts as many as fit.
  private func legend(cells room: Int) -> Line {
    content.legendParts.reduce(content.legend) { legend, part in
      var longer = legend
      if longer.width > 0 { longer.append("  ") }
      longer.append(part)
      return longer.width <= room ? longer : legend
    }
  }

  private func closed(_ line: Line, corner: String) -> Line {
    var line = line
    let fill = max(0, rectangle.columns - line.width - 1)
    line.append("─".repeated(fill) + corner, role)
    return line
  }

  private var height: Int { content.listHeight(in: rectangle.rows - 2) }

  private var position: String {
    guard content.rowCount > height, height > 0 else { return "" }
    if let selection = content.selection, let entry = content.row(selection.lowerBound).entry {
      let last = (0..<content.rowCount).last { content.row($0).entry != nil } ?? 0
      return "\(entry + 1)/\((content.row(last).entry ?? 0) + 1)"
    }
    return "\(min(content.rowCount, offset + height))/\(content.rowCount)"
  }

  /// The rows inside the border that the scroll mark covers.
  private var thumb: Range<Int>? {
    guard content.rowCount > height, height > 0 else { return nil }
    let length = max(1, height * height / content.rowCount)
    let most = content.rowCount - height
    let start = most == 0 ? 0 : (height - length) * min(offset, most) / most
    let heads = content.heads.count
    return (heads + start)..<(heads + start + length)
  }
}
