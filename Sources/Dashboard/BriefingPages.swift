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
    paragraph(
      date.precision == .span
        ? language(
          """
          \(country: name) endorsed it between \(first: DateText.long(first, in: language)) and \
          \(last: DateText.long(last, in: language)).
          """)
        : language("\(country: name) endorsed it on \(day: DateText.long(date, in: language))."),
      own: own("endorsements", country.id), endorsement.sources)
    if let note = endorsement.note { paragraph(note[language]) }
  }

  private mutating func attendance(of country: Country) {
    heading(language("At the meetings"))
    let held = snapshot.heldMeetings
    if held.isEmpty { paragraph(language("No meeting had been held.")) }
    for meeting in held {
      let attendance = snapshot.attendance(of: country.id, at: meeting)
      let dates = snapshot.dates(of: meeting).map { DateText.short($0, in: language) }
      var text =
        "\(dates.joined(separator: language(" or "))), \(meeting.title[language])\(language.colon) "
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
            No commitment under pillar \(number: pillar.number), \(title: pillar.title[language]).
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
    guard !gaps.isEmpty else { return }
    heading(language("Gaps"))
    for gap in gaps { bullet(gap) }
  }

  mutating func tell(of meeting: Meeting) {
    title(meeting.title[language])
    heading(language("When and where"))
    let dates = snapshot.dates(of: meeting).map { DateText.long($0, in: language) }.joined(
      separator: language(", or "))
    let place = meeting.venue.place.map { ", \($0[language])" } ?? ""
    let start =
      meeting.venue.startMinute.map { ", " + language("\(text: DateText.time(minute: $0)) there") }
      ?? ""
    paragraph("\(dates)\(place)\(start).", own: own(meeting, "date", "venue"), meeting.sources)
    if let host = meeting.host {
      bullet("\(language("Host"))\(language.colon) \(host[language])\(own(meeting, "host"))")
    }
    if let level = meeting.level {
      bullet("\(language("Level"))\(language.colon) \(level[language])\(own(meeting, "level"))")
    }
    if let context = meeting.context { bullet(context[language] + own(meeting, "context")) }
    if !meeting.agenda.isEmpty {
      heading(language("Agenda") + own(meeting, "agenda"))
      for point in meeting.agenda { bullet(point[language]) }
    }
    if snapshot.isReported(meeting) { report(on: meeting) } else { outlook(on: meeting) }
    disputes(on: [FactPath("meetings", meeting.id)])
    ownChanges(on: [FactPath("meetings", meeting.id)])
    if snapshot.nextMeeting?.id != meeting.id { next(for: nil) }
  }

  private mutating func report(on meeting: Meeting) {
    if !meeting.outcome.isEmpty {
      heading(language("Outcome") + own(meeting, "outcome"))
      for sentence in meeting.outcome { bullet(sentence[language], meeting.sources) }
    }
    heading(language("Attendance"))
    for status in Attendance.Status.allCases {
      let countries = snapshot.dossier.countries.filter {
        (meeting.attendance[$0.id]?.status ?? .notReported) == status
      }
      guard !countries.isEmpty else { continue }
      var sources: [SourceID] = []
      for source in countries.flatMap({ meeting.attendance[$0.id]?.sources ?? [] })
      where !sources.contains(source) { sources.append(source) }
      let names = countries.map {
        $0.name[language] + own("meetings", meeting.id, "attendance", $0.id)
      }.joined(separator: ", ")
      bullet(
        "\(Sign.of(status).plural(in: language).capitalizedFirst), \(countries.count)\(language.colon) \(names)",
        sources)
    }
    let announced = snapshot.commitments.filter { $0.meeting == meeting.id }
    guard !announced.isEmpty else { return }
    heading(language("Commitments announced there"))
    for commitment in announced {
      let country = snapshot.dossier.country(commitment.country)?.name[language]
      bullet(
        "\(country ?? commitment.country)\(language.colon) \(sentence(on: commitment))",
        commitment.sources)
    }
  }

  private mutating func outlook(on meeting: Meeting) {
    heading(language("Who is expected"))
    paragraph(
      meeting.expected?[language] ?? language("Not reported."), own: own(meeting, "expected"))
    guard meeting.expects == .endorsers else { return }
    for (place, country) in snapshot.dossier.countries.enumerated()
    where snapshot.endorsement(of: country.id) != nil {
      let commitments = snapshot.counts.ofCountry(at: place)
      let packages = snapshot.memberships(of: country.id).count
      bullet(
        "\(country.name[language])\(language.colon) \(Figures.count(commitments, "commitment", in: language)), "
          + Figures.count(packages, "action package", in: language))
    }
  }
}
