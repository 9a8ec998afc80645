import Dashboard
import Declaration

/// Has what is being typed kept outside whenever the user pauses, and every few seconds of typing
/// without a pause, so that no end of the program that comes without a word takes it along.
struct TypingWatch {
  /// How long a pause is, in milliseconds.
  private static let pauseLength: Int32 = 1000
  /// How long somebody types until it is kept without a pause, in milliseconds.
  private static let longest = 10_000
  /// What the last session left, which is kept outside until it is saved or forgotten.
  private let given: [RecordValue]
  /// What is kept outside.
  private var kept: [RecordValue]
  /// Since when something is not kept, in milliseconds; nil where all of it is.
  private var behindSince: Int?

  /// - Parameter state: where the session begins; what it has from the last is kept there.
  init(_ state: DashboardState) {
    given = state.typedSoFar
    kept = given
  }

  /// How long to wait for a key until what was typed is kept; nil where all of it is.
  var pause: Int32? { behindSince == nil ? nil : TypingWatch.pauseLength }

  /// Takes note that something happened which may be typing, or the saving of what was typed.
  mutating func note(_ state: DashboardState, _ outside: Outside) {
    guard state.isTyping || kept != given else { return }
    let now = MonotonicTime.milliseconds
    let since = behindSince ?? now
    behindSince = since
    if now - since >= TypingWatch.longest { keep(of: state, outside) }
  }

  /// Has it kept, where it is not.
  mutating func keep(of state: DashboardState, _ outside: Outside) {
    behindSince = nil
    let typed = state.typedSoFar
    // What could not be kept is tried again after the next key.
    guard typed != kept else { return }
    if outside.keepTyping(typed, given.filter { !typed.contains($0) }) { kept = typed }
  }
}
