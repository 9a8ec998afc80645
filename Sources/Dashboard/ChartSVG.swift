import Declaration

/// A chart as an SVG file that stands alone: for a report, on paper too.
///
/// Text stays text, fills differ by pattern as well as by colour, and what is drawn is also told in
/// words for readers who do not see it.
public struct ChartSVG {
  private let chart: Chart
  private let dossier: Dossier
  private var canvas = SVGCanvas()

  /// The drawing of a chart from a record.
  public init(_ chart: Chart, of dossier: Dossier) {
    (self.chart, self.dossier) = (chart, dossier)
    draw()
  }

  /// The file's text, well-formed XML in UTF-8.
  public var text: String { canvas.document(title: chart.title, description: description) }

  private var language: Language { chart.language }

  private var record: String {
    let day = DateText.long(chart.day, in: language)
    return language("\(title: dossier.title[language]), as of \(day: day)")
  }

  private var description: String {
    let figures = chart.panels.flatMap { ["\($0.title)."] + $0.sentences(in: language) }
    return (["\(record)."] + figures + remarks).joined(separator: " ")
  }

  /// The sources that are named one by one.
  private var listed: ArraySlice<SourceID> { chart.sources.prefix(ChartSVG.sourceLimit) }

  private var remarks: [String] { chart.remarks(citing: listed) }

  private mutating func draw() {
    canvas.skip(24)
    canvas.write(chart.title, size: 20, isBold: true)
    canvas.write(record, size: 13, fill: SVGCanvas.quiet)
    for panel in chart.panels {
      canvas.skip(16)
      canvas.write(panel.title, size: 14, isBold: true)
      canvas.skip(6)
      switch panel.form {
      case .bars(let bars): draw(bars)
      case .steps(let steps): draw(steps)
      case .stacks(let stacks, let whole): draw(stacks, whole: whole)
      }
    }
    canvas.skip(8)
    for note in remarks { canvas.write(note, size: 12) }
    drawSources()
    canvas.skip(16)
  }

  /// The most sources that are named one by one.
  private static let sourceLimit = 100

  private mutating func drawSources() {
    guard !chart.sources.isEmpty else { return }
    canvas.skip(10)
    canvas.rule()
    canvas.skip(6)
    canvas.write(language("Sources"), size: 12, isBold: true)
    for (place, id) in listed.enumerated() {
      guard let source = dossier.sources[id] else { continue }
      canvas.write(
        "[\(place + 1)] \(source.citation(in: language))", size: 11, fill: SVGCanvas.quiet)
      if let link = source.link { canvas.write(link, size: 11, fill: SVGCanvas.solid) }
    }
    let more = chart.sources.count - listed.count
    if more > 0 {
      canvas.write(
        language("and \(count: more) more"), size: 11, fill: SVGCanvas.quiet)
    }
  }

  // MARK: Bars

  /// How wide labels are, where bars begin, and where the longest bar ends.
  private static let labels = 232
  private static let start = 276
  private static let end = 580

  private mutating func draw(_ bars: [Chart.Bar]) {
    let most = bars.compactMap(\.figure).max() ?? 0
    for bar in bars {
      let top = canvas.height
      var right = ChartSVG.start
      if let figure = bar.figure, most > 0 {
        let share = min(1, figure / most)
        let width = max(1, Int((share * Double(ChartSVG.end - ChartSVG.start)).rounded()))
        canvas.rectangle(x: right, y: top + 2, width: width, height: 20, fill: SVGCanvas.solid)
        right += width + 8
      }
      canvas.put(
        bar.text, x: right, y: top + 17, size: 13,
        fill: bar.figure == nil ? SVGCanvas.quiet : SVGCanvas.ink, isItalic: bar.figure == nil)
      drawLabel(bar.label, at: top, least: 28)
    }
  }

  private mutating func drawLabel(_ label: String, at top: Int, least: Int) {
    let lines = SVGCanvas.lines(of: label, size: 13, width: ChartSVG.labels)
    for (place, line) in lines.enumerated() {
      canvas.put(line, x: SVGCanvas.margin, y: top + 17 + place * 16, size: 13)
    }
    canvas.skip(max(least, lines.count * 16 + 10))
  }

  // MARK: Stacks

  private mutating func draw(_ stacks: [Chart.Stack], whole: Int) {
    drawLegend(of: stacks)
    let room = SVGCanvas.width - SVGCanvas.margin - ChartSVG.start
    for stack in stacks {
      let top = canvas.height
      var done = 0
      for part in stack.parts {
        let left = ChartSVG.start + done * room / max(1, whole)
        done += part.count
        let right = ChartSVG.start + done * room / max(1, whole)
        canvas.rectangle(
          x: left, y: top + 2, width: right - left, height: 20, fill: SVGCanvas.fill(part.status))
      }
      let words = SVGCanvas.lines(of: stack.text(in: language), size: 12, width: room)
      let below = stack.parts.isEmpty ? top + 17 : top + 38
      for (place, line) in words.enumerated() {
        canvas.put(
          line, x: ChartSVG.start, y: below + place * 15, size: 12,
          fill: stack.parts.isEmpty ? SVGCanvas.quiet : SVGCanvas.ink,
          isItalic: stack.parts.isEmpty)
      }
      drawLabel(
        stack.label, at: top, least: (stack.parts.isEmpty ? 12 : 34) + words.count * 15)
    }
  }

  /// What the fills stand for, of those that are drawn.
  private mutating func drawLegend(of stacks: [Chart.Stack]) {
    let drawn = Set(stacks.flatMap { $0.parts.map(\.status) })
    guard !drawn.isEmpty else { return }
    var x = SVGCanvas.margin
    for status in Attendance.Status.allCases where drawn.contains(status) {
      canvas.rectangle(
        x: x, y: canvas.height, width: 24, height: 14, fill: SVGCanvas.fill(status))
      let word = Sign.of(status).plural(in: language)
      canvas.put(word, x: x + 30, y: canvas.height + 12, size: 12)
      x += 30 + SVGCanvas.width(of: word, size: 12) + 18
    }
    canvas.skip(26)
  }

  // MARK: Steps

  private mutating func draw(_ steps: Chart.Steps) {
    guard !steps.steps.isEmpty else {
      return canvas.write(language("none reported by this day"), size: 13, fill: SVGCanvas.quiet)
    }
    let plot = SVGStepPlot(steps, top: canvas.height, language)
    plot.draw(on: &canvas)
    canvas.skip(plot.height)
    for step in steps.steps {
      canvas.write(
        "\(DateText.short(step.day, in: language)): \(step.text(of: steps, in: language))", size: 12
      )
    }
  }
}

extension Source {
  /// A source in a caption: title, publisher and day.
  func citation(in language: Language) -> String {
    "\(title). \(publisher), \(DateText.short(published, in: language))"
  }
}
