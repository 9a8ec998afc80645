#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Time and memory over the number of commitments, both by powers of ten, as an SVG picture: what
/// grows as the work does is a straight line at the slope of the grey ones.
struct GrowthChart {
  /// A line of the chart: what it is, and its value at each size.
  struct Curve {
    let name: String
    let colour: String
    let dashes: String
    let values: [Double]
  }

  let title: String
  let counts: [Int]
  let curves: [Curve]

  static let size = (width: 380.0, height: 300.0)
  private static let (left, right, top, bottom) = (46.0, 366.0, 34.0, 222.0)

  /// The powers of ten that hold all values.
  private var decades: ClosedRange<Double> {
    let values = curves.flatMap(\.values).filter { $0 > 0 }.map { log10($0) }
    return (values.min() ?? 0).rounded(.down)...max((values.max() ?? 1).rounded(.up), 1)
  }

  /// The elements of the picture, its left edge so far to the right.
  func elements(at offset: Double) -> String {
    var text = "<g transform=\"translate(\(offset) 0)\">\n"
    text += GrowthChart.label(title, GrowthChart.left, 20, "start", " font-weight=\"600\"")
    text += axes
    for (place, curve) in curves.enumerated() { text += line(curve, place) }
    return text + "</g>\n"
  }

  private var axes: String {
    var text = ""
    for exponent in Int(decades.lowerBound)...Int(decades.upperBound) {
      let y = height(of: Double(exponent))
      text += "<path d=\"M\(GrowthChart.left) \(y)H\(GrowthChart.right)\" stroke=\"#ddd\"/>\n"
      text += GrowthChart.label(GrowthChart.power(exponent), GrowthChart.left - 6, y + 4, "end")
    }
    for count in counts {
      let x = column(of: count)
      text += GrowthChart.label(
        GrowthChart.power(Int(log10(Double(count)).rounded())), x, GrowthChart.bottom + 18,
        "middle")
    }
    return text
  }

  private func line(_ curve: Curve, _ place: Int) -> String {
    let points = zip(counts, curve.values).filter { $0.1 > 0 }.map { count, value in
      "\(column(of: count)) \(height(of: log10(value)))"
    }
    let look = "fill=\"none\" stroke=\"\(curve.colour)\" stroke-width=\"2\" \(curve.dashes)"
    let y = GrowthChart.bottom + 38 + 16 * Double(place)
    return "<path d=\"M\(points.joined(separator: "L"))\" \(look)/>\n"
      + "<path d=\"M\(GrowthChart.left) \(y - 4)h24\" \(look)/>\n"
      + GrowthChart.label(curve.name, GrowthChart.left + 32, y, "start")
  }

  private func column(of count: Int) -> Double {
    let exponents = counts.map { log10(Double($0)) }
    let (first, last) = (exponents.first ?? 0, exponents.last ?? 1)
    let share = (log10(Double(count)) - first) / max(last - first, 1)
    return GrowthChart.place(
      GrowthChart.left + share * (GrowthChart.right - GrowthChart.left - 24) + 12)
  }

  private func height(of exponent: Double) -> Double {
    let share = (exponent - decades.lowerBound) / (decades.upperBound - decades.lowerBound)
    return GrowthChart.place(
      GrowthChart.bottom - share * (GrowthChart.bottom - GrowthChart.top))
  }

  private static func place(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private static func power(_ exponent: Int) -> String {
    exponent < 0
      ? "0." + String(repeating: "0", count: -exponent - 1) + "1"
      : "1" + String(repeating: "0", count: exponent)
  }

  private static func label(
    _ text: String, _ x: Double, _ y: Double, _ anchor: String, _ more: String = ""
  ) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\" fill=\"#333\"\(more)>\(text)</text>\n"
  }
}
