import Declaration

/// What an amendment would do, without doing it.
public struct Rehearsal: Sendable {
  /// What becomes of an entry.
  public struct Effect: Hashable, Sendable {
    /// The entry, with the id that it would get.
    public let path: FactPath
    /// What is done with it.
    public let kind: OwnChange.Kind
    /// The entry as it would be; nil when it is taken away.
    public let value: RecordValue?
    /// The fields that change, in order of their names, each in a line; nil for none.
    public let fields: [Field]
  }

  /// A field before and after.
  public struct Field: Hashable, Sendable {
    /// Its name in the record; empty for a value that has no fields.
    public let name: String
    /// What it is, in a line; nil for nothing.
    public let before: String?
    /// What it would be, in a line; nil for nothing.
    public let now: String?
  }

  /// What each part would do; parts that do nothing are left out.
  public let effects: [Effect]
  /// Why it can't be done: the place of the part among all, where one is known, and what is wrong.
  let faults: [(part: Int?, fault: RecordFault)]

  /// Whether it can be done.
  public var isPossible: Bool { faults.isEmpty }
}

extension Ledger {
  /// What an amendment would do to the record as it is now.
  ///
  /// - Throws: ``Refusal`` when it can't be done for another reason than a fault in an entry.
  public func rehearse(_ amendment: Amendment) throws -> Rehearsal {
    var (draft, before) = (draft, draft)
    let keys = try draft.carryOut(amendment, now: StoreTime.now())
    let touched = draft.changes.map(\.key)
    let whole = try StoreText(try text.replacing(draft.edits), file: folder.store)
    let (dossier, faults) = try Ledger.read(edition, whole, progress)
    let parts = Dictionary(zip(keys.map(\.path), keys.indices)) { first, _ in first }
    let new = new(faults, touched).sorted { $0.key.description < $1.key.description }
    if new.isEmpty {
      try refuseToLeaveInTheAir(touched.filter { draft.mergedEntry($0) == nil }, dossier)
    }
    let effects = zip(amendment.parts, keys).compactMap { part, key in
      Rehearsal.Effect(
        path: FactPath(key.path.tokens + part.path.tokens.dropFirst(2)),
        from: before.mergedEntry(key)?.value(at: part.path.tokens.dropFirst(2)),
        to: draft.mergedEntry(key)?.value(at: part.path.tokens.dropFirst(2)))
    }
    return Rehearsal(effects: effects, faults: new.map { (parts[$0.key], $0.value) })
  }
}

extension Rehearsal.Effect {
  /// Nil where nothing changes.
  fileprivate init?(path: FactPath, from old: RecordValue?, to new: RecordValue?) {
    guard old != new else { return nil }
    (self.path, value) = (path, new)
    kind = old == nil ? .added : new == nil ? .hidden : .changed
    guard old?.fields != nil || new?.fields != nil else {
      fields = [Rehearsal.Field(name: "", before: old?.inLine, now: new?.inLine)]
      return
    }
    let names = Set((old?.fields ?? [:]).keys).union((new?.fields ?? [:]).keys)
    fields = names.sorted().compactMap { name in
      guard old?[name] != new?[name] else { return nil }
      return Rehearsal.Field(name: name, before: old?[name]?.inLine, now: new?[name]?.inLine)
    }
  }
}
