import Declaration

extension RecordValue {
  /// A conflict with the sides of another on the same fact that have values of their own.
  func withSides(of other: RecordValue?) -> RecordValue {
    let sides = self["sides"]?.elements ?? []
    let further = (other?["sides"]?.elements ?? []).filter { side in
      !sides.contains { $0["value"] == side["value"] }
    }
    return further.isEmpty ? self : setting(.list(sides + further), at: ["sides"])
  }
}

extension StoreDraft {
  /// Keeps both sides of a field that was changed apart, for the user to choose.
  ///
  /// - Parameter ours: who changed the field on the first side, when, and on which sources.
  mutating func note(
    _ conflict: ThreeWayMerge.Conflict, in key: EntryKey, ours: (FactPath) -> RecordValue
  ) {
    let isRecord = RecordCollection(rawValue: key.collection) != nil
    let isNote = key.collection == StoreCollection.notes.rawValue
    let isTime = isNote && conflict.tokens == ["written"]
    guard isRecord || isNote, !isTime else { return }
    let path = FactPath(key.path.tokens + conflict.tokens)
    let mark = self.mark(of: path)
    func side(_ value: RecordValue?, _ mark: RecordValue?) -> RecordValue {
      var fields: [String: RecordValue] = [:]
      for name in ["by", "made", "sources"] { fields[name] = mark?[name] }
      fields["value"] = value
      return .entry(fields)
    }
    let sides = [side(conflict.ours, ours(path)), side(conflict.theirs, mark)]
    // What shows is first; a side that took the fact away gives way to the other.
    let noted = RecordValue.entry([
      "sides": .list(conflict.ours.isGone ? sides.reversed() : sides)
    ])
    let conflictKey = EntryKey(StoreCollection.conflicts.rawValue, path.description)
    set(conflictKey, to: noted.withSides(of: entry(conflictKey)))
  }

  /// Who changed a fact last: its own mark, or that of what holds it.
  private mutating func mark(of path: FactPath) -> RecordValue? {
    var tokens = path.tokens
    while tokens.count > 1 {
      if let mark = entry(StoreDraft.markKey(FactPath(tokens))) { return mark }
      tokens.removeLast()
    }
    return nil
  }

  /// Makes a side of a conflict the record's value.
  mutating func settle(_ path: FactPath, side: Int, now: String) throws(Refusal) {
    let conflictKey = EntryKey(StoreCollection.conflicts.rawValue, path.description)
    guard let sides = entry(conflictKey)?["sides"]?.elements, sides.indices.contains(side),
      let key = EntryKey(path)
    else { throw Refusal("“\(path)” has not two versions to choose from") }
    let before = mergedEntry(key)
    let tokens = path.tokens.dropFirst(2)
    guard tokens.isEmpty || before != nil else {
      throw Refusal("“\(key.path)” is no longer in the record")
    }
    let value = sides[side]["value"].flatMap { $0 == .null ? nil : $0 }
    put(tokens.isEmpty ? value : before?.setting(value, at: tokens), at: key)
    let sources = sides[side]["sources"]?.elements?.compactMap(\.text) ?? []
    mark(key, sources: sources, now: now, before: before)
    // Whoever chose what shows has said so anew: another may choose otherwise at the same time.
    if author != nil {
      set(StoreDraft.markKey(path), to: newMark(sources: sources, now: now))
    }
    set(conflictKey, to: nil)
  }

  /// Who gives a field a value after its two versions were known, or takes the entry away, has
  /// chosen.
  mutating func settleConflicts(
    in key: EntryKey, before: RecordValue?, except conflicts: [ThreeWayMerge.Conflict]
  ) {
    guard RecordCollection(rawValue: key.collection) != nil else { return }
    let now = mergedEntry(key)
    let open = Set(conflicts.map { FactPath(key.path.tokens + $0.tokens) })
    for pointer in pointers(of: .conflicts, about: key.path) {
      guard let path = FactPath(pointer: pointer), !open.contains(path) else { continue }
      let tokens = path.tokens.dropFirst(2)
      guard now == nil || before?.value(at: tokens) != now?.value(at: tokens) else { continue }
      set(EntryKey(StoreCollection.conflicts.rawValue, pointer), to: nil)
    }
  }
}
