import Declaration

/// Text for ears: letters, digits and ordinary punctuation, nothing that a screen reader would
/// spell out or skip.
enum PlainText {
  /// A text without signs: what has a word gets it, quotes and dashes become those of a keyboard,
  /// what only draws goes, and anything else stands as a question mark.
  static func speakable(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    var follows = false  // a mark that stands for something unspeakable was just written
    for character in text.visible {
      if let spoken = spoken(character) {
        result += spoken
        follows = false
      } else if !follows {
        result += "?"
        follows = true
      }
    }
    return result
  }

  /// What stands for a character; nothing for what only draws, nil for what can't be said.
  private static func spoken(_ character: Character) -> String? {
    if let replacement = replacements[character] { return replacement }
    guard let scalar = character.unicodeScalars.first else { return "" }
    if (0x2500...0x259F).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value) {
      return ""
    }
    if scalar.properties.generalCategory == .spaceSeparator { return " " }
    // Accents may follow a letter, nothing else may.
    if scalar.isLetter {
      return String(String.UnicodeScalarView(character.unicodeScalars.filter(\.isInWord)))
    }
    return character.unicodeScalars.count == 1 && character.isSpeakable ? String(character) : nil
  }

  private static let replacements: [Character: String] = [
    "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "ʼ": "'",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "…": "...", "·": "", "•": "", "›": ",",
    "→": " to ", "‡": "sources differ", "≥": "at least ", "≤": "at most ", "×": " times ",
    "✓": "yes", "✗": "no", "✎": "", "★": "", "≠": "", "◆": "", "▶": "", "◇": "", "●": "", "○": "",
    "◐": "", "⊘": "",
  ]

  /// What stands before the last of several words.
  enum Joint { case and, or }

  /// Words in a row: `5`, `5 and 7`, `5, 7 and 8`.
  static func list(
    _ words: [String], _ last: Joint = .and, in language: Language
  ) -> String {
    guard words.count > 1, let end = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ")
      + " \(last == .and ? language("and") : language("or")) \(end)"
  }

  /// A line in rows of at most so many cells, broken between words. What is wider, such as an
  /// address, stays whole: the terminal breaks it, and it can be copied.
  static func rows(of line: String, columns: Int) -> [String] {
    var rows: [String] = []
    var row = ""
    var width = 0
    for word in line.split(separator: " ") {
      let cells = word.cellWidth
      if !row.isEmpty, width + 1 + cells > columns {
        rows.append(row)
        (row, width) = ("", 0)
      }
      row += row.isEmpty ? String(word) : " \(word)"
      width += (width == 0 ? 0 : 1) + cells
    }
    return row.isEmpty ? rows : rows + [row]
  }

  /// A text without spaces around it, and with one where there were several.
  static func tidy(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ").replacing(" ,", with: ",")
      .replacing(" .", with: ".")
  }
}

extension Character {
  /// Whether it is a digit, a sign of money, or punctuation that is on every keyboard.
  fileprivate var isSpeakable: Bool {
    if let ascii = asciiValue { return ascii >= 0x20 && ascii < 0x7F }
    switch unicodeScalars.first?.properties.generalCategory {
    case .decimalNumber, .currencySymbol: return true
    default: return "¿¡°".contains(self)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// Whether it is a letter or what stands on one.
  fileprivate var isInWord: Bool {
    let category = properties.generalCategory
    return isLetter || category == .nonspacingMark || category == .spacingMark
  }
}

extension String {
  /// The text with every occurrence of a piece replaced.
  fileprivate func replacing(_ piece: String, with other: String) -> String {
    var (result, rest) = ("", Substring(self))
    while let place = rest.firstRange(of: piece) {
      result += rest[..<place.lowerBound] + other
      rest = rest[place.upperBound...]
    }
    return result + rest
  }
}
