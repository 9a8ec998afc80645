import Declaration

extension DashboardState {
  /// Cells of a row of a note, the cursor's own among them.
  var noteColumns: Int { max(2, sheetRectangle.inside.columns - 1) }

  /// A note on what the detail tells of; the chosen note itself, where one is chosen.
  mutating func beginNote() -> [Effect] {
    if case .own(.note(let id)) = target { return read(FactPath("notes", id), for: .note) }
    return write(
      NoteDraft(
        about: notedPath, id: nil, base: nil, named: snapshot.name(of: notedPath),
        language))
  }

  /// What a note or a bookmark is put on.
  var notedPath: FactPath { target?.path ?? FactPath() }

  mutating func openNote(_ path: FactPath, now: RecordValue) -> [Effect] {
    let pointer = now["about"]?.text ?? ""
    let about = FactPath(pointer: pointer) ?? FactPath()
    return write(
      NoteDraft(
        about: about, id: path.tokens.last, base: now, named: snapshot.name(of: about), language))
  }

  /// In the user's editor, else in a field of our own; what was typed before is there again.
  private mutating func write(_ draft: NoteDraft) -> [Effect] {
    if case .note(let kept) = drafts.removeValue(forKey: .note(about: draft.about, id: draft.id)) {
      sheet = .note(kept)
      notice = Notice(language("This is what you typed before; Ctrl-x starts over."))
      return []
    }
    guard hasEditor else {
      sheet = .note(draft)
      return []
    }
    noteInEditor = draft
    return [.editText(draft.original)]
  }

  /// Takes what came back from the user's editor.
  mutating func take(edited outcome: Edited) -> [Effect] {
    guard var note = noteInEditor else { return [] }
    noteInEditor = nil
    switch outcome {
    case .text(let text):
      note.area = TextArea(text)
      return save(note)
    case .unchanged: notice = Notice(language("The note is as it was."))
    case .unable(let reason):
      notice = Notice(language("\(reason: reason); write the note here."), isWarning: true)
      sheet = .note(note)
    }
    return []
  }

  mutating func take(_ key: Key, for note: NoteDraft) -> [Effect] {
    var note = note
    let page = max(1, sheetRectangle.inside.rows - 1)
    switch (FormKeys.request(for: key), key) {
    case (.save, _): return save(note)
    case (.leave, _):
      leave(note)
      return []
    case (.startOver, _): note.startOver()
    case (.pageDown, _): note.area.move(by: page, columns: noteColumns)
    case (.pageUp, _): note.area.move(by: -page, columns: noteColumns)
    default: _ = note.area.take(key, columns: noteColumns)
    }
    sheet = .note(note)
    return []
  }

  private mutating func leave(_ note: NoteDraft) {
    leaveSheet()
    guard note.isTouched else { return }
    drafts[.note(about: note.about, id: note.id)] = .note(note)
    notice = Notice(
      language("Not saved. What you typed is kept: \(key: label(.note)) brings it back."))
  }

  private mutating func save(_ note: NoteDraft) -> [Effect] {
    let text = note.area.text.trimmingBlankEnds
    guard !text.isEmpty else {
      if note.area.text.isEmpty, !note.isTouched { leaveSheet() } else { sheet = .note(note) }
      notice = Notice(
        note.id == nil
          ? language("An empty note is not kept.")
          : language("A note needs a text; \(key: label(.delete)) on it deletes it."))
      return []
    }
    guard note.isTouched else {
      leaveSheet()
      notice = Notice(language("Nothing was changed."))
      return []
    }
    let name = snapshot.name(of: note.about)
    let start = text.split(whereSeparator: \.isNewline).first.map { $0.prefix(30) } ?? ""
    let quoted = "“\(start)\(start.count < text.count ? "…" : "")”"
    let summary =
      note.id == nil
      ? "\(language("note on \(name: name)")) \(quoted)" : language("note on \(name: name) changed")
    let path = FactPath("notes", note.id ?? "")
    let part = Amendment.Part(path: path, base: note.base, value: note.value(text))
    return send(.note(note), as: Amendment(summary, [part]))
  }
}

extension String {
  /// The text without blanks and line breaks around it.
  fileprivate var trimmingBlankEnds: String {
    var text = self[...]
    while text.last?.isWhitespace ?? false { text.removeLast() }
    while text.first?.isNewline ?? false { text.removeFirst() }
    return String(text)
  }
}
