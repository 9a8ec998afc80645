import Declaration

/// The last row: a notice, a line that is being typed, or the keys that work here.
struct FooterBar {
  let state: DashboardState

  var line: Line {
    if case .day(let editor) = state.prompt, state.notice == nil {
      var line = Line(FooterBar.dayLabel, .key)
      line.append(window(of: editor).text, .input)
      if editor.text.isEmpty {
        line.append(
          " such as 2022-10-06, or today; Enter alone returns to the record's day", .quiet)
      }
      return line
    }
    if let notice = state.notice {
      return Line(" \(notice.text)", notice.isWarning ? .warning : .notice)
        .truncated(to: state.size.columns)
    }
    return keys
  }

  private static let dayLabel = " As of: "

  /// The column of the cursor while something is typed here.
  var cursor: Int? {
    guard case .day(let editor) = state.prompt, state.notice == nil else { return nil }
    return FooterBar.dayLabel.count + window(of: editor).cursor
  }

  private func window(of editor: LineEditor) -> (text: String, cursor: Int) {
    editor.window(cells: state.size.columns - FooterBar.dayLabel.count)
  }

  /// As many keys as fit, the most useful first.
  private var keys: Line {
    var line = Line()
    for (keys, hint) in hints {
      var next = Line(" ")
      next.append(keys, .key)
      if !hint.isEmpty { next.append(" \(hint)", .hint) }
      next.append(" ")
      if line.width + next.width > state.size.columns { break }
      line.append(next)
    }
    return line
  }

  private var hints: [(keys: String, hint: String)] {
    if state.help != nil { return [("Esc", "close"), ("↑ ↓", "scroll"), ("a-z", "search")] }
    if state.prompt == .filter {
      return [
        ("Esc", "clear"), ("Enter", "keep"), ("pillar: status: attended: package: region:", ""),
        ("Tab", "complete"), ("↑ ↓", "move"),
      ]
    }
    var requests: [Request] =
      state.focus == .detail ? [.back] : [.filter, .open]
    if state.focus != .detail, canGoBack { requests.append(.back) }
    requests += [.nextMeeting, .help, .quit, .nextPane]
    requests += [.endorsed, .attended, .without, .chooseDay, .zoom]
    var hints = requests.map { (KeyMap.keys(for: $0)[0].label, $0.hint) }
    hints.insert(("[ ]", "earlier, later"), at: min(hints.count, requests.count - 5))
    return hints
  }

  private var canGoBack: Bool {
    state.isZoomed || !state.filter.text.isEmpty || state.facet != nil || !state.trail.isEmpty
  }
}
