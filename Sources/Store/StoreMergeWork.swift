import Declaration

/// A merge of stores while it goes on: what the first side's text has to become.
struct StoreMergeWork {
  private var edition: EntryIndex
  var base: StoreSide
  var ours: StoreSide
  var theirs: StoreSide
  /// Entries of the first side's text as they are to be; nil takes one out.
  private(set) var edits: [EntryKey: RecordValue?] = [:]
  /// Where versions are to be chosen from that were not to be before.
  private(set) var disputes: [FactPath] = []
  /// Entries that stay although a side took them away, and whether the first side did.
  private var kept: [EntryKey: Bool] = [:]
  /// Who gave the version that shows where there are several.
  private var shown: [FactPath: ConflictSide] = [:]
  private var joined: Set<EntryKey> = []

  /// What a store has collections of.
  static let collections =
    RecordCollection.allCases.map(\.rawValue) + StoreCollection.allCases.map(\.rawValue)

  private static let facts =
    RecordCollection.allCases.map(\.rawValue) + [StoreCollection.notes.rawValue]

  init(edition: JSONDocument, base: StoreSide, ours: StoreSide, theirs: StoreSide) {
    self.edition = EntryIndex(edition.root)
    (self.base, self.ours, self.theirs) = (base, ours, theirs)
  }

  /// Joins everything.
  mutating func join() throws {
    let roots = [base, ours, theirs].map(\.text.document.root)
    let names = Set(roots.flatMap { $0.members.compactMap(\.name.string) })
    for name in names.sorted() where name != StoreCollection.changes.rawValue {
      if StoreMergeWork.facts.contains(name) {
        for id in changedIDs(of: name) { joinFact(EntryKey(name, id)) }
      } else if name == StoreCollection.conflicts.rawValue {
        for pointer in changedIDs(of: name) { joinStrayConflict(pointer) }
      } else if roots.contains(where: { $0[name]?.kind == .object }),
        !EntryKey.recordFields.contains(name)
      {
        for id in changedIDs(of: name) { joinPlainly(EntryKey(name, id)) }
      } else {
        joinField(name)
      }
    }
    for key in conflictedKeys { joinFact(key) }
    joinMarks()
  }

  /// Entries of a collection that the second side changed; what it left alone is the first side's.
  private mutating func changedIDs(of collection: String) -> [String] {
    let (before, after) = (
      base.text.document.root[collection], theirs.text.document.root[collection]
    )
    if StoreSide.isSame(before, after) { return [] }
    if let names = JSONValue.changedNames(from: before, to: after) { return names }
    var seen: Set<String> = []
    var changed: [String] = []
    let (olds, news) = (
      before.map { Array($0.members) } ?? [], after.map { Array($0.members) } ?? []
    )
    for (name, value) in news {
      let id = name.string ?? ""
      seen.insert(id)
      if !StoreSide.isSame(base.place(EntryKey(collection, id)), value) { changed.append(id) }
    }
    for (name, _) in olds {
      let id = name.string ?? ""
      if !seen.contains(id) { changed.append(id) }
    }
    return changed
  }

  /// Entries of which the second side opened or settled a choice.
  private var conflictedKeys: [EntryKey] {
    Set(base.conflicts.keys).union(theirs.conflicts.keys)
      .filter { base.conflicts[$0] != theirs.conflicts[$0] && !joined.contains($0) }.sorted()
  }

  private mutating func set(_ key: EntryKey, to value: RecordValue?) {
    if ours.entry(key) != value { edits[key] = .some(value) }
  }
}

// MARK: Facts

extension StoreMergeWork {
  private mutating func joinFact(_ key: EntryKey) {
    joined.insert(key)
    let edition = edition.value(of: key)?.recordValue
    let patches = (base.entry(key), ours.entry(key), theirs.entry(key))
    func whole(_ patch: RecordValue?) -> RecordValue? {
      guard let patch else { return edition }
      return patch == .null ? nil : MergePatch.apply(patch, to: edition)
    }
    let versions = [
      version(whole(patches.0), key, &base), version(whole(patches.1), key, &ours),
      version(whole(patches.2), key, &theirs),
    ]
    let (before, one, other) = (versions[0], versions[1], versions[2])
    let merge = FactMerge(
      base: before, ours: one, theirs: other,
      isNote: key.collection == StoreCollection.notes.rawValue)
    if merge.value != nil, before.value != nil, one.value == nil || other.value == nil {
      kept[key] = one.value == nil
    }
    if merge.value == one.value {
      // The first side's text stays as it is written.
    } else if merge.value == other.value {
      set(key, to: patches.2)
    } else if let value = merge.value {
      let patch = MergePatch.difference(from: edition, to: value)
      set(key, to: edition != nil && patch == .entry([:]) ? nil : patch)
    } else {
      set(key, to: edition == nil ? nil : .null)
    }
    let known = ours.conflicts[key] ?? [:]
    for tokens in Set(known.keys).union(merge.conflicts.keys) {
      let path = FactPath(key.path.tokens + tokens)
      let sides = merge.conflicts[tokens]
      shown[path] = sides?.first
      if sides != known[tokens] {
        set(
          EntryKey(StoreCollection.conflicts.rawValue, path.description),
          to: sides.map { .entry(["sides": .list($0.map(\.stored))]) })
      }
      if sides != nil, known[tokens] == nil, other.conflicts[tokens] == nil {
        disputes.append(path)
      }
    }
  }

