import Declaration

// What of the user's own could be known on a day, for what is printed as of it.
extension Snapshot {
  /// What the user changed and hid; what was added says so where it stands.
  public var ownToTell: [OwnChange] {
    known(dossier.own.changes).filter { change in
      change.kind != .added || change.path.tokens.count > 2 && !change.path.isPartWithSources
    }
  }

  /// What the user did to a meeting that invites to it.
  public func ownChanges(invitingTo meeting: MeetingID) -> [OwnChange] {
    ownChanges(at: [FactPath("meetings", meeting)]).filter { !$0.path.isOfReport }
  }

  /// What was done to a fact, in words for any reader; nil where it is the edition's. Its parts that
  /// have sources of their own, such as a country's attendance at a meeting, say it themselves.
  public func ownWord(at fact: FactPath) -> String? {
    let changes = ownChanges(at: [fact]).filter {
      fact.isPartWithSources || !$0.path.isPartWithSources
    }
    guard !changes.isEmpty else { return nil }
    let kind = Snapshot.kind(of: changes, to: fact)
    return changes.allSatisfy { $0.author == nil }
      ? language.text(kind.rawValue) : dossier.own.word(of: .of(kind), at: [fact], in: language)
  }

  /// What was done to an entry, in words for a list of them; nil where it is the edition's. A country
  /// is not added because its endorsement was: it has changed.
  public func ownWord(ofEntry entry: FactPath) -> String? {
    guard !dossier.own.changes.isEmpty, let subject = Subject(path: entry) else { return nil }
    let facts = dossier.entries(of: subject)
    let changes = ownChanges(at: facts)
    guard !changes.isEmpty else { return nil }
    return dossier.own.word(of: .of(Snapshot.kind(of: changes, to: entry)), at: facts, in: language)
  }

  private static func kind(of changes: [OwnChange], to fact: FactPath) -> OwnChange.Kind {
    changes.first { $0.path == fact }?.kind ?? .changed
  }
}

extension FactPath {
  /// Whether it leads to a country's part in something, which rests on sources of its own, or into
  /// it.
  fileprivate var isPartWithSources: Bool {
    tokens.count > 3 && ["attendance", "members"].contains(tokens[2])
  }
}
