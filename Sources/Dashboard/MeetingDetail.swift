import Declaration

extension DetailText {
  /// A meeting: when, where, who, what for, and what came of it.
  mutating func tell(of meeting: Meeting) {
    let path = { FactPath("meetings", meeting.id, $0) }
    title(meeting.title[language])
    when(meeting)
    fact(
      language("Place"),
      [meeting.venue.place?[language], country(of: meeting.venue)].compactMap { $0 }
        .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: ", ").ifEmpty(Sign.notReported.word(in: language)), at: path("place"))
    time(at: meeting)
    fact(
      language("Host"), meeting.host?[language] ?? Sign.notReported.word(in: language),
      at: path("host"))
    fact(
      language("Level"), meeting.level?[language] ?? Sign.notReported.word(in: language),
      at: path("level"))
    if let context = meeting.context {
      fact(language("Context"), context[language], at: path("context"))
    }
    if !meeting.agenda.isEmpty {
      heading(language("Agenda"), at: path("agenda"))
      for point in meeting.agenda { bullet(point[language]) }
    }
    if snapshot.isReported(meeting) {
      outcome(of: meeting)
      attendance(at: meeting)
    } else {
      expected(at: meeting)
    }
    disputes(on: [FactPath("meetings", meeting.id)])
  }

  private mutating func when(_ meeting: Meeting) {
    let dates = snapshot.dates(of: meeting)
    var line = Line(
      dates.map { DateText.long($0, in: language) }.joined(separator: language(", or ")))
    line.append(mark(FactPath("meetings", meeting.id, "date")))
    fact(language("Date"), line, sources: meeting.sources)
    switch snapshot.phase(of: meeting) {
    case .ahead(let days): fact("", Line(DateText.countdown(days: days, in: language), .next))
    case .underWay: fact("", Line(language("on the as-of day"), .next))
    case .past: break
    }
  }

  private func country(of venue: Venue) -> String? {
    venue.country.map { snapshot.dossier.country($0)?.name[language] ?? $0 }
  }

  private mutating func time(at meeting: Meeting) {
    let venue = meeting.venue
    var parts: [String] = []
    if let start = venue.startMinute {
      parts.append(language("\(text: DateText.time(minute: start)) at the place"))
    } else if snapshot.phase(of: meeting) != .past {
      parts.append(language("hour not reported"))
    }
    if let offset = venue.minutesEastOfUTC {
      parts.append(DateText.offset(minutesEast: offset))
      if snapshot.tellsTime(at: meeting, clock) {
        parts.append(language("now \(text: DateText.time(minute: clock.minute + offset)) there"))
      }
    }
    if !parts.isEmpty { fact(language("Local time"), parts.joined(separator: ", ")) }
  }

  private mutating func outcome(of meeting: Meeting) {
    let path = { FactPath("meetings", meeting.id, $0) }
    if let note = meeting.note { fact(language("Note"), note[language], at: path("note")) }
    if !meeting.outcome.isEmpty {
      heading(language("Outcome"), at: path("outcome"))
      for sentence in meeting.outcome { bullet(sentence[language]) }
    }
    let commitments = snapshot.commitments.filter { $0.meeting == meeting.id }
    guard !commitments.isEmpty else { return }
    heading(language("Commitments announced there: \(count: commitments.count)"))
    bullets(commitments)
  }

  /// Who came, who did not, and of whom no source speaks.
  private mutating func attendance(at meeting: Meeting) {
    for status in Attendance.Status.allCases where status != .notReported {
      let countries = snapshot.dossier.countries.filter {
        meeting.attendance[$0.id]?.status == status
      }
      guard !countries.isEmpty else { continue }
      let sign = Sign.of(status)
      heading("\(sign.plural(in: language).capitalizedFirst)\(language.colon) \(countries.count)")
      for country in countries {
        guard let attendance = meeting.attendance[country.id] else { continue }
        var line = Line(country.name[language])
        if let who = attendance.who { line.append("\(language.colon) \(who[language])", .quiet) }
        line.append(mark(FactPath("meetings", meeting.id, "attendance", country.id)))
        line.append(remark(on: attendance))
        bullet(line, sign: sign, sources: attendance.sources)
      }
    }
    let unknown = snapshot.dossier.countries.filter {
      (meeting.attendance[$0.id]?.status ?? .notReported) == .notReported
    }
    let endorsers = unknown.filter { snapshot.endorsement(of: $0.id) != nil }
    heading(language("Not reported: \(count: unknown.count)"))
    if !endorsers.isEmpty {
      for country in endorsers {
        bullet(
          language("\(country: country.name[language]), which has endorsed"), sign: .notReported,
          sources: meeting.attendance[country.id]?.sources ?? [])
      }
    }
    let others = unknown.filter { snapshot.endorsement(of: $0.id) == nil }
    if !others.isEmpty {
      bullet(
        Line(
          "\(Sign.notEndorsed.plural(in: language))\(language.colon) "
            + others.map { $0.name[language] }.joined(separator: ", "), .quiet),
        sign: .notReported)
    }
  }

  /// Who is expected, and what is known of each.
  private mutating func expected(at meeting: Meeting) {
    heading(language("Expected"), at: FactPath("meetings", meeting.id, "expected"))
    paragraph(meeting.expected?[language] ?? Sign.notReported.word(in: language))
    guard meeting.expects == .endorsers else { return }
    for (place, country) in snapshot.dossier.countries.enumerated()
    where snapshot.endorsement(of: country.id) != nil {
      var known: [String] = []
      if meeting.venue.country == country.id { known.append(language("host")) }
      if let last = snapshot.heldMeetings.last(where: { snapshot.isReported($0) }),
        let attendance = snapshot.attendance(of: country.id, at: last)
      {
        let word = Sign.of(attendance.status).word(in: language)
        known.append(language("\(status: word) on \(day: DateText.short(last.date, in: language))"))
      }
      known += roles(of: country.id)
      known.append(Figures.count(snapshot.counts.ofCountry(at: place), "commitment", in: language))
      var line = Line(country.name[language])
      line.append("\(language.colon) " + known.joined(separator: ", "), .quiet)
      bullet(line, sign: .endorsed)
    }
  }

  private func roles(of country: CountryCode) -> [String] {
    let memberships = snapshot.memberships(of: country)
    return ActionPackage.Role.allCases.compactMap { role in
      let numbers = memberships.filter { $0.membership.role == role }.map { $0.package.number }
      guard !numbers.isEmpty else { return nil }
      let list = numbers.map(String.init).joined(separator: ", ")
      return role == .lead
        ? language("leads package \(numbers: list)")
        : language("takes part in package \(numbers: list)")
    }
  }
}

extension DetailText {
  /// What is noted of a country's presence; of one that did not come, that nobody says why.
  func remark(on attendance: Attendance) -> Line {
    if let note = attendance.note { return Line(". \(note[language])", .quiet) }
    switch attendance.status {
    case .declined, .excluded: return Line(", \(language("reason not reported"))", .quiet)
    case .attended, .delegate, .notReported: return Line()
    }
  }
}

extension String {
  func ifEmpty(_ other: String) -> String { isEmpty ? other : self }

  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
