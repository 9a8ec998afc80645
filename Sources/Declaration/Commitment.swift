/// The key of a commitment in the record, such as `us-2022-06-10-1`.
public typealias CommitmentID = String

/// What a country said that it would do.
public struct Commitment: Hashable, Sendable, Identifiable, Sourced {
  /// How far a commitment has come.
  public enum State: String, CaseIterable, Sendable {
    case announced
    case underWay = "under way"
    case done, lapsed
  }

  /// A state that a commitment reached, and who says so.
  public struct Step: Hashable, Sendable, Sourced {
    /// The state.
    public let state: State
    /// Since when.
    public let since: Period
    /// The sources, the best first.
    public let sources: [SourceID]

    /// A state that a commitment reached.
    public init(state: State, since: Period, sources: [SourceID]) {
      (self.state, self.since, self.sources) = (state, since, sources)
    }
  }

  /// A figure with its unit.
  public struct Amount: Hashable, Sendable {
    /// The figure; never negative.
    public let value: Double
    /// What is counted: an ISO 4217 currency code, or a word such as `people`.
    public let unit: String

    /// A figure with its unit.
    public init(value: Double, unit: String) {
      (self.value, self.unit) = (value, unit)
    }
  }

  /// The commitment's key.
  public let id: CommitmentID
  /// Who committed.
  public let country: CountryCode
  /// Under which pillar.
  public let pillar: PillarID
  /// In which action package, when it belongs to one.
  public let package: PackageID?
  /// What is to be done.
  public let text: Wording
  /// How much.
  public let amount: Amount?
  /// The commitment whose amount contains this one's, so that the two are never added.
  public let partOf: CommitmentID?
  /// When it was announced.
  public let announced: Period
  /// At which meeting.
  public let meeting: MeetingID?
  /// By when it is to be done.
  public let due: Period?
  /// The states it went through, in order.
  public let steps: [Step]
  /// What a reader should know.
  public let note: Wording?
  /// The sources, the best first.
  public let sources: [SourceID]

  /// A commitment of the record.
  public init(
    id: CommitmentID, country: CountryCode, pillar: PillarID, package: PackageID?, text: Wording,
    amount: Amount?, partOf: CommitmentID?, announced: Period, meeting: MeetingID?, due: Period?,
    steps: [Step], note: Wording?, sources: [SourceID]
  ) {
    (self.id, self.country, self.pillar, self.package) = (id, country, pillar, package)
    (self.text, self.amount, self.partOf) = (text, amount, partOf)
    (self.announced, self.meeting, self.due) = (announced, meeting, due)
    (self.steps, self.note, self.sources) = (steps, note, sources)
  }

  /// The state reached by a day, with its source; nil when none is reported.
  public func step(asOf day: Day) -> Step? {
    steps.last { $0.since.last <= day }
  }
}
