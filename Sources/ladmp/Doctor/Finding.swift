import Declaration

/// What was found about one thing, what it means, and what can be done.
struct Finding {
  /// How it stands.
  enum State: String {
    case ok
    /// Worth knowing; nothing is wrong.
    case note
    /// Something to do.
    case trouble
  }

  let about: String
  let state: State
  let found: String
  let meaning: String
  /// What to do; empty where there is nothing.
  let advice: String

  init(
    _ about: String, _ state: State, _ found: String, _ meaning: String, advice: String = ""
  ) {
    (self.about, self.state, self.found) = (about, state, found)
    (self.meaning, self.advice) = (meaning, advice)
  }

  /// The finding for a program to read.
  var json: RecordValue {
    .entry([
      "about": .text(about), "state": .text(state.rawValue), "found": .text(found),
      "meaning": .text(meaning), "advice": advice.isEmpty ? .null : .text(advice),
    ])
  }
}
