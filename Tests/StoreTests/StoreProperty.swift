import Declaration
import Foundation

@testable import Store

/// What has to hold for any bytes whatever, for the fuzzer and for the inputs that it found.
enum StoreProperty: String, CaseIterable, Sendable {
  /// The bytes are a store.
  case store
  /// The bytes are three values, a line each: what two sides began with and what they have now.
  case merge
  /// The bytes are a table in CSV.
  case table
  /// The bytes are a history.
  case history
  /// The bytes are a whole record.
  case edition
  /// The bytes are a configuration.
  case config
  /// The bytes are a theme.
  case theme

  /// Why a property does not hold for some bytes.
  struct Violation: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
  }

  /// - Throws: ``Violation``.
  func check(_ bytes: [UInt8]) throws {
    switch self {
    case .store: try StoreProperty.checkStore(bytes)
    case .merge: try StoreProperty.checkMerge(bytes)
    case .table: try StoreProperty.checkTable(bytes)
    case .history: try StoreProperty.checkHistory(bytes)
    case .edition: try StoreProperty.checkEdition(bytes)
    case .config: try StoreProperty.checkConfig(bytes)
    case .theme: try StoreProperty.checkTheme(bytes)
    }
  }

  static func require(_ condition: Bool, _ words: @autoclosure () -> String) throws {
    if !condition { throw Violation(words()) }
  }

  private static func smallEdition() throws -> JSONDocument {
    try Edition.document(Edition.small, file: "edition.json")
  }
}

// MARK: Stores

extension StoreProperty {
  private static func checkStore(_ bytes: [UInt8]) throws {
    let text: StoreText
    do {
      text = try StoreText(bytes, file: "store.json")
    } catch let fault as RecordFault {
      return try require(fault.line > 0 && fault.column > 0, "a fault without a place")
    }
    try require(try text.replacing([:]) == bytes, "no edits change bytes")
    let value = text.document.root.recordValue
    for written in [value.json(), value.jsonLine] {
      let again = try JSONDocument(written, file: "again.json").root.recordValue
      try require(again == value, "a value is read otherwise than it was written")
    }
    let read = try Ledger.read(try smallEdition(), text) { _ in }
    try require(read.dossier.own.rejected.count >= read.faults.count, "a fault is not told")
    try checkEdits(of: text)
    try checkDraft(of: text)
  }

  /// Every entry taken away, changed, and one put before and after: others keep their bytes.
  private static func checkEdits(of text: StoreText) throws {
    for (name, collection) in text.document.root.members where collection.kind == .object {
      let name = name.string ?? ""
      guard !name.isEmpty else { continue }
      let ids = text.document.root.entries(of: name).map(\.id)
      for id in ids.prefix(4) {
        try check(text, [EntryKey(name, id): nil])
        try check(text, [EntryKey(name, id): .text("é\u{1B}")])
        let new = EntryKey(name, "0new")
        if id != new.id { try check(text, [EntryKey(name, id): .text("x"), new: .null]) }
      }
      try check(text, Dictionary(ids.map { (EntryKey(name, $0), nil) }) { first, _ in first })
    }
  }

  private static func check(_ text: StoreText, _ edits: [EntryKey: RecordValue?]) throws {
    let changed = try StoreText(try text.replacing(edits), file: "changed.json")
    for (key, value) in edits {
      try require(changed.entry(key) == value, "\(key) is not as it was asked for")
    }
    for (name, collection) in text.document.root.members {
      let name = name.string ?? ""
      // No key names what stands under a name that is empty.
      guard collection.kind == .object, !name.isEmpty else {
        let same = changed.document.root[name].map { changed.bytes[$0.range] }
        try require(same == text.bytes[collection.range], "“\(name)” lost bytes")
        continue
      }
      for (id, value) in text.document.root.entries(of: name) where edits[EntryKey(name, id)] == nil
      {
        let same = changed.value(of: EntryKey(name, id)).map { changed.bytes[$0.range] }
        try require(same == text.bytes[value.range], "\(name)/\(id) lost bytes")
      }
    }
  }

  /// Changes that people make, on the store and back: what was there before is there again.
  private static func checkDraft(of text: StoreText) throws {
    let edition = try smallEdition()
    var draft = StoreDraft(edition: edition, text: text, pending: [:])
    let part = Amendment.Part(
      path: FactPath("meetings", "lima-2022", "starts"), base: nil, value: .text("09:00"))
    let amendment = Amendment("set", [part], sources: [Source.ownKnowledge])
    do throws(Refusal) {
      try draft.carryOut(amendment, now: "2022-01-01T00:00:00Z")
    } catch {
      return
    }
    guard let changed = try? StoreText(try text.replacing(draft.edits), file: "changed.json")
    else { return }
    _ = try Ledger.read(edition, changed) { _ in }
    let edits = draft.changes
    var back = StoreDraft(edition: edition, text: changed, pending: [:])
    let kept = back.reverse(edits.map(\.reversed))
    try require(kept.isEmpty, "a step can't be taken back")
    for edit in edits {
      try require(back.entry(edit.key) == edit.before, "\(edit.key) is not what it was")
    }
    var migrated = StoreDraft(edition: edition, text: text, pending: [:])
    migrated.bringToSchema(Ledger.schema, date: "2022-01-01T00:00:00Z")
    if let bytes = try? text.replacing(migrated.edits) {
      _ = try StoreText(bytes, file: "migrated.json")
    }
  }
}

