import Declaration

// What the charts show, counted in the record as of the day.
extension Snapshot {
  /// A chart of the record.
  public func chart(_ name: Chart.Name) -> Chart {
    switch name {
    case .commitments: commitmentChart
    case .endorsements: endorsementChart
    case .attendance: attendanceChart
    }
  }

  // MARK: Commitments

  private var commitmentChart: Chart {
    let disputes = disputes(in: "commitments")
    let disputed = pillars(ofCommitments: keys(of: "commitments", in: disputes))
    let bars = dossier.pillars.enumerated().map { place, pillar in
      let count = counts.underPillar(at: place)
      return bar(
        of: pillar, disputed, count == 0 ? nil : Double(count),
        count == 0 ? language("none reported") : Figures.count(count, "commitment", in: language))
    }
    let totals = dossier.totals(ofCommitmentsAt: Array(commitments.indices))
    var panels = [Chart.Panel(title: language("Number of commitments"), form: .bars(bars))]
    var alone: [String] = []
    for unit in totals.all.sums.map(\.unit) {
      let sums = totals.byPillar.map { $0.sums.first { $0.unit == unit } }
      guard sums.count(where: { $0 != nil }) > 1 else {
        alone += zip(dossier.pillars, sums).compactMap { pillar, sum in
          sum.map { sum in
            let figure = Figures.amount(sum, in: language)
            return language("\(figure: figure) under pillar \(number: pillar.number)")
          }
        }
        continue
      }
      let bars = zip(dossier.pillars, sums).map { pillar, sum in
        bar(
          of: pillar, disputed, sum?.value,
          sum.map { Figures.amount($0, in: language) } ?? language("no figure reported"))
      }
      panels.append(
        Chart.Panel(
          title: language("Sum of the figures in \(text: language.text(unit))"), form: .bars(bars)))
    }
    return Chart(
      name: .commitments, title: language("Commitments by pillar"), day: day, language: language,
      panels: panels,
      notes: commitmentNotes(alone: alone), disagreements: disagreements(disputes),
      sources: cited(commitments.map(\.sources), disputes))
  }

  private func pillars(ofCommitments keys: Set<CommitmentID>) -> Set<PillarID> {
    guard !keys.isEmpty else { return [] }
    return Set(commitments.filter { keys.contains($0.id) }.map(\.pillar))
  }

  private func bar(
    of pillar: Pillar, _ disputed: Set<PillarID>, _ figure: Double?, _ text: String
  ) -> Chart.Bar {
    Chart.Bar(
      label: marked(
        "\(pillar.number) \(pillar.title[language])", disputed.contains(pillar.id)), figure: figure,
      text: text,
      subject: .pillar(pillar.id))
  }

  /// - Parameter alone: figures in units that only one pillar has, and which nothing compares to.
  private func commitmentNotes(alone: [String]) -> [String] {
    var notes: [String] = []
    if !alone.isEmpty {
      notes.append(
        language("In units of one pillar alone: \(list: alone.joined(separator: ", ")).")
      )
    }
    let silent = commitments.count { $0.amount == nil }
    if silent > 0 {
      notes.append(
        language(
          "\(figure: Figures.count(silent, "commitment", in: language).capitalizedFirst) without a reported figure."
        ))
    }
    if commitments.contains(where: { $0.amount != nil && $0.partOf != nil }) {
      notes.append(language("Figures that are part of another are not added again."))
    }
    return notes + ownNotes(counting: "commitment", in: "commitments")
  }

  // MARK: Endorsements

  private var endorsementChart: Chart {
    let disputes = disputes(in: "endorsements")
    let disputed = keys(of: "endorsements", in: disputes)
    var joined: [Day: [Country]] = [:]
    for country in dossier.countries {
      guard let endorsement = endorsement(of: country.id) else { continue }
      joined[endorsement.date.last, default: []].append(country)
    }
    var total = 0
    let steps = joined.sorted { $0.key < $1.key }.map { day, countries in
      total += countries.count
      return Chart.Step(
        day: day,
        countries: countries.map { marked($0.name[language], disputed.contains($0.id)) },
        total: total,
        subject: subject(of: countries, on: day))
    }
    let start = steps.first?.day ?? day
    let margin = max(7, (day - start) / 20)
    let form = Chart.Steps(
      steps: steps, first: start + -margin, last: day, whole: dossier.countries.count)
    return Chart(
      name: .endorsements, title: language("Endorsements over time"), day: day, language: language,
      panels: [
        Chart.Panel(
          title: language("Countries that had endorsed, of \(total: dossier.countries.count)"),
          form: .steps(form))
      ],
      notes: endorsementNotes(endorsed: total), disagreements: disagreements(disputes),
      sources: cited(endorsers.compactMap { endorsement(of: $0)?.sources }, disputes))
  }

