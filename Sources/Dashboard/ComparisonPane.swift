import Declaration

/// Two or three countries side by side.
struct ComparisonPane {
  let state: DashboardState
  private var language: Language { state.language }

  var content: PaneContent {
    let lines = state.comparison.lines
    let names = state.compared.map { state.name(of: .country($0)) }.joined(separator: ", ")
    var content = PaneContent(
      title: Line(language("Comparison: \(list: names)"), .title), rowCount: lines.count,
      row: { PaneRow(lines[$0]) })
    content.heads = [state.comparison.head]
    content.legend = Line(
      state.compared.count < DashboardState.comparedLimit
        ? language("\(key: state.label(.compare)) on a country adds it, the third at most")
        : language("\(key: state.label(.compare)) on a country puts it in place of the first"),
      .quiet)
    return content
  }
}
