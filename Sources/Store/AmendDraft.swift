import Declaration

/// Why a change of the store was not made; the store is as it was.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why, as a sentence without a full stop.
  public let reason: String

  /// Whether it was not made because there was nothing to do.
  public let isIdle: Bool

  /// The reason.
  public var description: String { reason }

  init(_ reason: String, isIdle: Bool = false) { (self.reason, self.isIdle) = (reason, isIdle) }
}

extension StoreDraft {
  /// Carries out an amendment.
  ///
  /// - Parameter now: the present second, ISO 8601 in UTC.
  /// - Returns: the entry of each part.
  @discardableResult
  mutating func carryOut(_ amendment: Amendment, now: String) throws(Refusal) -> [EntryKey] {
    var keys: [EntryKey] = []
    for part in amendment.parts {
      guard var key = EntryKey(part.path) else {
        throw Refusal("“\(part.path)” is no entry; name one as /meetings/lima-2022")
      }
      if key.id.isEmpty { key = EntryKey(key.collection, try newID(in: key.collection, part, now)) }
      try carryOut(part, key, part.sources.isEmpty ? amendment.sources : part.sources, now)
      keys.append(key)
    }
    for path in amendment.restated { restate(path, amendment.sources, now) }
    let named =
      amendment.sources + amendment.parts.flatMap { $0.sources + ($0.value?.namedSources ?? []) }
    if named.contains(Source.ownKnowledge) { addOwnKnowledge(now: now) }
    return keys
  }

  private mutating func carryOut(
    _ part: Amendment.Part, _ key: EntryKey, _ sources: [SourceID], _ now: String
  ) throws(Refusal) {
    let current = mergedEntry(key)
    let rest = part.path.tokens.dropFirst(2)
    let value = part.value.map { value in
      let isNew = current?.value(at: rest) == nil
      return stamped(isNew ? value.withEmptyLists(of: part.path) : value, key, part.base, now)
    }
    // Who takes something away without having looked at it takes away whatever is there.
    var (base, wanted) = (part.base ?? (value == nil ? current?.value(at: rest) : nil), value)
    if !rest.isEmpty {
      guard let current else { throw Refusal("“\(key.path)” is not in the record") }
      base = current.setting(base, at: rest)
      wanted = current.setting(value, at: rest)
    }
    let merge = ThreeWayMerge(
      base: base, ours: wanted, theirs: current,
      isNote: key.collection == StoreCollection.notes.rawValue)
    if value == nil, merge.merged == nil, current == nil {
      throw Refusal("“\(part.path)” is not in the record")
    }
    put(merge.merged, at: key)
    // The marks still say who wrote the other side.
    let mark = newMark(sources: sources, now: now)
    for conflict in merge.conflicts { note(conflict, in: key) { _ in mark } }
    settleConflicts(in: key, before: current, except: merge.conflicts)
    self.mark(key, sources: sources, now: now, before: current)
  }

  /// Joins the store's patch of an entry with another that was made apart from it.
  ///
  /// - Parameters:
  ///   - ours: the other patch; nil for none.
  ///   - base: the patch that both were made from.
  ///   - mark: who changed a field in the other patch, when, and on which sources.
  mutating func join(
    _ ours: RecordValue?, since base: RecordValue?, at key: EntryKey,
    mark: (FactPath) -> RecordValue
  ) {
    let theirs = entry(key)
    guard theirs != base else { return set(key, to: ours) }
    let edition = editionEntry(key)
    func whole(_ patch: RecordValue?) -> RecordValue? {
      guard let patch else { return edition }
      return patch == .null ? nil : MergePatch.apply(patch, to: edition)
    }
    let merge = ThreeWayMerge(base: whole(base), ours: whole(ours), theirs: whole(theirs))
    if merge.merged != whole(theirs) { put(merge.merged, at: key) }
    for conflict in merge.conflicts { note(conflict, in: key, ours: mark) }
  }

  /// Makes the record have an entry, with as little in the store as that takes.
  mutating func put(_ value: RecordValue?, at key: EntryKey) {
    let edition = editionEntry(key)
    guard let value else { return set(key, to: edition == nil ? nil : .null) }
    let patch = MergePatch.difference(from: edition, to: value)
    set(key, to: edition != nil && patch == .entry([:]) ? nil : patch)
  }

  /// Notes and bookmarks carry their own time: the present one, unless they come with another than
  /// they had.
  private func stamped(
    _ value: RecordValue, _ key: EntryKey, _ base: RecordValue?, _ now: String
  ) -> RecordValue {
    let field: String
    switch StoreCollection(rawValue: key.collection) {
    case .notes: field = "written"
    case .bookmarks: field = "made"
    case .changes, .conflicts, nil: return value
    }
    guard value[field] == base?[field] else { return value }
    let dated = value.setting(.text(now), at: [field])
    return author.map { dated.setting(.text($0), at: ["by"]) } ?? dated
  }

  private mutating func addOwnKnowledge(now: String) {
    let key = EntryKey(RecordCollection.sources.rawValue, Source.ownKnowledge)
    guard mergedEntry(key) == nil else { return }
    put(
      .entry([
        "title": .text("Own knowledge"), "publisher": .text("You"),
        "published": .text(String(now.prefix(10))),
      ]), at: key)
    mark(key, sources: [], now: now, before: nil)
  }
}

