import Declaration

/// A chart in block characters, with its figures in words beside every bar.
///
/// Bars are exact to an eighth of a cell. Where there are no blocks, in ASCII, what is not a whole
/// cell is left out; the figure stands beside it.
struct ChartDrawing {
  let chart: Chart
  let columns: Int
  /// Whether the sources stand numbered under it.
  var isCiting = false

  /// A row of the drawing.
  struct Row {
    let line: Line
    /// The place of the bar, step or stack among the chart's, where the row belongs to one.
    var mark: Int?
  }

  /// The title, the panels, and what is to be known of them.
  var rows: [Row] { [Row(line: Line(chart.title, .heading))] + panelRows }

  /// The panels and what is to be known of them.
  var panelRows: [Row] {
    var rows: [Row] = []
    var mark = 0
    for panel in chart.panels {
      if mark > 0 { rows.append(Row(line: Line())) }
      rows += Line(panel.title, .quiet).wrapped(to: columns).map { Row(line: $0) }
      rows += self.rows(of: panel.form).map { row in
        Row(line: row.line, mark: row.mark.map { $0 + mark })
      }
      mark += panel.subjects.count
    }
    for note in chart.remarks(citing: isCiting ? chart.sources : []) {
      rows += Line(note, .quiet).wrapped(to: columns, indent: 2).map { Row(line: $0) }
    }
    return rows
  }

  private func rows(of form: Chart.Form) -> [Row] {
    switch form {
    case .bars(let bars): rows(of: bars)
    case .steps(let steps):
      StepDrawing(steps: steps, columns: columns, language: chart.language).rows
    case .stacks(let stacks, let whole): rows(of: stacks, whole: whole)
    }
  }

  // MARK: Bars

  private func rows(of bars: [Chart.Bar]) -> [Row] {
    let labels = labelColumns(bars.map(\.label))
    let texts = bars.map(\.text.cellWidth).max() ?? 0
    // Where a bar would be no more than a stump, its figure stands on a line of its own.
    let isApart = columns - labels - texts - 3 < 4
    let room = max(1, columns - labels - 2 - (isApart ? 0 : texts + 1))
    let most = bars.compactMap(\.figure).max() ?? 0
    return bars.enumerated().flatMap { place, bar -> [Row] in
      let words = Line(bar.text, bar.figure == nil ? .notReported : .plain)
      var lines: [Line] = []
      if let figure = bar.figure {
        lines.append(Line(" "))
        lines[0].append(Blocks.bar(figure, of: most, columns: room), .counted)
      }
      if isApart || lines.isEmpty {
        lines += words.wrapped(to: max(1, columns - labels - 1)).map {
          var line = Line(" ")
          line.append($0)
          return line
        }
      } else {
        lines[0].append(" ")
        lines[0].append(words)
      }
      return rows(bar.label, columns: labels, beside: lines, mark: place)
    }
  }

  /// Cells for the labels: as many as the longest needs, two fifths at most.
  private func labelColumns(_ labels: [String]) -> Int {
    min(labels.map(\.cellWidth).max() ?? 0, max(6, columns * 2 / 5))
  }

  /// A label, wrapped, and the lines that stand beside it.
  private func rows(_ label: String, columns: Int, beside lines: [Line], mark: Int) -> [Row] {
    let labels = Line(label).wrapped(to: columns, indent: 2)
    return (0..<max(labels.count, lines.count)).map { row in
      var line = row < labels.count ? labels[row] : Line()
      line.pad(to: columns)
      if row < lines.count { line.append(lines[row]) }
      return Row(line: line, mark: mark)
    }
  }

  // MARK: Stacks

  private func rows(of stacks: [Chart.Stack], whole: Int) -> [Row] {
    let labels = labelColumns(stacks.map(\.label))
    let room = max(1, columns - labels - 1)
    // As long as there is room, every country has the same number of whole cells.
    let width = room >= whole ? whole * min(2, room / max(1, whole)) : room
    let marks = stacks.enumerated().flatMap { place, stack -> [Row] in
      var bar = Line(" ")
      var done = 0
      for part in stack.parts {
        let start = done * width / max(1, whole)
        done += part.count
        let cells = done * width / max(1, whole) - start
        let sign = Sign.of(part.status)
        bar.append(String(repeating: Blocks.fill(of: part.status), count: cells), sign.role)
      }
      let words = Line(stack.text(in: chart.language), stack.parts.isEmpty ? .notReported : .plain)
        .wrapped(to: room)
        .map { words in
          var line = Line(" ")
          line.append(words)
          return line
        }
      return rows(
        stack.label, columns: labels, beside: (stack.parts.isEmpty ? [] : [bar]) + words,
        mark: place)
    }
    return legend(of: stacks) + marks
  }

  /// What each fill stands for, of those that are drawn.
  private func legend(of stacks: [Chart.Stack]) -> [Row] {
    let drawn = Set(stacks.flatMap { $0.parts.map(\.status) })
    var line = Line()
    for status in Attendance.Status.allCases where drawn.contains(status) {
      let sign = Sign.of(status)
      // A fill and its word stay in one row.
      line.append(String(repeating: Blocks.fill(of: status), count: 2) + "\u{A0}", sign.role)
      line.append(
        sign.plural(in: chart.language).map { $0 == " " ? "\u{A0}" : String($0) }.joined() + "  ",
        .quiet)
    }
    return drawn.isEmpty ? [] : line.wrapped(to: columns).map { Row(line: $0) }
  }
}

/// Bars of block characters.
enum Blocks {
  private static let across = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let upward = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar for a figure; what is more than nothing is never drawn as nothing.
  ///
  /// - Parameters:
  ///   - most: the figure whose bar is `columns` cells long.
  static func bar(_ figure: Double, of most: Double, columns: Int) -> String {
    guard most > 0, figure > 0 else { return "" }
    let eighths = max(1, Int(min(1, figure / most) * Double(columns * 8)))
    return String(repeating: "█", count: eighths / 8) + across[eighths % 8]
  }

  /// A cell that is filled from below, in eighths.
  static func upward(_ eighths: Int) -> String { upward[max(0, min(eighths, 8))] }

  /// The fill of a part: they differ without colour.
  static func fill(of status: Attendance.Status) -> String {
    switch status {
    case .attended: "█"
    case .delegate: "▓"
    case .declined: "▒"
    case .excluded: "░"
    case .notReported: "·"
    }
  }
}
