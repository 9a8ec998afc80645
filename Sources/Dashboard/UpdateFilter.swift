import Declaration
import Query

extension DashboardState {
  mutating func beginFilter() {
    prompt = .filter
    focus = .countries
    subjectPane = .countries
  }

  mutating func clearFilter() {
    filter.set("")
    followsBestMatch = false
  }

  mutating func takeForFilter(_ key: Key) {
    switch key {
    case .escape:
      clearFilter()
      prompt = nil
    case .enter:
      chosen[.countries] = selected(in: .countries)
      followsBestMatch = false
      prompt = nil
    case .backspace where filter.text.isEmpty:
      prompt = nil
    case .tab:
      complete()
    case .up, .down, .pageUp, .pageDown:
      if let request = KeyMap.request(for: key) { move(request, in: .countries) }
    default:
      let before = filter.text
      if filter.take(key), filter.text != before { followsBestMatch = !filter.text.isEmpty }
    }
  }

  mutating func paste(_ text: String) {
    if help != nil {
      help?.search.insert(text)
    } else if case .day(var editor) = prompt {
      editor.insert(text)
      prompt = .day(editor)
    } else if !text.isEmpty {
      beginFilter()
      filter.insert(text)
      followsBestMatch = true
    }
  }

  private mutating func complete() {
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
