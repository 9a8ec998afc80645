import Declaration

extension Briefing {
  /// The briefing on what changed, a part for each day, as of the day up to which it tells.
  ///
  /// - Parameter start: the day after which the changes came.
  public static func text(
    on changes: [Change], after start: Day, in snapshot: Snapshot
  ) -> String {
    var briefing = Briefing(snapshot)
    briefing.tell(of: changes, after: start)
    return briefing.finished
  }

  private mutating func tell(of changes: [Change], after start: Day) {
    let first = DateText.short(start, in: language)
    let last = DateText.short(snapshot.day, in: language)
    title(language("What changed after \(first: first), up to \(last: last)"))
    var day: Day?
    for change in changes {
      if change.day != day { heading(DateText.long(change.day, in: language)) }
      day = change.day
      let sentence = ChangeText.sentence(on: change, in: snapshot.dossier)
      bullet(sentence + ChangeText.own(in: change, snapshot), Briefing.sources(of: change))
    }
  }

  private static func sources(of change: Change) -> [SourceID] {
    switch change.event {
    case .endorsed(let endorsement): endorsement.sources
    case .announced(let meeting), .held(let meeting), .reported(let meeting): meeting.sources
    case .identified(let package): package.sources
    case .joined(_, _, let membership): membership.sources
    case .committed(let commitment): commitment.sources
    case .advanced(_, let step): step.sources
    case .happened(let entry): entry.sources
    case .disputed(let dispute): dispute.sides.flatMap(\.sources)
    case .joinedDispute(_, let side): side.sources
    }
  }
}

extension DashboardState {
  /// Asks for the changes that are listed, with their sources, as a file.
  func saveChanges() -> Effect {
    .save(
      name: "ladmp-changes-\(changesStart)-\(snapshot.day).md",
      text: Briefing.text(on: listing.changes, after: changesStart, in: snapshot))
  }
}
