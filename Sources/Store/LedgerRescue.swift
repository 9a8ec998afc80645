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
    var aside = ""
    try folder.locked {
      // Another instance may have put it right while the lock was waited for.
      refresh()
      try refuseWhereReadable()
      let bytes = try previousVersion()
      aside = stamp == nil ? "" : try folder.keepAside(at: now)
      guard try folder.replaceStore(with: bytes, expected: stamp, keepsPrevious: false) != nil
      else { throw WriteFault.busy(folder.store) }
    }
    (stamp, status) = (nil, .saved)
    refresh()
    if !pending.isEmpty { try transact { _ in } }
    return "the previous version is in place"
      + (aside.isEmpty ? "" : "; the other is kept as \(aside)")
  }

  private func refuseWhereReadable() throws(Refusal) {
    if stamp == nil, text.document.root.members.isEmpty, pending.isEmpty { return }
    guard case .broken = status else {
      throw Refusal("the store can be read as it is", isIdle: true)
    }
  }

  private func previousVersion() throws(Refusal) -> [UInt8] {
    guard FileStamp(folder.previous) != nil else {
      throw Refusal("there is no version before it: \(folder.previous) is not there")
    }
    do {
      let bytes = try RecordFile.bytes(of: folder.previous)
      _ = try StoreText(bytes, file: folder.previous)
      return bytes
    } catch {
      throw Refusal(Ledger.words(for: error))
    }
  }
}