  /// A country that endorsed alone; the meeting at which several did.
  private func subject(of countries: [Country], on day: Day) -> Subject {
    let first = countries.first.map { Subject.country($0.id) }
    let meeting = meetings.first { $0.date.contains(day) }.map { Subject.meeting($0.id) }
    let best = countries.count == 1 ? first ?? meeting : meeting ?? first
    return best ?? .country("")
  }

  private func endorsementNotes(endorsed: Int) -> [String] {
    let vague = dossier.countries.compactMap { country -> String? in
      guard let date = endorsement(of: country.id)?.date, date.precision != .day else { return nil }
      return language(
        "\(country: country.name[language]): dated \(day: DateText.short(date, in: language)), counted from the last day."
      )
    }
    let others = dossier.countries.count - endorsed
    return [
      language(
        "\(figure: Figures.count(others, "country", plural: "countries", in: language).capitalizedFirst) without a reported endorsement."
      )
    ] + vague + ownNotes(counting: "country", plural: "countries", in: "endorsements")
  }

  // MARK: Attendance

  private var attendanceChart: Chart {
    let disputes = disputes(in: "meetings")
    let disputed = keys(of: "meetings", in: disputes)
    let stacks = meetings.map { meeting in
      Chart.Stack(
        label: marked(shortName(of: meeting), disputed.contains(meeting.id)),
        parts: parts(of: meeting), absence: absence(at: meeting),
        subject: .meeting(meeting.id))
    }
    let reports = meetings.flatMap { meeting in
      let attendances = dossier.countries.compactMap { attendance(of: $0.id, at: meeting) }
      return attendances.isEmpty ? [meeting.sources] : attendances.map(\.sources)
    }
    return Chart(
      name: .attendance, title: language("Attendance by meeting"), day: day, language: language,
      panels: [
        Chart.Panel(
          title: language("Countries, of \(total: dossier.countries.count)"),
          form: .stacks(stacks, whole: dossier.countries.count))
      ],
      notes: [language("Not reported: no source says whether the country was there.")]
        + ownNotes(counting: "meeting", in: "meetings"),
      disagreements: disagreements(disputes), sources: cited(reports, disputes))
  }

  /// None where nothing at all is reported.
  private func parts(of meeting: Meeting) -> [Chart.Part] {
    let statuses = dossier.countries.map {
      attendance(of: $0.id, at: meeting)?.status ?? .notReported
    }
    guard statuses.contains(where: { $0 != .notReported }) else { return [] }
    return Attendance.Status.allCases.compactMap { status in
      let count = statuses.count { $0 == status }
      return count > 0 ? Chart.Part(status: status, count: count) : nil
    }
  }

  private func absence(at meeting: Meeting) -> String {
    if case .ahead(let days) = phase(of: meeting) {
      return language("to come, \(countdown: DateText.countdown(days: days, in: language))")
    }
    return isReported(meeting) ? language("no source says who came") : language("no report yet")
  }

  // MARK: The user's own

  /// How many of the entries that a chart counts somebody added, changed or hid: the sources of the
  /// edition do not answer for those.
  private func ownNotes(
    counting entry: String, plural: String? = nil, in collection: String
  ) -> [String] {
    let entries = known(dossier.own.changes).map(\.path).filter { path in
      // Of a meeting only who came counts.
      path.tokens.first == collection
        && (collection != "meetings" || path.tokens.count < 3 || path.tokens[2] == "attendance")
    }.map(\.entry)
    guard !entries.isEmpty else { return [] }
    let figure = Figures.count(Set(entries).count, entry, plural: plural, in: language)
    return [language("The user's own: \(figure: figure).")]
  }

  // MARK: Sources

  /// The sources of some facts and of what is said against them that were out on the day, the one
  /// of most facts first.
  private func cited(_ facts: [[SourceID]], _ disputes: [Dispute]) -> [SourceID] {
    let facts = facts + disputes.flatMap { $0.sides(asOf: day).map(\.sources) }
    var uses: [SourceID: (count: Int, place: Int)] = [:]
    for source in facts.flatMap({ published($0) }) {
      uses[source] = ((uses[source]?.count ?? 0) + 1, uses[source]?.place ?? uses.count)
    }
    return uses.sorted { ($1.value.count, $0.value.place) < ($0.value.count, $1.value.place) }
      .map(\.key)
  }
}
