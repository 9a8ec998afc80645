import Declaration

/// What changed between two days, by default since the last meeting.
struct ChangePane {
  let state: DashboardState
  private var language: Language { state.language }
  let columns: Int

  var content: PaneContent {
    let changes = state.listing.changes
    let rows = rows(of: changes)
    var content = PaneContent(
      title: title(changes.count), rows: rows, selected: state.selectedIndex(in: .changes))
    content.showFilter(of: .changes, in: state, columns: columns, hits: changes.count)
    content.legend = Line(
      language(
        "\(key: state.label(.firstDay)) first day  \(other: state.label(.chooseDay)) last day"),
      .quiet)
    content.emptyText = state.emptyText(
      for: .changes, nothing: language("Nothing changed between these days."),
      fields: language("words of what changed.")
    ).flatMap { $0.wrapped(to: columns) }
    return content
  }

  private func title(_ count: Int) -> Line {
    let start = DateText.short(state.changesStart, in: language)
    let end = DateText.short(state.snapshot.day, in: language)
    return Line(
      language("What changed after \(first: start), up to \(last: end): \(count: count)"), .title)
  }

  private func rows(of changes: [Change]) -> [PaneRow] {
    var rows: [PaneRow] = []
    var day: Day?
    for (place, change) in changes.enumerated() {
      if change.day != day {
        day = change.day
        rows.append(PaneRow(Line(" " + DateText.long(change.day, in: language), .heading)))
      }
      rows.append(PaneRow(ChangeText.line(of: change, in: state.snapshot), entry: place))
    }
    return rows
  }
}
