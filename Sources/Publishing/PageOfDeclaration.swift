import Dashboard
import Declaration

// The pillars, the countries and the action packages.
extension RecordPage {
  var pillars: [HTML] {
    snapshot.dossier.pillars.enumerated().flatMap { place, pillar in
      let commitments = snapshot.counts.underPillar(at: place)
      let note = pillar.note.map { [HTML("p", text: $0.english)] } ?? []
      return [
        HTML("h3", text: "Pillar \(pillar.number): \(pillar.title.english)"),
        HTML(
          "p", [],
          HTML("\(pillar.fullTitle?.english ?? pillar.title.english). ")
            + HTML("\(Figures.count(commitments, "commitment")).") + notes(pillar.sources)),
      ] + note + [list(pillar.aims.map { HTML($0.text.english) + notes($0.sources) })]
    }
  }

  var countries: [HTML] {
    let count = snapshot.endorsers.count
    let summary = "\(Figures.count(count, "country", plural: "countries")) had endorsed."
    let rows = snapshot.dossier.countries.enumerated().map { place, country in
      row(of: country, at: place)
    }
    return [
      HTML("p", text: summary),
      table(
        "The countries of the Americas and the Declaration", id: "countries-table",
        ["Country", "Subregion", "Endorsed", "At meetings", "Packages", "Commitments"],
        figures: [5], rows),
    ]
  }

  private func row(of country: Country, at place: Int) -> [HTML] {
    let endorsement = snapshot.endorsement(of: country.id)
    let presences = snapshot.heldMeetings.compactMap { meeting -> HTML? in
      guard let attendance = snapshot.attendance(of: country.id, at: meeting),
        attendance.status != .notReported
      else { return nil }
      let words = [Sign.of(attendance.status).word, attendance.who?.english].compactMap { $0 }
      return HTML("\(meeting.title.english): \(words.joined(separator: ", "))")
        + notes(attendance.sources)
    }
    let parts = snapshot.memberships(of: country.id).map { package, membership in
      HTML("\(membership.role == .lead ? "leads" : "takes part in") \(package.number)")
        + notes(membership.sources)
    }
    return [
      HTML(country.name.english),
      HTML(snapshot.dossier.region(country.region)?.name.english ?? country.region),
      endorsement.map { HTML(DateText.short($0.date)) + notes($0.sources) }
        ?? HTML(Sign.notEndorsed.word),
      presences.isEmpty ? HTML(Sign.notReported.word) : list(presences),
      HTML.joined(parts, separator: "; "), HTML("\(snapshot.counts.ofCountry(at: place))"),
    ]
  }

  var packages: [HTML] {
    guard !snapshot.packages.isEmpty else {
      return [HTML("p", text: "None had been identified.")]
    }
    let rows = snapshot.packages.map { package in
      let members = snapshot.members(of: package).sorted { name(of: $0.key) < name(of: $1.key) }
      func names(_ role: ActionPackage.Role) -> HTML {
        HTML.joined(
          members.filter { $0.value.role == role }.map {
            HTML(name(of: $0.key)) + notes($0.value.sources)
          }, separator: ", ")
      }
      let pillar = snapshot.dossier.pillar(package.pillar)
      return [
        HTML("\(package.number)"),
        HTML(package.title?.english ?? "title \(Sign.notReported.word)") + notes(package.sources),
        HTML(pillar.map { "\($0.number)" } ?? package.pillar), names(.lead), names(.participant),
      ]
    }
    return [
      table(
        "Who leads and who takes part", id: "packages-table",
        ["Package", "Title", "Pillar", "Leads", "Takes part"], rows)
    ]
  }
}
