import Declaration
import Testing

/// A record small enough to know by heart.
enum SmallRecord {
  static func day(_ text: String) throws -> Day { try #require(Day(text)) }
  static func period(_ text: String) throws -> Period { try #require(Period(text)) }

  static func country(_ code: String, _ name: String) -> Country {
    Country(
      id: code, alpha3: code + "X", numeric: "000", name: Wording(name), capital: Wording("Town"),
      region: "south", longitude: 0, latitude: 0)
  }

  static func meeting(
    _ id: String, _ date: String, announced: String, attendance: [String: Attendance.Status] = [:]
  ) throws -> Meeting {
    try Meeting(
      id: id, title: Wording(id), kind: .ministerial, date: period(date),
      announced: day(announced), reported: nil,
      venue: Venue(
        place: nil, country: nil, timeZone: nil, minutesEastOfUTC: nil, startMinute: nil),
      host: nil, level: nil, agenda: [], expects: nil, expected: nil, context: nil, outcome: [],
      note: nil,
      attendance: attendance.mapValues {
        Attendance(status: $0, who: nil, note: nil, sources: ["s"])
      }, sources: ["s"])
  }

  static func commitment(_ id: String, _ country: String, _ pillar: String, _ announced: String)
    throws -> Commitment
  {
    let announced = try period(announced)
    return try Commitment(
      id: id, country: country, pillar: pillar, package: "01", text: Wording("text"), amount: nil,
      partOf: nil, announced: announced, meeting: nil, due: nil,
      steps: [
        Commitment.Step(state: .announced, since: announced, sources: ["s"]),
        Commitment.Step(state: .done, since: period("2023-01"), sources: ["s"]),
      ], note: nil, sources: ["s"])
  }

  static func dossier() throws -> Dossier {
    try Dossier(
      title: Wording("Title"), shortTitle: Wording("T"), startDay: day("2022-09-28"),
      regions: [], sources: [],
      pillars: ["1", "2"].map {
        Pillar(
          id: $0, number: Int($0) ?? 0, title: Wording("P"), fullTitle: nil, aims: [], note: nil,
          sources: [])
      },
      packages: [
        ActionPackage(
          id: "01", number: 1, pillar: "2", title: nil, identified: period("2022-09-26"),
          members: [
            "PE": ActionPackage.Membership(
              role: .lead, since: period("2022-10-06"), sources: ["s"])
          ], membersAreComplete: false, note: nil, sources: ["s"])
      ],
      countries: [country("PE", "Peru"), country("BR", "Brazil"), country("GY", "Guyana")],
      endorsements: [
        Endorsement(country: "PE", date: period("2022-06-10"), note: nil, sources: ["s"]),
        Endorsement(
          country: "GY", date: period("2022-06-10/2022-09-26"), note: nil, sources: ["s"]),
      ],
      meetings: [
        meeting("lima", "2022-10-06", announced: "2022-09-27", attendance: ["PE": .attended]),
        meeting("summit", "2022-06-06/2022-06-10", announced: "2022-06-06"),
      ],
      commitments: [
        commitment("b", "PE", "2", "2022-10-06"), commitment("a", "BR", "1", "2022-06-10"),
        commitment("c", "XX", "9", "2022-06-10"),
      ],
      context: [],
      disputes: [
        Dispute(
          id: "d", about: Wording("day"), facts: [FactPath("meetings", "lima", "date")],
          why: Wording("why"),
          sides: [
            Dispute.Side(
              text: Wording("6"), date: period("2022-10-06"), since: day("2022-09-27"),
              sources: ["s"]),
            Dispute.Side(
              text: Wording("7"), date: period("2022-10-07"), since: day("2022-10-07"),
              sources: ["s"]),
          ])
      ])
  }

  static func asOf(_ text: String) throws -> Snapshot { try dossier().asOf(day(text)) }
}

@Suite struct SnapshotTests {
  @Test func countsAnEndorsementOnlyFromTheDayItIsCertain() throws {
    #expect(try SmallRecord.asOf("2022-06-09").endorsers == [])
    #expect(try SmallRecord.asOf("2022-06-10").endorsers == ["PE"])
    #expect(try SmallRecord.asOf("2022-09-25").endorsers == ["PE"])
    // Countries stand by name, so Guyana comes before Peru.
    #expect(try SmallRecord.asOf("2022-09-26").endorsers == ["GY", "PE"])
  }

  @Test func knowsAMeetingFromItsAnnouncement() throws {
    #expect(try SmallRecord.asOf("2022-09-26").meetings.map(\.id) == ["summit"])
    let eve = try SmallRecord.asOf("2022-09-28")
    #expect(eve.meetings.map(\.id) == ["summit", "lima"])
    #expect(eve.nextMeeting?.id == "lima")
    let lima = try #require(eve.nextMeeting)
    #expect(eve.phase(of: lima) == .ahead(days: 8))
    #expect(eve.days(until: lima) == 8)
    #expect(eve.attendance(of: "PE", at: lima) == nil)
  }

  @Test func turnsAMeetingPastTheDayAfter() throws {
    let held = try SmallRecord.asOf("2022-10-06")
    let lima = try #require(held.nextMeeting)
    #expect(held.phase(of: lima) == .underWay)
    #expect(held.attendance(of: "PE", at: lima)?.status == .attended)
    let after = try SmallRecord.asOf("2022-10-07")
    #expect(after.phase(of: lima) == .past)
    #expect(after.nextMeeting == nil)
  }

  @Test func countsCommitmentsByCountryPillarAndPackage() throws {
    let before = try SmallRecord.asOf("2022-10-05")
    #expect(before.commitments.map(\.id) == ["a", "c"])
    #expect(before.counts.ofCountry(at: 0) == 1)
    #expect(before.counts.ofCountry(at: 2) == 0)
    #expect(before.counts.underPillar(at: 0) == 1)
    let after = try SmallRecord.asOf("2022-10-06")
    #expect(after.counts.ofCountry(at: 2, underPillarAt: 1) == 1)
    #expect(after.counts.inPackage(at: 0) == 3)
  }

  @Test func knowsHowFarACommitmentHadCome() throws {
    let commitment = try SmallRecord.commitment("a", "BR", "1", "2022-06-10")
    #expect(try commitment.step(asOf: SmallRecord.day("2022-06-09")) == nil)
    #expect(try commitment.step(asOf: SmallRecord.day("2023-01-30"))?.state == .announced)
    #expect(try commitment.step(asOf: SmallRecord.day("2023-01-31"))?.state == .done)
  }

  @Test func showsMembersOnlySinceTheyJoined() throws {
    #expect(try SmallRecord.asOf("2022-09-25").packages.isEmpty)
    #expect(try SmallRecord.asOf("2022-09-28").memberships(of: "PE").isEmpty)
    #expect(try SmallRecord.asOf("2022-10-06").memberships(of: "PE").map(\.package.id) == ["01"])
  }

  @Test func opensADisputeOnceTwoSidesAreKnown() throws {
    let lima = FactPath("meetings", "lima", "date")
    #expect(try SmallRecord.asOf("2022-10-06").disputes(on: lima).isEmpty)
    let later = try SmallRecord.asOf("2022-10-07")
    #expect(later.disputes(on: lima).map(\.id) == ["d"])
    let meeting = try #require(later.meetings.last)
    #expect(later.dates(of: meeting).map(\.description) == ["2022-10-06", "2022-10-07"])
  }

  @Test func listsEachDayOnWhichItChangesOnce() throws {
    let days = try SmallRecord.dossier().days
    #expect(days == days.sorted() && Set(days).count == days.count)
    #expect(
      days.map(\.description) == [
        "2022-06-06", "2022-06-10", "2022-09-26", "2022-09-27", "2022-10-06", "2022-10-07",
        "2023-01-31",
      ])
  }

  @Test func onlyEverLearnsMore() throws {
    let dossier = try SmallRecord.dossier()
    for (earlier, later) in zip(dossier.days, dossier.days.dropFirst()) {
      let (before, after) = (dossier.asOf(earlier), dossier.asOf(later))
      #expect(Set(before.endorsers).isSubset(of: after.endorsers))
      #expect(Set(before.meetings.map(\.id)).isSubset(of: after.meetings.map(\.id)))
      #expect(before.commitments.count <= after.commitments.count)
    }
  }
}
