import Declaration

extension Ledger {
  /// Who last changed each field of an entry that differs from the edition, in order of the fields.
  ///
  /// The store dates an entry of the user's own as a whole; the history knows when each field got the
  /// value that it has.
  /// - Throws: ``RecordFaults`` where the store is none, ``FileFault`` where the history can't be read.
  public func signatures(of entry: FactPath) throws -> [Signature] {
    let signatures = try StoreVersion(bytes, file: "store").signatures(of: entry)
    guard let whole = signatures.first(where: { $0.path == entry }), let key = EntryKey(entry),
      let fields = self.entry(at: entry).now?.fields
    else { return signatures }
    let steps = try history().lastSteps(of: key)
    let parts = fields.map { name, value in
      let step = steps[name].flatMap { $0.value == value ? $0.step : nil }
      return Signature(
        path: FactPath(entry.tokens + [name]), author: step?.author ?? whole.author,
        made: step?.made ?? whole.made)
    }
    return (signatures.filter { $0.path != entry } + parts)
      .sorted { $0.path.description < $1.path.description }
  }
}

extension History {
  /// The step that last gave each field of an entry a value, and the value.
  fileprivate func lastSteps(of key: EntryKey) -> [String: (step: Step, value: RecordValue)] {
    var last: [String: (step: Step, value: RecordValue)] = [:]
    for step in done {
      for edit in step.edits where edit.key == key {
        for (name, value) in edit.after?.fields ?? [:] where edit.before?[name] != value {
          last[name] = (step, value)
        }
      }
    }
    return last
  }
}
