import Declaration

/// The elements of an SVG picture, written from top to bottom.
struct SVGCanvas {
  static let width = 760
  static let margin = 28

  static let ink = "#1a1a1a"
  /// Seven to one against white.
  static let quiet = "#555555"
  /// Okabe and Ito's blue, which no common colour blindness confuses with white; dark in grey.
  static let solid = "#005a8c"
  static let area = "url(#area)"

  private(set) var elements: [String] = []
  /// How far down the picture has come.
  private(set) var height = 0

  mutating func skip(_ distance: Int) { height += distance }

  /// Writes a paragraph over the whole width.
  mutating func write(
    _ text: String, size: Int, isBold: Bool = false, fill: String = SVGCanvas.ink
  ) {
    let lines = SVGCanvas.lines(of: text, size: size, width: SVGCanvas.width - 2 * SVGCanvas.margin)
    for line in lines {
      height += size * 4 / 3
      put(line, x: SVGCanvas.margin, y: height, size: size, isBold: isBold, fill: fill)
    }
    height += 3
  }

  /// Writes a line of text.
  mutating func put(
    _ text: String, x: Int, y: Int, size: Int, isBold: Bool = false, fill: String = SVGCanvas.ink,
    isItalic: Bool = false, anchor: String = "start"
  ) {
    var look = "font-size=\"\(size)\" fill=\"\(fill)\""
    if isBold { look += " font-weight=\"600\"" }
    if isItalic { look += " font-style=\"italic\"" }
    if anchor != "start" { look += " text-anchor=\"\(anchor)\"" }
    elements.append("<text x=\"\(x)\" y=\"\(y)\" \(look)>\(text.escapedForMarkup)</text>")
  }

  mutating func rectangle(x: Int, y: Int, width: Int, height: Int, fill: String) {
    elements.append(
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\" "
        + "stroke=\"\(SVGCanvas.ink)\" stroke-width=\"0.75\"/>")
  }

  mutating func line(x: Int, y: Int, toX: Int, y toY: Int, isDashed: Bool = false) {
    let dashes = isDashed ? " stroke-dasharray=\"3 3\"" : ""
    elements.append(
      "<path d=\"M\(x) \(y)L\(toX) \(toY)\" stroke=\"#767676\" fill=\"none\"\(dashes)/>")
  }

  mutating func path(_ outline: String, fill: String) {
    elements.append(
      "<path d=\"\(outline)\" fill=\"\(fill)\" stroke=\"\(SVGCanvas.solid)\" stroke-width=\"2\"/>")
  }

  /// A line across the picture.
  mutating func rule() {
    line(x: SVGCanvas.margin, y: height, toX: SVGCanvas.width - SVGCanvas.margin, y: height)
  }

  // MARK: Text

  /// The width of a text in pixels, rather more than less: the fonts are the reader's.
  static func width(of text: String, size: Int) -> Int { text.cellWidth * size * 57 / 100 }

  /// A text in lines of at most so many pixels.
  static func lines(of text: String, size: Int, width: Int) -> [String] {
    Line(text).wrapped(to: max(1, width * 100 / (size * 57))).map(\.text)
  }

  // MARK: Fills

  /// The fill of an attendance status; each has a pattern of its own.
  static func fill(_ status: Attendance.Status) -> String {
    switch status {
    case .attended: solid
    case .delegate: "url(#delegate)"
    case .declined: "url(#declined)"
    case .excluded: "url(#excluded)"
    case .notReported: "#ffffff"
    }
  }

  private static let patterns = """
    <pattern id="area" width="6" height="6" patternUnits="userSpaceOnUse">
    <rect width="6" height="6" fill="#dcebf5"/><path d="M0 6L6 0" stroke="#005a8c"/></pattern>
    <pattern id="delegate" width="8" height="8" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)">
    <rect width="8" height="8" fill="#ffffff"/><rect width="4" height="8" fill="#0072b2"/></pattern>
    <pattern id="declined" width="7" height="7" patternUnits="userSpaceOnUse">
    <rect width="7" height="7" fill="#ffffff"/>
    <path d="M0 0L7 7M0 7L7 0" stroke="#a33b00" stroke-width="1.5"/></pattern>
    <pattern id="excluded" width="6" height="6" patternUnits="userSpaceOnUse">
    <rect width="6" height="6" fill="#ffffff"/><circle cx="3" cy="3" r="1.6" fill="#1a1a1a"/></pattern>
    """

  /// The whole file.
  func document(title: String, description: String) -> String {
    let (width, height) = (SVGCanvas.width, height)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="title description" \
      font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Helvetica, Arial, \
      sans-serif">
      <title id="title">\(title.escapedForMarkup)</title>
      <desc id="description">\(description.escapedForMarkup)</desc>
      <defs>
      \(SVGCanvas.patterns)
      </defs>
      <rect width="\(width)" height="\(height)" fill="#ffffff"/>
      \(elements.joined(separator: "\n"))
      </svg>

      """
  }
}
