import Declaration

/// The countries on whose endorsement or presence sources differ, for tables that ask of every
/// country: ``Snapshot/isDisputed(_:)`` goes through all disputes each time.
struct CountryDisputes {
  private var endorsements: Set<CountryCode> = []
  private var attendance: [MeetingID: Set<CountryCode>] = [:]

  init(_ snapshot: Snapshot) {
    for fact in snapshot.disputes.lazy.flatMap(\.facts) {
      let tokens = fact.tokens
      switch tokens.first {
      case "endorsements" where tokens.count > 1: endorsements.insert(tokens[1])
      case "meetings" where tokens.count > 3 && tokens[2] == "attendance":
        attendance[tokens[1], default: []].insert(tokens[3])
      default: break
      }
    }
  }

  func areAbout(endorsementOf country: CountryCode) -> Bool { endorsements.contains(country) }

  /// The countries on whose presence at a meeting they are.
  func presence(at meeting: Meeting) -> Set<CountryCode> { attendance[meeting.id] ?? [] }
}
