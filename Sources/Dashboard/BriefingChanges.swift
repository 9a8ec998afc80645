import Declaration

extension Briefing {
  /// The briefing on what changed, a part for each day, as of the day up to which it tells.
  ///
  /// - Parameters:
  ///   - start: the day after which the changes came.
  ///   - filter: what was looked for among them; empty where these are all of them.
  public static func text(
    on changes: [Change], after start: Day, matching filter: String = "", in snapshot: Snapshot
  ) -> String {
    var briefing = Briefing(snapshot)
    briefing.tell(of: changes, after: start, matching: filter)
    return briefing.finished
  }

  private mutating func tell(of changes: [Change], after start: Day, matching filter: String) {
    let first = DateText.short(start, in: language)
    let last = DateText.short(snapshot.day, in: language)
    title(language("What changed after \(first: first), up to \(last: last)"))
    if !filter.isEmpty { paragraph(language("Only those that match “\(text: filter)”.")) }
    var day: Day?
    for change in changes {
      if change.day != day { heading(DateText.long(change.day, in: language)) }
      day = change.day
      let sentence = ChangeText.sentence(on: change, in: snapshot.dossier)
      bullet(sentence + ChangeText.marks(of: change, in: snapshot), sources(of: change))
      if case .disputed(let dispute) = change.event { sides(of: dispute) }
    }
  }

  private func sources(of change: Change) -> [SourceID] {
    switch change.event {
    case .endorsed(let endorsement): endorsement.sources
    case .announced(let meeting), .held(let meeting), .reported(let meeting): meeting.sources
    case .identified(let package): package.sources
    case .joined(_, _, let membership): membership.sources
    case .committed(let commitment): commitment.sources
    case .advanced(_, let step): step.sources
    case .happened(let entry): entry.sources
    // Each side stands under it with its own.
    case .disputed: []
    case .joinedDispute(_, let side): side.sources
    }
  }
}

extension DashboardState {
  /// Asks for the changes that are listed, with their sources, as a file.
  func saveChanges() -> Effect {
    .save(
      name: "\(fileName("ladmp-changes-\(changesStart)-\(snapshot.day)")).md",
      text: Briefing.text(
        on: listing.changes, after: changesStart, matching: listFilter.text, in: snapshot))
  }
}
