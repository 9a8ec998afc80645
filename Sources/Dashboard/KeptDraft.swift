import Declaration

// What was typed and not saved when the program was ended from outside, as a value: the next
// session gives it back.

extension DashboardState {
  /// Whether something was typed in what is open, or is being saved and may yet be refused.
  public var isTyping: Bool { sheet?.isTouched ?? false || !sending.isEmpty }

  /// What was typed and not saved, in forms and notes that are open and that were left.
  var keptDrafts: [RecordValue] { kept(drafts.values + openDrafts) }

  /// The same with what is being saved and may yet be refused, and what is not on the disk.
  public var typedSoFar: [RecordValue] {
    kept(drafts.values + openDrafts + sending.map(\.sheet) + savedInMemory)
  }

  private var openDrafts: [Sheet] { [sheet].compactMap { $0 }.filter(\.isTouched) }

  private func kept(_ sheets: some Sequence<Sheet>) -> [RecordValue] {
    (sheets.compactMap(\.kept) + laterDrafts)
      .sorted { $0.order.lexicographicallyPrecedes($1.order) }
  }

  /// Takes what the last session could not save. What means nothing here is passed over.
  mutating func resume(drafts kept: [RecordValue]) {
    for kept in kept {
      let sheet = NoteDraft(kept: kept, in: snapshot).map(Sheet.note)
      guard let sheet = sheet ?? EntryForm(kept: kept, in: snapshot).map(Sheet.form),
        let key = sheet.draftKey
      else { continue }
      if drafts[key] == nil { drafts[key] = sheet } else { laterDrafts.append(kept) }
    }
    draftsAtStart = keptDrafts
    guard !drafts.isEmpty, notice == nil else { return }
    goToDraft()
    notice = Notice(wordsOfDrafts)
  }

  /// Shows the page of what a draft is about, unless one is shown: there its key opens it.
  private mutating func goToDraft() {
    relist()
    let subjects = drafts.keys.compactMap(\.subject)
      .filter { dossier.has($0) && snapshot.isKnown($0.path) }
      .sorted { $0.path.description < $1.path.description }
    guard let first = subjects.first, !subjects.contains(where: { $0 == subject }) else { return }
    followedFrom = listSubject
    go(to: first)
    focus = .detail
  }

  /// What is kept, as far as there is room in the footer, with the key that opens it where it does.
  private var wordsOfDrafts: String {
    let names = drafts.map { key, sheet in
      let opens = key.subject == nil || key.subject == subject
      return (sheet.title ?? "") + (opens ? " (\(label(key.request)))" : "")
    }.sorted()
    let texts = (1...max(1, names.count)).reversed().map { count in
      let list = names.prefix(count).joined(separator: ", ")
      let rest = names.count - count
      return rest == 0
        ? language("Kept from last time, not saved: \(list: list)")
        : language("Kept from last time, not saved: \(list: list) and \(count: rest) more")
    }
    return texts.first { $0.cellWidth < size.columns - 1 } ?? texts.last ?? ""
  }
}

extension DraftKey {
  /// What opens it again where the same is selected.
  fileprivate var request: Request {
    switch self {
    case .form(.add): .add
    case .form(.edit): .edit
    case .note: .note
    }
  }

  /// What has to be selected for that.
  fileprivate var subject: Subject? {
    switch self {
    case .form(.add): nil
    case .form(.edit(let path)): Subject(path: path)
    case .note(let about, _): Subject(path: about)
    }
  }
}

extension Remembered {
  /// What was typed and not saved.
  public var drafts: [RecordValue] { value["unsaved"]?.elements ?? [] }

  /// Whether there is nothing else.
  public var isOfDraftsAlone: Bool { value.fields?.keys.allSatisfy { $0 == "unsaved" } ?? false }

  /// The same with what was typed and not saved.
  public func with(drafts: [RecordValue]) -> Remembered {
    var value = value
    value["unsaved"] = drafts.isEmpty ? nil : .list(drafts)
    return Remembered(value)
  }

  /// The same without some of what was typed and not saved.
  public func without(_ gone: [RecordValue]) -> Remembered {
    with(drafts: drafts.filter { !gone.contains($0) })
  }

  /// The same without anything else.
  public var withDraftsAlone: Remembered { Remembered(drafts: drafts) }

  /// What was typed and not saved, and nothing else.
  public init(drafts: [RecordValue]) { self.init(.entry(["unsaved": .list(drafts)])) }

