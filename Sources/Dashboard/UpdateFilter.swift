import Declaration
import Query

extension DashboardState {
  mutating func beginFilter() {
    guard view != .comparison, view != .charts else {
      notice = Notice(language("Nothing is filtered here; \(key: label(.back)) leads back."))
      return
    }
    prompt = .filter
    focus(on: filterPane)
    // What is typed now is another word, not the rest of the last.
    if let last = filter(of: filterPane).text.last, last != " ", last != ":" {
      change { $0.set($0.text + " ") }
    }
  }

  /// Changes what stands in the filter of the list on screen.
  private mutating func change(_ change: (inout LineEditor) -> Void) {
    if isCountryFilter { change(&filter) } else { change(&listFilter) }
  }

  mutating func clearFilter() {
    change { $0.set("") }
    followsBestMatch = false
  }

  mutating func takeForFilter(_ key: Key) {
    switch key {
    case .escape:
      clearFilter()
      prompt = nil
    case .enter:
      change { $0.set(String($0.text.reversed().drop { $0 == " " }.reversed())) }
      chosen[filterPane] = selected(in: filterPane)
      followsBestMatch = false
      prompt = nil
    case .backspace where filter(of: filterPane).text.isEmpty:
      prompt = nil
    case .tab:
      complete()
    case .up, .down, .pageUp, .pageDown:
      if let request = KeyMap.usual.request(for: key) { move(request, in: filterPane) }
    default:
      edit { _ = $0.take(key) }
    }
  }

  mutating func paste(_ text: String) {
    if help != nil {
      help?.search.insert(text)
    } else if sheet != nil {
      pasteIntoSheet(text)
    } else if case .file(var editor) = prompt {
      editor.insert(text)
      prompt = .file(editor)
    } else if case .day(var editor) = prompt {
      editor.insert(text)
      prompt = .day(editor)
    } else if case .firstDay(var editor) = prompt {
      editor.insert(text)
      prompt = .firstDay(editor)
    } else if case .search(var search) = prompt {
      search.edit(in: page) { $0.insert(text) }
      prompt = .search(search)
    } else if focus == .detail, !text.isEmpty {
      beginSearch()
      paste(text)
    } else if !text.isEmpty {
      beginFilter()
      edit { $0.insert(text) }
    }
  }

  /// Changes the filter of the list on screen; the selection then follows the best match.
  private mutating func edit(_ type: (inout LineEditor) -> Void) {
    let before = filter(of: filterPane).text
    change(type)
    let text = filter(of: filterPane).text
    if text != before { followsBestMatch = isCountryFilter && !text.isEmpty }
  }

  private var isCountryFilter: Bool { view.showsCountries }

  private mutating func complete() {
    guard isCountryFilter else { return }
    let completions = listing.query.completion(in: snapshot)
    guard let first = completions.first else { return }
    if completions.count == 1 {
      filter.set(first)
    } else {
      let common = completions.reduce(first) { $0.commonPrefix(with: $1) }
      if common.hasPrefix(filter.text) { filter.set(common) }
      notice = Notice(
        completions.prefix(8).map { String($0.split(separator: " ").last ?? "") }
          .joined(separator: "  "))
    }
    followsBestMatch = true
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
