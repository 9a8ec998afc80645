import Declaration

/// The rows of countries side by side, with the sources of what they say under them.
///
/// Made from the first to the last, because the sources are numbered as they are named.
struct ComparisonRows {
  private let countries: [Country]
  private let labelColumns: Int
  private let cellColumns: Int
  /// Numbers the sources as they are named, row by row.
  private var text: DetailText
  private var rows: [Line] = []
  /// How many commitments of a country under a pillar are read side by side.
  private var readable: Int { text.keys == nil ? .max : 50 }
  private let commitments: [CountryCode: [PillarID: [Commitment]]]

  private var snapshot: Snapshot { text.snapshot }
  private var language: Language { text.language }

  /// - Parameter keys: the keys of the screen that they stand on; nil where they are printed, whole.
  init(
    _ snapshot: Snapshot, _ countries: [Country], keys: KeyMap?, labelColumns: Int, cellColumns: Int
  ) {
    (self.countries, self.labelColumns, self.cellColumns) = (countries, labelColumns, cellColumns)
    var commitments: [CountryCode: [PillarID: [Commitment]]] = [:]
    let codes = Set(countries.map(\.id))
    let isCompared = snapshot.dossier.countries.map { codes.contains($0.id) } + [false]
    let places = snapshot.dossier.commitmentPlaces
    for place in snapshot.commitments.indices where isCompared[places[place].country] {
      let commitment = snapshot.commitments[place]
      commitments[commitment.country, default: [:]][commitment.pillar, default: []]
        .append(commitment)
    }
    self.commitments = commitments
    text = DetailText(
      snapshot, columns: labelColumns + countries.count * cellColumns,
      clock: Clock(today: snapshot.day, minute: 0))
    text.keys = keys
    add(language("Endorsement")) { $0.endorsement(of: $1) }
    add(language("Region")) { rows, country in
      [Line(rows.snapshot.dossier.region(country.region)?.name[rows.language] ?? country.region)]
    }
    for meeting in snapshot.heldMeetings {
      let place = meeting.venue.city(in: language)
      add(DateText.column(meeting.date, in: language), under: place) {
        $0.presence(of: $1, at: meeting)
      }
    }
    add(language("Packages")) { $0.memberships(of: $1) }
    for pillar in snapshot.dossier.pillars {
      add(language("Pillar \(number: pillar.number)")) { $0.commitments(of: $1, under: pillar) }
    }
  }

  /// The rows, the sources last.
  var finished: [Line] { rows + text.finished.lines.dropFirst() }

  // MARK: Cells

  private mutating func endorsement(of country: Country) -> [Line] {
    let mark = text.mark(FactPath("endorsements", country.id))
    guard let endorsement = snapshot.endorsement(of: country.id) else {
      return [cell(.notEndorsed, Sign.notEndorsed.word(in: language), mark, [])]
    }
    let words = language("endorsed \(day: DateText.short(endorsement.date, in: language))")
    return [cell(.endorsed, words, mark, endorsement.sources)]
  }

  private mutating func presence(of country: Country, at meeting: Meeting) -> [Line] {
    let sign = Sign.of(country.id, at: meeting, in: snapshot)
    let mark = text.mark(FactPath("meetings", meeting.id, "attendance", country.id))
    let sources = meeting.attendance[country.id]?.sources ?? []
    return [cell(sign, sign.word(in: language), mark, sources)]
  }

  private mutating func memberships(of country: Country) -> [Line] {
    snapshot.memberships(of: country.id).map { package, membership in
      let verb = membership.role == .lead ? language("leads") : language("joins")
      let title = "\(verb) \(package.number) \(package.title?[language] ?? "")"
      return sourced(Line(title), membership.sources)
    }
  }

  private mutating func commitments(of country: Country, under pillar: Pillar) -> [Line] {
    let commitments = commitments[country.id]?[pillar.id] ?? []
    let more = commitments.count - readable
    let rest =
      more > 0 ? [Line(snapshot.moreCommitments(more, text.label(.commitments)), .quiet)] : []
    return commitments.prefix(readable).map { commitment in
      var line = Line("· ")
      line.append(language.partLead(of: commitment), .quiet)
      line.append(commitment.text[language])
      if let amount = commitment.amount {
        line.append("\(language.colon) \(Figures.amount(amount, in: language))")
      }
      line.append(text.mark(FactPath("commitments", commitment.id)))
      let progress = snapshot.progress(of: commitment)
      if !progress.isEmpty { line.append(" (\(progress.joined(separator: ", ")))", .quiet) }
      return sourced(line, commitment.sources)
    } + rest
  }

  private mutating func cell(
    _ sign: Sign, _ words: String, _ mark: Line, _ sources: [SourceID]
  ) -> Line {
    var line = Line(sign.character, sign.role)
    line.append(" \(words)")
    line.append(mark)
    return sourced(line, sources)
  }

  private mutating func sourced(_ line: Line, _ sources: [SourceID]) -> Line {
    guard !sources.isEmpty else { return line }
    var line = line
    line.append(" ")
    line.append(text.citation(sources))
    return line
  }

  // MARK: Rows

  /// A row of cells, as high as the highest of them.
  ///
  /// - Parameter under: what stands under the label.
  private mutating func add(
    _ label: String, under: String? = nil, _ cells: (inout ComparisonRows, Country) -> [Line]
  ) {
    let labels = [Line(label, .label)] + (under.map { [Line($0, .quiet)] } ?? [])
    let columns = countries.map { country -> [Line] in
      let lines = cells(&self, country)
      return (lines.isEmpty ? [Line(language("none reported"), .quiet)] : lines)
        .flatMap { $0.wrapped(to: cellColumns - 2, indent: 2) }
    }
    for row in 0..<max(labels.count, columns.map(\.count).max() ?? 0) {
      var line = row < labels.count ? labels[row].truncated(to: labelColumns) : Line()
      line.pad(to: labelColumns)
      for (place, cells) in columns.enumerated() {
        line.append(" ")
        if row < cells.count { line.append(cells[row]) }
        line.pad(to: labelColumns + (place + 1) * cellColumns)
      }
      rows.append(line)
    }
    rows.append(Line())
  }
}
