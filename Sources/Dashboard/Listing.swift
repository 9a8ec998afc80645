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
    var view = View.record
    var listFilter = ""
    var order = CommitmentOrder.date
    var sourceOwner: Subject?
    var start: Day?
    /// Which of the records it is that were put under the screen.
    var record = 0
  }

  let key: Key
  let query: Query
  /// Places in the dossier's countries.
  let countries: [Int]
  /// The place in ``countries`` that the filter means most likely.
  let best: Int?
  var faults: [QueryFault]
  let timeline: [TimelineEntry]
  /// Places in the snapshot's commitments; in the commitments' view alone.
  var commitments: [Int] = []
  var totals = Totals.none
  var totalsByPillar: [Totals] = []
  /// Disputes and sources; in their view alone.
  var sources: [Subject] = []
  /// In the view of what changed alone.
  var changes: [Change] = []
  /// In their view alone.
  var charts: [Chart] = []
  /// In the view of the user's record alone.
  var own: [OwnEntry] = []
  /// Where the groups of the user's record begin.
  var ownStarts: [Int] = []

  /// Everything there is on a day.
  init(of snapshot: Snapshot, record: Int = 0) {
    key = Key(day: snapshot.day, record: record)
    query = Query("")
    countries = Array(snapshot.dossier.countries.indices)
    (best, faults) = (nil, [])
    timeline = Listing.timeline(of: snapshot)
  }

  init(of state: DashboardState, key: Key) {
    self.key = key
    query = Query(key.filter)
    let index = key.filter.isEmpty ? nil : state.index.get()
    let matches = index?.matches(query, in: state.snapshot)
    let meeting = key.meeting.flatMap { state.dossier.meeting($0) }
    let places = matches?.places ?? Array(state.dossier.countries.indices)
    let countries = places.filter { place in
      let country = state.dossier.countries[place]
      return Listing.admits(country, facet: key.facet, of: meeting, state.snapshot)
        && key.trail.allSatisfy {
          Listing.admits(place, country, under: $0, state)
        }
    }
    self.countries = countries
    best = index?.best(of: countries, for: query).flatMap { countries.firstIndex(of: $0) }
    faults = matches?.faults ?? []
    timeline = Listing.timeline(of: state.snapshot)
    if !key.view.showsCountries { faults = [] }
    switch key.view {
    case .commitments:
      listCommitments(
        of: state.snapshot, key.listFilter.isEmpty ? nil : state.commitmentIndex?.get())
    case .sources: listSources(of: state.snapshot)
    case .changes: listChanges(of: state.snapshot)
    case .own: listOwn(of: state.snapshot)
    case .charts: charts = Chart.Name.allCases.map(state.snapshot.chart)
    case .record, .matrix, .comparison, .map: break
    }
  }

  private static func timeline(of snapshot: Snapshot) -> [TimelineEntry] {
    let entries =
      snapshot.meetings.map(TimelineEntry.meeting) + snapshot.context.map(TimelineEntry.context)
    // Swift's sort keeps the order of equals: meetings before the context of their day.
    return entries.sorted { $0.date.first < $1.date.first }
  }

  /// Whether a facet leaves a country.
  private static func admits(
    _ country: Country, facet: Facet?, of meeting: Meeting?, _ snapshot: Snapshot
  ) -> Bool {
    let hasEndorsed = snapshot.endorsement(of: country.id) != nil
    let wasPresent =
      meeting.flatMap { snapshot.attendance(of: country.id, at: $0) }?.status.isPresent ?? false
    return switch facet {
    case nil: true
    case .endorsed: hasEndorsed
    case .attended: wasPresent
    case .without: !hasEndorsed && !wasPresent
    }
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
    case .country, .context, .package, .commitment, .dispute, .source, .own:
      return true
    }
  }
}
