/// The key of a pillar in the record, such as `2`.
public typealias PillarID = String

/// One of the parts that the Declaration stands on.
public struct Pillar: Hashable, Sendable, Identifiable, Sourced {
  /// The pillar's key.
  public let id: PillarID
  /// Its place in the Declaration, from 1.
  public let number: Int
  /// The short title.
  public let title: Wording
  /// The title in full.
  public let fullTitle: Wording?
  /// What the Declaration wants to reach under it.
  public let aims: [Aim]
  /// What a reader should know, such as another name in a source.
  public let note: Wording?
  /// The sources, the best first.
  public let sources: [SourceID]

  /// A pillar of the record.
  public init(
    id: PillarID, number: Int, title: Wording, fullTitle: Wording?, aims: [Aim], note: Wording?,
    sources: [SourceID]
  ) {
    (self.id, self.number, self.title, self.fullTitle) = (id, number, title, fullTitle)
    (self.aims, self.note, self.sources) = (aims, note, sources)
  }
}

/// Something that the Declaration wants to reach under a pillar.
public struct Aim: Hashable, Sendable, Sourced {
  /// The aim in words.
  public let text: Wording
  /// The sources, the best first.
  public let sources: [SourceID]

  /// An aim under a pillar.
  public init(text: Wording, sources: [SourceID]) {
    (self.text, self.sources) = (text, sources)
  }
}
