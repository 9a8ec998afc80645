import Declaration

/// Two or three countries side by side.
struct ComparisonPane {
  let state: DashboardState
  private var language: Language { state.language }

  var content: PaneContent {
    let comparison = state.comparison
    var content = PaneContent(title: Line(comparison.title, .title), lines: comparison.lines)
    content.heads = [state.comparison.head]
    let (countries, add) = (state.label(.countries), state.label(.compare))
    content.legend = Line(
      state.compared.count < DashboardState.comparedLimit
        ? language("\(other: countries) leads to the countries, \(key: add) there adds one")
        : language(
          "\(other: countries) leads to the countries, \(key: add) there replaces the first"),
      .quiet)
    return content
  }
}
