import Declaration
import Query

// What the lists of the further views hold.
extension Listing {
  /// The commitments that the filter leaves, in order, and their totals.
  mutating func listCommitments(of snapshot: Snapshot) {
    let all = snapshot.commitments
    let matches = CommitmentIndex(snapshot).matches(Query(key.listFilter))
    faults = matches.faults
    let left =
      key.trail.isEmpty
      ? matches.places
      : matches.places.filter { place in
        key.trail.allSatisfy { Listing.admits(all[place], under: $0) }
      }
    let names = snapshot.dossier.countries
    func country(_ place: Int) -> Int {
      snapshot.dossier.index(of: all[place].country) ?? names.count
    }
    commitments =
      switch key.order {
      // They stand by day already; those of a day stay in their order.
      case .date: Listing.latestFirst(left, days: all.fields(at: left) { $0.announced.last })
      case .country: left.sorted { country($0) < country($1) }
      case .pillar:
        left.sorted {
          (all[$0].pillar, all[$0].package ?? "~") < (all[$1].pillar, all[$1].package ?? "~")
        }
      case .amount: left.sorted { Listing.amount(all[$0]) > Listing.amount(all[$1]) }
      }
    totals = Totals(of: commitments, in: all)
    let commitments = commitments
    totalsByPillar = snapshot.dossier.pillars.map { pillar in
      let isUnder = all.fields(at: commitments) { $0.pillar == pillar.id }
      return Totals(
        of: commitments.indices.lazy.filter { isUnder[$0] }.map { commitments[$0] }, in: all)
    }
  }

  /// Places that stand by their days, turned so that the last day comes first.
  private static func latestFirst(_ places: [Int], days: [Day]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(places.count)
    var end = places.count
    while end > 0 {
      var start = end - 1
      while start > 0, days[start - 1] == days[end - 1] { start -= 1 }
      result += places[start..<end]
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

  private static func amount(_ commitment: Commitment) -> Double { commitment.amount?.value ?? -1 }

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

  /// The disputes about a subject or a part of it.
  func disputes(about subject: Subject) -> [Dispute] {
    switch subject {
    case .dispute(let id): disputes.filter { $0.id == id }
    default: disputes.filter { $0.facts.contains { Subject(path: $0) == subject } }
    }
  }
}

extension ArraySlice {
  /// A field of each element at some places. The elements are looked at where they stand: copying
  /// a big one costs more than the field.
  fileprivate func fields<Field>(
    at places: [Int], _ field: (borrowing Element) -> Field
  ) -> [Field] {
    withUnsafeBufferPointer { buffer in
      places.map { field(buffer[$0 - startIndex]) }
    }
  }
}
