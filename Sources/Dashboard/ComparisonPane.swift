import Declaration

/// Two or three countries side by side.
struct ComparisonPane {
  let state: DashboardState
  private var language: Language { state.language }
  let columns: Int

  private static let labelColumns = 13

  private var countries: [Country] { state.compared.compactMap(state.dossier.country) }

  var content: PaneContent {
    let rows = ComparisonRows(
      state.snapshot, countries, labelColumns: labelColumns, cellColumns: cellColumns)
    let names = countries.map { $0.name[language] }.joined(separator: ", ")
    var content = PaneContent(
      title: Line(language("Comparison: \(list: names)"), .title), rows: rows.finished)
    content.heads = [head]
    content.legend = Line(
      language("\(key: state.label(.compare)) on a country adds it, the third at most"), .quiet)
    return content
  }

  private var cellColumns: Int {
    max(8, (columns - labelColumns) / max(1, countries.count))
  }

  private var labelColumns: Int { min(ComparisonPane.labelColumns, columns / 4) }

  private var head: Line {
    var line = Line()
    line.pad(to: labelColumns)
    for country in countries {
      line.append(Line(" " + country.name[language], .heading).truncated(to: cellColumns - 1))
      line.pad(
        to: line.width + cellColumns - min(country.name[language].cellWidth + 1, cellColumns - 1))
    }
    return line
  }
}
