import Declaration
import Store
import Testing

@testable import Dashboard

@Suite struct CountryDisputesTests {
  private static func dispute(_ fact: FactPath, since day: Day) -> Dispute {
    let side = Dispute.Side(text: Wording("x"), date: nil, since: day, sources: [])
    return Dispute(
      id: fact.description, about: Wording("x"), facts: [fact], why: Wording("x"),
      sides: [side, side])
  }

  /// The edition with disputes on facts of countries, on parts of them and on what holds them.
  private static func dossier() throws -> Dossier {
    let edition = try Edition.builtIn()
    let meeting = try #require(edition.meetings.first)
    let attendance = ["meetings", meeting.id, "attendance"]
    let paths: [[String]] = [
      ["endorsements"], ["endorsements", "BR"], ["endorsements", "PE", "date"], attendance,
      attendance + ["CL"], attendance + ["AR", "status"], ["meetings", meeting.id, "date", "CA"],
      ["meetings", "nowhere", "attendance", "MX"],
    ]
    return Dossier(
      title: edition.title, shortTitle: edition.shortTitle, startDay: edition.startDay,
      regions: edition.regions, sources: Array(edition.sources.values), pillars: edition.pillars,
      packages: edition.packages, countries: edition.countries,
      endorsements: Array(edition.endorsements.values), meetings: edition.meetings,
      commitments: edition.commitments, context: edition.context,
      disputes: edition.disputes
        + paths.map { dispute(FactPath($0), since: meeting.date.last + 30) })
  }

  /// What a table asks once is what the snapshot says of each fact.
  @Test func areThoseOfTheSnapshot() throws {
    let dossier = try CountryDisputesTests.dossier()
    var found = 0
    for day in dossier.days {
      let snapshot = dossier.asOf(day)
      let disputes = CountryDisputes(snapshot)
      for country in dossier.countries.map(\.id) {
        let endorsement = snapshot.isDisputed(FactPath("endorsements", country))
        #expect(disputes.areAbout(endorsementOf: country) == endorsement, "\(country) \(day)")
        for meeting in snapshot.meetings {
          let presence = snapshot.isDisputed(
            FactPath("meetings", meeting.id, "attendance", country))
          #expect(
            disputes.presence(at: meeting).contains(country) == presence,
            "\(country) \(meeting.id) \(day)")
          if presence { found += 1 }
        }
      }
    }
    #expect(found > 0)
  }
}
