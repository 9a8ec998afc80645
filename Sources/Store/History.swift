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
  }

  /// A line of the history.
  enum Entry: Hashable, Sendable {
    case step(Step)
    /// The last step that was not taken back was.
    case undone
    /// The last step that was taken back was done again.
    case redone
  }

  /// Steps that stand, the first first.
  public private(set) var done: [Step] = []
  /// Steps that were taken back, the last taken back last.
  public private(set) var undone: [Step] = []

  /// The history in a file's text. Lines that can't be read are passed over.
  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let entry = Entry(line: Array(line)) { note(entry) }
    }
  }

  mutating func note(_ entry: Entry) {
    switch entry {
    case .step(let step):
      done.append(step)
      undone = []
    case .undone: if let step = done.popLast() { undone.append(step) }
    case .redone: if let step = undone.popLast() { done.append(step) }
    }
  }
}

extension History.Entry {
  /// A line of the file; nil when it is not one.
  init?(line: [UInt8]) {
    guard let value = try? JSONDocument(line, file: "history").root.recordValue else { return nil }
    switch value["what"]?.text {
    case "undo": self = .undone
    case "redo": self = .redone
    case "step":
      guard let summary = value["summary"]?.text, let made = value["made"]?.text,
        let edits = value["edits"]?.elements
      else { return nil }
      self = .step(
        History.Step(summary: summary, made: made, edits: edits.compactMap { History.Edit($0) }))
    default: return nil
    }
  }

  /// The line of the file, with its end.
  var line: [UInt8] {
    let value: RecordValue =
      switch self {
      case .undone: .entry(["what": .text("undo")])
      case .redone: .entry(["what": .text("redo")])
      case .step(let step):
        .entry([
          "what": .text("step"), "summary": .text(step.summary), "made": .text(step.made),
          "edits": .list(step.edits.map(\.value)),
        ])
      }
    return value.jsonLine + [UInt8(ascii: "\n")]
  }
}

extension History.Edit {
  fileprivate init?(_ value: RecordValue) {
    guard let collection = value["collection"]?.text, let id = value["id"]?.text else { return nil }
    self.init(key: EntryKey(collection, id), before: value["before"], after: value["after"])
  }

  fileprivate var value: RecordValue {
    var fields: [String: RecordValue] = ["collection": .text(key.collection), "id": .text(key.id)]
    fields["before"] = before
    fields["after"] = after
    return .entry(fields)
  }
}
