import Declaration

extension DetailText {
  /// A commitment: who, what, how much, how far, by when.
  mutating func tell(of commitment: Commitment) {
    let dossier = snapshot.dossier
    let path = { FactPath("commitments", commitment.id, $0) }
    title(commitment.text[language])
    fact(
      language("Country"),
      dossier.country(commitment.country)?.name[language] ?? commitment.country,
      target: .country(commitment.country), at: path("country"))
    if let pillar = dossier.pillar(commitment.pillar) {
      fact(
        language("Pillar"), "\(pillar.number) \(pillar.title[language])",
        target: .pillar(pillar.id),
        at: path("pillar"))
    }
    if let package = snapshot.package(of: commitment) {
      fact(
        language("Package"), name(of: package), target: .package(package.id), at: path("package"))
    }
    var amount = Line(
      commitment.amount.map { Figures.amount($0, in: language) } ?? language("no figure reported"))
    amount.append(mark(path("amount")))
    fact(language("Figure"), amount, sources: ownSources(path("amount")))
    if let whole = commitment.partOf.flatMap(snapshot.commitment) {
      fact(language("Part of"), whole.text[language], target: .commitment(whole.id))
    }
    fact(
      language("Announced"), DateText.medium(commitment.announced, in: language),
      sources: commitment.sources, at: path("announced"))
    if let meeting = commitment.meeting.flatMap(dossier.meeting) {
      fact(language("At"), meeting.title[language], target: .meeting(meeting.id))
    }
    fact(
      language("Due"),
      commitment.due.map { DateText.medium($0, in: language) }
        ?? Sign.notReported.word(in: language), at: path("due"))
    if let note = commitment.note { fact(language("Note"), note[language], at: path("note")) }
    heading(language("State"), at: path("states"))
    let known = commitment.steps.filter { $0.since.last <= snapshot.day }
    if known.isEmpty { paragraph(Sign.notReported.word(in: language), role: .quiet) }
    for step in known {
      bullet(
        "\(language.text(step.state.rawValue)), \(DateText.short(step.since, in: language))",
        sources: step.sources)
    }
    let parts = snapshot.commitments.filter { $0.partOf == commitment.id }
    if !parts.isEmpty {
      heading(language("Of that"))
      bullets(parts, namesCountry: false)
    }
    disputes(on: [FactPath("commitments", commitment.id)])
  }

  /// An action package: its pillar, its members, its commitments.
  mutating func tell(of package: ActionPackage) {
    title(language("Action package \(name: name(of: package))"))
    if let pillar = snapshot.dossier.pillar(package.pillar) {
      fact(
        language("Pillar"), "\(pillar.number) \(pillar.title[language])", target: .pillar(pillar.id)
      )
    }
    fact(
      language("Identified"), DateText.medium(package.identified, in: language),
      sources: package.sources)
    let members = snapshot.members(of: package)
    if !members.isEmpty {
      fact(
        language("Members"),
        snapshot.knowsAllMembers(of: package)
          ? language("the whole list") : language("as far as sources say"))
      if let note = snapshot.note(on: package) { fact(language("Note"), note[language]) }
    }
    for role in ActionPackage.Role.allCases {
      heading(role == .lead ? language("Leads") : language("Takes part"))
      let countries = snapshot.dossier.countries.filter { members[$0.id]?.role == role }
      if countries.isEmpty { paragraph(language("nobody reported"), role: .quiet) }
      for country in countries {
        bullet(
          Line(country.name[language]), sources: members[country.id]?.sources ?? [],
          target: .country(country.id))
      }
    }
    let commitments = snapshot.commitments.filter { $0.package == package.id }
    heading(title(counting: commitments))
    if commitments.isEmpty { paragraph(language("none reported"), role: .quiet) }
    bullets(commitments)
    disputes(on: [FactPath("packages", package.id)])
  }

  /// A dispute: every side with its source, and why the record shows what it shows.
  mutating func tell(of dispute: Dispute) {
    title("\(Sign.disputed.character) \(dispute.about[language])")
    for (place, side) in dispute.sides(asOf: snapshot.day).enumerated() {
      heading(language("Side \(number: place + 1)"))
      paragraph(side.text[language], sources: side.sources)
      fact(language("Known from"), DateText.short(side.since, in: language))
    }
    heading(language("Why the record shows what it shows"))
    paragraph(dispute.why[language])
    let subjects = dispute.facts.compactMap { Subject(path: $0) }.reduce(into: [Subject]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    guard !subjects.isEmpty else { return }
    heading(language("Facts that it is about"))
    for subject in subjects { bullet(Line(snapshot.name(of: subject)), target: subject) }
  }

  /// A source: what it is, where it is, and what rests on it.
  mutating func tell(of source: Source) {
    let path = { FactPath("sources", source.id, $0) }
    title(source.title)
    fact(language("Publisher"), source.publisher, at: path("publisher"))
    fact(
      language("Published"), DateText.medium(source.published, in: language), at: path("published"))
    fact(
      language("Link"), Line(source.link ?? language("none"), source.link == nil ? .quiet : .link))
    if let note = source.note { fact(language("Note"), note[language]) }
    let (facts, count) = snapshot.facts(restingOn: source.id, atMost: readable)
    heading(language("Facts that rest on it: \(count: count)"))
    if facts.isEmpty { paragraph(language("none by this day"), role: .quiet) }
    for fact in facts { bullet(Line(fact.text), target: fact.subject) }
    if count > facts.count {
      let rest = Figures.grouped(count - facts.count, in: language)
      paragraph(
        language("\(figure: rest) more; “ladmp show \(text: source.id)” tells all."), role: .quiet)
    }
  }
}
