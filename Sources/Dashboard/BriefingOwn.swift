import Declaration

extension Briefing {
  /// What the user did to a fact, in words behind it.
  func own(_ fact: String...) -> String { own([FactPath(fact)]) }

  /// What the user did to fields of a meeting, in words behind them; what was added is so in all.
  func own(_ meeting: Meeting, _ fields: String...) -> String {
    let entry = FactPath("meetings", meeting.id)
    let isAdded = snapshot.dossier.own.changes(in: entry).contains {
      $0.path == entry && $0.kind == .added
    }
    return own(isAdded ? [entry] : fields.map { FactPath("meetings", meeting.id, $0) })
  }

  private func own(_ facts: [FactPath]) -> String {
    facts.lazy.compactMap { snapshot.ownWord(at: $0) }.first.map { " (\($0))" } ?? ""
  }

  /// What the user added or changed among some facts: the sources of the edition do not answer for
  /// it.
  mutating func ownChanges(on facts: [FactPath]) {
    let own = snapshot.dossier.own
    var told: Set<OwnChange> = []
    let changes = snapshot.known(facts.flatMap { own.changes(in: $0) })
      .filter { told.insert($0).inserted }
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
