import Declaration

// A commitment whose figure is in another's already: told, so that nobody adds it twice.
extension Language {
  /// What stands before it where its line begins with its text; nothing before any other.
  public func partLead(of commitment: Commitment) -> String {
    commitment.partOf == nil ? "" : "\(self("part:")) "
  }

  /// What stands behind it in a sentence or a cell; nothing behind any other.
  public func partNote(of commitment: Commitment) -> String {
    commitment.partOf == nil ? "" : " (\(self("part of another")))"
  }
}
