import Declaration

extension Chart {
  /// What sources differ on among the facts that a chart counts.
  public struct Disagreement: Hashable, Sendable {
    /// What it is about.
    public let about: String
    /// What is said, each with its sources.
    public let sides: [Side]

    /// What some of the sources say.
    public struct Side: Hashable, Sendable {
      /// What they say, in words.
      public let text: String
      /// Those that were out on the day.
      public let sources: [SourceID]
    }

    /// It as one sentence: `‡ Day of the launch: 26 September [1]. 27 September [3][4].`
    ///
    /// - Parameter sources: those whose places number the sides; without them no numbers are given.
    func text(numberedBy sources: [SourceID], in language: Language) -> String {
      let sides = sides.map { side in
        let marks = sources.marks(of: side.sources)
        return marks.isEmpty ? side.text : "\(side.text) \(marks)"
      }
      return "\(Sign.disputed.character) \(about)\(language.colon) "
        + "\(sides.joined(separator: ". "))."
    }
  }

  /// What it leaves out, what a reader should know, and on what sources differ.
  ///
  /// - Parameter sources: those that stand numbered under it.
  func remarks(citing sources: some Sequence<SourceID> = []) -> [String] {
    notes + disagreements.map { $0.text(numberedBy: Array(sources), in: language) }
  }
}

extension [SourceID] {
  /// The numbers of some sources among these, in order: `[1][4]`.
  func marks(of sources: [SourceID]) -> String {
    let sources = Set(sources)
    return indices.filter { sources.contains(self[$0]) }.map { "[\($0 + 1)]" }.joined()
  }
}

extension Snapshot {
  /// The disputes about some of the facts of a collection, such as `commitments`.
  func disputes(in collection: String) -> [Dispute] {
    disputes.filter { $0.facts.contains { $0.tokens.first == collection } }
  }

  /// Disputes as a chart tells of them.
  func disagreements(_ disputes: [Dispute]) -> [Chart.Disagreement] {
    disputes.map { dispute in
      let sides = dispute.sides(asOf: day).map {
        Chart.Disagreement.Side(text: $0.text[language], sources: published($0.sources))
      }
      return Chart.Disagreement(about: dispute.about[language], sides: sides)
    }
  }

  /// The keys of a collection's entries that some disputes are about.
  func keys(of collection: String, in disputes: [Dispute]) -> Set<String> {
    let facts = disputes.flatMap(\.facts).filter { $0.tokens.first == collection }
    return Set(facts.compactMap { $0.tokens.dropFirst().first })
  }

  /// A label with the sign of a dispute where there is one.
  func marked(_ label: String, _ isDisputed: Bool) -> String {
    isDisputed ? "\(label)\u{A0}\(Sign.disputed.character)" : label
  }
}
