import Dashboard
import Declaration

/// Has what is being typed kept outside whenever the user pauses, so that no end of the program that
/// comes without a word takes it along.
struct TypingWatch {
  /// How long a pause is, in milliseconds.
  private static let pauseLength: Int32 = 1000
  /// What is kept outside.
  private var kept: [RecordValue] = []
  private var isBehind = false

  /// How long to wait for a key until what was typed is kept; nil where all of it is.
  var pause: Int32? { isBehind ? TypingWatch.pauseLength : nil }

  /// Takes note that a key came.
  mutating func note(_ state: DashboardState) {
    isBehind = isBehind || state.isTyping || !kept.isEmpty
  }

  /// Has it kept, where it is not.
  mutating func keep(of state: DashboardState, _ outside: Outside) {
    guard isBehind else { return }
    isBehind = false
    let drafts = state.keptDrafts
    guard drafts != kept else { return }
    kept = drafts
    outside.keepTyping(drafts)
  }
}
