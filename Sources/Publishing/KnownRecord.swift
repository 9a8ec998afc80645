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
    let packages = Set(snapshot.packages.map(\.id))
    let commitments = Set(snapshot.commitments.map(\.id))
    let context = Set(snapshot.context.map(\.id))
    let disputes = Set(snapshot.disputes.map(\.id))
    let sources = Set(snapshot.publishedSources.map(\.id)).union(snapshot.citedSources)
    return [
      ("sources", { id, entry in sources.contains(id) ? entry : nil }),
      (
        "endorsements",
        { id, entry in snapshot.endorsement(of: id) == nil ? nil : published(entry) }
      ),
      ("packages", { id, entry in packages.contains(id) ? package(entry) : nil }),
      ("meetings", meeting),
      ("commitments", { id, entry in commitments.contains(id) ? commitment(entry) : nil }),
      ("context", { id, entry in context.contains(id) ? published(entry) : nil }),
      ("disputes", { id, entry in disputes.contains(id) ? dispute(entry) : nil }),
      ("pillars", { _, entry in pillar(entry) }),
    ]
  }

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
    let known = members.filter { isKnown($0.value["since"]) }.mapValues(published)
    return published(entry).setting(.entry(known), at: ["members"])
  }

  /// Before the report nobody knew who had come and what had come of it.
  private func meeting(_ id: String, _ entry: RecordValue) -> RecordValue? {
    guard let meeting = snapshot.meetings.first(where: { $0.id == id }) else { return nil }
    var known = published(entry)
    if snapshot.isReported(meeting) {
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
    let leads = [
      ("meeting", snapshot.meetings.map(\.id)), ("package", snapshot.packages.map(\.id)),
    ]
    for (field, ids) in leads where known[field]?.text.map(ids.contains) == false {
      known[field] = nil
    }
    let steps = entry["states"]?.elements?.filter { isKnown($0["since"]) }
    known["states"] = steps.map { .list($0.map(published)) }
    return known
  }

  private func dispute(_ entry: RecordValue) -> RecordValue {
    let sides = entry["sides"]?.elements?.filter { isKnown($0["since"]) }
    return entry.setting(sides.map { .list($0.map(published)) }, at: ["sides"])
  }

  private func isKnown(_ since: RecordValue?) -> Bool {
    since?.text.flatMap { Period($0) }.map { $0.last <= snapshot.day } ?? true
  }
}
