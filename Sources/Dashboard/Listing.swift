import Declaration
import Query

/// What the lists show: the countries that filter, facet and trail leave, and the timeline.
struct Listing: Sendable {
  /// Everything that a listing follows from.
  struct Key: Hashable, Sendable {
    var filter = ""
    var facet: Facet?
    var trail: [Subject] = []
    var day: Day
    var meeting: MeetingID?
  }

  let key: Key
  let query: Query
  /// Places in the dossier's countries.
  let countries: [Int]
  /// The place in ``countries`` that the filter means most likely.
  let best: Int?
  let faults: [QueryFault]
  let timeline: [TimelineEntry]

  /// Everything there is on a day.
  init(of snapshot: Snapshot) {
    key = Key(day: snapshot.day)
    query = Query("")
    countries = Array(snapshot.dossier.countries.indices)
    (best, faults) = (nil, [])
    timeline = Listing.timeline(of: snapshot)
  }

  init(of state: DashboardState, key: Key) {
    self.key = key
    query = Query(key.filter)
    let matches = state.index.matches(query, in: state.snapshot)
    let countries = matches.countries.filter { place in
      let country = state.dossier.countries[place]
      return Listing.admits(country, state)
        && key.trail.allSatisfy {
          Listing.admits(place, country, under: $0, state)
        }
    }
    self.countries = countries
    best = query.isEmpty ? nil : matches.best.flatMap { countries.firstIndex(of: $0) }
    faults = matches.faults
    timeline = Listing.timeline(of: state.snapshot)
  }

  private static func timeline(of snapshot: Snapshot) -> [TimelineEntry] {
    let entries =
      snapshot.meetings.map(TimelineEntry.meeting) + snapshot.context.map(TimelineEntry.context)
    // Swift's sort keeps the order of equals: meetings before the context of their day.
    return entries.sorted { $0.date.first < $1.date.first }
  }

  /// Whether the facet leaves a country.
  private static func admits(_ country: Country, _ state: DashboardState) -> Bool {
    let hasEndorsed = state.snapshot.endorsement(of: country.id) != nil
    switch state.facet {
    case nil: return true
    case .endorsed: return hasEndorsed
    case .attended: return wasPresent(country, state)
    case .without: return !hasEndorsed && !wasPresent(country, state)
    }
  }

  private static func wasPresent(_ country: Country, _ state: DashboardState) -> Bool {
    state.facetMeeting.flatMap { state.snapshot.attendance(of: country.id, at: $0) }?
      .status.isPresent ?? false
  }

  /// Whether a narrowing leaves a country.
  private static func admits(
    _ place: Int, _ country: Country, under subject: Subject, _ state: DashboardState
  ) -> Bool {
    let snapshot = state.snapshot
    switch subject {
    case .pillar(let id):
      return snapshot.isActive(countryAt: place, under: id)
    case .meeting(let id):
      guard let meeting = snapshot.dossier.meeting(id) else { return true }
      if snapshot.isReported(meeting), !meeting.attendance.isEmpty {
        return snapshot.attendance(of: country.id, at: meeting)?.status.isPresent ?? false
      }
      return meeting.expects == .endorsers ? snapshot.endorsement(of: country.id) != nil : true
    case .country, .context:
      return true
    }
  }
}
