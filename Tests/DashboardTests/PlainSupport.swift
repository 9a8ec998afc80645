import Declaration
import Store
import Testing

@testable import Dashboard

/// The plain mode on the built-in edition, asked line by line.
struct Talk {
  var dialogue: PlainDialogue
  /// What was last wanted outside.
  var effects: [Effect] = []

  init(
    _ dossier: Dossier? = nil, day: String? = nil, columns: Int? = nil, pageLines: Int? = nil
  ) throws {
    let state = DashboardState(
      try dossier ?? Edition.builtIn(), day: try day.map { try #require(Day($0)) },
      size: Size(columns: 80, rows: 24), clock: Driver.clock)
    dialogue = PlainDialogue(state, columns: columns, pageLines: pageLines)
  }

  /// The answer to a line.
  @discardableResult
  mutating func ask(_ line: String) -> [String] {
    let answer = dialogue.answer(to: line)
    effects = answer.effects
    return answer.lines
  }

  /// The answer as one text.
  mutating func text(_ line: String) -> String { ask(line).joined(separator: "\n") }

  var state: DashboardState { dialogue.state }
}

extension [String] {
  /// The lines that have a number, without it.
  var numbered: [String] {
    compactMap { line in
      let digits = line.prefix { $0.isNumber }
      guard !digits.isEmpty, line[digits.endIndex...].hasPrefix(". ") else { return nil }
      return String(line.dropFirst(digits.count + 2))
    }
  }
}

extension String {
  /// Whether the line is no wider than so many cells, or but one word.
  func fits(_ columns: Int) -> Bool { cellWidth <= columns || !contains(" ") }

  /// Characters that a screen reader would spell out or skip.
  var unspeakable: [Unicode.Scalar] {
    unicodeScalars.filter { scalar in
      if (0x20..<0x7F).contains(scalar.value) { return false }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .decimalNumber, .currencySymbol:
        return false
      default: return !"¿¡°".unicodeScalars.contains(scalar)
      }
    }
  }
}
