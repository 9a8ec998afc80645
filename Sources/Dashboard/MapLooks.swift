import Declaration

/// The looks of all countries on a day.
struct MapLooks {
  let theme: MapTheme
  let snapshot: Snapshot
  private var language: Language { snapshot.language }
  /// The meeting whose attendance is shown; nil while none is reported.
  let meeting: Meeting?
  /// Places of the countries that the filter leaves.
  let listed: Set<Int>
  private let counts: [Int]
  private let bands: MapBands

  init(_ state: DashboardState) {
    (theme, snapshot) = (state.cartography.theme, state.snapshot)
    meeting = theme == .attendance ? state.facetMeeting : nil
    listed = Set(state.listing.countries)
    let snapshot = snapshot
    counts =
      theme == .commitments
      ? snapshot.dossier.countries.indices.map { snapshot.counts.ofCountry(at: $0) } : []
    bands = MapBands(most: counts.max() ?? 0)
  }

  /// The look of a country by its place in the record.
  func look(of place: Int) -> MapLook {
    guard listed.contains(place) else { return .background }
    switch theme {
    case .status:
      let sign = sign(of: place)
      return MapLook(hasEndorsed(place) ? .full : .outline, sign.character, sign.role)
    case .commitments:
      let count = counts[place]
      guard count > 0 else { return MapLook(.outline, "·", .notReported) }
      return MapLook(bands.fill(count), count > 9 ? "+" : "\(count)", .counted)
    case .attendance:
      let sign = sign(of: place)
      return MapLook(fill(of: status(of: place)), sign.character, sign.role)
    }
  }

  private func hasEndorsed(_ place: Int) -> Bool {
    snapshot.endorsement(of: snapshot.dossier.countries[place].id) != nil
  }

  private func status(of place: Int) -> Attendance.Status {
    let country = snapshot.dossier.countries[place].id
    return meeting.flatMap { snapshot.attendance(of: country, at: $0) }?.status ?? .notReported
  }

  /// The statuses of the countries on the map.
  private var occurring: Set<Attendance.Status> { Set(listed.map(status)) }

  private func fill(of status: Attendance.Status) -> MapFill {
    switch status {
    case .attended: .full
    case .delegate: .half
    case .declined: .sparse
    case .excluded: .dotted
    case .notReported: .outline
    }
  }

  private func sign(of place: Int) -> Sign {
    switch theme {
    case .status, .commitments: hasEndorsed(place) ? .endorsed : .notEndorsed
    case .attendance: .of(status(of: place))
    }
  }

  /// What the theme tells of a country, in a few words.
  func words(on place: Int) -> String {
    theme == .commitments
      ? Figures.count(counts[place], "commitment", in: language)
      : sign(of: place).word(in: language)
  }

  /// What the whole map tells, in a few words.
  func title(meetingName: (Meeting) -> String) -> String {
    let total = snapshot.dossier.countries.count
    switch theme {
    case .status: return language("\(count: snapshot.endorsers.count) of \(total: total) endorsed")
    case .commitments:
      let active = counts.count { $0 > 0 }
      let figure = Figures.count(snapshot.commitments.count, "commitment", in: language)
      return language("\(figure: figure), \(count: active) of \(total: total) countries")
    case .attendance:
      guard let meeting else { return language("no attendance is reported yet") }
      let present = snapshot.dossier.countries.indices.count { status(of: $0).isPresent }
      return language(
        "\(count: present) of \(total: total) at \(meeting: meetingName(meeting))")
    }
  }

  /// As much of the legend as fits.
  ///
  /// - Parameter withFills: whether there is land to be filled, and not a list.
  func legend(columns: Int, withFills: Bool) -> Line {
    var entries: [(fill: MapFill, sign: String, words: String, role: Role)] =
      switch theme {
      case .status:
        [(MapFill.full, Sign.endorsed), (.outline, .notEndorsed)].map {
          ($0.0, $0.1.character, $0.1.word(in: language), $0.1.role)
        }
      case .commitments:
        bands.legend(in: language).map {
          ($0.fill, "", $0.words, $0.fill == .outline ? .notReported : .counted)
        }
      case .attendance:
        Attendance.Status.allCases.filter(occurring.contains).map {
          (fill(of: $0), Sign.of($0).character, Sign.of($0).word(in: language), Sign.of($0).role)
        }
      }
    if listed.count < snapshot.dossier.countries.count {
      let look = MapLook.background
      entries.append((look.fill, look.sign, language("left out"), look.role))
    }
    var line = Line()
    for entry in entries {
      let sample = (withFills ? entry.fill.sample : "") + entry.sign
      guard !sample.isEmpty else { continue }
      var next = line
      if line.width > 0 { next.append("  ") }
      next.append(sample, entry.role)
      next.append(" \(entry.words)", .quiet)
      if next.width <= columns { line = next }
    }
    return line
  }
}
