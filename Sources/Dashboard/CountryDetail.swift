import Declaration

extension DetailText {
  /// A country: its endorsement, its row at every meeting, its packages and commitments.
  mutating func tell(of country: Country) {
    title(country.name.english)
    endorsement(of: country)
    fact("Capital", country.capital.english, at: FactPath("countries", country.id, "capital"))
    fact(
      "Region", snapshot.dossier.region(country.region)?.name.english ?? country.region,
      at: FactPath("countries", country.id, "region"))
    fact("Codes", "\(country.id), \(country.alpha3), \(country.numeric)")
    attendance(of: country)
    packages(of: country)
    commitments(of: country)
    let meetings = snapshot.meetings.map { FactPath("meetings", $0.id, "attendance", country.id) }
    let own = snapshot.commitments.filter { $0.country == country.id }
      .map { FactPath("commitments", $0.id) }
    disputes(on: [FactPath("endorsements", country.id)] + meetings + own)
  }

  private mutating func endorsement(of country: Country) {
    guard let endorsement = snapshot.endorsement(of: country.id) else {
      var line = Line(Sign.notEndorsed.character, Sign.notEndorsed.role)
      line.append(" \(Sign.notEndorsed.word) by \(DateText.short(snapshot.day))")
      return fact("Declaration", line)
    }
    var line = Line(Sign.endorsed.character, Sign.endorsed.role)
    let span = endorsement.date.precision == .span ? "endorsed between " : "endorsed "
    line.append(" " + span + dates(endorsement.date))
    line.append(mark(FactPath("endorsements", country.id)))
    fact("Declaration", line, sources: endorsement.sources)
    if let note = endorsement.note { fact("", Line(note.english, .quiet)) }
  }

  private func dates(_ period: Period) -> String {
    guard period.precision == .span else { return DateText.medium(period) }
    return "\(DateText.short(period.first)) and \(DateText.short(period.last))"
  }

  private mutating func attendance(of country: Country) {
    heading("Meetings")
    for meeting in snapshot.meetings {
      let sign = Sign.of(country.id, at: meeting, in: snapshot)
      let attendance = snapshot.attendance(of: country.id, at: meeting)
      var line = Line(DateText.short(meeting.date).leftPadded(to: 12) + "  ", .quiet)
      line.append(sign.word, sign.role)
      line.append(mark(FactPath("meetings", meeting.id, "attendance", country.id)))
      line.append(", \(meeting.title.english)", .quiet)
      if let who = attendance?.who { line.append(": \(who.english)") }
      if let note = attendance?.note { line.append(". \(note.english)", .quiet) }
      bullet(
        line, sign: sign, sources: attendance?.sources ?? [], target: .meeting(meeting.id))
    }
  }

  private mutating func packages(of country: Country) {
    let memberships = snapshot.memberships(of: country.id)
    heading("Action packages: \(memberships.count)")
    if memberships.isEmpty { paragraph("none reported", role: .quiet) }
    for (package, membership) in memberships {
      var line = Line(membership.role == .lead ? "leads" : "takes part in", .heading)
      line.append(" \(name(of: package))")
      bullet(line, sources: membership.sources, target: .package(package.id))
    }
  }

  private mutating func commitments(of country: Country) {
    let commitments = snapshot.commitments.filter { $0.country == country.id }
    heading("Commitments: \(commitments.count)")
    if commitments.isEmpty { paragraph("none reported", role: .quiet) }
    for pillar in snapshot.dossier.pillars {
      let own = commitments.filter { $0.pillar == pillar.id }
      guard !own.isEmpty else { continue }
      paragraph("Pillar \(pillar.number), \(pillar.title.english)", role: .label)
      for commitment in own { bullet(commitment, namesCountry: false) }
    }
  }
}

extension DetailText {
  /// A package by number and title.
  func name(of package: ActionPackage) -> String {
    let title = package.title?.english ?? "title \(Sign.notReported.word)"
    return "\(package.number) \(title)"
  }

  /// A commitment in a list: who, what, how much, how far.
  mutating func bullet(_ commitment: Commitment, namesCountry: Bool = true) {
    var line = Line()
    if namesCountry {
      let country = snapshot.dossier.country(commitment.country)
      line.append("\(country?.name.english ?? commitment.country): ")
    }
    line.append(commitment.text.english)
    if let amount = commitment.amount { line.append(": \(Figures.amount(amount))", .heading) }
    line.append(mark(FactPath("commitments", commitment.id)))
    var facts = ["announced \(DateText.short(commitment.announced))"]
    if let step = commitment.step(asOf: snapshot.day), step.state != .announced {
      facts.append(step.state.rawValue)
    }
    if let due = commitment.due { facts.append("due \(DateText.short(due))") }
    line.append(" (\(facts.joined(separator: ", ")))", .quiet)
    bullet(line, sources: commitment.sources, target: .commitment(commitment.id))
  }
}
