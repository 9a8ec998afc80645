import Dashboard

/// A part of what the manual says, before it is set for a terminal or a manual page.
enum ManualBlock {
  case heading(String)
  case paragraph(String)
  /// Words and what each means.
  case terms([(word: String, meaning: String)])
  /// Lines that stand as they are.
  case example([String])

  /// The block for a terminal, in lines of so many cells.
  func lines(columns: Int) -> [String] {
    switch self {
    case .heading(let text): ["", text.uppercased()]
    case .paragraph(let text): [""] + ManualBlock.wrapped(text, columns)
    case .example(let lines): [""] + lines.map { "  " + $0 }
    case .terms(let terms):
      [""]
        + terms.flatMap { term in
          let gap = String(
            repeating: " ", count: max(2, ManualBlock.indent - term.word.cellWidth - 2))
          let line = "  \(term.word)\(gap)\(term.meaning)"
          return ManualBlock.wrapped(line, columns, indent: ManualBlock.indent)
        }
    }
  }

  private static let indent = 26

  private static func wrapped(_ text: String, _ columns: Int, indent: Int = 0) -> [String] {
    Line(text).wrapped(to: columns, indent: indent).map { $0.text.trimmedEnd }
  }
}

extension String {
  /// The text without blanks at the end.
  var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
