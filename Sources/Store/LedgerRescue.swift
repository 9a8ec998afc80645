import Declaration

// What is done where the store can't be written or read.
extension Ledger {
  func saveElsewhere(_ file: String) throws -> String {
    do throws(WriteFault) {
      try folder.writeNew(bytes, to: file)
    } catch {
      throw Refusal(error.description)
    }
    return "your record as it is now is saved as \(file); later changes are not in it"
  }

  /// Puts the version before in the place of a store that can't be read, which is kept beside it, or
  /// of one that is gone.
  ///
  /// - Throws: ``Refusal`` where the store can be read or the version before can't, and
  ///   ``WriteFault`` where the disk refuses; the store is as it was then.
  mutating func restorePrevious() throws -> String {
    try refuseWhereReadable()
    let (folder, now) = (folder, StoreTime.now())
    var (aside, again) = ("", "")
    try folder.locked {
      // Another instance may have put it right while the lock was waited for.
      read()
      try refuseWhereReadable()
      var text = try previousVersion()
      if let step = try lastStep(lackedBy: &text) { again = ", with “\(step.summary)” done again" }
      aside = stamp == nil ? "" : try folder.keepAside(at: now)
      guard
        try folder.replaceStore(with: text.bytes, expected: stamp, keepsPrevious: false) != nil
      else { throw WriteFault.busy(folder.store) }
    }
    (stamp, status) = (nil, .saved)
    refresh()
    if !pending.isEmpty { try transact { _ in } }
    let kept = aside.isEmpty ? "" : "; the other is kept as \(aside)"
    return "the previous version is in place\(again)\(kept)"
  }

  /// Does the step again that was saved last, which the version before lacks and the history has.
  ///
  /// - Returns: the step; nil where nothing is to be done again.
  private func lastStep(lackedBy text: inout StoreText) throws -> History.Step? {
    let unsaved = Set(pendingLines.map(\.id))
    var draft = StoreDraft(edition: edition, text: text, pending: [:])
    guard let step = try history().done.last(where: { !unsaved.contains($0.id) }),
      draft.lacks(step.edits)
    else { return nil }
    _ = draft.reverse(step.edits)
    text = try StoreText(try text.replacing(draft.edits), file: folder.store)
    return step
  }

  private func refuseWhereReadable() throws(Refusal) {
    if stamp == nil, text.document.root.members.isEmpty, pending.isEmpty { return }
    guard case .broken = status else {
      throw Refusal("the store can be read as it is", isIdle: true)
    }
  }

  private func previousVersion() throws(Refusal) -> StoreText {
    guard FileStamp(folder.previous) != nil else {
      throw Refusal("there is no version before it: \(folder.previous) is not there")
    }
    do {
      return try StoreText(RecordFile.bytes(of: folder.previous), file: folder.previous)
    } catch {
      throw Refusal(Ledger.words(for: error))
    }
  }
}

// What is wrong in a store's file, wherever it is.
extension Ledger {
  /// What can't be read in a store over the built-in edition, each with its place; nil where the file
  /// is no store but a whole record, which has all collections.
  ///
  /// - Throws: ``FileFault`` where the file can't be read, ``RecordFaults`` where it is not JSON.
  public static func rejected(inStore file: String) throws -> [String]? {
    let text: StoreText
    do {
      text = try StoreText(RecordFile.bytes(of: file), file: file)
    } catch let fault as RecordFault {
      throw RecordFaults(faults: [fault])
    }
    let collections = RecordCollection.allCases.filter { text.document.root[$0.rawValue] != nil }
    guard collections.count < RecordCollection.allCases.count / 2 else { return nil }
    let edition = try Edition.document(.builtIn, file: Edition.builtInName)
    return try read(edition, text) { _ in }.dossier.own.rejected.map(\.fault)
  }
}
