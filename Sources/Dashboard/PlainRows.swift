import Declaration
import Query

// Entries of lists as sentences.
extension DashboardState {
  /// An entry of a list, as it is read out after its number, with what the user did to it.
  func plainRow(of subject: Subject, in pane: Pane) -> String {
    let row = plainWords(of: subject, in: pane)
    if case .own = subject { return row }
    return row + (snapshot.ownWord(ofEntry: subject.path).map { ", \($0)" } ?? "")
  }

  private func plainWords(of subject: Subject, in pane: Pane) -> String {
    switch subject {
    case .country(let code) where pane == .matrix: dossier.country(code).map(matrixRow) ?? code
    case .country(let code): dossier.country(code).map(countryRow) ?? code
    case .meeting(let id): dossier.meeting(id).map(meetingRow) ?? id
    case .commitment(let id): snapshot.commitment(id).map(commitmentRow) ?? id
    case .pillar(let id): dossier.pillar(id).map(pillarRow) ?? id
    case .source(let id): dossier.sources[id].map(sourceRow) ?? id
    case .dispute(let id): dossier.disputes.first { $0.id == id }.map(disputeRow) ?? id
    case .context(let id):
      dossier.context.first { $0.id == id }.map {
        "\(DateText.short($0.date, in: language))\(language.colon) \($0.text[language])"
      } ?? id
    case .own(let entry): snapshot.line(of: entry).text
    case .package: snapshot.fullName(of: subject)
    }
  }

  private func countryRow(_ country: Country) -> String {
    let place = dossier.index(of: country.id) ?? 0
    var parts = [country.name[language], endorsementWord(country.id)]
    let narrowed = trail.contains { if case .meeting = $0 { true } else { false } }
    var told = facet != nil || narrowed ? [facetMeeting?.id].compactMap { $0 } : []
    told += CountryIndex.meetings(askedAboutBy: listing.query, in: snapshot)
    for meeting in snapshot.meetings where told.contains(meeting.id) {
      let word = Sign.of(country.id, at: meeting, in: snapshot).word(in: language)
      let place = meeting.venue.city(in: language) ?? meeting.title[language]
      parts.append(language("\(status: word) at \(place: place)"))
    }
    parts.append(Figures.count(snapshot.counts.ofCountry(at: place), "commitment", in: language))
    if snapshot.isDisputed(FactPath("endorsements", country.id)) {
      parts.append(Sign.disputed.word(in: language))
    }
    return parts.joined(separator: ", ")
  }

  private func endorsementWord(_ code: CountryCode) -> String {
    (snapshot.endorsement(of: code) == nil ? Sign.notEndorsed : .endorsed)
      .word(in: snapshot.dossier.language)
  }

  private func meetingRow(_ meeting: Meeting) -> String {
    let dates = snapshot.dates(of: meeting).map { DateText.short($0, in: language) }
    var parts = [
      meeting.title[language], meeting.venue.city(in: language) ?? language("place not reported"),
    ]
    switch snapshot.phase(of: meeting) {
    case .ahead(let days): parts.append(DateText.countdown(days: days, in: language))
    case .underWay: parts.append(language("on the as-of day"))
    case .past: parts.append(Sign.meetingHeld.word(in: language))
    }
    if meeting.id == snapshot.nextMeeting?.id { parts.append(Sign.meetingNext.word(in: language)) }
    if let country = narrowedCountry {
      let word = Sign.of(country.id, at: meeting, in: snapshot).word(in: language)
      parts.append("\(country.name[language]) \(word)")
    }
    return
      "\(PlainText.list(dates, .or, in: language))\(language.colon) \(parts.joined(separator: ", "))"
  }

