import Declaration

extension Snapshot {
  /// What stands behind the date of a source that is dated after the day: no other was out for what
  /// rests on it. Nothing behind any other.
  public func laterNote(on source: Source) -> String {
    source.published.first > day ? " (\(language("dated after this day")))" : ""
  }
}
