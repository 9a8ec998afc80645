/// A screen as an SVG image, for the README.
struct ScreenPicture {
  let screen: EmulatedScreen

  /// Pixels of a cell.
  private static let (width, height) = (8.4, 16.5)
  private static let margin = 12.0
  private static let (ink, paper) = ("#d8d8d8", "#16191d")

  var svg: String {
    let columns = Double(screen.size.columns) * ScreenPicture.width + 2 * ScreenPicture.margin
    let rows = Double(screen.size.rows) * ScreenPicture.height + 2 * ScreenPicture.margin
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(columns) \(rows)\" "
        + "font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\">",
      "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"\(ScreenPicture.paper)\"/>",
    ]
    for row in 0..<screen.size.rows { lines += runs(of: row) }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// Cells of a row that look alike, as a rectangle where they have a background, and a text.
  private func runs(of row: Int) -> [String] {
    let cells = screen.cells(row: row)
    var lines: [String] = []
    var start = 0
    while start < cells.count {
      let first = cells[start]
      let length = cells[start...].prefix { cell in
        (cell.foreground, cell.background) == (first.foreground, first.background)
          && cell.isBold == first.isBold && cell.isUnderlined == first.isUnderlined
      }.count
      lines += run(cells[start..<(start + length)], row: row, column: start)
      start += length
    }
    return lines
  }

  private func run(
    _ cells: ArraySlice<EmulatedScreen.Cell>, row: Int, column: Int
  ) -> [String] {
    guard let first = cells.first else { return [] }
    let x = ScreenPicture.margin + Double(column) * ScreenPicture.width
    let y = ScreenPicture.margin + Double(row) * ScreenPicture.height
    let width = Double(cells.count) * ScreenPicture.width
    var lines: [String] = []
    if first.background >= 0 {
      lines.append(
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(ScreenPicture.height)\" "
          + "fill=\"\(ScreenPicture.colour(first.background))\"/>")
    }
    let text = cells.map(\.text).joined()
    guard text.contains(where: { $0 != " " }) else { return lines }
    var attributes =
      "fill=\"\(first.foreground >= 0 ? ScreenPicture.colour(first.foreground) : ScreenPicture.ink)\""
    if first.isBold { attributes += " font-weight=\"bold\"" }
    if first.isUnderlined { attributes += " text-decoration=\"underline\"" }
    lines.append(
      "<text x=\"\(x)\" y=\"\(y + 12.8)\" textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\" "
        + "xml:space=\"preserve\" \(attributes)>\(ScreenPicture.escaped(text))</text>")
    return lines
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }

  /// A colour of xterm's 256: a cube of six steps and a ramp of greys after the first sixteen.
  private static func colour(_ number: Int) -> String {
    let steps = [0, 95, 135, 175, 215, 255]
    let channels: [Int]
    switch number {
    case 232...: channels = Array(repeating: 8 + (number - 232) * 10, count: 3)
    case 16...:
      channels = [(number - 16) / 36, (number - 16) / 6 % 6, (number - 16) % 6].map { steps[$0] }
    default: channels = [0, 1, 2].map { number >> $0 & 1 == 1 ? 190 : 0 }
    }
    return "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
