import Declaration
import Query

// What the lists of the further views hold.
extension Listing {
  /// The commitments that the filter leaves, in order, and their totals.
  ///
  /// - Parameter index: nil where nothing is filtered.
  mutating func listCommitments(of snapshot: Snapshot, _ index: CommitmentIndex?) {
    let all = snapshot.commitments
    let matches = index?.matches(Query(key.listFilter), in: snapshot)
    faults = matches?.faults ?? []
    let found = matches?.places ?? Array(all.indices)
    let left =
      key.trail.isEmpty
      ? found
      : found.filter { place in
        key.trail.allSatisfy { Listing.admits(all[place], under: $0) }
      }
    let places = snapshot.dossier.commitmentPlaces
    commitments =
      switch key.order {
      // They stand by day already; those of a day stay in their order.
      case .date: Listing.latestFirst(left, places)
      case .country: left.sorted { places[$0].country < places[$1].country }
      case .pillar:
        left.sorted { left, right in
          let (left, right) = (places[left], places[right])
          return (left.pillar, left.package ?? .max) < (right.pillar, right.package ?? .max)
        }
      case .amount:
        left.sorted { (places[$0].figure?.value ?? -1) > (places[$1].figure?.value ?? -1) }
      }
    (totals, totalsByPillar) = snapshot.dossier.totals(ofCommitmentsAt: commitments)
  }

  /// Places that stand by their days, turned so that the last day comes first.
  private static func latestFirst(_ left: [Int], _ places: [CommitmentPlace]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(left.count)
    var end = left.count
    while end > 0 {
      var start = end - 1
      while start > 0, places[left[start - 1]].announced == places[left[end - 1]].announced {
        start -= 1
      }
      result += left[start..<end]
      end = start
    }
    return result
  }

  /// Whether a narrowing leaves a commitment.
  private static func admits(_ commitment: Commitment, under subject: Subject) -> Bool {
    switch subject {
    case .pillar(let id): commitment.pillar == id
    case .country(let code): commitment.country == code
    case .meeting(let id): commitment.meeting == id
    default: true
    }
  }

  /// Disputes first, then sources, the latest first.
  mutating func listSources(of snapshot: Snapshot) {
    let query = Query(key.listFilter)
    let dossier = snapshot.dossier
    let own = key.sourceOwner.map { snapshot.published(snapshot.sources(of: $0)) }
    let disputes = (key.sourceOwner.map { snapshot.disputes(about: $0) } ?? snapshot.disputes)
      .filter { dispute in
        let texts = [dispute.about] + dispute.sides.map(\.text)
        return query.admits(text: texts.flatMap(\.all).joined(separator: "\n"))
      }
    let sources = (own.map { $0.compactMap { dossier.sources[$0] } } ?? snapshot.publishedSources)
      .filter {
        query.admits(
          text:
            "\($0.title)\n\($0.publisher)\n\(DateText.short($0.published, in: dossier.language))")
      }
    let conflicts = dossier.own.conflicts.filter { conflict in
      let owner = key.sourceOwner
      return
        (owner.map { dossier.entries(of: $0).contains { $0.leads(to: conflict.path) } } ?? true)
        && query.admits(text: snapshot.line(of: .conflict(conflict.path)).text)
    }
    self.sources =
      conflicts.map { .own(.conflict($0.path)) } + disputes.map { .dispute($0.id) }
      + sources.map { .source($0.id) }
  }

  /// What changed, the latest last.
  mutating func listChanges(of snapshot: Snapshot) {
    let query = Query(key.listFilter)
    guard let start = key.start, start <= snapshot.day else { return }
    changes = snapshot.dossier.changes(after: start, through: snapshot.day).filter {
      query.admits(text: ChangeText.sentence(on: $0, in: snapshot.dossier))
    }
  }
}

extension Snapshot {
  /// The sources that were out on the day, the latest first.
  public var publishedSources: [Source] {
    dossier.sources.values.filter { $0.published.first <= day }
      .sorted { ($1.published.first, $0.id) < ($0.published.first, $1.id) }
  }

  /// The disputes about a subject or a part of it; those that a country's page tells of.
  func disputes(about subject: Subject) -> [Dispute] {
    switch subject {
    case .dispute(let id): disputes.filter { $0.id == id }
    case .country(let code): disputes(onAny: facts(of: code))
    default: disputes(on: subject.path)
    }
  }

  /// What is known of a country on which sources may differ: its endorsement, its part in meetings,
  /// its commitments.
  func facts(of country: CountryCode) -> [FactPath] {
    [FactPath("endorsements", country)]
      + meetings.map { FactPath("meetings", $0.id, "attendance", country) }
      + commitments.filter { $0.country == country }.map { FactPath("commitments", $0.id) }
  }
}
