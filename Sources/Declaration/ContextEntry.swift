/// The key of a context entry in the record.
public typealias ContextID = String

/// Something that happened around the Declaration and that its meetings are read against.
public struct ContextEntry: Hashable, Sendable, Identifiable, Sourced {
  /// The entry's key.
  public let id: ContextID
  /// When it happened, or is to happen.
  public let date: Period
  /// The first day on which it could be known.
  public let known: Day
  /// What happened.
  public let text: Wording
  /// The sources, the best first.
  public let sources: [SourceID]

  /// A context entry of the record.
  public init(id: ContextID, date: Period, known: Day?, text: Wording, sources: [SourceID]) {
    (self.id, self.date, self.text, self.sources) = (id, date, text, sources)
    self.known = known ?? date.first
  }
}
