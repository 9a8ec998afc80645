import Declaration

extension DashboardState {
  // MARK: Opening

  mutating func openForm(adding addition: Addition) {
    if case .form(let form) = drafts[.form(.add(addition))] { return show(form) }
    let places = addition.places.map(\.name)
    let context = ["meeting": contextID(.meetings), "country": contextID(.countries)]
      .compactMapValues { $0 }.filter { places.contains($0.key) }
    show(EntryForm(adding: addition, start: beginning(of: addition), context: context, language))
  }

  mutating func openForm(editing path: FactPath, now: RecordValue) {
    if case .form(let form) = drafts[.form(.edit(path))] { return show(form) }
    guard let fields = RecordCollection.fields(of: path) else { return }
    show(
      EntryForm(
        editing: path, named: snapshot.name(of: path), fields: fields, now: now,
        sources: dossier.own.changes(in: path).last?.sources ?? [], language))
    if hasLater(now, of: fields, at: path) {
      let day = DateText.short(snapshot.day, in: language)
      notice = Notice(
        language("All of the entry is here, also what was not known on \(day: day)."))
    }
  }

  /// Whether something in an entry could not be known on the as-of day.
  private func hasLater(
    _ entry: RecordValue, of fields: [RecordField], at path: FactPath
  ) -> Bool {
    fields.contains { field in
      guard let value = entry[field.name], value.elements?.isEmpty != true,
        value.fields?.isEmpty != true
      else { return false }
      return !snapshot.isKnown(FactPath(path.tokens + [field.name]))
    }
  }

  private mutating func show(_ form: EntryForm) {
    sheet = .form(form)
    if drafts.removeValue(forKey: .form(form.purpose)) != nil {
      notice = Notice(language("This is what you typed before; Ctrl-x starts over."))
    }
  }

  // MARK: Keys

  mutating func take(_ key: Key, for form: EntryForm) -> [Effect] {
    var form = form
    let page = max(1, sheetRectangle.inside.rows - 2)
    switch FormKeys.request(for: key) {
    case .save: return save(form)
    case .leave:
      leave(form)
      return []
    case .next:
      if key == .enter, form.isAtEnd { return save(form) }
      form.move(by: 1)
    case .previous: form.move(by: -1)
    case .pageDown: form.move(by: page)
    case .pageUp: form.move(by: -page)
    case .complete: complete(&form)
    case .nextCandidate: moveCandidate(by: 1, in: &form)
    case .previousCandidate: moveCandidate(by: -1, in: &form)
    case .languages: form.toggleLanguages()
    case .startOver: form.startOver()
    case nil: form.edit { _ = $0.take(key) }
    }
    sheet = .form(form)
    return []
  }

  private func complete(_ form: inout EntryForm) {
    let completion = FormCompletion(form.focused, in: dossier)
    guard completion.candidates.indices.contains(form.candidate), isCompleted(form) else {
      return form.move(by: 1)
    }
    let line = completion.line(with: completion.candidates[form.candidate])
    form.edit { $0.set(line) }
  }

  /// Whether Tab completes: something was begun, or the list was looked through, or it is needed.
  private func isCompleted(_ form: EntryForm) -> Bool {
    !form.focused.isEmpty || form.candidate > 0 || form.isNeeded(form.focused)
  }

  private func moveCandidate(by step: Int, in form: inout EntryForm) {
    let count = FormCompletion(form.focused, in: dossier).candidates.count
    form.chooseCandidate(form.candidate + step, of: count)
  }

  /// What was typed is kept, so that leaving loses nothing.
  private mutating func leave(_ form: EntryForm) {
    leaveSheet()
    guard form.isTouched else { return }
    drafts[.form(form.purpose)] = .form(form)
    let key = if case .add = form.purpose { "A" } else { "E" }
    notice = Notice(language("Not saved. What you typed is kept: \(key: key) brings it back."))
  }

  // MARK: Saving

  private mutating func save(_ form: EntryForm) -> [Effect] {
    var form = form
    form.wasTried = true
    if let fault = form.firstFault(in: dossier) {
      form.focus(on: fault.place)
      sheet = .form(form)
      notice = Notice(fault.reason, isWarning: true)
      return []
    }
    let value = form.value(in: dossier)
    let path: FactPath
    switch form.purpose {
    case .edit(let edited): path = edited
    case .add(let addition): path = addition.path(form.place)
    }
    if case .edit = form.purpose, value == form.base {
      if form.isSourceTouched, !dossier.own.changes(in: path).isEmpty {
        let amendment = Amendment(
          language("\(name: snapshot.name(of: path)): source of the change"), [],
          sources: form.sources(in: dossier), restated: [path])
        return send(.form(form), as: amendment)
      }
      leaveSheet()
      notice = Notice(language("Nothing was changed."))
      return []
    }
    if form.base == nil, hasEntry(at: path) {
      notice = Notice(
        language(
          "\(name: snapshot.name(of: path).capitalizedFirst) is in the record: \(key: label(.edit)) changes it."
        ),
        isWarning: true)
      sheet = .form(form)
      return []
    }
    let amendment = Amendment(
      summary(of: form, at: path, value),
      [Amendment.Part(path: path, base: form.base, value: tidied(value, form))],
      sources: form.sources(in: dossier))
    return send(.form(form), as: amendment)
  }

  private func hasEntry(at path: FactPath) -> Bool {
    let tokens = path.tokens
    if tokens.count == 4 { return dossier.meeting(tokens[1])?.attendance[tokens[3]] != nil }
    return tokens[0] == RecordCollection.endorsements.rawValue
      && dossier.endorsements[tokens[1]] != nil
  }

  /// A meeting is announced by its day at the latest; the as-of day is only where typing began.
  private func tidied(_ value: RecordValue, _ form: EntryForm) -> RecordValue {
    guard form.purpose == .add(.meeting),
      let announced = form.rows.first(where: { $0.way == ["announced"] }), !announced.isTouched,
      let last = value["date"]?.text.flatMap({ Period($0)?.last }), last < snapshot.day
    else { return value }
    return value.setting(nil, at: ["announced"])
  }

  private func summary(of form: EntryForm, at path: FactPath, _ value: RecordValue) -> String {
    switch form.purpose {
    case .edit:
      return
        "\(snapshot.name(of: path))\(language.colon) \(form.changedLabels(in: language).joined(separator: ", "))"
    case .add(.endorsement), .add(.attendance):
      return language("added: \(name: snapshot.name(of: path))")
    case .add(let addition):
      let title = value["title"] ?? value["text"]
      let words = title?.text ?? title?["en"]?.text
      return language("added: \(name: language.text(addition.phrase))")
        + (words.map { ", \($0)" } ?? "")
    }
  }
}
