import Declaration

/// A part of the screen.
public enum Pane: Int, CaseIterable, Sendable {
  case pillars = 1
  case countries, timeline, detail

  /// What stands in its border.
  public var name: String {
    switch self {
    case .pillars: "Pillars"
    case .countries: "Countries"
    case .timeline: "Timeline"
    case .detail: "Detail"
    }
  }

  /// The request that leads to it.
  var request: Request {
    switch self {
    case .pillars: .pillars
    case .countries: .countries
    case .timeline: .timeline
    case .detail: .detail
    }
  }
}

/// What is selected, and what the detail pane tells of.
public enum Subject: Hashable, Sendable {
  case pillar(PillarID)
  case country(CountryCode)
  case meeting(MeetingID)
  case context(ContextID)
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
