import Declaration

/// A chart as plain lines with its sources, for the command line.
public enum ChartText {
  /// The lines, safe to print, without colours or cursor codes.
  ///
  /// - Parameter columns: the widest line, in cells.
  public static func text(of chart: Chart, in dossier: Dossier, columns: Int) -> String {
    let head = [
      chart.title, chart.language("As of \(day: DateText.long(chart.day, in: chart.language))"),
    ]
    var lines = head.flatMap { Line($0).wrapped(to: columns) } + [Line()]
    lines += ChartDrawing(chart: chart, columns: columns, isCiting: true).panelRows.map(\.line)
    if !chart.sources.isEmpty { lines += [Line(), Line(chart.language("Sources"))] }
    for (place, id) in chart.sources.enumerated() {
      guard let source = dossier.sources[id] else { continue }
      let citation = "[\(place + 1)] \(source.citation(in: chart.language))"
      // A link that is broken in two is none: it may be wider than the lines.
      lines += Line(citation).wrapped(to: columns, indent: 4)
      if let link = source.link { lines.append(Line("    \(link)")) }
    }
    return lines.map { $0.text.withoutTrailingSpaces + "\n" }.joined()
  }
}

extension String {
  fileprivate var withoutTrailingSpaces: Substring {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return text
  }
}
