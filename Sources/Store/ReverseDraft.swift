import Declaration

// How what was done is taken back.
extension StoreDraft {
  /// Takes back all that the user changed in an entry: the edition's shows again.
  mutating func takeBack(_ path: FactPath, now: String) throws(Refusal) {
    guard let key = EntryKey(path) else { throw Refusal("“\(path)” is no entry") }
    let rest = path.tokens.dropFirst(2)
    let before = mergedEntry(key)
    let patch = entry(key)
    guard patch != nil, rest.isEmpty || patch?.value(at: rest) != nil else {
      throw Refusal("“\(path)” is as the edition has it", isIdle: true)
    }
    if rest.isEmpty {
      set(key, to: nil)
    } else {
      put(before?.setting(editionEntry(key)?.value(at: rest), at: rest), at: key)
    }
    mark(key, sources: [], now: now, before: before)
    forget(.conflicts, under: path, except: [])
  }

  /// Takes a step back, or does it again; what was changed since stays as it is.
  ///
  /// - Returns: the entries that stay because they were changed since.
  mutating func reverse(_ edits: [History.Edit]) -> [EntryKey] {
    var kept: [EntryKey] = []
    let isMark = { (edit: History.Edit) in edit.key.collection == StoreCollection.changes.rawValue }
    for edit in edits where !isMark(edit) {
      let merge = join(edit)
      if merge.conflicts.isEmpty {
        set(edit.key, to: merge.merged)
      } else {
        kept.append(edit.key)
        // What was deleted since stays so; of the rest, what was not changed since is taken back.
        // A note is one text: who wrote it, and when, stays with what is written there.
        let isNote = edit.key.collection == StoreCollection.notes.rawValue
        if !isNote, entry(edit.key) != nil { set(edit.key, to: merge.merged) }
      }
    }
    // What stays changed keeps its date.
    let keptPaths = Set(kept.map(\.path))
    for edit in edits where isMark(edit) {
      let marked = FactPath(pointer: edit.key.id)?.entry
      guard marked.map({ !keptPaths.contains($0) }) ?? true else { continue }
      set(edit.key, to: join(edit).merged)
    }
    return kept
  }

  /// What the store has of an entry now, joined with what a step makes of it.
  private mutating func join(_ edit: History.Edit) -> ThreeWayMerge {
    ThreeWayMerge(base: edit.before, ours: entry(edit.key), theirs: edit.after)
  }

  /// Whether all of a step's changes are in the store as the step left them.
  mutating func has(_ edits: [History.Edit]) -> Bool {
    !edits.isEmpty && edits.allSatisfy { entry($0.key) == $0.after }
  }

  /// Whether none of a step's changes is in the store: it was ended before it was saved.
  mutating func lacks(_ edits: [History.Edit]) -> Bool {
    edits.allSatisfy { entry($0.key) == $0.before }
  }
}
