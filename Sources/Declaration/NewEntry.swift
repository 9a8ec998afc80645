extension RecordValue {
  /// A new entry with what goes without saying: it rests on the user's own knowledge where no
  /// source is named, and a commitment is announced from its announcement on.
  public func completed(asNew path: FactPath) -> RecordValue {
    var entry = withEmptyLists(of: path)
    let fields = RecordCollection.fields(of: path) ?? []
    if entry["sources"] == nil, fields.contains(.sources) {
      entry["sources"] = .list([.text(Source.ownKnowledge)])
    }
    if path.tokens.first == RecordCollection.commitments.rawValue, entry["states"] == .list([]),
      let announced = entry["announced"], let sources = entry["sources"]
    {
      let state = RecordValue.text(Commitment.State.announced.rawValue)
      entry["states"] = .list([
        .entry(["state": state, "since": announced, "sources": sources])
      ])
    }
    return entry
  }

  /// The entry of a path with another value at the end of a way of fields; nil where the way leads
  /// nowhere, such as past the end of a list.
  public func putting(
    _ value: RecordValue?, at tokens: [String], of path: FactPath
  ) -> RecordValue? {
    guard let value, let name = tokens.first else { return setting(nil, at: tokens) }
    var entry = self
    if entry[name] == nil { entry[name] = RecordValue.entry([:]).withEmptyLists(of: path)[name] }
    let changed = entry.setting(value, at: tokens)
    return changed.value(at: tokens) == value ? changed : nil
  }
}