// MARK: Merges

extension StoreProperty {
  private static func checkMerge(_ bytes: [UInt8]) throws {
    let values = bytes.split(separator: UInt8(ascii: "\n")).prefix(3).map { line in
      try? JSONDocument(Array(line), file: "line").root.recordValue
    }
    guard values.count == 3, values.contains(where: { $0 != nil }) else { return }
    let (base, ours, theirs) = (values[0], values[1], values[2])
    if let ours {
      let patch = MergePatch.difference(from: base, to: ours)
      let patched = MergePatch.apply(patch, to: base)
      try require(patched.withoutNulls == ours.withoutNulls, "a difference does not make the new")
    }
    let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    let mirror = ThreeWayMerge(base: base, ours: theirs, theirs: ours)
    try require(
      merge.conflicts.map(\.tokens) == mirror.conflicts.map(\.tokens), "the sides matter")
    if merge.conflicts.isEmpty { try require(merge.merged == mirror.merged, "the sides matter") }
    let same = ThreeWayMerge(base: base, ours: ours, theirs: ours)
    try require(same.merged == ours && same.conflicts.isEmpty, "equal sides differ")
    let alone = ThreeWayMerge(base: base, ours: base, theirs: theirs)
    try require(alone.merged == theirs && alone.conflicts.isEmpty, "a side alone is not taken")
    for side in [ours, theirs] { try requireKept(side, base, merge, at: []) }
  }

  /// Every value of a side that the base has not is in the result, or told as a conflict.
  private static func requireKept(
    _ side: RecordValue?, _ base: RecordValue?, _ merge: ThreeWayMerge, at tokens: [String]
  ) throws {
    guard let side, side != base else { return }
    if merge.conflicts.contains(where: { $0.tokens == tokens }) { return }
    if case .entry(let fields) = side {
      for (name, value) in fields {
        try requireKept(value, base?.fields?[name], merge, at: tokens + [name])
      }
    } else {
      try require(merge.merged?.value(at: tokens) == side, "a value is lost at \(tokens)")
    }
  }
}

// MARK: Tables and histories

extension StoreProperty {
  private static func checkTable(_ bytes: [UInt8]) throws {
    let table: CSVText
    do throws(RecordFault) {
      table = try CSVText(bytes, file: "table.csv")
    } catch {
      return try require(error.line > 0 && error.column > 0, "a fault without a place")
    }
    let rows = table.rows.map { row in
      row.map { "\"\(doubled($0.text))\"" }.joined(separator: ",")
    }
    let written = rows.joined(separator: "\r\n")
    let again = try CSVText(Array(written.utf8), file: "again.csv")
    try require(
      again.rows.map { $0.map(\.text) } == table.rows.map { $0.map(\.text) },
      "a table is read otherwise than it was written")
    let ledger = try Ledger(
      edition: Edition.small, file: "edition.json",
      folder: StoreFolder(store: "/nonexistent/store.json", makesFolders: false))
    for kind in TableImport.Kind.allCases {
      do {
        let imported = try TableImport.parts(
          of: bytes, file: "table.csv", kind: kind, meeting: "lima-2022", ledger: ledger)
        let rehearsal = try ledger.rehearse(Amendment("table", imported.parts))
        for fault in imported.faults(in: rehearsal) {
          try require(fault.line > 0 && fault.column > 0, "a fault without a place")
        }
      } catch let faults as RecordFaults {
        try require(!faults.faults.isEmpty, "refused without a fault")
      } catch is Refusal {}
    }
  }

  /// A text with each quotation mark twice; by scalars, for a mark may carry an accent.
  private static func doubled(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
  }

  private static func checkHistory(_ bytes: [UInt8]) throws {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).compactMap { History.Line(Array($0)) }
    let history = History(bytes)
    let again = History(lines.flatMap(\.text))
    try require(
      again.done == history.done && again.undone == history.undone,
      "a history is read otherwise than it was written")
    let edition = try smallEdition()
    var draft = StoreDraft(edition: edition, text: .empty(file: "store.json"), pending: [:])
    for step in history.undone.reversed() { _ = draft.reverse(step.edits) }
    for step in history.done.reversed() { _ = draft.reverse(step.edits.map(\.reversed)) }
    let whole = try StoreText.empty(file: "store.json").replacing(draft.edits)
    _ = try Ledger.read(edition, try StoreText(whole, file: "store.json")) { _ in }
    // The step that was done last can be taken back from the store that it was done on.
    for step in history.done.suffix(1) where !step.edits.isEmpty {
      var done = StoreDraft(edition: edition, text: .empty(file: "store.json"), pending: [:])
      _ = done.reverse(step.edits)
      let bytes = try StoreText.empty(file: "store.json").replacing(done.edits)
      try check(try StoreText(bytes, file: "store.json"), done.edits)
    }
  }
}
