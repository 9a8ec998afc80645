extension Dossier {
  /// The facts that name an entry, so that it can't be taken away without leaving them in the air.
  public func dependents(on entry: FactPath) -> [FactPath] {
    guard let collection = entry.tokens.first.flatMap(RecordCollection.init),
      entry.tokens.count == 2
    else { return [] }
    let id = entry.tokens[1]
    let disputing = disputes.filter { $0.facts.contains { entry.leads(to: $0) } }
      .map { FactPath("disputes", $0.id) }
    func commitments(_ names: (Commitment) -> Bool) -> [FactPath] {
      self.commitments.filter(names).map { FactPath("commitments", $0.id) }
    }
    switch collection {
    case .sources: return disputing + facts(restingOn: id)
    case .regions:
      return countries.filter { $0.region == id }.map { FactPath("countries", $0.id) }
    case .pillars:
      return disputing + packages.filter { $0.pillar == id }.map { FactPath("packages", $0.id) }
        + commitments { $0.pillar == id }
    case .countries:
      return (endorsements[id] == nil ? [] : [FactPath("endorsements", id)])
        + meetings.filter { $0.attendance[id] != nil || $0.venue.country == id }
        .map { FactPath("meetings", $0.id) }
        + packages.filter { $0.members[id] != nil }.map { FactPath("packages", $0.id) }
        + commitments { $0.country == id } + disputing
    case .meetings: return disputing + commitments { $0.meeting == id }
    case .packages: return disputing + commitments { $0.package == id }
    case .commitments: return disputing + commitments { $0.partOf == id }
    case .endorsements: return disputing
    case .context, .disputes: return disputing
    }
  }

  /// The entries that rest on a source, or of which a part does.
  private func facts(restingOn source: SourceID) -> [FactPath] {
    func rests(_ facts: [any Sourced]) -> Bool { facts.contains { $0.sources.contains(source) } }
    func paths<Fact: Identifiable<String>>(
      _ collection: RecordCollection, _ facts: [Fact], _ sourced: (Fact) -> [any Sourced]
    ) -> [FactPath] {
      facts.filter { rests(sourced($0)) }.map { FactPath(collection.rawValue, $0.id) }
    }
    var found = paths(.pillars, pillars) { [$0] + $0.aims }
    found += paths(.packages, packages) { [$0] + Array($0.members.values) }
    found += endorsements.values.filter { rests([$0]) }.map {
      FactPath(RecordCollection.endorsements.rawValue, $0.country)
    }
    found += paths(.meetings, meetings) { [$0] + Array($0.attendance.values) }
    found += paths(.commitments, commitments) { [$0] + $0.steps }
    found += paths(.context, context) { [$0] }
    found += paths(.disputes, disputes) { $0.sides }
    let changed = own.changes.filter { $0.sources.contains(source) }.map(\.path.entry)
    return found + changed.filter { !found.contains($0) }
  }
}
