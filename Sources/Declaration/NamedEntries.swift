extension Dossier {
  /// The entries that something in the record names: those of which
  /// ``dependents(on:)`` finds any, gathered in one look at the whole.
  public var namedEntries: [RecordCollection: Set<String>] {
    var named: [RecordCollection: Set<String>] = [:]
    func name(_ collection: RecordCollection, _ ids: some Sequence<String>) {
      named[collection, default: []].formUnion(ids)
    }
    func rest(on facts: [any Sourced]) {
      for fact in facts { name(.sources, fact.sources) }
    }
    for fact in disputes.flatMap(\.facts) where fact.tokens.count > 1 {
      if let collection = RecordCollection(rawValue: fact.tokens[0]) {
        name(collection, [fact.tokens[1]])
      }
    }
    name(.regions, countries.map(\.region))
    name(.pillars, packages.map(\.pillar))
    name(.countries, endorsements.keys)
    for meeting in meetings {
      name(.countries, Array(meeting.attendance.keys) + [meeting.venue.country].compactMap { $0 })
      rest(on: [meeting] + Array(meeting.attendance.values) as [any Sourced])
    }
    for package in packages {
      name(.countries, package.members.keys)
      rest(on: [package] + Array(package.members.values) as [any Sourced])
    }
    for commitment in commitments {
      name(.pillars, [commitment.pillar])
      name(.countries, [commitment.country])
      name(.meetings, [commitment.meeting].compactMap { $0 })
      name(.packages, [commitment.package].compactMap { $0 })
      name(.commitments, [commitment.partOf].compactMap { $0 })
      rest(on: [commitment] + commitment.steps as [any Sourced])
    }
    for pillar in pillars { rest(on: [pillar] + pillar.aims as [any Sourced]) }
    rest(on: Array(endorsements.values))
    rest(on: context)
    rest(on: disputes.flatMap(\.sides))
    // What the user knows is a source whether or not the record has an entry for it.
    for change in own.changes {
      name(.sources, change.sources.filter { $0 != Source.ownKnowledge })
    }
    return named
  }
}
