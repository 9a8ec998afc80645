import Declaration

extension History {
  /// The line that sets right an undo or a redo which was written down and ended before it was
  /// saved: the store shows that it never took effect.
  func lineForWhatNeverTookEffect(isUndo: Bool, in draft: StoreDraft) -> Line? {
    var draft = draft
    if isUndo {
      guard let step = undone.last, draft.has(step.edits) else { return nil }
      return Line(.redone(step.id))
    }
    guard let step = done.last, draft.lacks(step.edits) else { return nil }
    return Line(.undone(step.id))
  }
}
