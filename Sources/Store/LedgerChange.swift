import Declaration

extension Ledger {
  /// Carries out what is asked for and saves it.
  ///
  /// - Returns: what was done, in a few words.
  /// - Throws: ``Refusal`` when it can't be done, and ``WriteFault`` when the previous version can't
  ///   be put in place; nothing is changed then.
  @discardableResult
  public mutating func perform(_ request: StoreRequest) throws -> String {
    let now = StoreTime.now()
    switch request {
    case .amend(let amendment):
      return try change(amendment.summary, now) { draft throws(Refusal) in
        try draft.carryOut(amendment, now: now)
      }
    case .takeBack(let path):
      return try change("change taken back: \(path)", now) { draft throws(Refusal) in
        try draft.takeBack(path, now: now)
      }
    case .settle(let path, let side):
      return try change("version chosen: \(path)", now) { draft throws(Refusal) in
        try draft.settle(path, side: side, now: now)
      }
    case .undo: return try reverse(isUndo: true)
    case .redo: return try reverse(isUndo: false)
    case .reload:
      refresh()
      if !pending.isEmpty { try transact { _ in } }
      return "read anew"
    case .show: return ""
    case .saveElsewhere(let file): return try saveElsewhere(file)
    case .restorePrevious: return try restorePrevious()
    }
  }

  private mutating func change(
    _ summary: String, _ now: String, _ work: (inout StoreDraft) throws(Refusal) -> Void
  ) throws -> String {
    var summary = summary
    try transact { ledger in
      var draft = ledger.draft
      try work(&draft)
      let edits = draft.changes
      if edits.contains(where: {
        $0.key.collection == StoreCollection.conflicts.rawValue && $0.after != nil
      }) {
        summary += "; it was changed elsewhere too, and both versions are kept to choose from"
      }
      guard !edits.isEmpty else { throw Refusal("nothing was changed", isIdle: true) }
      let step = History.Step(
        summary: summary, made: now, edits: edits, author: StoreWriter.author(of: draft.author))
      try ledger.take(draft, History.Line(.step(step)), now: now)
    }
    return summary
  }

  /// Takes the last step back, or does the one again that was taken back last.
  private mutating func reverse(isUndo: Bool) throws -> String {
    var summary = ""
    try transact { ledger in
      var history = try ledger.history()
      if let line = history.lineForWhatNeverTookEffect(isUndo: isUndo, in: ledger.draft) {
        history.note(line)
        ledger.pendingLines.append(line)
      }
      while true {
        guard let step = isUndo ? history.done.last : history.undone.last else {
          throw Refusal("there is nothing to \(isUndo ? "undo" : "redo")", isIdle: true)
        }
        let line = History.Line(isUndo ? .undone(step.id) : .redone(step.id))
        history.note(line)
        var draft = ledger.draft
        if isUndo, draft.lacks(step.edits) {
          ledger.pendingLines.append(line)
          continue
        }
        let kept = draft.reverse(isUndo ? step.edits.map(\.reversed) : step.edits)
        let names = kept.map(\.path.description).joined(separator: ", ")
        try ledger.take(draft, line, now: StoreTime.now())
        // Where others take part it is said whose step goes.
        let whose = step.author.map { ", a step of \($0)" } ?? ""
        summary = "\(isUndo ? "undone" : "done again")\(whose): \(step.summary)"
        if !kept.isEmpty { summary += "; \(names) stays, as it was changed since" }
        return
      }
    }
    return summary
  }

  /// Does something under the lock, on what the file holds, and saves it; where the disk refuses,
  /// it is done in memory.
  mutating func transact(_ work: (inout Ledger) throws -> Void) throws {
    let folder = folder
    var isDone = false
    do {
      try folder.makeFolders()
      try folder.locked {
        read()
        try work(&self)
        isDone = true
        try folder.requireNoWorkByHand()
        try save()
      }
    } catch let fault as WriteFault {
      if !isDone { try work(&self) }
      // A store that can't be read stays the greater trouble.
      if case .broken = status { return }
      status = pending.isEmpty ? status : .unsaved(fault.description)
    }
  }

  /// Makes a draft the record, when it can be read.
  mutating func take(_ draft: StoreDraft, _ line: History.Line, now: String) throws {
    let touched = draft.changes.map(\.key)
    var draft = draft
    draft.bringToSchema(Ledger.schema, date: FileStamp(folder.store)?.time ?? now)
    let whole = try StoreText(try text.replacing(draft.edits), file: folder.store)
    let (dossier, faults) = try Ledger.read(edition, whole, progress)
    try refuse(faults, touched)
    try refuseToLeaveInTheAir(touched.filter { draft.mergedEntry($0) == nil }, dossier)
    (pending, self.whole, self.dossier) = (draft.edits, whole, dossier)
    lastChanged = touched.map(\.path)
    pendingLines.append(line)
  }

  /// Refuses to take entries away that others name.
  func refuseToLeaveInTheAir(_ gone: [EntryKey], _ dossier: Dossier) throws(Refusal) {
    guard !gone.isEmpty else { return }
    let named = dossier.namedEntries
    for key in gone {
      guard let collection = RecordCollection(rawValue: key.collection),
        named[collection]?.contains(key.id) ?? false
      else { continue }
      throw Refusal(Ledger.named(by: dossier.dependents(on: key.path), key.path))
    }
  }

  private static func named(by dependents: [FactPath], _ path: FactPath) -> String {
    let names = dependents.prefix(3).map(\.description).joined(separator: ", ")
    let rest = dependents.count > 3 ? " and \(dependents.count - 3) more" : ""
    return "\(path) stays, because \(names)\(rest) name it; hide those first"
  }

  /// Refuses a change that makes something unreadable which could be read before.
  private func refuse(_ faults: [FactPath: RecordFault], _ touched: [EntryKey]) throws(Refusal) {
    let new = new(faults, touched)
    guard let (_, fault) = new.min(by: { $0.key.description < $1.key.description }) else { return }
    throw Refusal(fault.problem + (fault.expectation.map { ", expected \($0)" } ?? ""))
  }

  /// The faults that come of a change: those of what it touches, and those that were not there.
  func new(
    _ faults: [FactPath: RecordFault], _ touched: [EntryKey]
  ) -> [FactPath: RecordFault] {
    let known = Set(dossier.own.rejected.map(\.path))
    let touched = Set(touched.map(\.path))
    return faults.filter { touched.contains($0.key) || !known.contains($0.key) }
  }
}

extension StoreDraft {
  /// Says which format the store has; entries of an older one get the date that they lack.
  mutating func bringToSchema(_ schema: Int, date: String) {
    let key = EntryKey("", "schema")
    let old = entry(key)
    if case .number(let literal) = old, let number = Int(literal) {
      guard number < schema else { return }
      for collection in RecordCollection.allCases {
        for id in ids(of: collection.rawValue) {
          dateChanges(of: EntryKey(collection.rawValue, id), date)
        }
      }
    } else if old != nil {
      return
    }
    set(key, to: .number("\(schema)"))
  }
}
