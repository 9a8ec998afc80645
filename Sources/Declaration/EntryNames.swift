extension Dossier {
  /// The id of the entry that a person means: its id, or a name that no other entry has, in any
  /// case; nil for none.
  public func id(named text: String, in collection: RecordCollection) -> String? {
    if contains(text, in: collection) { return text }
    let typed = text.lowercased()
    func only<Fact: Identifiable<String>>(_ facts: [Fact], _ names: (Fact) -> [String]) -> String? {
      let found = facts.filter { fact in
        ([fact.id] + names(fact)).contains { $0.lowercased() == typed }
      }
      return found.count == 1 ? found[0].id : nil
    }
    switch collection {
    case .countries: return only(countries) { [$0.alpha3] + $0.name.all }
    case .meetings: return only(meetings) { $0.title.all + ($0.venue.place?.all ?? []) }
    case .pillars: return only(pillars) { $0.title.all }
    case .regions: return only(regions) { $0.name.all }
    case .packages: return only(packages) { ["\($0.number)"] + ($0.title?.all ?? []) }
    case .sources: return only(Array(sources.values)) { [$0.link].compactMap { $0 } }
    default: return contains(typed, in: collection) ? typed : nil
    }
  }

  /// Whether a collection has an entry.
  public func contains(_ id: String, in collection: RecordCollection) -> Bool {
    switch collection {
    case .sources: sources[id] != nil || id == Source.ownKnowledge
    case .regions: region(id) != nil
    case .pillars: pillar(id) != nil
    case .packages: package(id) != nil
    case .countries: country(id) != nil
    case .meetings: meeting(id) != nil
    case .endorsements: endorsements[id] != nil
    case .commitments: commitment(id) != nil
    case .context: context.contains { $0.id == id }
    case .disputes: disputes.contains { $0.id == id }
    }
  }
}
