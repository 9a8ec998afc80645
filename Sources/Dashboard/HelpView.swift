import Declaration

/// The help page over the panes: every key, narrowed to what is typed.
struct HelpView {
  let state: DashboardState
  private var language: Language { state.language }

  func draw(on frame: inout Frame) {
    guard let help = state.help else { return }
    let rectangle = state.helpRectangle
    let inside = rectangle.inside
    var content = PaneContent(
      title: Line(language("Help")),
      rows: HelpView.rows(matching: help.search.text, keys: state.keys, in: language).map {
        PaneRow($0)
      })
    content.heads = [search(help, columns: inside.columns)]
    content.emptyText = [Line(language("No key does that."), .quiet)]
    let before = window(help, columns: inside.columns).cursor
    content.cursor = (column: searchLabel.count + before, row: 0)
    SheetView(
      rectangle: rectangle, content: SheetView.Content(pane: content),
      offset: content.offset(from: help.offset, rows: inside.rows)
    ).draw(on: &frame)
  }

  private var searchLabel: String { " \(language("Search:")) " }

  private func window(_ help: HelpPage, columns: Int) -> (text: String, cursor: Int) {
    help.search.window(cells: columns - searchLabel.count)
  }

  private func search(_ help: HelpPage, columns: Int) -> Line {
    var line = Line(searchLabel, .label)
    line.append(window(help, columns: columns).text, .input)
    return line
  }

  /// The keys and signs that match a search, by groups.
  static func rows(
    matching search: String, keys: KeyMap = .usual, in language: Language = .en
  ) -> [Line] {
    let groups = Request.Group.allCases.map { group in
      let entries = keys.bindings.filter { $0.request.group == group }.map { binding in
        Entry(
          name: Line(binding.keys.map { language.text($0.label) }.joined(separator: ", "), .key),
          meaning: language.text(binding.request.explanation),
          others: "\(binding.request.hint) \(binding.request.rawValue)")
      }
      return (title: language.text(group.rawValue), entries: entries)
    }
    let form = FormKeys.bindings.map { binding in
      Entry(
        name: Line(binding.keys.map { language.text($0.label) }.joined(separator: ", "), .key),
        meaning: language.text(binding.request.explanation), others: binding.request.hint)
    }
    let signs = Sign.all.map {
      Entry(name: Line($0.character, $0.role), meaning: $0.word(in: language), others: "sign")
    }
    let others = [
      (title: language("Forms and notes"), entries: form),
      (title: language("Signs"), entries: signs),
    ]
    return (groups + others).flatMap { title, entries -> [Line] in
      let found = entries.filter { $0.matches(search.lowercased(), in: title) }
      return found.isEmpty ? [] : [Line(), Line(" \(title)", .heading)] + found.map(\.line)
    }
  }

  /// A key or a sign, and what it means.
  private struct Entry {
    let name: Line
    let meaning: String
    /// Other words that it is found by.
    let others: String

    var line: Line {
      var line = Line("  ")
      line.append(name)
      line.pad(to: 24)
      line.append(meaning)
      return line
    }

    func matches(_ search: String, in group: String) -> Bool {
      search.isEmpty
        || "\(name.text) \(meaning) \(others) \(group)".lowercased().contains(search)
    }
  }
}

extension DashboardState {
  fileprivate var helpRectangle: Rectangle {
    let room = Size(columns: size.columns, rows: size.rows - statusLines.count)
    return SheetView.rectangle(columns: 80, rows: size.rows, on: room)
  }

  /// Whether a key that opens the help or ends the program closes it: letters are searched for once
  /// something is typed.
  private func closesHelp(_ key: Key, _ page: HelpPage) -> Bool {
    guard let request = keys.request(for: key), [.help, .quit].contains(request) else {
      return false
    }
    if case .character = key { return page.search.text.isEmpty }
    return true
  }

  mutating func takeForHelp(_ key: Key) {
    guard var page = help else { return }
    let height = max(1, helpRectangle.inside.rows - 1)
    switch key {
    case .escape: return help = nil
    case _ where closesHelp(key, page): return help = nil
    case .up: page.offset -= 1
    case .down: page.offset += 1
    case .pageUp: page.offset -= max(1, height - 1)
    case .pageDown: page.offset += max(1, height - 1)
    default: if page.search.take(key) { page.offset = 0 }
    }
    let rows = HelpView.rows(matching: page.search.text, keys: keys, in: language).count
    page.offset = max(0, min(page.offset, rows - height))
    help = page
  }
}
