import Declaration

extension DetailText {
  /// A pillar: its aims, its packages, and what was committed under it.
  mutating func tell(of pillar: Pillar) {
    title(language("Pillar \(number: pillar.number): \(title: pillar.title[language])"))
    if let full = pillar.fullTitle { paragraph(full[language], sources: pillar.sources) }
    if let note = pillar.note { paragraph(note[language], role: .quiet) }
    if !pillar.aims.isEmpty {
      heading(language("Aims"))
      for aim in pillar.aims { bullet(aim.text[language], sources: aim.sources) }
    }
    packages(under: pillar)
    commitments(under: pillar)
    disputes(on: [FactPath("pillars")])
  }

  private mutating func packages(under pillar: Pillar) {
    let packages = snapshot.packages.filter { $0.pillar == pillar.id }
    heading(language("Action packages: \(count: packages.count)"))
    for package in packages {
      var line = Line(name(of: package))
      line.append(mark(FactPath("packages", package.id)))
      bullet(line, sources: package.sources, target: .package(package.id))
      let members = snapshot.members(of: package)
      if members.isEmpty {
        fact(
          "",
          Line(
            language("no member was known by \(day: DateText.short(snapshot.day, in: language))"),
            .quiet))
        continue
      }
      for role in ActionPackage.Role.allCases {
        let countries = snapshot.dossier.countries.filter { members[$0.id]?.role == role }
          .map { $0.name[language] }
        let label = role == .lead ? language("lead") : language("with")
        let names =
          countries.isEmpty
          ? Sign.notReported.word(in: language) : countries.joined(separator: ", ")
        fact("   \(label)", Line(names, .quiet))
      }
    }
  }

  private mutating func commitments(under pillar: Pillar) {
    let commitments = snapshot.commitments.filter { $0.pillar == pillar.id }
    heading(title(counting: commitments))
    bullets(commitments)
  }

  /// Something that happened around the Declaration.
  mutating func tell(of entry: ContextEntry) {
    title(language("Context"))
    fact(language("Date"), DateText.long(entry.date, in: language))
    gap()
    paragraph(entry.text[language], sources: entry.sources)
    disputes(on: [FactPath("context", entry.id)])
  }
}
