import Dashboard

extension Register {
  /// A table of GitHub Flavored Markdown.
  func writeMarkdown(to output: inout some TextOutputStream) {
    output.write(row(columns.map(\.name)))
    output.write(row(columns.map { $0.isNumber ? "---:" : "---" }))
    for place in 0..<count {
      output.write(row(cells(ofRow: place).map { Markdown.escaped($0.text(in: language)) }))
    }
  }

  private func row(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |\n"
  }
}
