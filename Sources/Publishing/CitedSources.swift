import Declaration

extension Snapshot {
  /// The sources on which what was known on the day rests, in no order and some of them often.
  var citedSources: [SourceID] {
    func cited(_ facts: some Sequence<some Sourced>) -> [SourceID] {
      facts.flatMap { published($0.sources) }
    }
    let reported = meetings.filter(isReported)
    return cited(dossier.pillars) + cited(dossier.pillars.flatMap(\.aims)) + cited(packages)
      + cited(packages.flatMap { members(of: $0).values })
      + cited(dossier.countries.compactMap { endorsement(of: $0.id) })
      + cited(meetings) + cited(reported.flatMap(\.attendance.values))
      + cited(commitments) + cited(commitments.flatMap { steps(of: $0) })
      + cited(context) + cited(disputes.flatMap { $0.sides(asOf: day) })
  }

  /// What became of a commitment up to the day.
  func steps(of commitment: Commitment) -> [Commitment.Step] {
    commitment.steps.filter { $0.since.last <= day }
  }
}
