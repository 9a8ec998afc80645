import Declaration

extension DetailText {
  /// A meeting: when, where, who, what for, and what came of it.
  mutating func tell(of meeting: Meeting) {
    let path = { FactPath("meetings", meeting.id, $0) }
    title(meeting.title.english)
    when(meeting)
    fact(
      "Place",
      [meeting.venue.place?.english, country(of: meeting.venue)].compactMap { $0 }
        .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: ", ").ifEmpty(Sign.notReported.word), at: path("place"))
    time(at: meeting)
    fact("Host", meeting.host?.english ?? Sign.notReported.word, at: path("host"))
    fact("Level", meeting.level?.english ?? Sign.notReported.word, at: path("level"))
    if let context = meeting.context { fact("Context", context.english, at: path("context")) }
    if !meeting.agenda.isEmpty {
      heading("Agenda", at: path("agenda"))
      for point in meeting.agenda { bullet(point.english) }
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
    var line = Line(dates.map { DateText.long($0) }.joined(separator: ", or "))
    line.append(mark(FactPath("meetings", meeting.id, "date")))
    fact("Date", line, sources: meeting.sources)
    switch snapshot.phase(of: meeting) {
    case .ahead(let days): fact("", Line(DateText.countdown(days: days), .next))
    case .underWay: fact("", Line("on the as-of day", .next))
    case .past: break
    }
  }

  private func country(of venue: Venue) -> String? {
    venue.country.map { snapshot.dossier.country($0)?.name.english ?? $0 }
  }

  private mutating func time(at meeting: Meeting) {
    let venue = meeting.venue
    var parts: [String] = []
    if let start = venue.startMinute {
      parts.append("\(DateText.time(minute: start)) at the place")
    } else if snapshot.phase(of: meeting) != .past {
      parts.append("hour not reported")
    }
    if let offset = venue.minutesEastOfUTC {
      parts.append(DateText.offset(minutesEast: offset))
      if snapshot.phase(of: meeting) != .past {
        parts.append("now \(DateText.time(minute: clock.minute + offset)) there")
      }
    }
    if !parts.isEmpty { fact("Local time", parts.joined(separator: ", ")) }
  }

  private mutating func outcome(of meeting: Meeting) {
    let path = { FactPath("meetings", meeting.id, $0) }
    if let note = meeting.note { fact("Note", note.english, at: path("note")) }
    if !meeting.outcome.isEmpty {
      heading("Outcome", at: path("outcome"))
      for sentence in meeting.outcome { bullet(sentence.english) }
    }
    let commitments = snapshot.commitments.filter { $0.meeting == meeting.id }
    guard !commitments.isEmpty else { return }
    heading("Commitments announced there: \(commitments.count)")
    for commitment in commitments { bullet(commitment) }
  }

  /// Who came, who did not, and of whom no source speaks.
  private mutating func attendance(at meeting: Meeting) {
    for status in Attendance.Status.allCases where status != .notReported {
      let countries = snapshot.dossier.countries.filter {
        meeting.attendance[$0.id]?.status == status
      }
      guard !countries.isEmpty else { continue }
      let sign = Sign.of(status)
      heading("\(sign.word.capitalizedFirst): \(countries.count)")
      for country in countries {
        guard let attendance = meeting.attendance[country.id] else { continue }
        var line = Line(country.name.english)
        if let who = attendance.who { line.append(": \(who.english)", .quiet) }
        line.append(mark(FactPath("meetings", meeting.id, "attendance", country.id)))
        if let note = attendance.note { line.append(". \(note.english)", .quiet) }
        bullet(line, sign: sign, sources: attendance.sources)
      }
    }
    let unknown = snapshot.dossier.countries.filter {
      (meeting.attendance[$0.id]?.status ?? .notReported) == .notReported
    }
    let endorsers = unknown.filter { snapshot.endorsement(of: $0.id) != nil }
    heading("Not reported: \(unknown.count)")
    if !endorsers.isEmpty {
      for country in endorsers {
        bullet(
          "\(country.name.english), which has endorsed", sign: .notReported,
          sources: meeting.attendance[country.id]?.sources ?? [])
      }
    }
    let others = unknown.filter { snapshot.endorsement(of: $0.id) == nil }
    if !others.isEmpty {
      bullet(
        Line("not endorsed: " + others.map(\.name.english).joined(separator: ", "), .quiet),
        sign: .notReported)
    }
  }

  /// Who is expected, and what is known of each.
  private mutating func expected(at meeting: Meeting) {
    heading("Expected", at: FactPath("meetings", meeting.id, "expected"))
    paragraph(meeting.expected?.english ?? Sign.notReported.word)
    guard meeting.expects == .endorsers else { return }
    for (place, country) in snapshot.dossier.countries.enumerated()
    where snapshot.endorsement(of: country.id) != nil {
      var known: [String] = []
      if meeting.venue.country == country.id { known.append("host") }
      if let last = snapshot.heldMeetings.last(where: { snapshot.isReported($0) }),
        let attendance = snapshot.attendance(of: country.id, at: last)
      {
        let word = Sign.of(attendance.status).word
        known.append("\(word) on \(DateText.short(last.date))")
      }
      known += roles(of: country.id)
      known.append(Figures.count(snapshot.counts.ofCountry(at: place), "commitment"))
      var line = Line(country.name.english)
      line.append(": " + known.joined(separator: ", "), .quiet)
      bullet(line, sign: .endorsed)
    }
  }

  private func roles(of country: CountryCode) -> [String] {
    let memberships = snapshot.memberships(of: country)
    return ActionPackage.Role.allCases.compactMap { role in
      let numbers = memberships.filter { $0.membership.role == role }.map { $0.package.number }
      guard !numbers.isEmpty else { return nil }
      let list = numbers.map(String.init).joined(separator: ", ")
      return "\(role == .lead ? "leads" : "takes part in") package \(list)"
    }
  }
}

extension String {
  func ifEmpty(_ other: String) -> String { isEmpty ? other : self }

  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
