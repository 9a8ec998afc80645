import Declaration

extension DetailText {
  /// A commitment: who, what, how much, how far, by when.
  mutating func tell(of commitment: Commitment) {
    let dossier = snapshot.dossier
    let path = { FactPath("commitments", commitment.id, $0) }
    title(commitment.text.english)
    fact(
      "Country", dossier.country(commitment.country)?.name.english ?? commitment.country,
      target: .country(commitment.country), at: path("country"))
    if let pillar = dossier.pillar(commitment.pillar) {
      fact(
        "Pillar", "\(pillar.number) \(pillar.title.english)", target: .pillar(pillar.id),
        at: path("pillar"))
    }
    if let package = commitment.package.flatMap(dossier.package) {
      fact("Package", name(of: package), target: .package(package.id), at: path("package"))
    }
    var amount = Line(commitment.amount.map(Figures.amount) ?? "no figure reported")
    amount.append(mark(path("amount")))
    fact("Figure", amount)
    if let whole = commitment.partOf.flatMap(snapshot.commitment) {
      fact("Part of", whole.text.english, target: .commitment(whole.id))
    }
    fact(
      "Announced", DateText.medium(commitment.announced), sources: commitment.sources,
      at: path("announced"))
    if let meeting = commitment.meeting.flatMap(dossier.meeting) {
      fact("At", meeting.title.english, target: .meeting(meeting.id))
    }
    fact(
      "Due", commitment.due.map { DateText.medium($0) } ?? Sign.notReported.word, at: path("due"))
    if let note = commitment.note { fact("Note", note.english, at: path("note")) }
    heading("State", at: path("states"))
    let known = commitment.steps.filter { $0.since.last <= snapshot.day }
    if known.isEmpty { paragraph(Sign.notReported.word, role: .quiet) }
    for step in known {
      bullet("\(step.state.rawValue), \(DateText.short(step.since))", sources: step.sources)
    }
    let parts = snapshot.commitments.filter { $0.partOf == commitment.id }
    if !parts.isEmpty {
      heading("Of that")
      for part in parts { bullet(part, namesCountry: false) }
    }
    disputes(on: [FactPath("commitments", commitment.id)])
  }

  /// An action package: its pillar, its members, its commitments.
  mutating func tell(of package: ActionPackage) {
    title("Action package \(name(of: package))")
    if let pillar = snapshot.dossier.pillar(package.pillar) {
      fact("Pillar", "\(pillar.number) \(pillar.title.english)", target: .pillar(pillar.id))
    }
    fact("Identified", DateText.medium(package.identified), sources: package.sources)
    let members = snapshot.members(of: package)
    if !members.isEmpty {
      fact("Members", package.membersAreComplete ? "the whole list" : "as far as sources say")
      if let note = package.note { fact("Note", note.english) }
    }
    for role in ActionPackage.Role.allCases {
      heading(role == .lead ? "Leads" : "Takes part")
      let countries = snapshot.dossier.countries.filter { members[$0.id]?.role == role }
      if countries.isEmpty { paragraph("nobody reported", role: .quiet) }
      for country in countries {
        bullet(
          Line(country.name.english), sources: members[country.id]?.sources ?? [],
          target: .country(country.id))
      }
    }
    let commitments = snapshot.commitments.filter { $0.package == package.id }
    heading("Commitments: \(commitments.count)")
    if commitments.isEmpty { paragraph("none reported", role: .quiet) }
    for commitment in commitments { bullet(commitment) }
    disputes(on: [FactPath("packages", package.id)])
  }

  /// A dispute: every side with its source, and why the record shows what it shows.
  mutating func tell(of dispute: Dispute) {
    title("\(Sign.disputed.character) \(dispute.about.english)")
    for (place, side) in dispute.sides(asOf: snapshot.day).enumerated() {
      heading("Side \(place + 1)")
      paragraph(side.text.english, sources: side.sources)
      fact("Known from", DateText.short(side.since))
    }
    heading("Why the record shows what it shows")
    paragraph(dispute.why.english)
    let subjects = dispute.facts.compactMap { Subject(path: $0) }
    guard !subjects.isEmpty else { return }
    heading("Facts that it is about")
    for subject in subjects { bullet(Line(snapshot.name(of: subject)), target: subject) }
  }

  /// A source: what it is, where it is, and what rests on it.
  mutating func tell(of source: Source) {
    let path = { FactPath("sources", source.id, $0) }
    title(source.title)
    fact("Publisher", source.publisher, at: path("publisher"))
    fact("Published", DateText.medium(source.published), at: path("published"))
    fact("Link", Line(source.link ?? "none", source.link == nil ? .quiet : .link))
    if let note = source.note { fact("Note", note.english) }
    let facts = snapshot.facts(restingOn: source.id)
    heading("Facts that rest on it: \(facts.count)")
    if facts.isEmpty { paragraph("none by this day", role: .quiet) }
    for fact in facts { bullet(Line(fact.text), target: fact.subject) }
  }
}
