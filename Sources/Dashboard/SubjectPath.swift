import Declaration

/// An entry of the user's own record, as the list of it has them.
public enum OwnEntry: Hashable, Sendable {
  /// A field with two values.
  case conflict(FactPath)
  /// An entry of the store that can't be read.
  case rejected(FactPath)
  /// Something that is bookmarked.
  case bookmark(FactPath)
  /// A note by its key.
  case note(String)
  /// Something added, changed or hidden.
  case change(FactPath)
}

extension Subject {
  /// Where the subject stands in the record.
  var path: FactPath {
    switch self {
    case .pillar(let id): FactPath("pillars", id)
    case .package(let id): FactPath("packages", id)
    case .country(let code): FactPath("countries", code)
    case .meeting(let id): FactPath("meetings", id)
    case .commitment(let id): FactPath("commitments", id)
    case .context(let id): FactPath("context", id)
    case .dispute(let id): FactPath("disputes", id)
    case .source(let id): FactPath("sources", id)
    case .own(.note(let id)): FactPath("notes", id)
    case .own(.conflict(let path)), .own(.rejected(let path)), .own(.bookmark(let path)),
      .own(.change(let path)):
      path
    }
  }

  /// What a fact's place in the record belongs to.
  public init?(path: FactPath) {
    guard path.tokens.count >= 2 else { return nil }
    let id = path.tokens[1]
    switch path.tokens[0] {
    case "pillars": self = .pillar(id)
    case "packages": self = .package(id)
    case "countries", "endorsements": self = .country(id)
    case "meetings": self = .meeting(id)
    case "commitments": self = .commitment(id)
    case "context": self = .context(id)
    case "disputes": self = .dispute(id)
    case "sources": self = .source(id)
    default: return nil
    }
  }
}

extension Dossier {
  /// Whether there is still something to tell of a subject.
  func has(_ subject: Subject) -> Bool {
    switch subject {
    case .own(.note(let id)): own.notes.contains { $0.id == id }
    case .own(.bookmark(let path)): own.isBookmarked(path)
    case .own(.change(let path)): own.changes.contains { $0.path == path }
    case .own(.conflict(let path)): own.conflicts.contains { $0.path == path }
    case .own(.rejected(let path)): own.rejected.contains { $0.path == path }
    case .source(let id): sources[id] != nil
    default:
      RecordCollection(rawValue: subject.path.tokens[0]).map {
        contains(subject.path.tokens[1], in: $0)
      } ?? false
    }
  }
}

// Facts in words, by their places in the record.
extension Snapshot {
  /// A fact in a few words: `Lima 6 Oct 2022, date`, `endorsement of Peru`.
  func name(of path: FactPath) -> String {
    let tokens = path.tokens
    guard tokens.count >= 2, let collection = RecordCollection(rawValue: tokens[0]) else {
      return tokens.isEmpty ? language("the record") : tokens.joined(separator: " ")
    }
    if tokens.count >= 4, let nested = path.editable, nested.tokens.count == 4 {
      return nestedName(nested, collection) + field(of: path, after: nested)
    }
    return entryName(collection, tokens[1]) + field(of: path, after: path.entry)
  }

  private func entryName(_ collection: RecordCollection, _ id: String) -> String {
    if collection == .endorsements { return language("endorsement of \(country: country(id))") }
    if let subject = Subject(path: FactPath(collection.rawValue, id)), dossier.has(subject) {
      return name(of: subject)
    }
    let name = collection.entryName.split(separator: " ").dropFirst().joined(separator: " ")
    return "\(language.text(name)) \(id)"
  }

  private func nestedName(_ path: FactPath, _ collection: RecordCollection) -> String {
    let owner = entryName(collection, path.tokens[1])
    let who = country(path.tokens[3])
    return collection == .meetings
      ? language("attendance of \(country: who), \(meeting: owner)")
      : language("\(country: who) in \(name: owner)")
  }

  private func country(_ code: CountryCode) -> String {
    dossier.country(code)?.name[language] ?? code
  }

  /// The field of an entry that a path leads to, after a comma.
  private func field(of path: FactPath, after entry: FactPath) -> String {
    label(of: path, in: entry).map { ", \($0.loweredFirst)" } ?? ""
  }

  /// What the field of an entry that a path leads to is called; nil for the entry itself.
  func label(of path: FactPath, in entry: FactPath) -> String? {
    guard path.tokens.count > entry.tokens.count else { return nil }
    let name = path.tokens[entry.tokens.count]
    return RecordCollection.fields(of: entry)?.first { $0.name == name }.map {
      language.text($0.label)
    }
      ?? name
  }
}

extension Snapshot {
  /// A text in which the places of facts are replaced by their names.
  func naming(pointersIn text: String) -> String {
    var (named, rest) = ("", text[...])
    while let slash = rest.firstIndex(of: "/") {
      let before = slash == rest.startIndex ? named.last : rest[rest.index(before: slash)]
      let isStart = before.map { " “«(\u{A0}".contains($0) } ?? true
      named += rest[..<slash]
      rest = rest[slash...]
      var pointer = rest.prefix { !" ,;”»)\u{A0}".contains($0) }
      while let last = pointer.last, ".:".contains(last) { pointer.removeLast() }
      if isStart, let path = FactPath(pointer: String(pointer)), isFact(path) {
        named += name(ofAny: path)
      } else {
        pointer = rest.prefix(1)
        named += pointer
      }
      rest = rest[pointer.endIndex...]
    }
    return named + rest
  }

  private func isFact(_ path: FactPath) -> Bool {
    path.tokens.count > 1
      && (path.tokens[0] == "notes" || RecordCollection(rawValue: path.tokens[0]) != nil)
  }

  /// A fact or a note in a few words.
  func name(ofAny path: FactPath) -> String {
    guard path.tokens.first == "notes" else { return name(of: path) }
    let note = dossier.own.notes.first { $0.id == path.tokens.dropFirst().first }
    return note.map { language("note on \(name: name(of: $0.about))") } ?? language("a note")
  }
}

extension String {
  /// The text within a sentence; abbreviations keep their capitals.
  var loweredFirst: String {
    let isAbbreviation = dropFirst().first?.isUppercase ?? false
    return isAbbreviation ? self : prefix(1).lowercased() + dropFirst()
  }
}
