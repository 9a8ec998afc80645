/// The record as it could be known on one day.
///
/// A fact dated to a span of days counts from the last of them: only then is it certain.
public struct Snapshot: Sendable {
  /// Where a meeting stands, seen from the snapshot's day.
  public enum Phase: Hashable, Sendable {
    /// It is so many days ahead, at least one; nil where its date names no day.
    case ahead(days: Int?)
    /// It is being held.
    case underWay
    /// It is over.
    case past
  }

  /// The whole record.
  public let dossier: Dossier
  /// The day from which it is seen.
  public let day: Day
  /// Meetings that were known of, in order.
  public let meetings: [Meeting]
  /// Context entries that were known of, in order.
  public let context: [ContextEntry]
  /// Commitments that had been announced, in order.
  public let commitments: ArraySlice<Commitment>
  /// Action packages that had been identified, by number.
  public let packages: [ActionPackage]
  /// Disputes of which at least two sides were known.
  public let disputes: [Dispute]
  /// How many commitments count where.
  public let counts: CommitmentCounts

  init(_ dossier: Dossier, on day: Day) {
    (self.dossier, self.day) = (dossier, day)
    meetings = dossier.meetings.filter { $0.announced <= day }
    context = dossier.context.filter { $0.known <= day }
    packages = dossier.packages.filter { $0.identified.last <= day }
    disputes = dossier.disputes.filter { $0.sides(asOf: day).count > 1 }
    let end = dossier.commitments.partitioningIndex { $0.announced.last > day }
    commitments = dossier.commitments[..<end]
    counts = CommitmentCounts(dossier, upTo: end)
  }

  /// The language in which it is read.
  public var language: Language { dossier.language }

  /// The endorsement of a country, when it had endorsed by the day.
  public func endorsement(of country: CountryCode) -> Endorsement? {
    dossier.endorsements[country].flatMap { $0.date.last <= day ? $0 : nil }
  }

  /// Codes of the countries that had endorsed, in the order of the dossier's countries.
  public var endorsers: [CountryCode] {
    dossier.countries.map(\.id).filter { endorsement(of: $0) != nil }
  }

  /// Where a meeting stands, seen from the day.
  public func phase(of meeting: Meeting) -> Phase {
    if meeting.date.last < day { return .past }
    guard let days = days(until: meeting) else { return .ahead(days: nil) }
    return days > 0 ? .ahead(days: days) : .underWay
  }

  /// How many days a meeting is ahead, 0 or less from its first day on; nil where its date is a
  /// month or a year, of which any day can be meant.
  public func days(until meeting: Meeting) -> Int? {
    switch meeting.date.precision {
    case .day, .span: meeting.date.first - day
    case .month, .year: nil
    }
  }

  /// The first known meeting that is not over; nil when none was announced.
  public var nextMeeting: Meeting? {
    meetings.first { $0.date.last >= day }
  }

  /// The known meetings that are over or under way, in order.
  public var heldMeetings: [Meeting] {
    meetings.filter { $0.date.first <= day }
  }

  /// The day from which changes are told unless the user wants another: the last meeting's, or the
  /// day before the record begins. On the day after a meeting, what it brought is what has changed.
  public var changesStart: Day {
    let last = heldMeetings.last { $0.date.last + 1 < day }
    return last.map(\.date.last) ?? min(dossier.days.first ?? day, day) + -1
  }

  /// Whether attendance and outcome of a meeting could be known.
  public func isReported(_ meeting: Meeting) -> Bool { meeting.reported <= day }

  /// Whether a source says of any country that it was at a meeting.
  public func hasAttendance(of meeting: Meeting) -> Bool {
    isReported(meeting) && meeting.attendance.values.contains { $0.status.isPresent }
  }

  /// What sources say of a country's presence; nil before the report and where none speaks of it.
  public func attendance(of country: CountryCode, at meeting: Meeting) -> Attendance? {
    isReported(meeting) ? meeting.attendance[country] : nil
  }

  /// The package of a commitment; nil before it was identified.
  public func package(of commitment: Commitment) -> ActionPackage? {
    commitment.package.flatMap { id in packages.first { $0.id == id } }
  }

  /// Who led and joined a package, by country, as of the day.
  public func members(of package: ActionPackage) -> [CountryCode: ActionPackage.Membership] {
    package.members.filter { $0.value.since.last <= day }
  }

