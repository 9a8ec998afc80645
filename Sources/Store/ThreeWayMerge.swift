import Declaration

/// Joins two values that were changed apart from a common one, field by field.
///
/// What only one side changed is taken from it; what both changed alike is taken once. Where the
/// sides differ, the first side's value is taken and the place is told. A side that took something
/// away gives way to one that changed it, and that is told too.
public struct ThreeWayMerge {
  /// A place where the sides differ; nil stands for a side that took it away.
  public struct Conflict: Hashable, Sendable {
    /// The fields that lead to it from the merged value.
    public let tokens: [String]
    /// What the first side has.
    public let ours: RecordValue?
    /// What the second side has.
    public let theirs: RecordValue?
  }

  /// The joined value; nil when it is gone.
  public let merged: RecordValue?
  /// Where the sides differ, in order of the fields.
  public let conflicts: [Conflict]

  /// Joins two values.
  ///
  /// - Parameter isNote: whether they are notes, whose texts are joined line by line.
  public init(
    base: RecordValue?, ours: RecordValue?, theirs: RecordValue?, isNote: Bool = false
  ) {
    var conflicts: [Conflict] = []
    var merged = ThreeWayMerge.join(base, ours, theirs, at: [], &conflicts)
    if isNote, let ours, let theirs, let one = ours["text"]?.text,
      let other = theirs["text"]?.text, conflicts.contains(where: { $0.tokens == ["text"] })
    {
      let joined = NoteJoin(base: base?["text"]?.text ?? "", ours: one, theirs: other)
      merged = merged?.setting(.text(joined.text), at: ["text"])
      conflicts.removeAll { [["text"], ["written"], ["by"]].contains($0.tokens) }
    }
    (self.merged, self.conflicts) = (merged, conflicts)
  }

  private static func join(
    _ base: RecordValue?, _ ours: RecordValue?, _ theirs: RecordValue?, at tokens: [String],
    _ conflicts: inout [Conflict]
  ) -> RecordValue? {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    guard case .entry(let ourFields) = ours, case .entry(let theirFields) = theirs else {
      conflicts.append(Conflict(tokens: tokens, ours: ours, theirs: theirs))
      return ours.isGone ? theirs : ours
    }
    let baseFields = base?.fields ?? [:]
    var merged: [String: RecordValue] = [:]
    for name in Set(ourFields.keys).union(theirFields.keys).union(baseFields.keys).sorted() {
      merged[name] = join(
        baseFields[name], ourFields[name], theirFields[name], at: tokens + [name], &conflicts)
    }
    return .entry(merged)
  }
}

extension RecordValue? {
  /// Whether there is nothing, or a patch's sign that there shall be nothing.
  var isGone: Bool { self == nil || self == .null }
}
