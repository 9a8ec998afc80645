import Declaration

// What of the user's own could be known on a day, for what is printed as of it.
extension Snapshot {
  /// Those of some changes whose facts could be known on the day; what is hidden has no day any
  /// more and stays.
  func known(_ changes: [OwnChange]) -> [OwnChange] {
    changes.filter { $0.kind == .hidden || isKnown($0.path) }
  }

  /// What the user changed and hid; what was added says so where it stands.
  public var ownToTell: [OwnChange] {
    known(dossier.own.changes).filter { change in
      change.kind != .added || change.path.tokens.count > 2 && !change.path.isPartWithSources
    }
  }

  /// What the user did to a meeting that invites to it.
  public func ownChanges(invitingTo meeting: MeetingID) -> [OwnChange] {
    known(dossier.own.changes(in: FactPath("meetings", meeting)))
      .filter { !($0.path.tokens.dropFirst(2).first.map(Snapshot.reported.contains) ?? false) }
  }

  /// What was done to a fact, in words for any reader; nil where it is the edition's. Its parts that have sources of
  /// their own, such as a country's attendance at a meeting, say it themselves.
  public func ownWord(at fact: FactPath) -> String? {
    let changes = known(dossier.own.changes(in: fact)).filter {
      fact.leads(to: $0.path) && ($0.path == fact || !$0.path.isPartWithSources)
    }
    guard !changes.isEmpty else { return nil }
    let kind = changes.first { $0.path == fact }?.kind ?? .changed
    let authors = Set(changes.compactMap(\.author))
    return authors.isEmpty
      ? language.text(kind.rawValue) : dossier.own.word(of: .of(kind), at: [fact], in: language)
  }

  /// What nobody knew of a meeting before it was reported.
  private static let reported: Set = ["attendance", "outcome", "note", "reported"]

  private func isKnown(_ path: FactPath) -> Bool {
    guard path.tokens.count > 1, let collection = RecordCollection(rawValue: path.tokens[0]) else {
      return true
    }
    let (id, field) = (path.tokens[1], path.tokens.dropFirst(2).first)
    switch collection {
    case .meetings:
      guard let meeting = meetings.first(where: { $0.id == id }) else { return false }
      return isReported(meeting) || !(field.map(Snapshot.reported.contains) ?? false)
    case .commitments:
      guard let commitment = dossier.commitment(id), commitment.announced.last <= day else {
        return false
      }
      return field != "states" || commitment.steps.allSatisfy { $0.since.last <= day }
    case .endorsements: return endorsement(of: id) != nil
    case .packages:
      guard let package = packages.first(where: { $0.id == id }) else { return false }
      let country = field == "members" ? path.tokens.dropFirst(3).first : nil
      return country.map { members(of: package)[$0] != nil } ?? true
    case .context: return context.contains { $0.id == id }
    case .disputes: return disputes.contains { $0.id == id }
    case .sources: return dossier.sources[id].map { $0.published.first <= day } ?? false
    default: return true
    }
  }
}

extension FactPath {
  /// Whether it leads to a country's part in something, which rests on sources of its own, or into
  /// it.
  fileprivate var isPartWithSources: Bool {
    tokens.count > 3 && ["attendance", "members"].contains(tokens[2])
  }
}
