import Declaration

extension Briefing {
  /// The briefing on a list of commitments, in its order.
  ///
  /// - Parameters:
  ///   - narrowing: what the list is narrowed to, in words; empty where it is not.
  ///   - filter: what was looked for; empty where these are all of them.
  static func text(
    on commitments: [Commitment], narrowing: [String], matching filter: String,
    in snapshot: Snapshot
  ) -> String {
    var briefing = Briefing(snapshot)
    briefing.tell(of: commitments, narrowing: narrowing, matching: filter)
    return briefing.finished
  }

  private mutating func tell(
    of commitments: [Commitment], narrowing: [String], matching filter: String
  ) {
    title(language("Commitments"))
    let names = narrowing.joined(separator: ", ")
    if !names.isEmpty { paragraph(language("Only those of \(list: names).")) }
    if !filter.isEmpty { paragraph(language("Only those that match “\(text: filter)”.")) }
    if commitments.isEmpty {
      let isAll = names.isEmpty && filter.isEmpty
      paragraph(isAll ? language("None is reported.") : language("None matches."))
    }
    bullets(commitments)
    let facts = commitments.map { FactPath("commitments", $0.id) }
    disputes(on: facts)
    ownChanges(on: facts)
  }
}

extension DashboardState {
  /// Asks for the commitments that are listed, with their sources, as a file.
  func saveCommitments() -> Effect {
    .save(
      name: "\(fileName("ladmp-commitments-\(snapshot.day)")).md",
      text: Briefing.text(
        on: listing.commitments.map { snapshot.commitments[$0] }, narrowing: trail.map(name),
        matching: listFilter.text,
        in: snapshot))
  }

  /// The name of a file for a list, with the words that it is filtered by.
  func fileName(_ name: String) -> String {
    let words = listFilter.text.split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    return ([Substring(name)] + words).joined(separator: "-")
  }
}
