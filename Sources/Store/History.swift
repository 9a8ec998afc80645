import Declaration

/// What was done to the store, step by step, so that each can be taken back.
///
/// The history is a file to which lines are only ever added, each a JSON object: a step with what
/// every entry was before and after it, or the word that a step was taken back or done again.
public struct History: Sendable {
  /// An entry before and after a step.
  struct Edit: Hashable, Sendable {
    let key: EntryKey
    let before: RecordValue?
    let after: RecordValue?

    var reversed: Edit { Edit(key: key, before: after, after: before) }
  }

  /// Something that was done as a whole.
  public struct Step: Hashable, Sendable {
    /// What was done, in a few words.
    public let summary: String
    /// When, ISO 8601 in UTC.
    public let made: String
    let edits: [Edit]
    /// Who did it, where the record is shared.
    var author: String?
    /// The id of its line.
    var id = ""
  }

  /// A line of the history.
  enum Entry: Hashable, Sendable {
    case step(Step)
    /// The step with this id was taken back.
    case undone(String)
    /// The step with this id was done again.
    case redone(String)
  }

  /// An entry of the history with an id of its own: a line that was written twice, because nobody
  /// could say whether the first had reached the disk, counts once.
  struct Line: Hashable, Sendable {
    let id: String
    let entry: Entry

    init(_ entry: Entry) {
      (self.id, self.entry) = (String(UInt64.random(in: .min ... .max), radix: 16), entry)
    }

    fileprivate init(id: String, entry: Entry) { (self.id, self.entry) = (id, entry) }
  }

  /// Steps that stand, the first first.
  public private(set) var done: [Step] = []
  /// Steps that were taken back, the last taken back last.
  public private(set) var undone: [Step] = []
  private var seen: Set<String> = []

  /// The history in a file's text. Lines that can't be read are passed over.
  init(_ bytes: [UInt8]) {
    for text in bytes.split(separator: UInt8(ascii: "\n")) {
      if let line = Line(Array(text)) { note(line) }
    }
  }

  /// Takes a line in, unless it was there already.
  mutating func note(_ line: Line) {
    guard seen.insert(line.id).inserted else { return }
    if case .step(var step) = line.entry {
      step.id = line.id
      note(.step(step))
    } else {
      note(line.entry)
    }
  }

  private mutating func note(_ entry: Entry) {
    switch entry {
    case .step(let step):
      done.append(step)
      undone = []
    case .undone(let id):
      if let place = done.lastIndex(where: { $0.id == id }) {
        undone.append(done.remove(at: place))
      }
    case .redone(let id):
      if let place = undone.lastIndex(where: { $0.id == id }) {
        done.append(undone.remove(at: place))
      }
    }
  }
}

extension History.Line {
  /// A line of the file; nil when it is not one.
  init?(_ text: [UInt8]) {
    guard let value = try? JSONDocument(text, file: "history").root.recordValue,
      let id = value["id"]?.text
    else { return nil }
    switch value["what"]?.text {
    case "undo": self.init(id: id, entry: .undone(value["step"]?.text ?? ""))
    case "redo": self.init(id: id, entry: .redone(value["step"]?.text ?? ""))
    case "step":
      guard let summary = value["summary"]?.text, let made = value["made"]?.text,
        let edits = value["edits"]?.elements
      else { return nil }
      let step = History.Step(
        summary: summary, made: made, edits: edits.compactMap { History.Edit($0) },
        author: value["by"]?.text)
      self.init(id: id, entry: .step(step))
    default: return nil
    }
  }

  /// The line of the file, with its end.
  var text: [UInt8] {
    var fields: [String: RecordValue] = ["id": .text(id)]
    switch entry {
    case .undone(let step): (fields["what"], fields["step"]) = (.text("undo"), .text(step))
    case .redone(let step): (fields["what"], fields["step"]) = (.text("redo"), .text(step))
    case .step(let step):
      fields["what"] = .text("step")
      fields["summary"] = .text(step.summary)
      fields["made"] = .text(step.made)
      fields["by"] = step.author.map(RecordValue.text)
      fields["edits"] = .list(step.edits.map(\.value))
    }
    return RecordValue.entry(fields).jsonLine + [UInt8(ascii: "\n")]
  }
}

extension History.Edit {
  fileprivate init?(_ value: RecordValue) {
    guard let collection = value["collection"]?.text, let id = value["id"]?.text,
      let key = EntryKey(FactPath(collection, id))
    else { return nil }
    self.init(key: key, before: value["before"], after: value["after"])
  }

  fileprivate var value: RecordValue {
    var fields: [String: RecordValue] = ["collection": .text(key.collection), "id": .text(key.id)]
    fields["before"] = before
    fields["after"] = after
    return .entry(fields)
  }
}