// MARK: Dates and sources of changes

extension StoreDraft {
  static func markKey(_ path: FactPath) -> EntryKey {
    EntryKey(StoreCollection.changes.rawValue, path.description)
  }

  /// Dates what an entry now differs in from the edition, and forgets what it no longer does.
  mutating func mark(
    _ key: EntryKey, sources: [SourceID], now: String, before: RecordValue?
  ) {
    guard RecordCollection(rawValue: key.collection) != nil else { return }
    let edition = editionEntry(key)
    let differences = EntryDifference.all(at: key.path, patch: entry(key), edition: edition)
    let merged = mergedEntry(key)
    let mark = newMark(sources: sources, now: now)
    var kept = Set(differences.map(\.path))
    for difference in differences {
      let tokens = difference.path.tokens.dropFirst(2)
      let (old, new) = (before?.value(at: tokens), merged?.value(at: tokens))
      guard old != new else { continue }
      // Others who share the store are told who added an entry, and who changed which field of it.
      let isFine = author != nil && (difference.kind != .added || old != nil)
      if !isFine || difference.kind != .added { set(StoreDraft.markKey(difference.path), to: mark) }
      guard isFine else { continue }
      for path in StoreDraft.changedFields(at: difference.path, old, new) {
        set(StoreDraft.markKey(path), to: mark)
        kept.insert(path)
      }
    }
    if author != nil { kept.formUnion(markWhatIsGone(from: key, before, merged, mark)) }
    // What was not in the record before has no marks to be forgotten.
    guard before != nil || edition != nil else { return }
    if author != nil { kept.formUnion(marksOfFields(in: key, of: merged, kept)) }
    forget(StoreCollection.changes, under: key.path, except: kept)
  }

  /// The fields in which two values differ, as finely as they are merged.
  private static func changedFields(
    at path: FactPath, _ old: RecordValue?, _ new: RecordValue?
  ) -> [FactPath] {
    if old == new { return [] }
    guard case .entry(let fields)? = new else { return new == nil ? [] : [path] }
    let before = old?.fields ?? [:]
    return Set(fields.keys).union(before.keys).sorted().flatMap { name in
      changedFields(at: FactPath(path.tokens + [name]), before[name], fields[name])
    }
  }

  /// Marks what is taken away and is nowhere in the store then: whoever changed it at the same time
  /// is told who did.
  private mutating func markWhatIsGone(
    from key: EntryKey, _ before: RecordValue?, _ now: RecordValue?, _ mark: RecordValue
  ) -> [FactPath] {
    var gone: [FactPath] = []
    func look(_ old: RecordValue?, _ new: RecordValue?, at path: FactPath) {
      guard let old, old != new else { return }
      if new == nil { return gone.append(path) }
      for (name, value) in old.fields ?? [:] {
        look(value, new?[name], at: FactPath(path.tokens + [name]))
      }
    }
    look(before, now, at: key.path)
    for path in gone { set(StoreDraft.markKey(path), to: mark) }
    return gone
  }

  /// Marks of fields that are still there, in what is still changed.
  private mutating func marksOfFields(
    in key: EntryKey, of merged: RecordValue?, _ kept: Set<FactPath>
  ) -> [FactPath] {
    pointers(of: .changes, about: key.path).compactMap { FactPath(pointer: $0) }.filter { path in
      merged?.value(at: path.tokens.dropFirst(2)) != nil
        && kept.contains { $0 != path && $0.leads(to: path) }
    }
  }

  /// A mark of whoever makes the changes.
  func newMark(sources: [SourceID], now: String) -> RecordValue {
    var mark: [String: RecordValue] = [
      "made": .text(now), "by": .text(author ?? StoreWriter.own),
    ]
    if !sources.isEmpty { mark["sources"] = .list(sources.map(RecordValue.text)) }
    return .entry(mark)
  }

  /// Lets what was changed at a path, and stays as it is, rest on other sources.
  private mutating func restate(_ path: FactPath, _ sources: [SourceID], _ now: String) {
    guard let key = EntryKey(path) else { return }
    let mark = newMark(sources: sources, now: now)
    for difference in EntryDifference.all(
      at: key.path, patch: entry(key), edition: editionEntry(key))
    where path.leads(to: difference.path) || difference.path.leads(to: path) {
      let markKey = StoreDraft.markKey(difference.path)
      if entry(markKey)?["sources"] != mark["sources"] { set(markKey, to: mark) }
    }
  }

  /// Dates changes of an entry that have no date.
  mutating func dateChanges(of key: EntryKey, _ date: String) {
    let differences = EntryDifference.all(
      at: key.path, patch: entry(key), edition: editionEntry(key))
    for difference in differences {
      let mark = StoreDraft.markKey(difference.path)
      if entry(mark) == nil { set(mark, to: .entry(["made": .text(date)])) }
    }
  }

  /// Takes marks or conflicts of an entry away.
  mutating func forget(
    _ collection: StoreCollection, under path: FactPath, except kept: Set<FactPath>
  ) {
    for pointer in pointers(of: collection, about: path.entry) {
      guard let marked = FactPath(pointer: pointer), path.leads(to: marked),
        !kept.contains(marked)
      else { continue }
      set(EntryKey(collection.rawValue, pointer), to: nil)
    }
  }
}