  /// The same with what another session left unsaved since this one began. Where it went on with what
  /// this one left as it was, that of the other stays; where both went on, both.
  ///
  /// - Parameters:
  ///   - other: what the other session left.
  ///   - start: what this one began with, which it has taken over or done away with.
  public func joined(with other: Remembered, since start: Remembered?) -> Remembered {
    let known = start?.drafts ?? []
    let others = other.drafts.filter { !known.contains($0) && !drafts.contains($0) }
    guard !others.isEmpty else { return self }
    let own = drafts.filter { draft in
      !known.contains(draft) || !others.contains { $0.order == draft.order }
    }
    let all = (own + others).sorted { $0.order.lexicographicallyPrecedes($1.order) }
    return with(drafts: all)
  }
}

extension Sheet {
  /// Whether something was typed in it that is not saved.
  var isTouched: Bool {
    switch self {
    case .note(let note): note.isTouched
    case .form(let form): form.isTouched
    case .reading, .menu, .palette: false
    }
  }

  fileprivate var title: String? {
    switch self {
    case .note(let note): note.title
    case .form(let form): form.title
    case .reading, .menu, .palette: nil
    }
  }

  fileprivate var kept: RecordValue? {
    switch self {
    case .note(let note): note.kept
    case .form(let form): form.kept
    case .reading, .menu, .palette: nil
    }
  }
}

extension NoteDraft {
  fileprivate var kept: RecordValue {
    var fields: [String: RecordValue] = [
      "note": .text(about.description), "text": .text(area.text),
    ]
    fields["id"] = id.map(RecordValue.text)
    fields["base"] = base
    return .entry(fields)
  }

  fileprivate init?(kept: RecordValue, in snapshot: Snapshot) {
    guard let pointer = kept["note"]?.text, let text = kept["text"]?.text,
      let about = pointer.isEmpty ? FactPath() : FactPath(pointer: pointer)
    else { return nil }
    self.init(
      about: about, id: kept["id"]?.text, base: kept["base"], named: snapshot.name(of: about),
      snapshot.language)
    area = TextArea(text)
  }
}

extension EntryForm {
  fileprivate var kept: RecordValue {
    let lines = rows.filter { $0.isTouched || $0.isTyped || $0.way == nil }.map { row in
      RecordValue.list((row.place.words + [row.editor.text]).map(RecordValue.text))
    }
    var fields = ["lines": RecordValue.list(lines), "start": start]
    switch purpose {
    case .add(let addition): fields["add"] = .text(addition.rawValue)
    case .edit(let path): fields["edit"] = .text(path.description)
    }
    return .entry(fields)
  }

  fileprivate init?(kept: RecordValue, in snapshot: Snapshot) {
    guard let start = kept["start"], start.fields != nil else { return nil }
    if let addition = kept["add"]?.text.flatMap(Addition.init(rawValue:)) {
      self.init(adding: addition, start: start, context: [:], snapshot.language)
    } else if let path = kept["edit"]?.text.flatMap(FactPath.init(pointer:)),
      let fields = RecordCollection.fields(of: path)
    {
      self.init(
        editing: path, named: snapshot.name(of: path), fields: fields, now: start,
        snapshot.language)
    } else {
      return nil
    }
    for line in kept["lines"]?.elements ?? [] {
      let words = (line.elements ?? []).compactMap(\.text)
      guard let text = words.last, let place = FormRow.Place(words: words.dropLast()) else {
        continue
      }
      retype(text, at: place)
    }
    focus(on: rows.firstIndex(where: \.isTouched) ?? 0)
  }
}

extension FormRow.Place {
  /// As it is kept: what it is for, and the way to it.
  fileprivate var words: [String] {
    switch self {
    case .value(let way): ["value"] + way
    case .path(let name): ["path", name]
    case .changeSource: ["source"]
    }
  }

  fileprivate init?(words: some Collection<String>) {
    let rest = Array(words.dropFirst())
    switch (words.first, rest.count) {
    case ("value", 1...): self = .value(rest)
    case ("path", 1): self = .path(rest[0])
    case ("source", 0): self = .changeSource
    default: return nil
    }
  }
}

extension RecordValue {
  /// By which drafts are sorted, so that the same are always written alike.
  fileprivate var order: [String] {
    ["note", "id", "add", "edit"].map { self[$0]?.text ?? "" }
  }
}
