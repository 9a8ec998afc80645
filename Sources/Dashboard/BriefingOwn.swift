import Declaration

extension Briefing {
  /// What the user added or changed among some facts: the sources of the edition do not answer for
  /// it.
  mutating func ownChanges(on facts: [FactPath]) {
    let own = snapshot.dossier.own
    var told: Set<OwnChange> = []
    let changes = facts.flatMap { own.changes(in: $0) }.filter { told.insert($0).inserted }
    guard !changes.isEmpty else { return }
    heading(language("Your record"))
    for change in changes { bullet(text(of: change), change.sources) }
  }

  private func text(of change: OwnChange) -> String {
    let name = snapshot.name(of: change.path).capitalizedFirst + language.colon + " "
    guard change.kind == .changed else { return name + Sign.of(change.kind).word(in: language) }
    let before = change.before ?? language("nothing")
    return name + (change.now ?? language("taken away")) + language.semicolon + " "
      + language("the edition has \(text: before)")
  }
}