  private func version(
    _ value: RecordValue?, _ key: EntryKey, _ side: inout StoreSide
  ) -> FactMerge.Version {
    // The index of the marks is made once, before there are copies of it.
    _ = side.mark(key.path.tokens)
    let marks = side
    let isNote = key.collection == StoreCollection.notes.rawValue
    return FactMerge.Version(value: value, conflicts: side.conflicts[key] ?? [:]) { tokens in
      if isNote {
        return value.flatMap { note in
          .entry(
            ["by": note["by"] ?? .null, "made": note["written"] ?? .null].filter {
              $0.value != .null
            })
        }
      }
      var marks = marks
      return marks.mark(key.path.tokens + tokens)
    }
  }
}

// MARK: The rest

extension StoreMergeWork {
  /// Joins who changed what and when: the later mark stays.
  private mutating func joinMarks() {
    let collection = StoreCollection.changes.rawValue
    var pointers = Set(changedIDs(of: collection))
    if !kept.isEmpty {
      for side in [base, ours, theirs] {
        for (pointer, _) in side.text.document.root.entries(of: collection) {
          guard let key = FactPath(pointer: pointer).flatMap(EntryKey.init) else { continue }
          if kept[key] != nil { pointers.insert(pointer) }
        }
      }
    }
    pointers.formUnion(shown.keys.map(\.description))
    for pointer in pointers { joinMark(pointer) }
  }

  private mutating func joinMark(_ pointer: String) {
    let key = EntryKey(StoreCollection.changes.rawValue, pointer)
    var (before, one, other) = (base.entry(key), ours.entry(key), theirs.entry(key))
    let path = FactPath(pointer: pointer)
    // An entry that stays has the marks of the side that kept it.
    switch path.flatMap(EntryKey.init).flatMap({ kept[$0] }) {
    case true?: one = before
    case false?: other = before
    case nil: break
    }
    if let path, let side = shown[path], side.made != nil, path.tokens.count > 2 {
      return set(key, to: side.mark)
    }
    if one == other || other == before { return set(key, to: one) }
    set(key, to: one == before ? other : ConflictSide.later(one, other))
  }

  /// Joins what is no fact of the record, such as a bookmark, or what a newer program put there.
  private mutating func joinPlainly(_ key: EntryKey) {
    set(key, to: StoreMergeWork.plainly(base.entry(key), ours.entry(key), theirs.entry(key)))
  }

  /// Joins a field of the store itself.
  private mutating func joinField(_ name: String) {
    let key = EntryKey("", name)
    if EntryKey.recordFields.contains(name) { return joinFact(key) }
    if name == "schema", case .number(let one)? = ours.entry(key),
      case .number(let other)? = theirs.entry(key), let our = Int(one), let their = Int(other)
    {
      return set(key, to: .number("\(max(our, their))"))
    }
    joinPlainly(key)
  }

  /// Joins a choice that is about nothing this program knows.
  private mutating func joinStrayConflict(_ pointer: String) {
    guard FactPath(pointer: pointer).flatMap(EntryKey.init) == nil else { return }
    joinPlainly(EntryKey(StoreCollection.conflicts.rawValue, pointer))
  }

  /// Joins field by field; where both changed one, what is greater as text is taken, so that
  /// everybody takes the same.
  private static func plainly(
    _ base: RecordValue?, _ ours: RecordValue?, _ theirs: RecordValue?
  ) -> RecordValue? {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    if case .entry(let one)? = ours, case .entry(let other)? = theirs {
      let before = base?.fields ?? [:]
      var fields: [String: RecordValue] = [:]
      for name in Set(before.keys).union(one.keys).union(other.keys) {
        fields[name] = plainly(before[name], one[name], other[name])
      }
      return .entry(fields)
    }
    func rank(_ value: RecordValue?) -> String {
      value.map { String(decoding: $0.jsonLine, as: UTF8.self) } ?? ""
    }
    return rank(ours) < rank(theirs) ? theirs : ours
  }
}
