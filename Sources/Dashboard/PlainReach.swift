import Declaration
import Query

// Ways through the state that on a screen several keys lead.
extension DashboardState {
  /// Drops whatever waits for keys: in words every command is whole.
  mutating func leaveTyping() {
    (prompt, help, sheet, typedAhead) = (nil, nil, nil, [])
  }

  /// Selects a subject in its list and opens it, as Enter would; what stands in no list is followed
  /// like a link.
  mutating func reach(_ subject: Subject) {
    let views: Set<Pane> = [.matrix, .map, .comparison, .detail]
    if !views.contains(focus), openListed(subject, in: focus) { return }
    if let pane = subject.recordPane {
      showRecord(pane)
      settle()
      if openListed(subject, in: pane) { return }
    }
    follow(subject)
  }

  private mutating func openListed(_ subject: Subject, in pane: Pane) -> Bool {
    guard let place = entries(of: pane).firstIndex(of: subject) else { return false }
    endTrail()
    select(place, in: pane)
    settle()
    open()
    settle()
    return true
  }

  /// Goes on to a subject from the page that is told, so that back returns to it.
  mutating func follow(_ subject: Subject) {
    settle()
    guard subject != self.subject else { return }
    undone = []
    followed.append(
      FollowedPage(subject: subject, offsetBefore: 0, linkBefore: nil))
    (offsets[.detail], detailLink, focus) = (0, nil, .detail)
    settle()
  }

  // MARK: Names

  /// What a text names: a pillar or package by its number, a country or meeting, or whatever has all
  /// its words in its title.
  func subjects(named text: String) -> [Subject] {
    let words = text.lowercased().split(separator: " ")
    if words.count == 2, let number = Int(words[1]) {
      if words[0] == "pillar" || words[0] == language.text("pillar") {
        return dossier.pillars.filter { $0.number == number }.map { .pillar($0.id) }
      }
      if words[0] == "package" || text.lowercased() == language("package \(number: number)") {
        return snapshot.packages.filter { $0.number == number }.map { .package($0.id) }
      }
    }
    let named = snapshot.named(text).map { named -> Subject in
      switch named {
      case .country(let country): .country(country.id)
      case .meeting(let meeting): .meeting(meeting.id)
      }
    }
    guard named.isEmpty else { return named }
    let query = Query(text)
    guard !query.isEmpty, words.contains(where: { $0.count > 2 }) else { return [] }
    return titled.filter { query.admits(text: snapshot.fullName(of: $0)) }
  }

  /// Everything that has a title.
  private var titled: [Subject] {
    let snapshot = snapshot
    return dossier.pillars.map { .pillar($0.id) } + snapshot.packages.map { .package($0.id) }
      + dossier.countries.map { .country($0.id) } + snapshot.meetings.map { .meeting($0.id) }
      + snapshot.commitments.map { .commitment($0.id) }
      + snapshot.disputes.map { .dispute($0.id) }
      + snapshot.publishedSources.map { .source($0.id) }
  }
}

extension Subject {
  /// The list of the record in which it stands.
  fileprivate var recordPane: Pane? {
    switch self {
    case .pillar: .pillars
    case .country: .countries
    case .meeting, .context: .timeline
    default: nil
    }
  }
}
