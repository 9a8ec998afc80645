import Declaration

extension Briefing {
  mutating func tell(of meeting: Meeting) {
    title(meeting.title[language])
    heading(language("When and where"))
    let dates = snapshot.dates(of: meeting).map { DateText.long($0, in: language) }.joined(
      separator: language(", or "))
    let place = meeting.venue.place.map { ", \($0[language])" } ?? ""
    let start =
      meeting.venue.startMinute.map { ", " + language("\(text: DateText.time(minute: $0)) there") }
      ?? ""
    paragraph("\(dates)\(place)\(start)." + own(meeting, "date", "venue"), meeting.sources)
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
    var told = [meeting]
    if snapshot.isReported(meeting) {
      report(on: meeting)
    } else {
      outlook(on: meeting)
      let held = snapshot.heldMeetings.filter {
        $0.date.last < meeting.date.first && snapshot.hasAttendance(of: $0)
      }
      attendance(at: held)
      told += held
    }
    let facts = told.map { FactPath("meetings", $0.id) }
    disputes(on: facts)
    ownChanges(on: facts)
    if snapshot.nextMeeting?.id != meeting.id { next(for: nil) }
  }

  private mutating func report(on meeting: Meeting) {
    if !meeting.outcome.isEmpty {
      heading(language("Outcome") + own(meeting, "outcome"))
      for sentence in meeting.outcome { bullet(sentence[language], meeting.sources) }
    }
    heading(language("Attendance"))
    for status in Attendance.Status.allCases { countries(status, at: meeting) }
    let announced = snapshot.commitments.filter { $0.meeting == meeting.id }
    guard !announced.isEmpty else { return }
    heading(language("Commitments announced there"))
    bullets(announced)
  }

  /// Which countries a meeting has in one state of attendance, if any.
  ///
  /// - Parameter lead: what the line begins with.
  private mutating func countries(
    _ status: Attendance.Status, at meeting: Meeting, lead: String = ""
  ) {
    let countries = snapshot.dossier.countries.filter {
      (meeting.attendance[$0.id]?.status ?? .notReported) == status
    }
    guard !countries.isEmpty else { return }
    var sources: [SourceID] = []
    for source in countries.flatMap({ meeting.attendance[$0.id]?.sources ?? [] })
    where !sources.contains(source) { sources.append(source) }
    let disputed = countryDisputes.presence(at: meeting)
    let names = countries.map {
      $0.name[language] + (disputed.contains($0.id) ? " \(Sign.disputed.character)" : "")
        + own("meetings", meeting.id, "attendance", $0.id)
    }.joined(separator: ", ")
    let word = Sign.of(status).plural(in: language)
    bullet(
      "\(lead)\(lead.isEmpty ? word.capitalizedFirst : word), "
        + "\(countries.count)\(language.colon) \(names)",
      sources)
  }

  /// Who came to the meetings before one that is ahead.
  private mutating func attendance(at held: [Meeting]) {
    guard !held.isEmpty else { return }
    heading(language("Who came to the meetings before"))
    for meeting in held {
      let date = dates(of: meeting)
      for status in Attendance.Status.allCases where status != .notReported {
        countries(
          status, at: meeting, lead: "\(date), \(meeting.title[language])\(language.colon) ")
      }
    }
  }

  private mutating func outlook(on meeting: Meeting) {
    heading(language("Who is expected"))
    paragraph(
      (meeting.expected?[language] ?? language("Not reported.")) + own(meeting, "expected"))
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
