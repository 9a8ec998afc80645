import Declaration

extension DetailText {
  /// A pillar: its aims, its packages, and what was committed under it.
  mutating func tell(of pillar: Pillar) {
    title("Pillar \(pillar.number): \(pillar.title.english)")
    if let full = pillar.fullTitle { paragraph(full.english, sources: pillar.sources) }
    if let note = pillar.note { paragraph(note.english, role: .quiet) }
    if !pillar.aims.isEmpty {
      heading("Aims")
      for aim in pillar.aims { bullet(aim.text.english, sources: aim.sources) }
    }
    packages(under: pillar)
    commitments(under: pillar)
    disputes(on: [FactPath("pillars")])
  }

  private mutating func packages(under pillar: Pillar) {
    let packages = snapshot.packages.filter { $0.pillar == pillar.id }
    heading("Action packages: \(packages.count)")
    for package in packages {
      var line = Line(name(of: package))
      line.append(mark(FactPath("packages", package.id)))
      bullet(line, sources: package.sources, target: .package(package.id))
      let members = snapshot.members(of: package)
      if members.isEmpty {
        fact("", Line("no member was known by \(DateText.short(snapshot.day))", .quiet))
        continue
      }
      for role in ActionPackage.Role.allCases {
        let countries = snapshot.dossier.countries.filter { members[$0.id]?.role == role }
          .map(\.name.english)
        let label = role == .lead ? "lead" : "with"
        let names = countries.isEmpty ? Sign.notReported.word : countries.joined(separator: ", ")
        fact("   \(label)", Line(names, .quiet))
      }
    }
  }

  private mutating func commitments(under pillar: Pillar) {
    let commitments = snapshot.commitments.filter { $0.pillar == pillar.id }
    heading("Commitments: \(commitments.count)")
    for commitment in commitments { bullet(commitment) }
  }

  /// Something that happened around the Declaration.
  mutating func tell(of entry: ContextEntry) {
    title("Context")
    fact("Date", DateText.long(entry.date))
    gap()
    paragraph(entry.text.english, sources: entry.sources)
    disputes(on: [FactPath("context", entry.id)])
  }
}
