/// Something that the record did not hold before a day and holds from then on.
public struct Change: Hashable, Sendable {
  /// What came to be known.
  public enum Event: Hashable, Sendable {
    case endorsed(Endorsement)
    case announced(Meeting)
    case held(Meeting)
    case reported(Meeting)
    case identified(ActionPackage)
    case joined(ActionPackage, CountryCode, ActionPackage.Membership)
    case committed(Commitment)
    case advanced(Commitment, Commitment.Step)
    case happened(ContextEntry)
    /// A dispute of which the second side became known.
    case disputed(Dispute)
    /// A further side of a dispute.
    case joinedDispute(Dispute, Dispute.Side)
  }

  /// The day from which the record holds it.
  public let day: Day
  /// What it is.
  public let event: Event

  init(_ day: Day, _ event: Event) {
    (self.day, self.event) = (day, event)
  }
}

extension Dossier {
  /// What came to be known after one day and up to another, in order of the days.
  ///
  /// The changes from a to b and those from b to c are together the changes from a to c.
  public func changes(after start: Day, through end: Day) -> [Change] {
    let window = (start + 1)...max(start + 1, end)
    guard start < end else { return [] }
    var changes: [Change] = []
    func note(_ day: Day, _ event: Change.Event) {
      if window.contains(day) { changes.append(Change(day, event)) }
    }
    for country in countries {
      if let endorsement = endorsements[country.id] {
        note(endorsement.date.last, .endorsed(endorsement))
      }
    }
    for meeting in meetings {
      note(meeting.announced, .announced(meeting))
      note(max(meeting.announced, meeting.date.first), .held(meeting))
      note(max(meeting.announced, meeting.reported), .reported(meeting))
    }
    for package in packages {
      note(package.identified.last, .identified(package))
      for country in countries {
        guard let membership = package.members[country.id] else { continue }
        note(
          max(package.identified.last, membership.since.last),
          .joined(package, country.id, membership))
      }
    }
    for commitment in commitments {
      note(commitment.announced.last, .committed(commitment))
      for step in commitment.steps where step.state != .announced {
        note(max(commitment.announced.last, step.since.last), .advanced(commitment, step))
      }
    }
    for entry in context { note(entry.known, .happened(entry)) }
    for dispute in disputes {
      let sides = dispute.sides.sorted { $0.since < $1.since }
      guard sides.count > 1 else { continue }
      note(sides[1].since, .disputed(dispute))
      for side in sides.dropFirst(2) { note(side.since, .joinedDispute(dispute, side)) }
    }
    // Swift's sort keeps the order of equals: endorsements first, disputes last.
    return changes.sorted { $0.day < $1.day }
  }
}
