import Declaration

extension Briefing {
  mutating func tell(of country: Country) {
    title(country.name[language])
    relation(of: country)
    attendance(of: country)
    packages(of: country)
    commitments(of: country)
    gaps(of: country)
    let facts = snapshot.facts(of: country.id)
    disputes(on: facts)
    ownChanges(on: facts)
    next(for: country)
  }

  private mutating func relation(of country: Country) {
    heading(language("Relation to: \(name: snapshot.dossier.shortTitle[language])"))
    guard let endorsement = snapshot.endorsement(of: country.id) else {
      return paragraph(
        language("\(country: country.name[language]) had not endorsed it by this day."))
    }
    let date = endorsement.date
    let (first, last) = (date.first, date.last)
    let name = country.name[language]
    let text =
      date.precision == .span
      ? language(
        """
        \(country: name) endorsed it between \(first: DateText.long(first, in: language)) and \
        \(last: DateText.long(last, in: language)).
        """)
      : language("\(country: name) endorsed it on \(day: DateText.long(date, in: language)).")
    paragraph(text + own("endorsements", country.id), endorsement.sources)
    if let note = endorsement.note { paragraph(note[language]) }
  }

  private mutating func attendance(of country: Country) {
    heading(language("At the meetings"))
    let held = snapshot.heldMeetings
    if held.isEmpty { paragraph(language("No meeting had been held.")) }
    for meeting in held {
      let attendance = snapshot.attendance(of: country.id, at: meeting)
      var text =
        "\(dates(of: meeting)), \(meeting.title[language])\(language.colon) "
      text +=
        attendance.map { Sign.of($0.status).word(in: language) }
        ?? Sign.notReported.word(in: language)
      if let who = attendance?.who { text += " (\(who[language]))" }
      if let note = attendance?.note { text += ". \(note[language])" }
      text += own("meetings", meeting.id, "attendance", country.id)
      bullet(text, attendance?.sources ?? [])
    }
  }

  private mutating func packages(of country: Country) {
    heading(language("Action packages"))
    let memberships = snapshot.memberships(of: country.id)
    if memberships.isEmpty {
      paragraph(language("None is reported that it leads or takes part in."))
    }
    for (package, membership) in memberships {
      let title = package.title?[language] ?? language("title not reported")
      let name =
        language("package \(number: package.number)") + ", \(title)"
        + own("packages", package.id, "members", country.id)
      bullet(
        membership.role == .lead
          ? language("Leads \(name: name)") : language("Takes part in \(name: name)"),
        membership.sources)
    }
  }

  private mutating func commitments(of country: Country) {
    heading(language("Commitments"))
    let own = snapshot.commitments.filter { $0.country == country.id }
    if own.isEmpty { paragraph(language("None is reported.")) }
    for pillar in snapshot.dossier.pillars {
      let under = own.filter { $0.pillar == pillar.id }
      guard !under.isEmpty else { continue }
      paragraph(
        language("Pillar \(number: pillar.number), \(title: pillar.title[language])")
          + language.colon)
      for commitment in under { bullet(sentence(on: commitment), commitment.sources) }
    }
  }

  /// What a desk would ask about and the record does not tell.
  private mutating func gaps(of country: Country) {
    var gaps: [String] = []
    let place = snapshot.dossier.index(of: country.id)
    if snapshot.endorsement(of: country.id) != nil {
      if snapshot.memberships(of: country.id).isEmpty {
        gaps.append(language("It has endorsed, and is in no action package that is reported."))
      }
      for (index, pillar) in snapshot.dossier.pillars.enumerated() {
        guard let place, snapshot.counts.ofCountry(at: place, underPillarAt: index) == 0 else {
          continue
        }
        gaps.append(
          language(
            """
            No commitment is reported under pillar \(number: pillar.number), \
            \(title: pillar.title[language]).
            """))
      }
    }
    for meeting in snapshot.heldMeetings {
      let status = snapshot.attendance(of: country.id, at: meeting)?.status ?? .notReported
      if status == .notReported {
        gaps.append(
          language("Its presence at \(meeting: meeting.title[language]) is not reported."))
      }
    }
    gaps += overdue(of: country)
    guard !gaps.isEmpty else { return }
    heading(language("Gaps"))
    for gap in gaps { bullet(gap) }
  }

  /// What was to be done by now, and nobody reports as done or as lapsed.
  private func overdue(of country: Country) -> [String] {
    snapshot.commitments.filter { $0.country == country.id }.compactMap { commitment in
      let state = commitment.step(asOf: snapshot.day)?.state
      guard let due = commitment.due, due.last < snapshot.day, state != .done, state != .lapsed
      else { return nil }
      return language(
        """
        Due by \(day: DateText.short(due, in: language)), and not reported as done: \
        \(text: commitment.text[language])
        """) + "."
    }
  }
}