  /// Whether the members that are known on the day are all that there are.
  public func knowsAllMembers(of package: ActionPackage) -> Bool {
    package.membersAreComplete && members(of: package).count == package.members.count
  }

  /// What there is to say of a package's members; nil before any is known.
  public func note(on package: ActionPackage) -> Wording? {
    members(of: package).isEmpty ? nil : package.note
  }

  /// What a country did in the packages that it led or joined, by number.
  public func memberships(
    of country: CountryCode
  ) -> [(package: ActionPackage, membership: ActionPackage.Membership)] {
    packages.compactMap { package in
      guard let membership = package.members[country], membership.since.last <= day else {
        return nil
      }
      return (package, membership)
    }
  }

  /// Whether a country, by its place in the dossier's countries, has a commitment under a pillar or
  /// a part in one of its packages.
  public func isActive(countryAt place: Int, under pillar: PillarID) -> Bool {
    hasCommitment(countryAt: place, under: pillar)
      || memberships(of: dossier.countries[place].id).contains { $0.package.pillar == pillar }
  }

  /// Whether a country, by its place in the dossier's countries, has a commitment under a pillar.
  public func hasCommitment(countryAt place: Int, under pillar: PillarID) -> Bool {
    guard let pillarPlace = dossier.pillars.firstIndex(where: { $0.id == pillar }) else {
      return false
    }
    return counts.ofCountry(at: place, underPillarAt: pillarPlace) > 0
  }

  /// Those of some sources that were out on the day; all of them where the record says that the fact
  /// was known before any of them was dated.
  public func published(_ sources: [SourceID]) -> [SourceID] {
    let published = sources.filter { id in
      id == Source.ownKnowledge || dossier.sources[id].map { $0.published.first <= day } ?? false
    }
    return published.isEmpty ? sources : published
  }

  /// Whether sources differ on a fact or on a part of it.
  public func isDisputed(_ fact: FactPath) -> Bool {
    disputes.contains { $0.facts.contains { fact.leads(to: $0) } }
  }

  /// The disputes that are about a fact or about a part of it.
  public func disputes(on fact: FactPath) -> [Dispute] {
    disputes(onAny: [fact])
  }

  /// The disputes that are about any of some facts or a part of them.
  public func disputes(onAny facts: [FactPath]) -> [Dispute] {
    disputes.filter { dispute in
      dispute.facts.contains { disputed in facts.contains { $0.leads(to: disputed) } }
    }
  }

  /// The dates that sources give for a meeting, the record's own first.
  public func dates(of meeting: Meeting) -> [Period] {
    let others = disputes(on: FactPath("meetings", meeting.id, "date"))
      .flatMap { $0.sides(asOf: day) }.compactMap(\.date)
    return others.reduce(into: [meeting.date]) { dates, date in
      if !dates.contains(date) { dates.append(date) }
    }
  }
}

/// How many commitments had been announced, by country, pillar and package.
public struct CommitmentCounts: Sendable {
  private let pillarCount: Int
  private let cells: [Int]
  private let packages: [Int]

  init(_ dossier: Dossier, upTo end: Int) {
    // One column and one row more than there are, for commitments of unknown country or pillar.
    pillarCount = dossier.pillars.count + 1
    var cells = [Int](repeating: 0, count: (dossier.countries.count + 1) * pillarCount)
    var packages = [Int](repeating: 0, count: dossier.packages.count)
    for place in dossier.commitmentPlaces[..<end] {
      cells[place.country * pillarCount + place.pillar] += 1
      if let package = place.package { packages[package] += 1 }
    }
    (self.cells, self.packages) = (cells, packages)
  }

  /// Commitments of a country, by its place in the dossier's countries.
  public func ofCountry(at index: Int) -> Int {
    cells[(index * pillarCount)..<((index + 1) * pillarCount)].reduce(0, +)
  }

  /// Commitments under a pillar, by its place in the dossier's pillars.
  public func underPillar(at index: Int) -> Int {
    stride(from: index, to: cells.count, by: pillarCount).reduce(0) { $0 + cells[$1] }
  }

  /// Commitments of a country under a pillar, by their places in the dossier's lists.
  public func ofCountry(at country: Int, underPillarAt pillar: Int) -> Int {
    cells[country * pillarCount + pillar]
  }

  /// Commitments in a package, by its place in the dossier's packages.
  public func inPackage(at index: Int) -> Int { packages[index] }
}

extension Array {
  /// The first index at which a predicate holds that, once true, stays true.
  public func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
