extension Character {
  /// The nearest character that every terminal has; as many cells wide as the character where it
  /// is one cell wide.
  var ascii: Character {
    if isASCII { return self }
    if let sign = Character.signs[self] { return sign }
    guard let scalar = unicodeScalars.first else { return "?" }
    return scalar.baseLetter ?? "?"
  }

  private static let signs: [Character: Character] = [
    "─": "-", "│": "|", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "┴": "+", "┃": "|", "▐": "#",
    "●": "*", "○": "o", "◐": "d", "✓": "+", "✗": "x", "⊘": "/", "·": ".", "•": "-", "‡": "!",
    "█": "#", "▓": "%", "▒": "x", "░": "/",
    // What is not a whole cell of a bar is left out.
    "▏": " ", "▎": " ", "▍": " ", "▌": " ", "▋": " ", "▊": " ", "▉": " ",
    "▁": " ", "▂": " ", "▃": " ", "▄": " ", "▅": " ", "▆": " ", "▇": " ",
    "★": "=", "✎": "\"", "≠": "%", "␊": " ",
    "◆": "#", "◇": "<", "▲": "^", "▶": ">", "›": ">", "‹": "<", "…": "~", "–": "-", "—": "-",
    "−": "-",
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "\u{A0}": " ", "\u{202F}": " ", "↑": "^", "↓": "v",
    "←": "<", "→": ">", "«": "\"", "»": "\"", "ß": "s", "æ": "a", "œ": "o", "Æ": "A", "Œ": "O",
  ]
}

extension Unicode.Scalar {
  /// The letter without its accents: Unicode names `é` LATIN SMALL LETTER E WITH ACUTE.
  fileprivate var baseLetter: Character? {
    let words = properties.name?.split(separator: " ") ?? []
    guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else {
      return nil
    }
    return Character(words[1] == "SMALL" ? words[3].lowercased() : String(words[3]))
  }
}