  private func commitmentRow(_ commitment: Commitment) -> String {
    let country = dossier.country(commitment.country)?.name[language] ?? commitment.country
    var parts = [commitment.text[language]]
    if let amount = commitment.amount { parts.append(Figures.amount(amount, in: language)) }
    if commitment.partOf != nil { parts.append(language("part of another")) }
    parts.append(language("pillar \(text: commitment.pillar)"))
    if let package = snapshot.package(of: commitment) {
      parts.append(language("package \(number: package.number)"))
    }
    parts.append(
      language("announced \(day: DateText.short(commitment.announced, in: language))"))
    parts += snapshot.progress(of: commitment)
    if snapshot.isDisputed(FactPath("commitments", commitment.id)) {
      parts.append(Sign.disputed.word(in: language))
    }
    return "\(country)\(language.colon) \(parts.joined(separator: ", "))"
  }

  private func pillarRow(_ pillar: Pillar) -> String {
    var packages = snapshot.packages.filter { $0.pillar == pillar.id }
    let place = dossier.pillars.firstIndex { $0.id == pillar.id } ?? 0
    var commitments = snapshot.counts.underPillar(at: place)
    if let country = narrowedCountry, let row = dossier.index(of: country.id) {
      packages = packages.filter { snapshot.members(of: $0)[country.id] != nil }
      commitments = snapshot.counts.ofCountry(at: row, underPillarAt: place)
    }
    return language("Pillar \(number: pillar.number), \(title: pillar.title[language])")
      + "\(language.colon) "
      + "\(Figures.count(packages.count, "action package", in: language)), "
      + Figures.count(commitments, "commitment", in: language)
  }

  private func sourceRow(_ source: Source) -> String {
    "\(source.title). \(source.publisher), \(DateText.short(source.published, in: language))"
  }

  private func disputeRow(_ dispute: Dispute) -> String {
    let sides = dispute.sides(asOf: snapshot.day).count
    return language("Sources differ: \(title: dispute.about[language])")
      + ", \(Figures.count(sides, "side", in: language))"
  }

  /// A country's row of the matrix: what it leads, what it takes part in, and its commitments there.
  private func matrixRow(_ country: Country) -> String {
    let memberships = snapshot.memberships(of: country.id)
    var parts = ActionPackage.Role.allCases.compactMap { role -> String? in
      let numbers = memberships.filter { $0.membership.role == role }.map { "\($0.package.number)" }
      guard !numbers.isEmpty else { return nil }
      let list = PlainText.list(numbers, in: language)
      return role == .lead
        ? language(
          numbers.count, one: "leads package \(numbers: list)",
          other: "leads packages \(numbers: list)")
        : language(
          numbers.count, one: "takes part in package \(numbers: list)",
          other: "takes part in packages \(numbers: list)")
    }
    if parts.isEmpty { parts = ["\(endorsementWord(country.id)), " + language("in no package")] }
    let commitments = snapshot.packages.compactMap { package -> String? in
      let count = snapshot.commitments.count {
        $0.country == country.id && $0.package == package.id
      }
      guard count > 0 else { return nil }
      let figure = Figures.count(count, "commitment", in: language)
      return language("\(figure: figure) in package \(number: package.number)")
    }
    return
      "\(country.name[language])\(language.colon) \((parts + commitments).joined(separator: ", "))"
  }
}

extension Snapshot {
  /// A subject by its kind and name, so that it is known from the words alone.
  func fullName(of subject: Subject) -> String {
    switch subject {
    case .pillar(let id):
      dossier.pillar(id).map {
        language("Pillar \(number: $0.number), \(title: $0.title[language])")
      } ?? id
    case .package(let id):
      dossier.package(id).map {
        language(
          """
          Package \(number: $0.number), \
          \(title: $0.title?[language] ?? language("title not reported"))
          """)
      } ?? id
    case .meeting(let id):
      dossier.meeting(id).map { "\($0.title[language]), \(shortName(of: $0))" } ?? id
    case .commitment(let id):
      commitment(id).map { "\(name(of: subject))\(language.colon) \($0.text[language])" } ?? id
    case .context(let id): dossier.context.first { $0.id == id }?.text[language] ?? id
    case .dispute(let id):
      dossier.disputes.first { $0.id == id }.map {
        language("Sources differ: \(title: $0.about[language])")
      } ?? id
    case .source(let id): dossier.sources[id]?.title ?? id
    default: name(of: subject)
    }
  }
}
