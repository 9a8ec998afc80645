import Declaration

extension Briefing {
  mutating func tell(of country: Country) {
    title(country.name.english)
    relation(of: country)
    attendance(of: country)
    packages(of: country)
    commitments(of: country)
    gaps(of: country)
    disputes(on: facts(of: country))
    next(for: country)
  }

  private func facts(of country: Country) -> [FactPath] {
    [FactPath("endorsements", country.id)]
      + snapshot.meetings.map { FactPath("meetings", $0.id, "attendance", country.id) }
      + snapshot.commitments.filter { $0.country == country.id }
      .map { FactPath("commitments", $0.id) }
  }

  private mutating func relation(of country: Country) {
    heading("Relation to the Declaration")
    guard let endorsement = snapshot.endorsement(of: country.id) else {
      return paragraph("\(country.name.english) had not endorsed it by this day.")
    }
    let when =
      endorsement.date.precision == .span
      ? "between \(DateText.long(endorsement.date.first)) and \(DateText.long(endorsement.date.last))"
      : "on \(DateText.long(endorsement.date))"
    paragraph("\(country.name.english) endorsed it \(when).", endorsement.sources)
    if let note = endorsement.note { paragraph(note.english) }
  }

  private mutating func attendance(of country: Country) {
    heading("At the meetings")
    let held = snapshot.heldMeetings
    if held.isEmpty { paragraph("No meeting had been held.") }
    for meeting in held {
      let attendance = snapshot.attendance(of: country.id, at: meeting)
      let dates = snapshot.dates(of: meeting).map { DateText.short($0) }
      var text = "\(dates.joined(separator: " or ")), \(meeting.title.english): "
      text += attendance.map { Sign.of($0.status).word } ?? Sign.notReported.word
      if let who = attendance?.who { text += " (\(who.english))" }
      if let note = attendance?.note { text += ". \(note.english)" }
      bullet(text, attendance?.sources ?? [])
    }
  }

  private mutating func packages(of country: Country) {
    heading("Action packages")
    let memberships = snapshot.memberships(of: country.id)
    if memberships.isEmpty { paragraph("None is reported that it leads or takes part in.") }
    for (package, membership) in memberships {
      let verb = membership.role == .lead ? "Leads" : "Takes part in"
      let title = package.title?.english ?? "title not reported"
      bullet("\(verb) package \(package.number), \(title)", membership.sources)
    }
  }

  private mutating func commitments(of country: Country) {
    heading("Commitments")
    let own = snapshot.commitments.filter { $0.country == country.id }
    if own.isEmpty { paragraph("None is reported.") }
    for pillar in snapshot.dossier.pillars {
      let under = own.filter { $0.pillar == pillar.id }
      guard !under.isEmpty else { continue }
      paragraph("Pillar \(pillar.number), \(pillar.title.english):")
      for commitment in under { bullet(sentence(on: commitment), commitment.sources) }
    }
  }

  /// What a desk would ask about and the record does not tell.
  private mutating func gaps(of country: Country) {
    var gaps: [String] = []
    let place = snapshot.dossier.index(of: country.id)
    if snapshot.endorsement(of: country.id) != nil {
      if snapshot.memberships(of: country.id).isEmpty {
        gaps.append("It has endorsed, and is in no action package that is reported.")
      }
      for (index, pillar) in snapshot.dossier.pillars.enumerated() {
        guard let place, snapshot.counts.ofCountry(at: place, underPillarAt: index) == 0 else {
          continue
        }
        gaps.append("No commitment under pillar \(pillar.number), \(pillar.title.english).")
      }
    }
    for meeting in snapshot.heldMeetings {
      let status = snapshot.attendance(of: country.id, at: meeting)?.status ?? .notReported
      if status == .notReported {
        gaps.append("Its presence at \(meeting.title.english) is not reported.")
      }
    }
    guard !gaps.isEmpty else { return }
    heading("Gaps")
    for gap in gaps { bullet(gap) }
  }

  mutating func tell(of meeting: Meeting) {
    title(meeting.title.english)
    heading("When and where")
    let dates = snapshot.dates(of: meeting).map { DateText.long($0) }.joined(separator: ", or ")
    let place = meeting.venue.place.map { ", \($0.english)" } ?? ""
    let start = meeting.venue.startMinute.map { ", \(DateText.time(minute: $0)) there" } ?? ""
    paragraph("\(dates)\(place)\(start).", meeting.sources)
    if let host = meeting.host { bullet("Host: \(host.english)") }
    if let level = meeting.level { bullet("Level: \(level.english)") }
    if let context = meeting.context { bullet(context.english) }
    if !meeting.agenda.isEmpty {
      heading("Agenda")
      for point in meeting.agenda { bullet(point.english) }
    }
    if snapshot.isReported(meeting) { report(on: meeting) } else { outlook(on: meeting) }
    disputes(on: [FactPath("meetings", meeting.id)])
    if snapshot.nextMeeting?.id != meeting.id { next(for: nil) }
  }

  private mutating func report(on meeting: Meeting) {
    if !meeting.outcome.isEmpty {
      heading("Outcome")
      for sentence in meeting.outcome { bullet(sentence.english, meeting.sources) }
    }
    heading("Attendance")
    for status in Attendance.Status.allCases {
      let countries = snapshot.dossier.countries.filter {
        (meeting.attendance[$0.id]?.status ?? .notReported) == status
      }
      guard !countries.isEmpty else { continue }
      var sources: [SourceID] = []
      for source in countries.flatMap({ meeting.attendance[$0.id]?.sources ?? [] })
      where !sources.contains(source) { sources.append(source) }
      let names = countries.map(\.name.english).joined(separator: ", ")
      bullet("\(Sign.of(status).word.capitalizedFirst), \(countries.count): \(names)", sources)
    }
    let announced = snapshot.commitments.filter { $0.meeting == meeting.id }
    guard !announced.isEmpty else { return }
    heading("Commitments announced there")
    for commitment in announced {
      let country = snapshot.dossier.country(commitment.country)?.name.english
      bullet("\(country ?? commitment.country): \(sentence(on: commitment))", commitment.sources)
    }
  }

  private mutating func outlook(on meeting: Meeting) {
    heading("Who is expected")
    paragraph(meeting.expected?.english ?? "Not reported.")
    guard meeting.expects == .endorsers else { return }
    for (place, country) in snapshot.dossier.countries.enumerated()
    where snapshot.endorsement(of: country.id) != nil {
      let commitments = snapshot.counts.ofCountry(at: place)
      let packages = snapshot.memberships(of: country.id).count
      bullet(
        "\(country.name.english): \(Figures.count(commitments, "commitment")), "
          + Figures.count(packages, "action package"))
    }
  }
}
