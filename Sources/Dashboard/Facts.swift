import Declaration

extension Snapshot {
  /// A fact in a line, and what to open for it.
  struct Fact: Hashable {
    let text: String
    let subject: Subject
  }

  /// A commitment that was known, by its key.
  func commitment(_ id: CommitmentID) -> Commitment? {
    dossier.commitment(id).flatMap { $0.announced.last <= day ? $0 : nil }
  }

  /// The facts known on the day that rest on a source, the first of them, and how many there are.
  func facts(restingOn source: SourceID, atMost limit: Int) -> (first: [Fact], count: Int) {
    var (facts, count): ([Fact], Int) = ([], 0)
    func note(_ sourced: some Sourced, _ text: @autoclosure () -> String, _ subject: Subject) {
      guard sourced.sources.contains(source) else { return }
      count += 1
      if count <= limit { facts.append(Fact(text: text(), subject: subject)) }
    }
    for pillar in dossier.pillars {
      note(pillar, language("Pillar \(number: pillar.number)"), .pillar(pillar.id))
      for aim in pillar.aims {
        note(aim, language("Aim: \(text: aim.text[language])"), .pillar(pillar.id))
      }
    }
    for package in packages {
      note(package, language("Package \(number: package.number)"), .package(package.id))
      for (code, membership) in members(of: package).sorted(by: { $0.key < $1.key }) {
        let name = language("package \(number: package.number)")
        note(
          membership,
          membership.role == .lead
            ? language("\(country: country(code)) leads \(name: name)")
            : language("\(country: country(code)) takes part in \(name: name)"),
          .package(package.id))
      }
    }
    for country in dossier.countries {
      if let endorsement = endorsement(of: country.id) {
        note(
          endorsement, language("\(country: country.name[language]) has endorsed"),
          .country(country.id))
      }
    }
    for meeting in meetings {
      note(meeting, meeting.title[language], .meeting(meeting.id))
      guard isReported(meeting) else { continue }
      for (code, attendance) in meeting.attendance.sorted(by: { $0.key < $1.key }) {
        let word = Sign.of(attendance.status).word(in: language)
        note(attendance, "\(country(code)) \(word), \(meeting.title[language])", .country(code))
      }
    }
    for entry in context { note(entry, entry.text[language], .context(entry.id)) }
    for dispute in disputes {
      for side in dispute.sides(asOf: day) {
        note(side, language("Dispute: \(title: dispute.about[language])"), .dispute(dispute.id))
      }
    }
    for commitment in commitments {
      let text = {
        "\(country(commitment.country))\(language.colon) \(commitment.text[language])"
      }
      note(commitment, text(), .commitment(commitment.id))
      for step in commitment.steps where step.since.last <= day && step.state != .announced {
        note(
          step, "\(language.text(step.state.rawValue))\(language.colon) \(text())",
          .commitment(commitment.id))
      }
    }
    return (facts, count)
  }

  /// The sources that a subject rests on, the best first.
  func sources(of subject: Subject) -> [SourceID] {
    let all: [[SourceID]]
    switch subject {
    case .pillar(let id):
      let pillar = dossier.pillar(id)
      all = [pillar?.sources ?? []] + (pillar?.aims.map(\.sources) ?? [])
    case .package(let id):
      let package = dossier.package(id)
      all = [package?.sources ?? []] + (package.map { members(of: $0).values.map(\.sources) } ?? [])
    case .country(let code):
      all =
        [endorsement(of: code)?.sources ?? []]
        + meetings.map { attendance(of: code, at: $0)?.sources ?? [] }
        + memberships(of: code).map(\.membership.sources)
        + commitments.filter { $0.country == code }.map(\.sources)
    case .meeting(let id):
      let meeting = dossier.meeting(id)
      all = [meeting?.sources ?? []] + (meeting?.attendance.values.map(\.sources) ?? [])
    case .commitment(let id):
      let commitment = commitment(id)
      all = [commitment?.sources ?? []] + (commitment?.steps.map(\.sources) ?? [])
    case .context(let id): all = [dossier.context.first { $0.id == id }?.sources ?? []]
    case .dispute(let id):
      all = dossier.disputes.first { $0.id == id }?.sides(asOf: day).map(\.sources) ?? []
    case .source(let id): all = [[id]]
    case .own(let entry):
      let note = dossier.own.notes.first { .note($0.id) == entry }
      let path = note?.about ?? subject.path
      let changes = dossier.own.changes(in: path).flatMap(\.sources)
      all = [changes, Subject(path: path).map { sources(of: $0) } ?? []]
    }
    return all.joined().reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A subject in a few words.
  func name(of subject: Subject) -> String {
    switch subject {
    case .pillar(let id): dossier.pillar(id).map { language("Pillar \(number: $0.number)") } ?? id
    case .package(let id):
      dossier.package(id).map { language("Package \(number: $0.number)") } ?? id
    case .country(let code): country(code)
    case .meeting(let id): dossier.meeting(id).map(shortName) ?? id
    case .commitment(let id):
      // One that is not known yet on the day has a name all the same.
      dossier.commitment(id).map { language("Commitment of \(country: country($0.country))") } ?? id
    case .context: language("Context")
    case .dispute: language("Dispute")
    case .source(let id): dossier.sources[id]?.publisher ?? id
    case .own(.note): language("Note")
    case .own(let entry): name(of: Subject.own(entry).path).capitalizedFirst
    }
  }

  /// A meeting by its city and day: `Lima 6 Oct 2022`.
  func shortName(of meeting: Meeting) -> String {
    let date = DateText.short(meeting.date, in: language)
    return meeting.venue.city(in: language).map { "\($0) \(date)" } ?? date
  }

  private func country(_ code: CountryCode) -> String {
    dossier.country(code)?.name[language] ?? code
  }
}
