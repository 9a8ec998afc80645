import Declaration

extension RecordValue {
  /// The record as it could be known on the day of a snapshot, in the edition's form: what came
  /// later is not in it.
  public func known(in snapshot: Snapshot) -> RecordValue {
    let record = KnownRecord(snapshot: snapshot)
    var known = self
    known["asOf"] = .text(snapshot.day.description)
    for (name, part) in record.parts {
      guard let entries = self[name]?.fields else { continue }
      let kept = entries.compactMap { id, entry in part(id, entry).map { (id, $0) } }
      known[name] = .entry(Dictionary(kept) { first, _ in first })
    }
    return known
  }
}

/// What is left of each collection's entries on a day.
private struct KnownRecord {
  typealias Part = (_ id: String, _ entry: RecordValue) -> RecordValue?

  let snapshot: Snapshot

  var parts: [(String, Part)] {
    let cited = Set(snapshot.citedSources)
    func known(
      _ collection: RecordCollection, _ part: @escaping (RecordValue) -> RecordValue
    ) -> (String, Part) {
      let name = collection.rawValue
      return (name, { id, entry in isKnown(name, id) ? part(entry) : nil })
    }
    return [
      known(.endorsements, published), known(.packages, package), known(.commitments, commitment),
      known(.context, published), known(.disputes, dispute), known(.pillars, pillar),
      ("meetings", meeting),
      ("sources", { id, entry in isKnown("sources", id) || cited.contains(id) ? entry : nil }),
    ]
  }

  private func isKnown(_ path: String...) -> Bool { snapshot.isKnown(FactPath(path)) }

  private func published(_ entry: RecordValue) -> RecordValue {
    guard let ids = entry["sources"]?.elements?.compactMap(\.text) else { return entry }
    return entry.setting(.list(snapshot.published(ids).map { .text($0) }), at: ["sources"])
  }

  private func pillar(_ entry: RecordValue) -> RecordValue {
    guard let aims = entry["aims"]?.elements else { return published(entry) }
    return published(entry).setting(.list(aims.map(published)), at: ["aims"])
  }

  private func package(_ entry: RecordValue) -> RecordValue {
    guard let members = entry["members"]?.fields else { return published(entry) }
    let known = members.filter { isKnown(since: $0.value["since"]) }.mapValues(published)
    var package = published(entry).setting(.entry(known), at: ["members"])
    if known.count < members.count { package["complete"] = .flag(false) }
    // It speaks of the members.
    if known.isEmpty { package["note"] = nil }
    return package
  }

  /// Before the report nobody knew who had come and what had come of it.
  private func meeting(_ id: String, _ entry: RecordValue) -> RecordValue? {
    guard isKnown("meetings", id) else { return nil }
    var known = published(entry)
    if isKnown("meetings", id, "attendance") {
      known["attendance"] = known["attendance"]?.fields.map { .entry($0.mapValues(published)) }
    } else {
      known["attendance"] = .entry([:])
      known["outcome"] = .list([])
      known["note"] = nil
    }
    return known
  }

  private func commitment(_ entry: RecordValue) -> RecordValue {
    var known = published(entry)
    for (field, collection) in [("meeting", "meetings"), ("package", "packages")]
    where known[field]?.text.map({ isKnown(collection, $0) }) == false {
      known[field] = nil
    }
    let steps = entry["states"]?.elements?.filter { isKnown(since: $0["since"]) }
    known["states"] = steps.map { .list($0.map(published)) }
    return known
  }

  private func dispute(_ entry: RecordValue) -> RecordValue {
    let sides = entry["sides"]?.elements?.filter { isKnown(since: $0["since"]) }
    return entry.setting(sides.map { .list($0.map(published)) }, at: ["sides"])
  }

  private func isKnown(since: RecordValue?) -> Bool {
    since?.text.flatMap { Period($0) }.map { $0.last <= snapshot.day } ?? true
  }
}
