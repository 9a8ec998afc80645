// What could be known on a day, wherever a fact stands: who prints the record of a day tells nothing
// that came later.
extension Snapshot {
  /// Whether a fact, an entry or a part of it, could be known on the day. What has no day, such as a
  /// pillar, always could; what the record does not have, never.
  public func isKnown(_ fact: FactPath) -> Bool {
    guard fact.tokens.count > 1, let collection = RecordCollection(rawValue: fact.tokens[0]) else {
      return true
    }
    let (id, field) = (fact.tokens[1], fact.tokens.dropFirst(2).first)
    switch collection {
    case .meetings:
      guard let meeting = meetings.first(where: { $0.id == id }) else { return false }
      return isReported(meeting) || !fact.isOfReport
    case .commitments:
      guard let commitment = dossier.commitment(id), commitment.announced.last <= day else {
        return false
      }
      return field != "states" || commitment.steps.allSatisfy { $0.since.last <= day }
    case .endorsements: return endorsement(of: id) != nil
    case .packages:
      guard let package = packages.first(where: { $0.id == id }) else { return false }
      let country = field == "members" ? fact.tokens.dropFirst(3).first : nil
      return country.map { members(of: package)[$0] != nil } ?? true
    case .context: return context.contains { $0.id == id }
    case .disputes: return disputes.contains { $0.id == id }
    case .sources: return dossier.sources[id].map { $0.published.first <= day } ?? false
    default: return true
    }
  }

  /// Those of some changes whose facts could be known on the day; what is hidden has no day any
  /// more and stays.
  public func known(_ changes: [OwnChange]) -> [OwnChange] {
    changes.filter { $0.kind == .hidden || isKnown($0.path) }
  }
}

extension FactPath {
  /// Whether it is something of a meeting that nobody knows before the report.
  public var isOfReport: Bool {
    tokens.count > 2 && tokens[0] == RecordCollection.meetings.rawValue
      && ["attendance", "outcome", "note", "reported"].contains(tokens[2])
  }
}
