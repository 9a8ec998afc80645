import Declaration

// What a mark tells of the user's own record, wherever a fact stands.
extension OwnRecord {
  /// Whether a fact was added or changed; nil when it is the edition's.
  func changeSign(at facts: [FactPath]) -> Sign? {
    guard !changes.isEmpty else { return nil }
    let found = facts.flatMap { changes(in: $0) }
    guard !found.isEmpty else { return nil }
    let kinds = Set(found.map(\.kind))
    return kinds.count == 1 ? kinds.first.map(Sign.of) : .changed
  }

  /// The sign that says most of some facts, for a list that has one cell for it.
  func sign(at facts: [FactPath]) -> Sign? {
    guard !isEmpty || !arrived.isEmpty else { return nil }
    if facts.contains(where: { !conflicts(in: $0).isEmpty }) { return .conflict }
    if facts.contains(where: hasArrived) { return .arrived }
    if let change = changeSign(at: facts) { return change }
    if facts.contains(where: { !notes(on: $0).isEmpty }) { return .noted }
    return facts.contains(where: isBookmarked) ? .bookmarked : nil
  }

  /// Everything that there is to say of some facts, for a page.
  func signs(at facts: [FactPath]) -> [Sign] {
    guard !isEmpty else { return [] }
    var signs: [Sign] = []
    if facts.contains(where: { !conflicts(in: $0).isEmpty }) { signs.append(.conflict) }
    if let change = changeSign(at: facts) { signs.append(change) }
    if facts.contains(where: { !notes(on: $0).isEmpty }) { signs.append(.noted) }
    if facts.contains(where: isBookmarked) { signs.append(.bookmarked) }
    return signs
  }
}

extension OwnRecord {
  /// What was done to some facts, in words; nil where they are the edition's.
  func changeWord(at facts: [FactPath], in language: Language) -> String? {
    changeSign(at: facts).map { word(of: $0, at: facts, in: language) }
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
  func entries(of subject: Subject) -> [FactPath] {
    guard case .country(let code) = subject else { return [subject.path] }
    return [subject.path, FactPath("endorsements", code)]
      + meetings.map { FactPath("meetings", $0.id, "attendance", code) }
      + packages.map { FactPath("packages", $0.id, "members", code) }
  }

  /// The first cell of a subject's row in a list: a mark of the user's record, or a blank.
  func ownMark(of subject: Subject) -> Line {
    guard !own.isEmpty || !own.arrived.isEmpty, let sign = own.sign(at: entries(of: subject)) else {
      return Line(" ")
    }
    return Line(sign.character, sign.role)
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
    let before = before ?? language("nothing")
    return (now ?? language("taken away"), language("the edition has \(text: before)"))
  }
}
