import Declaration

// What a mark tells of the user's own record, wherever a fact stands: nothing that was not known on
// the day.
extension Snapshot {
  /// Whether a fact was added or changed; nil when it is the edition's.
  func changeSign(at facts: [FactPath]) -> Sign? {
    OwnRecord.sign(of: ownChanges(at: facts))
  }

  /// What was done to some facts and in them; what holds them, such as a meeting that was added,
  /// speaks for itself.
  func ownChanges(at facts: [FactPath]) -> [OwnChange] {
    let own = dossier.own
    guard !own.changes.isEmpty else { return [] }
    return known(facts.flatMap { fact in own.changes(in: fact).filter { fact.leads(to: $0.path) } })
  }

  /// The sign that says most of some facts, for a list that has one cell for it.
  func ownSign(at facts: [FactPath]) -> Sign? {
    let own = dossier.own
    guard !own.isEmpty || !own.arrived.isEmpty else { return nil }
    if facts.contains(where: { !own.conflicts(in: $0).isEmpty }) { return .conflict }
    if facts.contains(where: own.hasArrived) { return .arrived }
    if let change = changeSign(at: facts) { return change }
    if facts.contains(where: { !own.notes(on: $0).isEmpty }) { return .noted }
    return facts.contains(where: own.isBookmarked) ? .bookmarked : nil
  }

  /// Everything that there is to say of some facts, for a page.
  func ownSigns(at facts: [FactPath]) -> [Sign] {
    let own = dossier.own
    guard !own.isEmpty else { return [] }
    var signs: [Sign] = []
    if facts.contains(where: { !own.conflicts(in: $0).isEmpty }) { signs.append(.conflict) }
    if let change = changeSign(at: facts) { signs.append(change) }
    if facts.contains(where: { !own.notes(on: $0).isEmpty }) { signs.append(.noted) }
    if facts.contains(where: own.isBookmarked) { signs.append(.bookmarked) }
    return signs
  }

  /// The first cell of a subject's row in a list: a mark of the user's record, or a blank.
  func ownMark(of subject: Subject) -> Line {
    let own = dossier.own
    guard !own.isEmpty || !own.arrived.isEmpty,
      let sign = ownSign(at: dossier.entries(of: subject))
    else { return Line(" ") }
    return Line(sign.character, sign.role)
  }
}

extension OwnRecord {
  /// What was done by some changes; nil by none.
  static func sign(of changes: [OwnChange]) -> Sign? {
    let kinds = Set(changes.map(\.kind))
    return kinds.count > 1 ? .changed : kinds.first.map(Sign.of)
  }

  /// What a sign says of some facts: by whom it was done, where others take part.
  func word(of sign: Sign, at facts: [FactPath], in language: Language) -> String {
    let kinds = Sign.changes.filter { $0.sign.character == sign.character }.map(\.kind)
    guard !kinds.isEmpty else { return sign.word(in: language) }
    let changes = facts.flatMap { self.changes(in: $0) }
    let authors = Set(changes.compactMap(\.author)).sorted()
    guard let first = authors.first, !changes.contains(where: { $0.author == nil }) else {
      return sign.word(in: language)
    }
    let who = authors.count > 2 ? "\(first)…" : authors.joined(separator: ", ")
    switch kinds[0] {
    case .added: return language("added by \(name: who)")
    case .changed: return language("changed by \(name: who)")
    case .hidden: return language("hidden by \(name: who)")
    }
  }
}

extension Dossier {
  /// The entries of the record in which a subject's facts stand.
  public func entries(of subject: Subject) -> [FactPath] {
    guard case .country(let code) = subject else { return [subject.path] }
    return [subject.path, FactPath("endorsements", code)]
      + meetings.map { FactPath("meetings", $0.id, "attendance", code) }
      + packages.map { FactPath("packages", $0.id, "members", code) }
  }
}

extension OwnChange {
  /// What was done, and what the edition has in place of what was changed.
  func words(in language: Language) -> (done: String, edition: String?) {
    guard kind == .changed else {
      // Where somebody is named after it, it was not always the reader.
      let word = author == nil ? Sign.of(kind).word(in: language) : language.text(kind.rawValue)
      return (word, nil)
    }
    let (before, now) = values(in: language)
    return (
      now ?? language("taken away"),
      language("the edition has \(text: before ?? language("nothing"))")
    )
  }

  /// What was there and what is there now, as the pages say it where it is one of a few words.
  func values(in language: Language) -> (before: String?, now: String?) {
    (before.map { word(for: $0, in: language) }, now.map { word(for: $0, in: language) })
  }

  private func word(for value: String, in language: Language) -> String {
    switch path.tokens.last {
    case "status":
      Attendance.Status(rawValue: value).map { Sign.of($0).word(in: language) } ?? value
    case "role", "state": language.text(value)
    case "amount": Int(value).map { Figures.grouped($0, in: language) } ?? value
    default: value
    }
  }
}
