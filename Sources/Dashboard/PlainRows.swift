import Declaration

// Entries of lists as sentences.
extension DashboardState {
  /// An entry of a list, as it is read out after its number.
  func plainRow(of subject: Subject, in pane: Pane) -> String {
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
        "\(DateText.short($0.date)): \($0.text.english)"
      } ?? id
    case .own(let entry): snapshot.line(of: entry).text
    case .package: snapshot.fullName(of: subject)
    }
  }

  private func countryRow(_ country: Country) -> String {
    let place = dossier.index(of: country.id) ?? 0
    var parts = [country.name.english, endorsementWord(country.id)]
    let narrowed = trail.contains { if case .meeting = $0 { true } else { false } }
    if facet != nil || narrowed, let meeting = facetMeeting {
      let word = Sign.of(country.id, at: meeting, in: snapshot).word
      parts.append("\(word) at \(meeting.venue.city ?? meeting.title.english)")
    }
    parts.append(Figures.count(snapshot.counts.ofCountry(at: place), "commitment"))
    if !snapshot.disputes(on: FactPath("endorsements", country.id)).isEmpty {
      parts.append(Sign.disputed.word)
    }
    return parts.joined(separator: ", ")
  }

  private func endorsementWord(_ code: CountryCode) -> String {
    (snapshot.endorsement(of: code) == nil ? Sign.notEndorsed : .endorsed).word
  }

  private func meetingRow(_ meeting: Meeting) -> String {
    let dates = snapshot.dates(of: meeting).map { DateText.short($0) }
    var parts = [meeting.title.english, meeting.venue.city ?? "place not reported"]
    switch snapshot.phase(of: meeting) {
    case .ahead(let days): parts.append(DateText.countdown(days: days))
    case .underWay: parts.append("on the as-of day")
    case .past: parts.append(Sign.meetingHeld.word)
    }
    if meeting.id == snapshot.nextMeeting?.id { parts.append(Sign.meetingNext.word) }
    if let country = narrowedCountry {
      let word = Sign.of(country.id, at: meeting, in: snapshot).word
      parts.append("\(country.name.english) \(word)")
    }
    return "\(PlainText.list(dates, "or")): \(parts.joined(separator: ", "))"
  }

  private func commitmentRow(_ commitment: Commitment) -> String {
    let country = dossier.country(commitment.country)?.name.english ?? commitment.country
    var parts = [commitment.text.english]
    if let amount = commitment.amount { parts.append(Figures.amount(amount)) }
    if commitment.partOf != nil { parts.append("part of another") }
    parts.append("pillar \(commitment.pillar)")
    if let package = commitment.package.flatMap(dossier.package) {
      parts.append("package \(package.number)")
    }
    parts.append("announced \(DateText.short(commitment.announced))")
    if let step = commitment.step(asOf: snapshot.day), step.state != .announced {
      parts.append(step.state.rawValue)
    }
    if let due = commitment.due { parts.append("due \(DateText.short(due))") }
    if !snapshot.disputes(on: FactPath("commitments", commitment.id)).isEmpty {
      parts.append(Sign.disputed.word)
    }
    return "\(country): \(parts.joined(separator: ", "))"
  }

  private func pillarRow(_ pillar: Pillar) -> String {
    var packages = snapshot.packages.filter { $0.pillar == pillar.id }
    let place = dossier.pillars.firstIndex { $0.id == pillar.id } ?? 0
    var commitments = snapshot.counts.underPillar(at: place)
    if let country = narrowedCountry, let row = dossier.index(of: country.id) {
      packages = packages.filter { snapshot.members(of: $0)[country.id] != nil }
      commitments = snapshot.counts.ofCountry(at: row, underPillarAt: place)
    }
    return "Pillar \(pillar.number), \(pillar.title.english): "
      + "\(Figures.count(packages.count, "action package")), "
      + Figures.count(commitments, "commitment")
  }

  private func sourceRow(_ source: Source) -> String {
    "\(source.title). \(source.publisher), \(DateText.short(source.published))"
  }

  private func disputeRow(_ dispute: Dispute) -> String {
    let sides = dispute.sides(asOf: snapshot.day).count
    return "Sources differ: \(dispute.about.english), \(Figures.count(sides, "side"))"
  }

  /// A country's row of the matrix: what it leads, what it takes part in, and its commitments there.
  private func matrixRow(_ country: Country) -> String {
    let memberships = snapshot.memberships(of: country.id)
    var parts = ActionPackage.Role.allCases.compactMap { role -> String? in
      let numbers = memberships.filter { $0.membership.role == role }.map { "\($0.package.number)" }
      guard !numbers.isEmpty else { return nil }
      let noun = numbers.count == 1 ? "package" : "packages"
      return "\(role == .lead ? "leads" : "takes part in") \(noun) \(PlainText.list(numbers))"
    }
    if parts.isEmpty { parts = ["\(endorsementWord(country.id)), in no package"] }
    let commitments = snapshot.packages.compactMap { package -> String? in
      let count = snapshot.commitments.count {
        $0.country == country.id && $0.package == package.id
      }
      guard count > 0 else { return nil }
      return "\(Figures.count(count, "commitment")) in package \(package.number)"
    }
    return "\(country.name.english): \((parts + commitments).joined(separator: ", "))"
  }
}

extension Snapshot {
  /// A subject by its kind and name, so that it is known from the words alone.
  func fullName(of subject: Subject) -> String {
    switch subject {
    case .pillar(let id):
      dossier.pillar(id).map { "Pillar \($0.number), \($0.title.english)" } ?? id
    case .package(let id):
      dossier.package(id).map {
        "Package \($0.number), \($0.title?.english ?? "title not reported")"
      } ?? id
    case .meeting(let id):
      dossier.meeting(id).map { "\($0.title.english), \(shortName(of: $0))" } ?? id
    case .commitment(let id):
      commitment(id).map { "\(name(of: subject)): \($0.text.english)" } ?? id
    case .context(let id): dossier.context.first { $0.id == id }?.text.english ?? id
    case .dispute(let id):
      dossier.disputes.first { $0.id == id }.map { "Sources differ: \($0.about.english)" } ?? id
    case .source(let id): dossier.sources[id]?.title ?? id
    default: name(of: subject)
    }
  }
}
