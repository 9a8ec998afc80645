import Declaration
import SeededGenerator

@testable import Store

/// Somebody's copy of a shared store, in memory.
struct Desk {
  let author: String
  private(set) var text: StoreText
  private var second = 0

  init(_ author: String) throws {
    (self.author, text) = (author, .empty(file: "store.json"))
  }

  /// The same record at another desk. Later desks write later.
  func copy(for author: String) -> Desk {
    var desk = self
    desk = Desk(author, text, second: second + 100 * Int(author.utf8.first ?? 0))
    return desk
  }

  private init(_ author: String, _ text: StoreText, second: Int) {
    (self.author, self.text, self.second) = (author, text, second)
  }

  static func join(_ base: Desk, _ ours: Desk, _ theirs: Desk) throws -> Desk {
    let merge = try StoreMerge(
      edition: Edition.small, base: StoreVersion(base.text.bytes, file: "base"),
      ours: StoreVersion(ours.text.bytes, file: "ours"),
      theirs: StoreVersion(theirs.text.bytes, file: "theirs"))
    return Desk(
      ours.author, try StoreText(merge.bytes, file: "store.json"),
      second: max(ours.second, theirs.second))
  }

  private mutating func draft(
    _ work: (inout StoreDraft, String) throws -> Void
  ) throws {
    second += 1
    var draft = StoreDraft(
      edition: try Edition.document(Edition.small, file: "edition"), text: text, pending: [:],
      author: author)
    try work(&draft, StoreTime.text(of: 1_700_000_000 + second))
    text = try StoreText(try text.replacing(draft.edits), file: "store.json")
  }

  private mutating func amend(_ path: FactPath, _ value: RecordValue?) throws -> String {
    var id = ""
    try draft { draft, now in
      let base = EntryKey(path.entry).flatMap { draft.mergedEntry($0) }?.value(
        at: path.tokens.dropFirst(2))
      let part = Amendment.Part(path: path, base: base, value: value)
      id = try draft.carryOut(Amendment("edit", [part]), now: now)[0].id
    }
    return id
  }
}

// MARK: What people do

extension Desk {
  mutating func set(_ entry: String, _ field: String, _ value: RecordValue?) throws {
    let path = FactPath(Desk.path(entry).tokens + [field])
    _ = try amend(path, value)
  }

  mutating func remove(_ entry: String) throws { _ = try amend(Desk.path(entry), nil) }

  mutating func addSource(_ title: String) throws -> String {
    try amend(
      FactPath("sources", ""),
      .entry([
        "title": .text(title), "publisher": .text("P"), "published": .text("2022-01-01"),
      ]))
  }

  mutating func addCommitment(_ text: String) throws -> String {
    try amend(
      FactPath("commitments", ""),
      .entry([
        "country": .text("PE"), "pillar": .text("2"), "announced": .text("2022-10-06"),
        "text": .entry(["en": .text(text)]), "sources": .list([.text("lo-2022")]),
        "states": .list([]),
      ]))
  }

  mutating func note(_ text: String) throws -> String {
    try amend(
      FactPath("notes", ""), .entry(["about": .text("/countries/PE"), "text": .text(text)]))
  }

  mutating func rewrite(_ id: String, _ text: String) throws {
    guard let note = value("/notes/\(id)") else { return }
    _ = try amend(FactPath("notes", id), note.setting(.text(text), at: ["text"]))
  }

  mutating func settle(_ path: String, side: Int) throws {
    try draft { draft, now in try draft.settle(Desk.path(path), side: side, now: now) }
  }

  /// Some edits at random, as people make them; those that are refused are left out.
  mutating func edit(_ count: Int, _ generator: inout SeededGenerator) throws {
    for _ in 0..<count {
      let number = Int.random(in: 0..<1000, using: &generator)
      let sources = ids("sources").sorted()
      let (notes, open) = (ids("notes").sorted(), conflicts.keys.map(\.description).sorted())
      do {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0, 1:
          let hour = Int.random(in: 10..<20, using: &generator)
          try set("/meetings/lima-2022", "starts", .text("\(hour):00"))
        case 2: try set("/meetings/lima-2022", "starts", nil)
        case 3, 4:
          let language = ["en", "es", "pt"].randomElement(using: &generator) ?? "en"
          try set("/meetings/lima-2022/title", language, .text("title \(number)"))
        case 5: _ = try addSource("source \(number)")
        case 6:
          guard let id = sources.randomElement(using: &generator) else { break }
          try set("/sources/\(id)", "title", .text("changed \(number)"))
        case 7:
          guard let id = sources.randomElement(using: &generator) else { break }
          try remove("/sources/\(id)")
        case 8: _ = try note("note \(number)\nline \(number)")
        case 9:
          guard let id = notes.randomElement(using: &generator) else { break }
          if Bool.random(using: &generator) {
            try remove("/notes/\(id)")
          } else {
            let lines = value("/notes/\(id)/text")?.text ?? ""
            try rewrite(id, lines + "\nmore \(number) of \(author)")
          }
        case 10:
          try set("/countries/PE/name", "fr", .text("Pérou \(number)"))
        default:
          guard let path = open.randomElement(using: &generator) else { break }
          try settle(path, side: Int.random(in: 0...1, using: &generator))
        }
      } catch is Refusal {}
    }
  }
}

