import Declaration

/// Days as people type them where there is time for words.
enum PlainDay {
  /// `2022-10-07`, `7 October 2022`, `Oct 7, 2022`, `today`; nil for anything else.
  static func read(_ text: String, today: Day) -> Day? {
    let words = text.lowercased().split { $0 == " " || $0 == "," }
    if words.count == 1, Language.allCases.contains(where: { $0("today") == words[0] }) {
      return today
    }
    if words.count == 1, let day = Day(String(words[0])) { return day }
    let parts = words.filter { $0 != "de" }
    guard parts.count == 3, let month = parts.compactMap({ month($0) }).first,
      let year = parts.last.flatMap({ Int($0) }),
      let number = parts.dropLast().compactMap({ Int($0) }).first
    else { return nil }
    return Day(year: year, month: month, day: number)
  }

  /// What is said to a text that is no day.
  static func refusal(_ text: String, in language: Language) -> String {
    language(
      """
      "\(typed: text)" is not a day; write it as 2022-10-06, 6 October 2022, or today.
      """)
  }

  /// The month that a word of three letters or more begins, from 1.
  private static func month(_ word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    return (1...12).first { month in
      Language.allCases.contains {
        DateText.longMonth(month, in: $0).lowercased().hasPrefix(word)
      }
    }
  }
}
