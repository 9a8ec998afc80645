import Declaration

/// The charts of the record as of the day, one under the other.
struct ChartPane {
  let state: DashboardState
  let columns: Int

  var content: PaneContent {
    var rows: [PaneRow] = []
    var first = 0
    for chart in state.listing.charts {
      if !rows.isEmpty { rows.append(PaneRow(Line())) }
      rows += ChartDrawing(chart: chart, columns: max(1, columns - 2)).rows.map { row in
        var line = Line(" ")
        line.append(row.line)
        return PaneRow(line, entry: row.mark.map { $0 + first })
      }
      first += chart.subjects.count
    }
    let selected = state.selectedIndex(in: .charts)
    var content = PaneContent(
      title: Line(state.language("Charts"), .title), rows: rows, selected: selected)
    content.kept = selected.flatMap { kept(around: $0, in: rows) }
    content.legend = Line(
      state.language("\(key: state.label(.briefing)) saves the chart as SVG"), .quiet)
    return content
  }

  /// The rows of an entry and those around it that belong to none, such as titles.
  private func kept(around entry: Int, in rows: [PaneRow]) -> Range<Int>? {
    guard let first = rows.firstIndex(where: { $0.entry == entry }) else { return nil }
    let start = rows[..<first].lastIndex { $0.entry != nil }.map { $0 + 1 } ?? 0
    let end = rows[first...].firstIndex { $0.entry.map { $0 != entry } ?? false } ?? rows.count
    return start..<end
  }
}

extension DashboardState {
  /// The chart that the selected bar belongs to.
  var selectedChart: Chart? {
    guard let index = selectedIndex(in: .charts) else { return nil }
    var end = 0
    return listing.charts.first { chart in
      end += chart.subjects.count
      return index < end
    }
  }

  /// Asks for the selected chart as an SVG file.
  mutating func saveChart() -> [Effect] {
    guard let chart = selectedChart else {
      notice = Notice(language("There is no chart to save."))
      return []
    }
    let name = "ladmp-\(chart.name.rawValue)-\(chart.day).svg"
    return [.save(name: name, text: ChartSVG(chart, of: dossier).text)]
  }
}
