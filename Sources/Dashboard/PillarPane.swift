import Declaration

/// The pillars with their action packages and commitments, as of the day.
struct PillarPane {
  let state: DashboardState
  private var language: Language { state.language }
  let columns: Int
  /// Whether long titles take a second row instead of being cut.
  var wrapsTitles = false

  var content: PaneContent {
    let pillars = state.dossier.pillars
    let selected = state.selectedIndex(in: .pillars)
    var content = PaneContent(
      title: title(pillars.count),
      rows: pillars.indices.flatMap { place in
        rows(of: pillars[place], at: place).map { PaneRow($0, entry: place) }
      },
      selected: selected)
    content.heads = [head]
    content.emptyText = [Line(language("The record has no pillars."), .quiet)]
    return content
  }

  private func title(_ count: Int) -> Line {
    var line = Line("\(language("Pillars")) \(count)", .title)
    if state.snapshot.disputes.contains(where: { $0.facts.contains(FactPath("pillars")) }) {
      line.append(Sign.disputed.character, .disputed)
    }
    return line
  }

  /// Rows that the pillars and their heading take.
  var rowCount: Int { state.dossier.pillars.reduce(1) { $0 + titles(of: $1).count } }

  /// Cells of a column of figures, a space before it included.
  private static let figureColumns = 4

  private var head: Line {
    let text =
      state.narrowedCountry.map {
        "   " + language("Pillar, for \(country: $0.name[language])")
      } ?? "   \(language("Pillar"))"
    return table(Line(text, .quiet), language("pkg"), language("cmt"), .quiet)
  }

  private var titleColumns: Int { max(4, columns - 2 * PillarPane.figureColumns - 1) }

  private func rows(of pillar: Pillar, at index: Int) -> [Line] {
    var packages = state.snapshot.packages.filter { $0.pillar == pillar.id }
    var commitments = state.snapshot.counts.underPillar(at: index)
    if let country = state.narrowedCountry, let place = state.dossier.index(of: country.id) {
      packages = packages.filter { state.snapshot.members(of: $0)[country.id] != nil }
      commitments = state.snapshot.counts.ofCountry(at: place, underPillarAt: index)
    }
    var rows = titles(of: pillar)
    rows[0] = table(
      rows[0], Figures.grouped(packages.count, in: language),
      Figures.grouped(commitments, in: language), .plain)
    return rows
  }

  /// A pillar's number and title, in a row or in as many as it needs.
  private func titles(of pillar: Pillar) -> [Line] {
    var title = state.snapshot.ownMark(of: .pillar(pillar.id))
    title.append("\(pillar.number) \(pillar.title[language])")
    return wrapsTitles
      ? title.wrapped(to: titleColumns, indent: 3) : [title.truncated(to: titleColumns)]
  }

  private func table(_ title: Line, _ packages: String, _ commitments: String, _ role: Role)
    -> Line
  {
    let width = PillarPane.figureColumns
    var line = title.truncated(to: titleColumns)
    line.pad(to: titleColumns)
    for figure in [packages, commitments] {
      line.append(figure.leftPadded(to: width), figure == "0" ? .quiet : role)
    }
    return line
  }
}
