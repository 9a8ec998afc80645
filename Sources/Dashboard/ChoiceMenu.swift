import Declaration

/// A small list to choose from, over the panes.
struct ChoiceMenu: Sendable {
  /// What is done with what is chosen.
  enum Action: Hashable, Sendable {
    case add(Addition)
    case edit(FactPath)
    case delete(FactPath)
  }

  /// Something to choose.
  struct Choice: Hashable, Sendable {
    let label: String
    let action: Action
  }

  let title: String
  let choices: [Choice]
  var selected = 0
  var offset = 0

  /// What can be added.
  static func additions(in language: Language) -> ChoiceMenu {
    ChoiceMenu(
      title: language("Add"),
      choices: Addition.allCases.map {
        Choice(label: language.text($0.name), action: .add($0))
      })
  }

  var content: PaneContent {
    PaneContent(
      title: Line(title, .title),
      rows: choices.enumerated().map { PaneRow(Line(" \($1.label) "), entry: $0) },
      selected: selected)
  }

  mutating func select(_ place: Int) {
    selected = max(0, min(place, choices.count - 1))
  }

  /// Takes a key that moves; the first letter of a choice goes to it.
  mutating func take(_ key: Key, in keys: KeyMap) {
    switch keys.request(for: key) {
    case .up: select(selected - 1)
    case .down: select(selected + 1)
    case .top, .pageUp: select(0)
    case .bottom, .pageDown: select(choices.count - 1)
    default: break
    }
  }
}