// MARK: What is there

extension Desk {
  var conflicts: [FactPath: [ConflictSide]] {
    let found = text.document.root.entries(of: "conflicts").map { pointer, value in
      (
        Desk.path(pointer),
        value["sides"]?.elements.map { ConflictSide(stored: $0.recordValue) } ?? []
      )
    }
    return Dictionary(uniqueKeysWithValues: found)
  }

  func sides(_ path: String) -> [RecordValue?]? {
    conflicts[Desk.path(path)]?.map(\.value)
  }

  func ids(_ collection: String) -> [String] {
    text.document.root.entries(of: collection).filter { $0.value.kind != .null }.map(\.id)
  }

  /// What the record has somewhere: the edition's value with the store's over it.
  func value(_ pointer: String) -> RecordValue? {
    let tokens = Desk.path(pointer).tokens
    guard
      let root = try? JSONDocument(Edition.small, file: "edition").root.recordValue
    else { return nil }
    if tokens.first == "" {
      return MergePatch.apply(text.document.root.recordValue, to: root).value(
        at: tokens.dropFirst())
    }
    return MergePatch.apply(text.document.root.recordValue, to: root).value(at: tokens)
  }

  func dossier() throws -> Dossier {
    try Ledger.read(try Edition.document(Edition.small, file: "e"), text) { _ in }.dossier
  }

  /// What a pointer leads to; tests write them as they should.
  static func path(_ pointer: String) -> FactPath {
    FactPath(pointer: pointer) ?? FactPath()
  }

  func bytesContain(_ word: String) -> Bool {
    String(decoding: text.bytes, as: UTF8.self).contains(word)
  }

  /// What the store says, without the order in which a note's lines and a choice's sides stand.
  var sense: RecordValue {
    var sense = text.document.root.recordValue
    for id in ids("notes") {
      let lines = sense.value(at: ["notes", id, "text"])?.text?.split(separator: "\n") ?? []
      sense = sense.setting(
        .list(lines.sorted().map { .text(String($0)) }), at: ["notes", id, "text"])
    }
    for name in sense.fields.map({ Array($0.keys) }) ?? [] where sense[name] == .entry([:]) {
      sense[name] = nil
    }
    return sense
  }

  /// What the store says of the record and of what is to be chosen. Where several gave a place the
  /// same value, who of them is named is left out.
  var facts: RecordValue {
    var facts = sense
    for path in conflicts.keys {
      let values = (sides(path.description) ?? []).map { $0 ?? .null }
      facts = facts.setting(.list(values), at: ["conflicts", path.description])
      facts = facts.setting(nil, at: ["changes", path.description])
    }
    return facts
  }

  /// A value that a desk gave to a place: nil where it took it away.
  struct Edit: Hashable {
    let path: FactPath
    let value: RecordValue?
  }

  /// What is other than it was, as finely as it is merged.
  func edits(since base: Desk) -> [Edit] {
    var edits: [Edit] = []
    for collection in ["sources", "meetings", "countries", "notes"] {
      let (old, new) = (base.value("/\(collection)"), value("/\(collection)"))
      Desk.differences(old, new, at: [collection], &edits)
    }
    return edits
  }

  /// Where two values differ, for a person to read.
  static func difference(_ one: RecordValue, _ other: RecordValue) -> String {
    var edits: [Edit] = []
    differences(one, other, at: [], &edits)
    return edits.map { edit in
      "\(edit.path): \(one.value(at: edit.path.tokens)?.line ?? "nothing") against "
        + (edit.value?.line ?? "nothing")
    }.joined(separator: "\n")
  }

  private static func differences(
    _ old: RecordValue?, _ new: RecordValue?, at tokens: [String], _ edits: inout [Edit]
  ) {
    if old == new { return }
    guard case .entry(let fields) = new ?? (tokens.count == 1 ? .entry([:]) : .null) else {
      edits.append(Edit(path: FactPath(tokens), value: new))
      return
    }
    for name in Set(fields.keys).union(old?.fields.map { Array($0.keys) } ?? []) {
      differences(old?[name], fields[name], at: tokens + [name], &edits)
    }
  }

  /// Whether an edit is in the record, or among the versions to choose from.
  func has(_ edit: Edit) -> Bool {
    if edit.path.tokens[0] == "notes", edit.path.tokens.count > 2 {
      // Lines are joined; the time and the name are those of the last.
      guard edit.path.tokens[2] == "text" else { return true }
      let lines = value(edit.path.description)?.text?.split(separator: "\n") ?? []
      return (edit.value?.text ?? "").split(separator: "\n").allSatisfy { lines.contains($0) }
    }
    if value(edit.path.description) == edit.value { return true }
    return conflicts.contains { path, sides in
      path.leads(to: edit.path)
        && sides.contains {
          $0.value?.value(at: edit.path.tokens.dropFirst(path.tokens.count)) == edit.value
        }
    }
  }
}
