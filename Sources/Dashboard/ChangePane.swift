import Declaration

/// What changed between two days, by default since the last meeting.
struct ChangePane {
  let state: DashboardState
  private var language: Language { state.language }
  let columns: Int

  var content: PaneContent {
    let changes = state.listing.changes
    let starts = changes.indices.filter { $0 == 0 || changes[$0].day != changes[$0 - 1].day }
    // The heading of a day stands before its first change, after the headings before it.
    let headings = starts.indices.map { starts[$0] + $0 }
    var content = PaneContent(
      title: title(changes.count), rowCount: changes.count + headings.count,
      row: { row($0, of: changes, headings) })
    content.selection = state.selectedIndex(in: .changes).map { place in
      let row = place + starts.partitioningIndex { $0 > place }
      return row..<(row + 1)
    }
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

  /// A row: the heading of a day, or a change of it.
  ///
  /// - Parameter headings: the rows that are headings.
  private func row(_ number: Int, of changes: [Change], _ headings: [Int]) -> PaneRow {
    let heads = headings.partitioningIndex { $0 > number }
    guard headings[heads - 1] < number else {
      let day = changes[number - heads + 1].day
      return PaneRow(Line(" " + DateText.long(day, in: language), .heading))
    }
    let place = number - heads
    return PaneRow(ChangeText.line(of: changes[place], in: state.snapshot), entry: place)
  }
}
