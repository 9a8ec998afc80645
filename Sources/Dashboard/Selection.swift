import Declaration

/// The entries of a list, made when they are asked for: a long list costs no more than a short one.
struct PaneEntries: RandomAccessCollection {
  let count: Int
  private let subject: (Int) -> Subject

  init(count: Int, _ subject: @escaping (Int) -> Subject) {
    (self.count, self.subject) = (count, subject)
  }

  init(_ subjects: [Subject]) { self.init(count: subjects.count) { subjects[$0] } }

  var startIndex: Int { 0 }
  var endIndex: Int { count }
  subscript(place: Int) -> Subject { subject(place) }
}

extension DashboardState {
  /// What the entries of a list are, in order.
  func entries(of pane: Pane) -> PaneEntries {
    let (dossier, listing) = (dossier, listing)
    func countries(_ places: [Int]) -> PaneEntries {
      PaneEntries(count: places.count) { .country(dossier.countries[places[$0]].id) }
    }
    switch pane {
    case .pillars: return PaneEntries(dossier.pillars.map { .pillar($0.id) })
    case .countries, .matrix: return countries(listing.countries)
    case .map: return countries(mapOrder)
    case .timeline: return PaneEntries(listing.timeline.map(\.subject))
    case .commitments:
      let (places, commitments) = (listing.commitments, snapshot.commitments)
      return PaneEntries(count: places.count) { .commitment(commitments[places[$0]].id) }
    case .sources: return PaneEntries(listing.sources)
    case .changes:
      return PaneEntries(count: listing.changes.count) {
        ChangeText.subject(of: listing.changes[$0])
      }
    case .own: return PaneEntries(count: listing.own.count) { .own(listing.own[$0]) }
    case .charts: return PaneEntries(listing.charts.flatMap(\.subjects))
    case .detail, .comparison: return PaneEntries([])
    }
  }

  /// The place of the selected entry in a list; nil when the list is empty.
  func selectedIndex(in pane: Pane) -> Int? {
    let entries = entries(of: pane)
    guard !entries.isEmpty else { return nil }
    if pane == .countries, followsBestMatch, let best = listing.best { return best }
    if pane == .map, followsBestMatch, let best = listing.best {
      return mapOrder.firstIndex(of: listing.countries[best])
    }
    // Several changes may be about the same meeting; the place tells them apart.
    if pane == .changes { return min(changePlace, entries.count - 1) }
    if pane == .charts { return min(chartPlace, entries.count - 1) }
    if let place = place(of: chosen[pane], in: pane, entries) { return place }
    return pane == .timeline ? nearestInTime(to: chosen[pane]) : 0
  }

  /// Where a subject stands in a list; most often where it stood last.
  private func place(of subject: Subject?, in pane: Pane, _ entries: PaneEntries) -> Int? {
    guard let subject else { return nil }
    if let place = lastPlaces[pane], entries.indices.contains(place), entries[place] == subject {
      return place
    }
    return entries.firstIndex(of: subject)
  }

  /// What is selected in a list.
  func selected(in pane: Pane) -> Subject? {
    selectedIndex(in: pane).map { entries(of: pane)[$0] }
  }

  /// What is selected in the list that the detail tells of.
  var listSubject: Subject? { selected(in: subjectPane) }

  /// What the detail pane tells of: the page that a link led to, else what is selected.
  var subject: Subject? { followed.last?.subject ?? listSubject }

  /// The meeting that the facets ask about: the one that the panes are narrowed to, or the one
  /// selected on the timeline; before it is held, the last that was.
  var facetMeeting: Meeting? {
    let narrowed = trail.reversed().compactMap { subject in
      if case .meeting(let id) = subject { dossier.meeting(id) } else { nil }
    }.first
    var meeting = narrowed
    if meeting == nil, case .meeting(let id) = selected(in: .timeline) {
      meeting = dossier.meeting(id)
    }
    if let meeting, snapshot.hasAttendance(of: meeting) { return meeting }
    let limit = meeting?.date.first
    return snapshot.heldMeetings.last { held in
      snapshot.hasAttendance(of: held) && limit.map { held.date.first < $0 } ?? true
    }
  }

  /// The country that the panes are narrowed to.
  var narrowedCountry: Country? {
    trail.reversed().compactMap { subject in
      if case .country(let code) = subject { dossier.country(code) } else { nil }
    }.first
  }

  /// A subject in a word or two, for the trail and for titles.
  func name(of subject: Subject) -> String { snapshot.name(of: subject) }

  /// A meeting by its city and day: `Lima 6 Oct 2022`.
  func shortName(of meeting: Meeting) -> String { snapshot.shortName(of: meeting) }

  /// The day after which changes are told.
  var changesStart: Day {
    let chosen = chosenStart.flatMap { $0 <= snapshot.day ? $0 : nil }
    return chosen ?? snapshot.changesStart
  }

  /// The list in which `/` filters.
  var filterPane: Pane { view.list ?? .countries }

  /// The filter of a list.
  func filter(of pane: Pane) -> LineEditor {
    pane == .countries || pane == .matrix || pane == .map ? filter : listFilter
  }

  /// The entry of the timeline that is closest to a subject which is not on it.
  private func nearestInTime(to subject: Subject?) -> Int {
    let day: Day? =
      switch subject {
      case .meeting(let id): dossier.meeting(id)?.date.first
      case .context(let id): dossier.context.first { $0.id == id }?.date.first
      default: nil
      }
    let target = day ?? snapshot.day
    let timeline = listing.timeline
    return timeline.indices.min {
      abs(timeline[$0].date.first - target) < abs(timeline[$1].date.first - target)
    } ?? 0
  }
}
