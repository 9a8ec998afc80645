import Dashboard
import Declaration

// The pillars, the countries and the action packages.
extension RecordPage {
  var pillars: [HTML] {
    snapshot.dossier.pillars.enumerated().flatMap { place, pillar in
      let commitments = snapshot.counts.underPillar(at: place)
      let note = pillar.note.map { [HTML("p", text: $0[language])] } ?? []
      return [
        HTML(
          "h3", [],
          HTML(language("Pillar \(number: pillar.number): \(title: pillar.title[language])"))
            + own(FactPath("pillars", pillar.id))),
        HTML(
          "p", [],
          HTML("\((pillar.fullTitle ?? pillar.title)[language]). ")
            + HTML("\(Figures.count(commitments, "commitment", in: language).capitalizedFirst).")
            + notes(pillar.sources)),
      ] + note + [list(pillar.aims.map { HTML($0.text[language]) + notes($0.sources) })]
    }
  }

  var countries: [HTML] {
    let count = snapshot.endorsers.count
    let summary = language(
      "\(figure: Figures.count(count, "country", plural: "countries", in: language).capitalizedFirst) had endorsed."
    )
    let rows = snapshot.dossier.countries.enumerated().map { place, country in
      row(of: country, at: place)
    }
    return [
      HTML("p", text: summary),
      table(
        language("Countries and \(name: snapshot.dossier.shortTitle[language])"),
        id: "countries-table",
        [
          language("Country"), language("Subregion"), language("Endorsed"), language("At meetings"),
          language("Packages"), language("Commitments"),
        ],
        figures: [5], rows),
    ]
  }

  private func row(of country: Country, at place: Int) -> [HTML] {
    let endorsement = snapshot.endorsement(of: country.id)
    let presences = snapshot.heldMeetings.compactMap { meeting -> HTML? in
      guard let attendance = snapshot.attendance(of: country.id, at: meeting),
        attendance.status != .notReported
      else { return nil }
      let words = [Sign.of(attendance.status).word(in: language), attendance.who?[language]]
        .compactMap { $0 }
      return HTML("\(meeting.title[language]): \(words.joined(separator: ", "))")
        + own(FactPath("meetings", meeting.id, "attendance", country.id))
        + notes(attendance.sources)
    }
    let parts = snapshot.memberships(of: country.id).map { package, membership in
      HTML(
        "\(membership.role == .lead ? language("leads") : language("takes part in")) \(package.number)"
      )
        + own(FactPath("packages", package.id, "members", country.id))
        + notes(membership.sources)
    }
    return [
      HTML(country.name[language]) + own(FactPath("countries", country.id)),
      HTML(snapshot.dossier.region(country.region)?.name[language] ?? country.region),
      endorsement.map {
        HTML(DateText.short($0.date)) + own(FactPath("endorsements", country.id))
          + notes($0.sources)
      }
        ?? HTML(Sign.notEndorsed.word(in: language)),
      presences.isEmpty ? HTML(Sign.notReported.word(in: language)) : list(presences),
      HTML.joined(parts, separator: "; "), HTML("\(snapshot.counts.ofCountry(at: place))"),
    ]
  }

  var packages: [HTML] {
    guard !snapshot.packages.isEmpty else {
      return [HTML("p", text: language("None had been identified."))]
    }
    let rows = snapshot.packages.map { package in
      let members = snapshot.members(of: package).sorted { name(of: $0.key) < name(of: $1.key) }
      func names(_ role: ActionPackage.Role) -> HTML {
        HTML.joined(
          members.filter { $0.value.role == role }.map {
            HTML(name(of: $0.key)) + own(FactPath("packages", package.id, "members", $0.key))
              + notes($0.value.sources)
          }, separator: ", ")
      }
      let pillar = snapshot.dossier.pillar(package.pillar)
      return [
        HTML("\(package.number)"),
        HTML(package.title?[language] ?? Sign.notReported.word(in: language))
          + own(FactPath("packages", package.id)) + notes(package.sources),
        HTML(pillar.map { "\($0.number)" } ?? package.pillar), names(.lead), names(.participant),
      ]
    }
    return [
      table(
        language("Who leads and who takes part"), id: "packages-table",
        [
          language("Package"), language("Title"), language("Pillar"), language("Leads"),
          language("Takes part"),
        ], rows)
    ]
  }
}
