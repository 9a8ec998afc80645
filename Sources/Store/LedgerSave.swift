import Declaration

extension Ledger {
  /// Puts what is only in memory on the disk. The history comes first: a step that is in it and not
  /// in the store is known for one that never took effect.
  mutating func save() throws {
    if case .broken = status { return }
    let (lines, size) = (pendingLines, FileStamp(folder.history)?.size ?? 0)
    if !lines.isEmpty {
      try folder.append(lines.flatMap(\.text))
      pendingLines = []
    }
    do {
      try saveStore()
    } catch {
      // A step that never took effect is none. Where the store took its name all the same, it did.
      if !lines.isEmpty, FileStamp(folder.store) == stamp {
        folder.cutHistory(to: size)
        pendingLines = lines
      }
      throw error
    }
  }

  private mutating func saveStore() throws {
    guard !pending.isEmpty || stamp == nil && !text.document.root.members.isEmpty else {
      status = .saved
      return
    }
    try keepOlderSchema()
    for _ in 0..<Ledger.tries {
      let saved = try whole ?? StoreText(try text.replacing(pending), file: folder.store)
      if let written = try folder.replaceStore(with: saved.bytes, expected: stamp) {
        (text, pending, whole) = (saved, [:], nil)
        (stamp, status) = (written, .saved)
        return
      }
      // A program that knows no lock wrote in between: what it wrote is joined first.
      read()
      if case .broken = status { return }
    }
    throw WriteFault.busy(folder.store)
  }

  /// How often a save begins anew because another program wrote meanwhile.
  private static let tries = 3

  /// Keeps a copy of a store of an older format before it is written in this one.
  private func keepOlderSchema() throws {
    guard case .number(let literal) = text.entry(EntryKey("", "schema")), let old = Int(literal),
      old < Ledger.schema
    else { return }
    let copy = folder.sibling("schema-\(old).json")
    if FileStamp(copy) == nil { try folder.writeWhole(text.bytes, to: copy) }
  }
}
