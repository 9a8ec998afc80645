import Declaration

/// Joins an entry of a store that was changed apart from a common version of it.
///
/// Each place has a set of versions, mostly of one. What a side put in or took out of it since the
/// base is put in or taken out of the result: where more than one version is left, all are kept for
/// somebody to choose from. Sets know no order, so the sides may come in any, and more of them later.
struct FactMerge {
  /// An entry as one side has it.
  struct Version {
    /// The entry as it stands in the record; nil where it is gone.
    let value: RecordValue?
    /// Its versions that are to be chosen from, by the fields that lead to them.
    let conflicts: [[String]: [ConflictSide]]
    /// Who changed a place in it last, and when.
    let mark: ([String]) -> RecordValue?
  }

  /// A side at a place on the way into the entry.
  fileprivate struct View {
    let value: RecordValue?
    let version: Version

    func child(_ name: String) -> View { View(value: value?.fields?[name], version: version) }

    /// The versions at this place.
    func sides(at path: [String]) -> [ConflictSide] {
      version.conflicts[path] ?? [ConflictSide(value, version.mark(path))]
    }
  }

  /// The joined entry; nil where it is gone.
  private(set) var value: RecordValue?
  /// The versions to choose from, by the fields that lead to them; the one that shows is first.
  private(set) var conflicts: [[String]: [ConflictSide]] = [:]
  private let isNote: Bool

  /// - Parameter isNote: whether it is a note, whose text is joined line by line.
  init(base: Version, ours: Version, theirs: Version, isNote: Bool = false) {
    self.isNote = isNote
    value = nil
    value = join(
      View(value: base.value, version: base), View(value: ours.value, version: ours),
      View(value: theirs.value, version: theirs), at: [])
  }

  private mutating func join(
    _ base: View, _ ours: View, _ theirs: View, at path: [String]
  ) -> RecordValue? {
    let views = [base, ours, theirs]
    if !views.contains(where: { $0.version.hasConflicts(at: path) }) {
      if ours.value == theirs.value || theirs.value == base.value { return ours.value }
      if ours.value == base.value { return theirs.value }
    }
    if isNote, path == ["text"], let joined = FactMerge.joinedText(base, ours, theirs) {
      return .text(joined)
    }
    // These two go together: see ``sign``.
    if isNote, path == ["written"] || path == ["by"] { return ours.value }
    let isTree =
      views.allSatisfy { $0.isTree(at: path) }
      && (ours.value?.fields != nil || theirs.value?.fields != nil)
    return isTree
      ? joinFields(base, ours, theirs, at: path) : choose(base, ours, theirs, at: path)
  }

  private static func joinedText(_ base: View, _ ours: View, _ theirs: View) -> String? {
    guard let one = ours.value?.text, let other = theirs.value?.text else { return nil }
    return NoteJoin(base: base.value?.text ?? "", ours: one, theirs: other).text
  }

  /// What stands where the versions are no entries.
  private mutating func choose(
    _ base: View, _ ours: View, _ theirs: View, at path: [String]
  ) -> RecordValue? {
    let (before, one, other) = (
      base.sides(at: path), ours.sides(at: path), theirs.sides(at: path)
    )
    // Versions that were known before are told apart by who gave them: whoever chose one since gave
    // it anew. Otherwise a value that is the same is the same.
    let isChosen = base.version.conflicts[path] != nil
    func has(_ sides: [ConflictSide], _ side: ConflictSide) -> Bool {
      sides.contains {
        $0.value == side.value && (!isChosen || $0.by == side.by && $0.made == side.made)
      }
    }
    var left = (one + other).filter { side in
      !has(before, side) || has(one, side) && has(other, side)
    }
    if left.isEmpty { left = one + other }
    let sides = left.distinct
    if sides.count > 1 { conflicts[path] = sides }
    return sides[0].value
  }
}

// MARK: Entries

extension FactMerge {
  /// The joined fields of entries. A side that took the entry away is asked about where the other
  /// changed it meanwhile.
  private mutating func joinFields(
    _ base: View, _ ours: View, _ theirs: View, at path: [String]
  ) -> RecordValue? {
    let isGone = base.value != nil && (ours.value == nil || theirs.value == nil)
    // What a side did to the fields before it took all of them away is not known.
    let (one, other) = (
      ours.value == nil ? base : ours, theirs.value == nil ? base : theirs
    )
    let outer = conflicts
    conflicts = [:]
    var fields: [String: RecordValue] = [:]
    let names = [base, one, other].flatMap { $0.value?.fields.map { Array($0.keys) } ?? [] }
    for name in Set(names).sorted() {
      fields[name] = join(
        base.child(name), one.child(name), other.child(name), at: path + [name])
    }
    if isNote, path.isEmpty { FactMerge.sign(&fields, base, one, other) }
    let joined = RecordValue.entry(fields)
    let inner = conflicts
    conflicts = outer
    let asked = [base, ours, theirs].map { $0.isAsked(at: path) }
    let isAsked: Bool
    if isGone {
      let stays = ours.value == nil ? theirs : ours
      let isSame = joined == base.value && inner == base.version.conflicts(below: path)
      let wasAsked = stays.isAsked(at: path)
      // Whoever was asked and kept it, and whoever changed it, is to be asked again.
      if isSame, wasAsked == asked[0] { return nil }
      isAsked = true
    } else {
      isAsked = asked[1] == asked[0] ? asked[2] : asked[1]
    }
    conflicts.merge(inner) { _, new in new }
    if isAsked { ask(joined, ours, theirs, at: path) }
    return joined
  }

  /// Keeps an entry, and the word that a side took it away.
  private mutating func ask(
    _ joined: RecordValue, _ ours: View, _ theirs: View, at path: [String]
  ) {
    let gone = [ours, theirs].flatMap { $0.sides(at: path) }.filter(\.isGone).distinct
    let marks = [ours, theirs].map { $0.value == nil ? nil : $0.version.mark(path) }
    let kept = ConflictSide(joined, ConflictSide.later(marks[0], marks[1]))
    conflicts[path] = [kept] + gone
  }

  /// A note that both sides changed is of whoever changed it later.
  private static func sign(
    _ fields: inout [String: RecordValue], _ base: View, _ ours: View, _ theirs: View
  ) {
    let changed = [ours, theirs].filter { $0.value?["written"] != base.value?["written"] }
    guard
      let last = changed.reduce(nil, { ConflictSide.later($0, $1.value) })
        ?? (changed.isEmpty ? base.value : nil)
    else { return }
    (fields["written"], fields["by"]) = (last["written"], last["by"])
  }
}

extension FactMerge.Version {
  fileprivate func hasConflicts(at path: [String]) -> Bool {
    !conflicts.isEmpty && conflicts.keys.contains { $0.starts(with: path) }
  }

  fileprivate func conflicts(below path: [String]) -> [[String]: [ConflictSide]] {
    conflicts.filter { $0.key.starts(with: path) && $0.key != path }
  }
}

extension FactMerge.View {
  /// Whether what stands here is an entry or gone, and no more than that is to be chosen.
  fileprivate func isTree(at path: [String]) -> Bool {
    guard value == nil || value?.fields != nil else { return false }
    guard let sides = version.conflicts[path] else { return true }
    return sides.allSatisfy { $0.isGone || $0.value?.fields != nil }
      && sides.count { !$0.isGone } <= 1
  }

  /// Whether somebody is still to say if it goes.
  fileprivate func isAsked(at path: [String]) -> Bool {
    value != nil && version.conflicts[path]?.contains(where: \.isGone) ?? false
  }
}
