/// The key of a meeting in the record, such as `lima-2022`.
public typealias MeetingID = String

/// A meeting at which governments dealt with the Declaration.
public struct Meeting: Hashable, Sendable, Identifiable, Sourced {
  /// What sort of meeting it is.
  public enum Kind: String, CaseIterable, Sendable {
    case summit, coordinators, ministerial
  }

  /// Which countries a meeting to come waits for.
  public enum Expectation: String, CaseIterable, Sendable {
    case endorsers
  }

  /// The meeting's key.
  public let id: MeetingID
  /// What it is called.
  public let title: Wording
  /// What sort of meeting it is.
  public let kind: Kind
  /// When it is held.
  public let date: Period
  /// The first day on which it could be known that it would be held.
  public let announced: Day
  /// The first day on which attendance and outcome could be known.
  public let reported: Day
  /// Where.
  public let venue: Venue
  /// Who invites.
  public let host: Wording?
  /// At what level, such as foreign ministers.
  public let level: Wording?
  /// What is to be dealt with.
  public let agenda: [Wording]
  /// Which countries are expected.
  public let expects: Expectation?
  /// Who is expected, in words.
  public let expected: Wording?
  /// On the margins of what, or before what, it is held.
  public let context: Wording?
  /// What came of it, sentence by sentence.
  public let outcome: [Wording]
  /// What a reader should know.
  public let note: Wording?
  /// Who came and who did not, as far as sources say.
  public let attendance: [CountryCode: Attendance]
  /// The sources, the best first.
  public let sources: [SourceID]

  /// A meeting of the record.
  public init(
    id: MeetingID, title: Wording, kind: Kind, date: Period, announced: Day?, reported: Day?,
    venue: Venue, host: Wording?, level: Wording?, agenda: [Wording], expects: Expectation?,
    expected: Wording?, context: Wording?, outcome: [Wording], note: Wording?,
    attendance: [CountryCode: Attendance], sources: [SourceID]
  ) {
    (self.id, self.title, self.kind, self.date) = (id, title, kind, date)
    self.announced = announced ?? date.first
    self.reported = reported ?? date.last
    (self.venue, self.host, self.level, self.agenda) = (venue, host, level, agenda)
    (self.expects, self.expected, self.context) = (expects, expected, context)
    (self.outcome, self.note) = (outcome, note)
    (self.attendance, self.sources) = (attendance, sources)
  }
}

/// Where a meeting is held and what the clock says there.
public struct Venue: Hashable, Sendable {
  /// The place, such as a city.
  public let place: Wording?
  /// The country.
  public let country: CountryCode?
  /// The IANA time zone, such as `America/Lima`.
  public let timeZone: String?
  /// Minutes east of UTC on the day of the meeting.
  public let minutesEastOfUTC: Int?
  /// When it begins at the place, in minutes after midnight; nil when no source says.
  public let startMinute: Int?

  /// A venue of the record.
  public init(
    place: Wording?, country: CountryCode?, timeZone: String?, minutesEastOfUTC: Int?,
    startMinute: Int?
  ) {
    (self.place, self.country, self.timeZone) = (place, country, timeZone)
    (self.minutesEastOfUTC, self.startMinute) = (minutesEastOfUTC, startMinute)
  }
}

/// Whether and how a country was at a meeting.
public struct Attendance: Hashable, Sendable, Sourced {
  /// What a source says of the country's presence.
  public enum Status: String, CaseIterable, Sendable {
    case attended, delegate, declined, excluded
    case notReported = "not-reported"

    /// Whether somebody spoke for the country there.
    public var isPresent: Bool { self == .attended || self == .delegate }
  }

  /// What the sources say of the country's presence.
  public let status: Status
  /// Who came, or who stayed away.
  public let who: Wording?
  /// What a reader should know.
  public let note: Wording?
  /// The sources, the best first.
  public let sources: [SourceID]

  /// A country's attendance at a meeting.
  public init(status: Status, who: Wording?, note: Wording?, sources: [SourceID]) {
    (self.status, self.who, self.note, self.sources) = (status, who, note, sources)
  }
}
