extension Dossier {
  /// How many facts name an entry, so that it can't be taken away without leaving them in the air.
  public func dependents(on entry: FactPath) -> Int {
    guard let collection = entry.tokens.first.flatMap(RecordCollection.init),
      entry.tokens.count == 2
    else { return 0 }
    let id = entry.tokens[1]
    switch collection {
    case .sources: return sourcedFacts.count { $0.sources.contains(id) }
    case .regions: return countries.count { $0.region == id }
    case .pillars:
      return packages.count { $0.pillar == id } + commitments.count { $0.pillar == id }
    case .countries:
      return (endorsements[id] == nil ? 0 : 1) + meetings.count { $0.attendance[id] != nil }
        + packages.count { $0.members[id] != nil } + commitments.count { $0.country == id }
    case .commitments: return commitments.count { $0.partOf == id }
    case .packages, .meetings, .endorsements, .context, .disputes: return 0
    }
  }

  /// Everything in the record that rests on sources.
  public var sourcedFacts: [any Sourced] {
    var facts: [any Sourced] = pillars + pillars.flatMap(\.aims) + packages
    facts += packages.flatMap(\.members.values)
    facts += Array(endorsements.values)
    facts += meetings as [any Sourced] + meetings.flatMap(\.attendance.values)
    facts += commitments as [any Sourced] + commitments.flatMap(\.steps)
    facts += context as [any Sourced] + disputes.flatMap(\.sides)
    return facts
  }
}
