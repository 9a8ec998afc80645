import Declaration

/// Joins two stores that were changed apart from a common one: entry by entry and field by field.
///
/// Which side is named first does not matter for what the joined store says. Its text keeps to the
/// first side's, so that a difference shows only what the other brought.
public struct StoreMerge: Sendable {
  /// The joined store's text.
  public let bytes: [UInt8]
  /// Where versions are to be chosen from that were not to be before, on either side.
  public let disputes: [FactPath]

  /// Joins stores.
  ///
  /// - Parameters:
  ///   - edition: the record that the stores are laid over.
  ///   - base: what both sides began with; no bytes where they began with nothing.
  /// - Throws: ``RecordFaults`` where one of them can't be read.
  public init(
    edition: [UInt8], base: StoreVersion, ours: StoreVersion, theirs: StoreVersion
  ) throws {
    do {
      var work = StoreMergeWork(
        edition: try Edition.document(edition, file: Edition.builtInName),
        base: try StoreSide(base.text()), ours: try StoreSide(ours.text()),
        theirs: try StoreSide(theirs.text()))
      try work.join()
      bytes = try work.ours.text.replacing(work.edits)
      disputes = work.disputes.sorted { $0.description < $1.description }
    } catch let fault as RecordFault {
      throw RecordFaults(faults: [fault])
    }
  }
}

/// A store's bytes, and how faults name them.
public struct StoreVersion: Sendable {
  /// The text; empty for a store that was not there.
  public let bytes: [UInt8]
  /// How faults name it.
  public let file: String

  /// A version of a store.
  public init(_ bytes: [UInt8], file: String) { (self.bytes, self.file) = (bytes, file) }

  func text() throws -> StoreText {
    if let line = bytes.conflictMark {
      throw RecordFault(
        file: file, line: line, column: 1,
        problem: "git has left both versions here, between <<<<<<< and >>>>>>>",
        expectation: "one of them")
    }
    return bytes.allSatisfy({ [0x20, 0x0A, 0x0D, 0x09].contains($0) })
      ? .empty(file: file) : try StoreText(bytes, file: file)
  }
}

extension [UInt8] {
  /// The first line on which git left the mark of a conflict, from 1 on; nil for none.
  public var conflictMark: Int? {
    let mark = Array("<<<<<<< ".utf8)
    var line = 1
    var isStart = true
    for place in indices {
      // Marks stand at the beginning of a line, where no JSON begins like this.
      if isStart, self[place] == mark[0], self[place...].starts(with: mark) { return line }
      isStart = self[place] == UInt8(ascii: "\n")
      if isStart { line += 1 }
    }
    return nil
  }
}

/// A store that takes part in a merge, with its entries by their ids.
struct StoreSide {
  let text: StoreText
  private var index: EntryIndex
  /// Marks by the entry that they are about, once they were asked for.
  var marksByEntry: [EntryKey: [String: RecordValue]]?
  /// What is to be chosen from, by entry and the fields in it.
  let conflicts: [EntryKey: [[String]: [ConflictSide]]]

  init(_ text: StoreText) throws {
    self.text = text
    index = EntryIndex(text.document.root)
    for name in StoreMergeWork.collections {
      if let value = text.document.root[name], let fault = value.faultOfNoCollection(name) {
        throw fault
      }
    }
    var conflicts: [EntryKey: [[String]: [ConflictSide]]] = [:]
    for (pointer, value) in text.document.root.entries(of: StoreCollection.conflicts.rawValue) {
      guard let path = FactPath(pointer: pointer), let key = EntryKey(path),
        let sides = value["sides"]?.elements, sides.count > 1
      else { continue }
      conflicts[key, default: [:]][Array(path.tokens.dropFirst(2))] =
        sides.map { ConflictSide(stored: $0.recordValue) }
    }
    self.conflicts = conflicts
  }

  /// An entry's place in the text; nil where there is none.
  mutating func place(_ key: EntryKey) -> JSONValue? { index.value(of: key) }

  /// An entry as the store has it.
  mutating func entry(_ key: EntryKey) -> RecordValue? { place(key)?.recordValue }

  /// Who changed a fact last: its own mark, or that of what holds it.
  mutating func mark(_ tokens: [String]) -> RecordValue? {
    var tokens = tokens
    while tokens.count > 1 {
      let mark = entry(StoreDraft.markKey(FactPath(tokens)))
      if let mark, mark != .null { return mark }
      tokens.removeLast()
    }
    return nil
  }

  /// Whether an entry's text is the same on both sides, byte by byte.
  static func isSame(_ one: JSONValue?, _ other: JSONValue?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.document.bytes.withUnsafeBytes(in: one.range) { bytes in
      other.document.bytes.withUnsafeBytes(in: other.range) { bytes.elementsEqual($0) }
    }
  }
}
