import Declaration

extension DetailText {
  /// What the user's own record has on a subject: versions to choose from, changes, notes.
  mutating func tellOwn(of subject: Subject) {
    let own = snapshot.dossier.own
    guard !own.isEmpty || !own.past.steps.isEmpty else { return }
    let entries = snapshot.dossier.entries(of: subject)
    for conflict in entries.flatMap({ own.conflicts(in: $0) }) {
      tell(of: conflict, on: subject)
    }
    let changes = snapshot.ownChanges(at: entries)
    if !changes.isEmpty {
      // What colleagues did is not the reader's own.
      let isShared = changes.contains { $0.author != nil }
      heading(isShared ? language("Changes") : language("Your changes"))
      for change in changes { bullet(change, on: subject.path) }
    }
    let notes = entries.flatMap { own.notes(on: $0) }
    if !notes.isEmpty {
      let isShared = notes.contains { $0.author != nil }
      heading(isShared ? language("Notes") : language("Your notes"))
      for note in notes { bullet(note) }
    }
    tellPast(of: entries, on: subject.path)
  }

  /// Two values of a field, to choose from.
  mutating func tell(of conflict: OwnConflict, on subject: Subject) {
    heading(language("Two versions: \(name: snapshot.name(of: conflict.path))"))
    for (place, side) in conflict.sides.enumerated() {
      var line = Line(language.text(side.who), .heading)
      line.append("\(language.colon) \(snapshot.words(of: side, in: conflict))")
      line.append(facts(made: side.made, sources: side.sources), .quiet)
      if place == 0 { line.append(", " + language("shows now"), .quiet) }
      bullet(
        line, sign: .conflict, target: subject,
        request: .settle(conflict.path, side: place))
    }
    paragraph(howToChoose(from: conflict), role: .quiet)
  }

  private func howToChoose(from conflict: OwnConflict) -> String {
    let key = label(.open)
    if keys != nil { return language("\(key: key) on one of them chooses it.") }
    if conflict.path.entry == conflict.path {
      return language(
        "\(key: key) on one of them in the dashboard chooses it; “ladmp remove” takes it away.")
    }
    return language(
      "\(key: key) on one of them in the dashboard, or “ladmp set” with its value, chooses it.")
  }

  /// A change with what the edition has, its date and its sources.
  ///
  /// - Parameter page: the entry that the page is about, which needs no naming.
  private mutating func bullet(_ change: OwnChange, on page: FactPath) {
    let label = change.path.editable == page ? snapshot.label(of: change.path, in: page) : nil
    let what = label ?? snapshot.name(of: change.path).capitalizedFirst
    var line = Line("\(what): ", .label)
    let (done, edition) = change.words(in: language)
    line.append(done)
    if let edition { line.append("\(language.semicolon) \(edition)", .quiet) }
    line.append(facts(made: change.made, sources: change.sources, by: change.author), .quiet)
    bullet(line, sign: Sign.of(change.kind), target: .own(.change(change.path)))
  }

  /// When a change was made and on what it rests.
  private func facts(made: String?, sources: [SourceID], by author: String? = nil) -> String {
    let names = sources.map { id in
      id == Source.ownKnowledge
        ? language("own knowledge") : snapshot.dossier.sources[id]?.publisher ?? id
    }
    let made = made.map { DateText.moment($0, in: language) }
    let source = names.isEmpty ? nil : language("source: \(list: names.joined(separator: ", "))")
    let facts = [author, made, source].compactMap { $0 }.joined(separator: ", ")
    return facts.isEmpty ? "" : " (\(facts))"
  }

  private mutating func bullet(_ note: Note) {
    var lines = note.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Line(String($0)) }
    if lines.isEmpty { lines = [Line()] }
    let moment = DateText.moment(note.written, in: language)
    lines.append(Line([note.author, moment].compactMap { $0 }.joined(separator: ", "), .quiet))
    block(lines, sign: .noted, target: .own(.note(note.id)))
  }

  /// An entry of the user's record by itself.
  mutating func tell(of entry: OwnEntry) {
    let own = snapshot.dossier.own
    switch entry {
    case .note(let id):
      guard let note = own.notes.first(where: { $0.id == id }) else { return }
      title(language("Note on \(name: snapshot.name(of: note.about))"))
      fact(
        language("Written"),
        [DateText.moment(note.written, in: language), note.author].compactMap { $0 }
          .joined(separator: ", "))
      factOnAbout(note.about)
      gap()
      for line in note.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        paragraph(String(line))
      }
      tellPast(of: [FactPath("notes", id)], on: FactPath("notes", id))
    case .bookmark(let path):
      tellSubject(of: path, "\(Sign.bookmarked.character) \(language("Bookmark"))")
    case .change(let path): tell(ofChangeAt: path)
    case .conflict(let path):
      guard let conflict = own.conflicts.first(where: { $0.path == path }) else { return }
      title("\(Sign.conflict.character) \(snapshot.name(of: path).capitalizedFirst)")
      paragraph(
        language(
          """
          This was changed in two places apart. Both versions are kept until one is chosen.
          """))
      tell(of: conflict, on: .own(entry))
      gap()
      factOnAbout(path)
      tellPast(of: [path], on: path.editable ?? path.entry)
    case .rejected(let path):
      title("\(Sign.rejected.character) \(path.tokens.joined(separator: " "))")
      paragraph(own.rejected.first { $0.path == path }?.fault ?? "", role: .warning)
      gap()
      paragraph(
        language(
          """
          The entry is kept as it is in the store and shows nowhere. Mend it in the store's file, \
          then press \(key: label(.own)) twice; or \(text: label(.edit)) to mend it here.
          """))
    }
  }

  private mutating func tell(ofChangeAt path: FactPath) {
    let changes = snapshot.dossier.own.changes.filter { $0.path == path }
    guard let change = changes.first else { return }
    guard change.kind == .hidden else {
      tellSubject(
        of: path,
        "\(snapshot.name(of: path).capitalizedFirst), \(language.text(change.kind.rawValue))")
      return
    }
    title(language("Hidden: \(name: snapshot.name(of: path))"))
    for change in changes { bullet(change, on: FactPath()) }
    heading(language("What the edition has"))
    paragraph(change.before ?? language("nothing"))
    gap()
    paragraph(language("\(key: label(.delete)) shows it again."), role: .quiet)
  }

  private mutating func tellSubject(of path: FactPath, _ heading: String) {
    guard let subject = Subject(path: path), snapshot.dossier.has(subject) else {
      title(heading)
      return factOnAbout(path)
    }
    paragraph(heading, role: .quiet)
    gap()
    tell(of: subject)
  }

  private mutating func factOnAbout(_ path: FactPath) {
    let subject = Subject(path: path).flatMap { snapshot.dossier.has($0) ? $0 : nil }
    fact(language("About"), snapshot.name(of: path), target: subject)
  }
}

extension Sign {
  /// The signs of what was done to facts.
  static let changes: [(kind: OwnChange.Kind, sign: Sign)] = [
    (.added, .added), (.changed, .changed), (.hidden, .hidden),
  ]

  static func of(_ kind: OwnChange.Kind) -> Sign {
    switch kind {
    case .added: .added
    case .changed: .changed
    case .hidden: .hidden
    }
  }
}
