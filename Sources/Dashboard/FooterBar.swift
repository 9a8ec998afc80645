import Declaration

/// The last row: a notice, a line that is being typed, or the keys that work here.
struct FooterBar {
  let state: DashboardState

  var line: Line {
    if let (label, editor) = dayPrompt, state.notice == nil {
      var line = Line(label, .key)
      line.append(window(of: editor, after: label).text, .input)
      if editor.text.isEmpty {
        line.append(" such as 2022-10-06, or today; Enter alone takes the usual day", .quiet)
      }
      return line
    }
    if let notice = state.notice {
      return Line(" \(notice.text)", notice.isWarning ? .warning : .notice)
        .truncated(to: state.size.columns)
    }
    return keys
  }

  /// The day that is being typed, and what it is for.
  private var dayPrompt: (label: String, editor: LineEditor)? {
    switch state.prompt {
    case .day(let editor): (" As of: ", editor)
    case .firstDay(let editor): (" Changes after: ", editor)
    case .filter, nil: nil
    }
  }

  /// The column of the cursor while something is typed here.
  var cursor: Int? {
    guard let (label, editor) = dayPrompt, state.notice == nil else { return nil }
    return label.count + window(of: editor, after: label).cursor
  }

  private func window(
    of editor: LineEditor, after label: String
  ) -> (text: String, cursor: Int) {
    editor.window(cells: state.size.columns - label.count)
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
    if state.prompt == .filter, !state.view.showsCountries {
      return [("Esc", "clear"), ("Enter", "keep"), ("↑ ↓", "move")]
    }
    if state.prompt == .filter {
      return [
        ("Esc", "clear"), ("Enter", "keep"), ("pillar: status: attended: package: region:", ""),
        ("Tab", "complete"), ("↑ ↓", "move"),
      ]
    }
    var requests: [Request] =
      state.focus == .detail ? [.open, .back] : [.filter, .open]
    if state.focus != .detail, canGoBack { requests.append(.back) }
    switch state.view {
    case .record: requests += [.nextMeeting, .help, .quit, .nextPane]
    case .commitments: requests += [.sort, .sources, .help, .quit, .nextPane]
    case .changes: requests += [.firstDay, .chooseDay, .help, .quit, .nextPane]
    case .sources: requests += [.openLink, .help, .quit, .nextPane]
    case .comparison: requests = [.back, .help, .quit]
    case .matrix: requests += [.help, .quit, .nextPane]
    case .map:
      requests += [.sort, state.cartography.isClose ? .farther : .closer, .help, .quit, .nextPane]
    }
    requests += [.commitments, .sources, .changes, .matrix, .map]
    requests += [.endorsed, .attended, .without, .zoom]
    // What leads to the view on screen is not offered in it, and nothing twice.
    var seen: Set<Request> = Set([state.view.list?.request].compactMap { $0 })
    requests = requests.filter { seen.insert($0).inserted }
    var hints = requests.map { (KeyMap.keys(for: $0)[0].label, hint(of: $0)) }
    hints.insert(("[ ]", "earlier, later"), at: min(hints.count, requests.count - 4))
    return hints
  }

  private func hint(of request: Request) -> String {
    guard state.view == .map, request == .sort else { return request.hint }
    return "fill by"
  }

  private var canGoBack: Bool {
    state.isZoomed || state.view != .record || !state.filter.text.isEmpty || state.facet != nil
      || !state.trail.isEmpty
  }
}
