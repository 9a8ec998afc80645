import Declaration
import Query

/// The last row: a notice, a line that is being typed, or the keys that work here.
struct FooterBar {
  let state: DashboardState
  private var language: Language { state.language }

  var line: Line {
    if let (label, editor) = typedLine, state.notice == nil {
      var line = Line(label, .key)
      line.append(window(of: editor, after: label).text, .input)
      if editor.text.isEmpty, !asksForFile {
        line.append(" " + example, .quiet)
      }
      return line
    }
    if let notice = state.notice {
      let line = Line(" \(notice.text)", notice.isWarning ? .warning : .notice)
      // A notice says more than how the record stands to others.
      let isLong = line.width > state.size.columns - standing.width
      return isLong ? line.truncated(to: state.size.columns) : withStanding(line)
    }
    if state.sheet == nil, state.help == nil {
      if let busy = state.busyLine { return busy.truncated(to: state.size.columns) }
      if state.statusLines.isEmpty, let trouble = state.shortTrouble { return trouble }
      if state.greetings > 0, state.prompt == nil { return withStanding(greeting) }
    }
    return keys
  }

  /// For somebody who is here for the first time: as many of the first keys as fit.
  private var greeting: Line {
    let keys = state.keys
    let words: [(Request?, String)] = [
      (nil, language("New here?")), (.nextPane, language("next pane")),
      (.open, language("opens")), (.filter, language("filters")),
      (.help, language("all keys")), (.quit, language("leaves")),
    ]
    var line = Line()
    for (request, text) in words {
      var next = Line(" ")
      if let request { next.append("\(language.text(keys.label(of: request))) ", .key) }
      next.append(text, .notice)
      next.append(" ")
      if line.width + next.width > state.size.columns - standing.width { break }
      line.append(next)
    }
    return line
  }

  /// What can be typed for a day. Changes are most often asked for from an earlier meeting on.
  private var example: String {
    let before = state.snapshot.heldMeetings.last { $0.date.last < state.changesStart }
    guard case .firstDay = state.prompt, let before else {
      return language("such as 2022-10-06, or today; Enter alone takes the usual day")
    }
    return language(
      "such as \(day: "\(before.date.last)"), the meeting before; Enter alone takes the usual day")
  }

  private var asksForFile: Bool {
    if case .file = state.prompt { true } else { false }
  }

  /// The line that is being typed here, and what it is for.
  var typedLine: (label: String, editor: LineEditor)? {
    switch state.prompt {
    case .day(let editor): (label(language("As of:")), editor)
    case .firstDay(let editor): (label(language("Changes after:")), editor)
    case .file(let editor): (label(language("Save as:")), editor)
    case .filter, .search, nil: nil
    }
  }

  /// A label that leaves room for a day to be typed.
  private func label(_ text: String) -> String {
    " \(text) ".prefix(cells: max(0, state.size.columns - 12))
  }

  /// The column of the cursor while something is typed here.
  var cursor: Int? {
    guard let (label, editor) = typedLine, state.notice == nil else { return nil }
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
    if state.beganWithMouse, !state.takesMouse, state.sheet == nil, state.help == nil {
      line.append(" \(language("mouse off")) ", .notice)
    }
    let columns = state.size.columns - standing.width
    for (keys, hint) in hints {
      var next = Line(" ")
      next.append(language.text(keys), .key)
      if !hint.isEmpty { next.append(" \(language.hint(hint))", .hint) }
      next.append(" ")
      if line.width + next.width > columns { break }
      line.append(next)
    }
    return withStanding(line)
  }

  /// How the record stands to what others have, where it is shared.
  private var standing: Line {
    state.sharing.map { Line(" \($0.words(in: language)) ", .notice) } ?? Line()
  }

  /// A line with that at its end.
  private func withStanding(_ line: Line) -> Line {
    let space = state.size.columns - standing.width - line.width
    guard standing.width > 0, space >= 0 else { return line }
    var line = line
    line.append(" ".repeated(space))
    line.append(standing)
    return line
  }

  private var hints: [(keys: String, hint: String)] {
    if state.help != nil { return [("Esc", "close"), ("↑ ↓", "scroll"), ("a-z", "search")] }
    if let sheet = state.sheet { return sheet.hints }
    if case .search = state.prompt {
      return [("Esc", "leave"), ("Enter", "stay"), ("↑ ↓", "next place")]
    }
    if state.prompt == .filter, !state.view.showsCountries {
      return [("Esc", "clear"), ("Enter", "keep"), ("↑ ↓", "move")]
    }
    if state.prompt == .filter {
      return [("Esc", "clear"), ("Enter", "keep"), ("Tab", "complete"), ("↑ ↓", "move")]
        + Query.countryFields(in: state.language).map { ($0, "") }
    }
    var requests: [Request] =
      state.focus == .detail ? [.open, .back, .filter, .edit, .note] : [.filter, .open]
    if state.view == .charts, state.focus != .detail { requests.removeAll { $0 == .filter } }
    if state.focus != .detail, canGoBack { requests.append(.back) }
    switch state.view {
    case .record: requests += [.nextMeeting, .note, .help, .quit, .edit, .own, .nextPane]
    case .commitments:
      requests += [.sort, .sources] + (state.focus == .commitments ? [.briefing] : [])
      requests += [.help, .quit, .nextPane]
    case .changes: requests += [.firstDay, .chooseDay, .briefing, .help, .quit, .nextPane]
    case .sources: requests += [.openLink, .help, .quit, .nextPane]
    case .comparison: requests = [.back, .briefing, .help, .quit]
    case .own: requests += [.delete, .edit, .undo, .help, .quit, .nextPane]
    case .charts: requests += [.briefing, .help, .quit, .nextPane]
    case .matrix: requests += [.help, .quit, .nextPane]
    case .map:
      requests.append(.sort)
      if state.isMapDrawn { requests.append(state.cartography.isClose ? .farther : .closer) }
      requests += [.help, .quit, .nextPane]
    }
    requests += [.commitments, .sources, .changes, .matrix, .map]
    requests += [.endorsed, .attended, .without, .zoom, .own, .note, .edit, .add, .bookmark]
    requests.append(.charts)
    // What leads to the view on screen is not offered in it, and nothing twice.
    let own = state.view.list?.request
    requests = requests.reduce(into: []) { kept, request in
      if request != own, !kept.contains(request) { kept.append(request) }
    }
    // What only its name reaches has no key to show.
    requests = requests.filter { !state.keys.keys(for: $0).isEmpty }
    var hints = requests.map { (state.keys.label(of: $0), hint(of: $0)) }
    let days = [Request.earlier, .later].compactMap { state.keys.keys(for: $0).first?.label }
    if days.count == 2 {
      hints.insert(
        ("\(days[0]) \(days[1])", "earlier, later"),
        at: requests.firstIndex(of: .endorsed) ?? requests.count)
    }
    return hints
  }

  private func hint(of request: Request) -> String {
    switch (state.view, request) {
    case (_, .filter) where state.focus == .detail: "search"
    case (.map, .sort): "fill by"
    case (.charts, .briefing): "save SVG"
    case (.changes, .briefing) where state.focus == .changes,
      (.commitments, .briefing) where state.focus == .commitments:
      "save list"
    default: request.hint
    }
  }

  private var canGoBack: Bool {
    state.isZoomed || state.view != .record || !state.filter.text.isEmpty || state.facet != nil
      || !state.trail.isEmpty
  }
}
