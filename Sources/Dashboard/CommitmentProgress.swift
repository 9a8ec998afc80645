import Declaration

extension Snapshot {
  /// How far a commitment is, in words: its state, where it is more than announced, and when it is
  /// due.
  func progress(of commitment: Commitment) -> [String] {
    var words: [String] = []
    if let state = commitment.step(asOf: day)?.state, state != .announced {
      words.append(language.text(state.rawValue))
    }
    if let due = commitment.due {
      words.append(language("due \(day: DateText.short(due, in: language))"))
    }
    return words
  }
}
