import Declaration

extension Briefing {
  /// What the user added or changed among some facts: the sources of the edition do not answer for
  /// it.
  mutating func ownChanges(on facts: [FactPath]) {
    let own = snapshot.dossier.own
    var told: Set<OwnChange> = []
    let changes = facts.flatMap { own.changes(in: $0) }.filter { told.insert($0).inserted }
    guard !changes.isEmpty else { return }
    heading(language("Changed from the edition"))
    for change in changes { bullet(snapshot.text(of: change), change.sources) }
  }
}

extension Snapshot {
  /// What somebody changed, to what, and what the edition has there, for readers who are somebody
  /// else.
  public func text(of change: OwnChange) -> String {
    let (done, edition) =
      change.kind == .changed
      ? change.words(in: language) : (language.text(change.kind.rawValue), nil)
    return name(of: change.path).capitalizedFirst + "\(language.colon) \(done)"
      + (edition.map { "\(language.semicolon) \($0)" } ?? "")
  }
}
