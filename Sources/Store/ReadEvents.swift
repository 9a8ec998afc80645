import Declaration

// What happened under the Declaration: meetings, commitments, context, and where sources differ.
extension RecordEntry {
  func meeting(_ id: MeetingID) throws(RecordFault) -> Meeting {
    var attendance: [CountryCode: Attendance] = [:]
    try byCountry("attendance") { code, entry throws(RecordFault) in
      attendance[code] = Attendance(
        status: try entry.choice("status", Attendance.Status.self),
        who: try entry.optionalWording("who"), note: try entry.optionalWording("note"),
        sources: try entry.sources())
    }
    let date = try period("date")
    return Meeting(
      id: id, title: try wording("title"), kind: try choice("kind", Meeting.Kind.self), date: date,
      announced: try announced(by: date), reported: try reported(after: date), venue: try venue(),
      host: try optionalWording("host"), level: try optionalWording("level"),
      agenda: try wordings("agenda"),
      expects: optional("expects") == nil
        ? nil : try choice("expects", Meeting.Expectation.self),
      expected: try optionalWording("expected"), context: try optionalWording("context"),
      outcome: try wordings("outcome"), note: try optionalWording("note"), attendance: attendance,
      sources: try sources())
  }

  /// A meeting can't be announced after it was held.
  private func announced(by date: Period) throws(RecordFault) -> Day? {
    let day = try optionalDay("announced")
    if let day, day > date.last, let value = optional("announced") {
      throw wrong("announced", value, expected: "a day not after the meeting, \(date.last)")
    }
    return day
  }

  /// A meeting can't be reported before it began.
  private func reported(after date: Period) throws(RecordFault) -> Day? {
    let day = try optionalDay("reported")
    if let day, day < date.first, let value = optional("reported") {
      throw wrong("reported", value, expected: "a day not before the meeting, \(date.first)")
    }
    return day
  }

  private func venue() throws(RecordFault) -> Venue {
    Venue(
      place: try optionalWording("place"),
      country: try optionalReference("country", to: .countries),
      timeZone: try optionalString("timeZone"), minutesEastOfUTC: try optionalOffset("utcOffset"),
      startMinute: try optionalTime("starts"))
  }

  func commitment(_ id: CommitmentID) throws(RecordFault) -> Commitment {
    Commitment(
      id: id, country: try reference("country", to: .countries),
      pillar: try reference("pillar", to: .pillars),
      package: try optionalReference("package", to: .packages), text: try wording("text"),
      amount: try amount(), partOf: try whole(of: id),
      announced: try period("announced"),
      meeting: try optionalReference("meeting", to: .meetings), due: try optionalPeriod("due"),
      steps: try steps(), note: try optionalWording("note"), sources: try sources())
  }

  /// The commitment whose amount contains this one's.
  private func whole(of id: CommitmentID) throws(RecordFault) -> CommitmentID? {
    let whole = try optionalReference("partOf", to: .commitments)
    if whole == id, let value = optional("partOf") {
      throw wrong("partOf", value, expected: "another commitment")
    }
    return whole
  }

  private func amount() throws(RecordFault) -> Commitment.Amount? {
    guard optional("amount") != nil || optional("unit") != nil else { return nil }
    let value = try read("amount", expected: FieldText.amount) { value in
      value.number.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
    }
    return Commitment.Amount(value: value, unit: try string("unit"))
  }

  /// The states in order of time.
  private func steps() throws(RecordFault) -> [Commitment.Step] {
    var steps: [Commitment.Step] = []
    for entry in try entries(inList: "states") {
      let step = Commitment.Step(
        state: try entry.choice("state", Commitment.State.self), since: try entry.period("since"),
        sources: try entry.sources())
      if let before = steps.last, step.since.last < before.since.last {
        throw entry.value.fault(
          "\(entry.name) is earlier than the state before it", expected: "states in order of time")
      }
      steps.append(step)
    }
    return steps
  }

  func contextEntry(_ id: ContextID) throws(RecordFault) -> ContextEntry {
    ContextEntry(
      id: id, date: try period("date"), known: try optionalDay("known"),
      text: try wording("text"), sources: try sources())
  }

  func dispute(_ id: DisputeID) throws(RecordFault) -> Dispute {
    var sides: [Dispute.Side] = []
    for side in try entries(inList: "sides") {
      sides.append(
        Dispute.Side(
          text: try side.wording("text"), date: try side.optionalPeriod("date"),
          since: try side.day("since"), sources: try side.sources()))
    }
    guard sides.count > 1 else {
      throw value.fault("\(name) has fewer than two sides", expected: "two sides that differ")
    }
    return Dispute(
      id: id, about: try wording("about"), facts: try facts("on"), why: try wording("why"),
      sides: sides)
  }
}
