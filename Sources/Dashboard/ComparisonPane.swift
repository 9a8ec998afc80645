import Declaration

/// Two or three countries side by side.
struct ComparisonPane {
  let state: DashboardState
  private var language: Language { state.language }

  var content: PaneContent {
    let comparison = state.comparison
    var content = PaneContent(title: Line(comparison.title, .title), lines: comparison.lines)
    content.heads = [state.comparison.head]
    content.legend = Line(
      state.compared.count < DashboardState.comparedLimit
        ? language("\(key: state.label(.compare)) on a country adds it, the third at most")
        : language("\(key: state.label(.compare)) on a country puts it in place of the first"),
      .quiet)
    return content
  }
}
