import Declaration

/// A sum that grows with time: an area over an axis of days, then a row for each day on which it
/// grew.
struct StepDrawing {
  let steps: Chart.Steps
  let columns: Int
  let language: Language

  /// Rows of the area.
  private static let height = 6

  var rows: [ChartDrawing.Row] {
    guard !steps.steps.isEmpty else {
      return [ChartDrawing.Row(line: Line(language("none reported by this day"), .notReported))]
    }
    return area + [axis, days].map { ChartDrawing.Row(line: $0) } + list
  }

  /// Cells for the figures on the axis.
  private var gutter: Int { String(steps.whole).count + 1 }

  private var width: Int { max(1, min(columns - gutter - 1, 100)) }

  private func column(of day: Day) -> Int {
    (day - steps.first) * (width - 1) / max(1, steps.last - steps.first)
  }

  /// The sum at each column, at the end of the days that it stands for.
  private var sums: [Int] {
    (0..<width).map { column in
      steps.steps.last { self.column(of: $0.day) <= column }?.total ?? 0
    }
  }

  private var area: [ChartDrawing.Row] {
    let heights = sums.map { $0 * StepDrawing.height * 8 / max(1, steps.whole) }
    return (0..<StepDrawing.height).map { row in
      let below = (StepDrawing.height - 1 - row) * 8
      let figure = row == 0 ? "\(steps.whole)" : ""
      var line = Line(figure.leftPadded(to: gutter - 1), .quiet)
      line.append(" │", .border)
      line.append(heights.map { Blocks.upward($0 - below) }.joined(), .endorsed)
      return ChartDrawing.Row(line: line)
    }
  }

  private var axis: Line {
    var cells = Array(repeating: "─", count: width)
    for step in steps.steps { cells[column(of: step.day)] = "┴" }
    var line = Line("0".leftPadded(to: gutter - 1), .quiet)
    line.append(" ╰" + cells.joined(), .border)
    return line
  }

  /// The first and the last day, under the ends of the axis.
  private var days: Line {
    let (first, last) = (
      DateText.short(steps.first, in: language), DateText.short(steps.last, in: language)
    )
    var line = Line(String(repeating: " ", count: gutter + 1))
    guard first.cellWidth + last.cellWidth + 2 <= width else {
      line.append(last.leftPadded(to: width), .quiet)
      return line
    }
    line.append(first + last.leftPadded(to: width - first.cellWidth), .quiet)
    return line
  }

  private var list: [ChartDrawing.Row] {
    steps.steps.enumerated().flatMap { place, step -> [ChartDrawing.Row] in
      var line = Line(DateText.short(step.day, in: language).leftPadded(to: 11) + "  ", .quiet)
      line.append(step.share(of: steps, in: language), .heading)
      line.append(", " + step.news(in: language))
      return line.wrapped(to: columns, indent: 13).map {
        ChartDrawing.Row(line: $0, mark: place)
      }
    }
  }
}
