/// The help page over the panes: every key, narrowed to what is typed.
struct HelpView {
  let state: DashboardState

  func draw(on frame: inout Frame) {
    guard let help = state.help else { return }
    let size = state.size
    let columns = min(size.columns, 72)
    let rectangle = Rectangle(
      column: (size.columns - columns) / 2, row: 1, columns: columns, rows: size.rows - 2)
    let inside = rectangle.inside
    var content = PaneContent(
      title: Line("Help"), rows: HelpView.rows(matching: help.search.text).map { PaneRow($0) })
    content.heads = [search(help)]
    content.emptyText = [Line("No key does that.", .quiet)]
    let offset = content.offset(from: help.offset, rows: inside.rows)
    for row in rectangle.row..<(rectangle.row + rectangle.rows) {
      frame.put(
        Line(), column: rectangle.column, row: row, columns: columns, fill: Style(.plain))
    }
    PaneBorder(
      rectangle: rectangle, number: nil, isFocused: true, content: content, offset: offset
    ).draw(on: &frame)
    let visible = (0..<content.rowCount).dropFirst(offset).prefix(
      content.listHeight(in: inside.rows))
    let lines =
      content.heads + (content.rowCount == 0 ? content.emptyText : [])
      + visible.map { content.row($0).line }
    for (row, line) in lines.prefix(inside.rows).enumerated() {
      frame.put(line, column: inside.column, row: inside.row + row, columns: inside.columns)
    }
    let before = help.search.text.prefix(help.search.cursor).cellWidth
    frame.cursor = (column: inside.column + HelpView.searchLabel.count + before, row: inside.row)
  }

  private static let searchLabel = " Search: "

  private func search(_ help: HelpPage) -> Line {
    var line = Line(HelpView.searchLabel, .label)
    line.append(help.search.text, .input)
    return line
  }

  /// The keys that match a search, by groups.
  static func rows(matching search: String) -> [Line] {
    let search = search.lowercased()
    return Request.Group.allCases.flatMap { group -> [Line] in
      let rows = KeyMap.bindings.filter { $0.request.group == group }.compactMap { binding in
        let keys = binding.keys.map(\.label).joined(separator: ", ")
        let explanation = binding.request.explanation
        let text = "\(keys) \(explanation) \(group.rawValue)".lowercased()
        guard search.isEmpty || text.contains(search) else { return Line?.none }
        var line = Line("  " + keys.rightPadded(to: 22), .key)
        line.append(explanation)
        return line
      }
      return rows.isEmpty ? [] : [Line(), Line(" \(group.rawValue)", .heading)] + rows
    }
  }
}

extension DashboardState {
  mutating func takeForHelp(_ key: Key) {
    guard var page = help else { return }
    switch key {
    case .escape, .function(1): return help = nil
    case .character("q") where page.search.text.isEmpty,
      .character("?") where page.search.text.isEmpty:
      return help = nil
    case .up: page.offset -= 1
    case .down: page.offset += 1
    case .pageUp: page.offset -= max(1, size.rows - 6)
    case .pageDown: page.offset += max(1, size.rows - 6)
    default: if page.search.take(key) { page.offset = 0 }
    }
    let rows = HelpView.rows(matching: page.search.text).count
    page.offset = max(0, min(page.offset, rows - max(1, size.rows - 5)))
    help = page
  }
}
