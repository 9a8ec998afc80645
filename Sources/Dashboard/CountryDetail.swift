import Declaration

extension DetailText {
  /// A country: its endorsement, its row at every meeting, its packages and commitments.
  mutating func tell(of country: Country) {
    title(country.name[language])
    endorsement(of: country)
    fact(
      language("Capital"), country.capital[language],
      at: FactPath("countries", country.id, "capital"))
    fact(
      language("Region"), snapshot.dossier.region(country.region)?.name[language] ?? country.region,
      at: FactPath("countries", country.id, "region"))
    fact(language("Codes"), "\(country.id), \(country.alpha3), \(country.numeric)")
    attendance(of: country)
    packages(of: country)
    commitments(of: country)
    disputes(on: snapshot.facts(of: country.id))
  }

  private mutating func endorsement(of country: Country) {
    guard let endorsement = snapshot.endorsement(of: country.id) else {
      var line = Line(Sign.notEndorsed.character, Sign.notEndorsed.role)
      line.append(
        " \(language("not endorsed by \(day: DateText.short(snapshot.day, in: language))"))")
      return fact(language("Endorsement"), line)
    }
    var line = Line(Sign.endorsed.character, Sign.endorsed.role)
    line.append(" " + dates(endorsement.date))
    line.append(mark(FactPath("endorsements", country.id)))
    fact(language("Endorsement"), line, sources: endorsement.sources)
    if let note = endorsement.note { fact("", Line(note[language], .quiet)) }
  }

  private func dates(_ period: Period) -> String {
    guard period.precision == .span else {
      return language("endorsed \(day: DateText.medium(period, in: language))")
    }
    let first = DateText.short(period.first, in: language)
    return language(
      "endorsed between \(first: first) and \(last: DateText.short(period.last, in: language))")
  }

  private mutating func attendance(of country: Country) {
    heading(language("Meetings"))
    let dates = snapshot.meetings.map { DateText.short($0.date, in: language).cellWidth }
    for meeting in snapshot.meetings {
      let sign = Sign.of(country.id, at: meeting, in: snapshot)
      let attendance = snapshot.attendance(of: country.id, at: meeting)
      var line = Line(
        DateText.short(meeting.date, in: language).leftPadded(to: dates.max() ?? 0), .quiet)
      let isDisputed = snapshot.isDisputed(FactPath("meetings", meeting.id, "date"))
      line.append(isDisputed ? Sign.disputed.character : " ", .disputed)
      line.append(" ")
      line.append(sign.word(in: language), sign.role)
      line.append(mark(FactPath("meetings", meeting.id, "attendance", country.id)))
      line.append(", \(meeting.title[language])", .quiet)
      if let who = attendance?.who { line.append("\(language.colon) \(who[language])") }
      if let attendance { line.append(remark(on: attendance)) }
      bullet(
        line, sign: sign, sources: attendance?.sources ?? [], target: .meeting(meeting.id))
    }
  }

  private mutating func packages(of country: Country) {
    let memberships = snapshot.memberships(of: country.id)
    heading(language("Action packages: \(count: memberships.count)"))
    if memberships.isEmpty { paragraph(language("none reported"), role: .quiet) }
    for (package, membership) in memberships {
      var line = Line(
        membership.role == .lead ? language("leads") : language("takes part in"), .heading)
      line.append(" \(name(of: package))")
      bullet(line, sources: membership.sources, target: .package(package.id))
    }
  }

  private mutating func commitments(of country: Country) {
    let commitments = snapshot.commitments.filter { $0.country == country.id }
    heading(title(counting: commitments))
    if commitments.isEmpty { paragraph(language("none reported"), role: .quiet) }
    for pillar in snapshot.dossier.pillars {
      let own = commitments.filter { $0.pillar == pillar.id }
      guard !own.isEmpty else { continue }
      paragraph(
        language("Pillar \(number: pillar.number), \(title: pillar.title[language])"), role: .label)
      bullets(own, namesCountry: false)
    }
  }
}

extension DetailText {
  /// A package by number and title.
  func name(of package: ActionPackage) -> String {
    let title = package.title?[language] ?? language("title not reported")
    return "\(package.number) \(title)"
  }

  /// What stands over commitments, with how many there are; parts of others are no further money.
  func title(counting commitments: [Commitment]) -> String {
    let parts = commitments.count { $0.partOf != nil }
    return parts == 0
      ? language("Commitments: \(count: commitments.count)")
      : language("Commitments: \(count: commitments.count), parts of others: \(number: parts)")
  }

  /// Commitments as a list, as many as somebody reads of.
  mutating func bullets(_ commitments: [Commitment], namesCountry: Bool = true) {
    for commitment in commitments.prefix(readable) {
      bullet(commitment, namesCountry: namesCountry)
    }
    let more = commitments.count - readable
    if more > 0 { paragraph(snapshot.moreCommitments(more, label(.commitments)), role: .quiet) }
  }

  /// A commitment in a list: who, what, how much, how far.
  private mutating func bullet(_ commitment: Commitment, namesCountry: Bool = true) {
    var line = Line()
    if namesCountry {
      let country = snapshot.dossier.country(commitment.country)
      line.append("\(country?.name[language] ?? commitment.country)\(language.colon) ")
    }
    line.append(commitment.text[language])
    if let amount = commitment.amount {
      line.append("\(language.colon) \(Figures.amount(amount, in: language))", .heading)
    }
    line.append(mark(FactPath("commitments", commitment.id)))
    var facts = commitment.partOf == nil ? [] : [language("part of another")]
    facts += [
      language("announced \(day: DateText.short(commitment.announced, in: language))")
    ]
    facts += snapshot.progress(of: commitment)
    line.append(" (\(facts.joined(separator: ", ")))", .quiet)
    bullet(line, sources: commitment.sources, target: .commitment(commitment.id))
  }
}

extension Snapshot {
  /// What stands at the end of a list that has more commitments than somebody reads of.
  ///
  /// - Parameter key: the key that leads to all of them.
  func moreCommitments(_ count: Int, _ key: String) -> String {
    let figure = Figures.grouped(count, in: language)
    return language("\(figure: figure) more; \(key: key) lists the commitments.")
  }
}
