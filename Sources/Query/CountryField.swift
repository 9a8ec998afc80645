import Declaration

/// What a country has to be or to have done.
enum CountryMeaning: Hashable {
  case pillar(PillarID)
  case committed(PillarID)
  case endorsed(Bool)
  case attended(MeetingID)
  case absent(MeetingID)
  case excluded(MeetingID)
  case unreported(MeetingID)
  case package(PackageID)
  case region(RegionID)

  /// The meeting whose presence is asked for; nil where something else is.
  var meeting: MeetingID? {
    switch self {
    case .attended(let id), .absent(let id), .excluded(let id), .unreported(let id): id
    case .pillar, .committed, .endorsed, .package, .region: nil
    }
  }
}

/// A property of countries that a query can ask for.
enum CountryField: QueryField {
  case pillar, status, attended, committed, absent, excluded, unreported, package, region

  /// The values that it can have on a day.
  func values(in snapshot: Snapshot) -> [FieldValue<CountryMeaning>] {
    let dossier = snapshot.dossier
    return switch self {
    case .pillar: pillars(of: dossier) { .pillar($0) }
    case .committed: pillars(of: dossier) { .committed($0) }
    case .status:
      [
        true, false,
      ].map { has in
        FieldValue(
          .endorsed(has), in: snapshot.language, or: .saysEndorsed(has), meaning: .endorsed(has))
      }
    case .attended: meetings(in: snapshot) { .attended($0) }
    case .absent: meetings(in: snapshot) { .absent($0) }
    case .excluded: meetings(in: snapshot) { .excluded($0) }
    case .unreported: meetings(in: snapshot) { .unreported($0) }
    case .package:
      snapshot.packages.map { package in
        FieldValue(String(package.number), in: [package.title], meaning: .package(package.id))
      }
    case .region:
      dossier.regions.map { FieldValue($0.id, in: $0.name, meaning: .region($0.id)) }
    }
  }
}

extension CountryField {
  /// Whether it asks who was at a meeting.
  var isAboutPresence: Bool {
    switch self {
    case .attended, .absent, .excluded, .unreported: true
    case .pillar, .committed, .status, .package, .region: false
    }
  }

  private func pillars(
    of dossier: Dossier, _ meaning: (PillarID) -> CountryMeaning
  ) -> [FieldValue<CountryMeaning>] {
    dossier.pillars.map { FieldValue(String($0.number), in: $0.title, meaning: meaning($0.id)) }
  }

  private func meetings(
    in snapshot: Snapshot, _ meaning: (MeetingID) -> CountryMeaning
  ) -> [FieldValue<CountryMeaning>] {
    snapshot.meetings.map { meeting in
      FieldValue(
        meeting.id,
        in: [meeting.title, meeting.venue.place, Wording(CountryField.date(of: meeting))],
        elseCalled: CountryField.months(of: meeting),
        meaning: meaning(meeting.id))
    }
  }

  /// What can be typed, for when something else was.
  func choices(among values: [FieldValue<CountryMeaning>]) -> String {
    guard self == .package, let first = values.first, let last = values.last else {
      return values.map(\.key).joined(separator: " ")
    }
    return "\(first.key) to \(last.key) and the words of their titles"
  }

  /// A meeting's date as the columns' heads and the record have it: `Sep 2022 2022-09-26`.
  fileprivate static func date(of meeting: Meeting) -> String {
    let first = meeting.date.first
    return "\(Wording.months[first.date.month - 1].english.prefix(3)) \(first.date.year) \(first)"
  }

  /// The month of a meeting in every language, where it is known, alone and with the year.
  fileprivate static func months(of meeting: Meeting) -> [String] {
    let (first, last) = (meeting.date.first.date, meeting.date.last.date)
    guard (first.year, first.month) == (last.year, last.month) else { return [] }
    return Wording.months[first.month - 1].all.flatMap { month in
      ["\(month) \(first.year)", "\(month) de \(first.year)"]
    }
  }
}
