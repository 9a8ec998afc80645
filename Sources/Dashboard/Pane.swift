import Declaration

/// A part of the screen. What is remembered of a session knows it by its raw value.
public enum Pane: String, CaseIterable, Sendable {
  case pillars, countries, timeline, detail
  case commitments, matrix, sources, changes, comparison, own, map, charts

  /// What stands in its border.
  public var name: String {
    switch self {
    case .pillars: "Pillars"
    case .countries: "Countries"
    case .timeline: "Timeline"
    case .detail: "Detail"
    case .commitments: "Commitments"
    case .matrix: "Matrix"
    case .sources: "Sources"
    case .changes: "What changed"
    case .comparison: "Comparison"
    case .own: "Your record"
    case .map: "Map"
    case .charts: "Charts"
    }
  }

  /// The key of the record's panes; the others are reached by a letter.
  var number: Int? {
    switch self {
    case .pillars: 1
    case .countries: 2
    case .timeline: 3
    case .detail: 4
    default: nil
    }
  }

  /// The name after its key.
  func label(in language: Language) -> String {
    let name = language.text(name)
    return number.map { "\($0) \(name)" } ?? name
  }

  /// The request that leads to it.
  var request: Request {
    switch self {
    case .pillars: .pillars
    case .countries: .countries
    case .timeline: .timeline
    case .detail: .detail
    case .commitments: .commitments
    case .matrix: .matrix
    case .sources: .sources
    case .changes: .changes
    case .comparison: .compare
    case .own: .own
    case .map: .map
    case .charts: .charts
    }
  }
}

/// What the screen is given to: the record's four panes, or one list and the detail. What is
/// remembered of a session knows it by its raw value.
public enum View: String, CaseIterable, Sendable {
  case record, commitments, matrix, sources, changes, comparison, own, map, charts

  /// The list of a view that has but one.
  var list: Pane? {
    switch self {
    case .record: nil
    case .commitments: .commitments
    case .matrix: .matrix
    case .sources: .sources
    case .changes: .changes
    case .comparison: .comparison
    case .own: .own
    case .map: .map
    case .charts: .charts
    }
  }

  /// Whether it shows the countries that the record's filter leaves.
  var showsCountries: Bool { self == .record || self == .matrix || self == .map }

  /// The panes in the order in which Tab visits them.
  var panes: [Pane] {
    if self == .comparison { return [.comparison] }
    return list.map { [$0, .detail] } ?? [.pillars, .countries, .timeline, .detail]
  }
}

/// What is selected, and what the detail pane tells of.
public enum Subject: Hashable, Sendable {
  case pillar(PillarID)
  case package(PackageID)
  case country(CountryCode)
  case meeting(MeetingID)
  case commitment(CommitmentID)
  case context(ContextID)
  case dispute(DisputeID)
  case source(SourceID)
  /// Something of the user's own record.
  case own(OwnEntry)
}

/// An entry of the timeline.
public enum TimelineEntry: Hashable, Sendable {
  case meeting(Meeting)
  case context(ContextEntry)

  /// What it is, for the detail pane.
  public var subject: Subject {
    switch self {
    case .meeting(let meeting): .meeting(meeting.id)
    case .context(let entry): .context(entry.id)
    }
  }

  /// When it happened or is to happen.
  public var date: Period {
    switch self {
    case .meeting(let meeting): meeting.date
    case .context(let entry): entry.date
    }
  }
}

/// A one-key filter on countries.
public enum Facet: String, CaseIterable, Sendable {
  case endorsed, attended, without
}
