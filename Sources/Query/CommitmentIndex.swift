import Declaration

/// The commitments of a record, ready to be searched: folded once, searched at every key.
public struct CommitmentIndex: Sendable {
  /// What each commitment says, in every language.
  private let texts: FoldedTexts
  /// What commitments are found by for what they belong to, by places in the dossier's lists. Many
  /// share them, so they are searched apart.
  private let countries, pillars, packages, units: [[UInt8]]

  /// The index of a record's commitments, those that are still to come among them.
  public init(_ dossier: Dossier) {
    let commitments = dossier.commitments
    texts = FoldedTexts(count: commitments.count) { commitments[$0].text }
    countries = dossier.countries.map { CommitmentIndex.folded([$0.id] + $0.name.all) }
    pillars = dossier.pillars.map { CommitmentIndex.folded(["pillar \($0.number)"]) }
    packages = dossier.packages.map {
      CommitmentIndex.folded(["package \($0.number)"] + ($0.title?.all ?? []))
    }
    units = dossier.units.map { CommitmentIndex.folded(Wording.unit($0).all) }
  }

  private static func folded(_ parts: [String]) -> [UInt8] {
    Folding.folded(parts.joined(separator: "\n"))
  }

  /// The commitments that every term of a query leaves, on the day of a snapshot of the record.
  public func matches(_ query: Query, in snapshot: Snapshot) -> QueryMatches {
    query.matches(
      among: snapshot.commitments.indices,
      wordTest: { word in
        let holders = holders(of: word, in: snapshot)
        return { holders[$0] }
      }
    ) { name, values throws(TermFault) in
      let field = try CommitmentField.named(name, in: snapshot.language)
      return try CommitmentTest(snapshot).test(field, values)
    }
  }

  /// Which of a snapshot's commitments have a word.
  private func holders(of word: [UInt8], in snapshot: Snapshot) -> [Bool] {
    let has = { (texts: [[UInt8]]) in texts.map { $0.contains(word: word) } }
    let (countries, pillars) = (has(countries), has(pillars))
    let units = has(units)
    let identified = Set(snapshot.packages.map(\.id))
    let packages = zip(has(packages), snapshot.dossier.packages).map {
      $0 && identified.contains($1.id)
    }
    var holders = [Bool](repeating: false, count: snapshot.commitments.count)
    texts.mark(holdersOf: word, in: &holders)
    guard [countries, pillars, packages, units].contains(where: { $0.contains(true) }) else {
      return holders
    }
    for (place, belongs) in snapshot.dossier.commitmentPlaces[..<holders.count].enumerated()
    where !holders[place] {
      holders[place] =
        countries.indices.contains(belongs.country) && countries[belongs.country]
        || pillars.indices.contains(belongs.pillar) && pillars[belongs.pillar]
        || belongs.package.map { packages[$0] } ?? false
        || belongs.figure.map { units[$0.unit] } ?? false
    }
    return holders
  }
}
