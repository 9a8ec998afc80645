import Declaration

/// A sum over time as an area on an axis of days.
struct SVGStepPlot {
  private let steps: Chart.Steps
  private let top: Int
  private let left = SVGCanvas.margin + 34
  private let right = SVGCanvas.width - SVGCanvas.margin - 34
  private let plotHeight = 180

  private let language: Language

  init(_ steps: Chart.Steps, top: Int, _ language: Language) {
    (self.steps, self.top, self.language) = (steps, top, language)
  }

  /// The plot with the labels under it.
  var height: Int { plotHeight + 48 }

  private var bottom: Int { top + 12 + plotHeight }

  private func x(of day: Day) -> Int {
    left + (day - steps.first) * (right - left) / max(1, steps.last - steps.first)
  }

  private func y(of sum: Int) -> Int { bottom - sum * plotHeight / max(1, steps.whole) }

  func draw(on canvas: inout SVGCanvas) {
    for sum in [0, steps.whole] {
      canvas.line(x: left, y: y(of: sum), toX: right, y: y(of: sum), isDashed: sum > 0)
      canvas.put("\(sum)", x: left - 8, y: y(of: sum) + 4, size: 12, anchor: "end")
    }
    canvas.path(outline, fill: SVGCanvas.area)
    var free = left
    for (place, step) in steps.steps.enumerated() {
      let sum = Figures.grouped(step.total)
      let width = SVGCanvas.width(of: sum, size: 13) + 6
      let isLast = place == steps.steps.count - 1
      // Figures that would cover one another are left to the list below, all but the last.
      let next = isLast ? Int.max : x(of: steps.steps[place + 1].day)
      let isRoomy = x(of: step.day) >= free && x(of: step.day) + width <= next
      guard isRoomy || isLast else { continue }
      canvas.put(
        sum, x: max(free, x(of: step.day) + 2), y: y(of: step.total) - 5, size: 13, isBold: true)
      free = max(free, x(of: step.day) + 2) + width
    }
    drawDays(on: &canvas)
  }

  /// The area under the sum, from the axis up and back.
  private var outline: String {
    var path = "M\(x(of: steps.steps[0].day)) \(bottom)"
    for step in steps.steps { path += "H\(x(of: step.day))V\(y(of: step.total))" }
    return path + "H\(right)V\(bottom)Z"
  }

  private func drawDays(on canvas: inout SVGCanvas) {
    let last = DateText.short(steps.last, in: language)
    canvas.put(last, x: right, y: bottom + 30, size: 12, anchor: "end")
    let end = right - SVGCanvas.width(of: last, size: 12) - 10
    var free = left
    for step in steps.steps {
      let place = x(of: step.day)
      canvas.line(x: place, y: bottom, toX: place, y: bottom + 6)
      let label = DateText.short(step.day, in: language)
      let width = SVGCanvas.width(of: label, size: 12)
      let start = max(left, place - width / 2)
      guard start >= free, start + width <= end else { continue }
      canvas.put(label, x: start, y: bottom + 18, size: 12)
      free = start + width + 8
    }
  }
}
