import Declaration
import Query

/// What a typed line asks for.
enum PlainReading: Equatable {
  case nothing
  /// A command and what stands after it.
  case command(PlainCommand, String)
  /// A word that begins several commands.
  case ambiguous(String, [String])
  /// Something that only a screen has, and what to do instead.
  case onScreenOnly(String)
  /// A word that is no command, and commands that are written much like it.
  case unknown(String, near: [String])

  private typealias Name = (words: [String], command: PlainCommand)

  private static let names: [Name] =
    PlainCommand.allCases.map { (PlainReading.words(of: $0.rawValue), $0) }
    + PlainCommand.others.map { (PlainReading.words(of: $0.0), $0.1) }

  /// The commands in a language; in English they are always understood.
  private static func names(in language: Language) -> [Name] {
    PlainCommand.allCases.map { (PlainReading.words(of: $0.name(in: language)), $0) }
  }

  private static func words(of text: String) -> [String] {
    text.split(separator: " ").map { String(decoding: Folding.folded($0), as: UTF8.self) }
  }

  /// Commands may be shortened to any beginning that no other has; a number opens that line of the
  /// last list; the dashboard's keys that are one sign work too.
  init(_ line: String, in language: Language = .en) {
    let words = PlainReading.words(of: line)
    guard let first = words.first else {
      self = .nothing
      return
    }
    if words.count == 1, Int(first) != nil {
      self = .command(.open, first)
    } else if let command = PlainReading.key(line) {
      self = command
    } else if let exact = PlainReading.exact(words, among: PlainReading.names)
      ?? PlainReading.exact(words, among: PlainReading.names(in: language))
    {
      self = .command(exact.command, PlainReading.rest(of: line, after: exact.words.count))
    } else if let only = PlainCommand.onScreenOnly.first(where: { $0.key.lowercased() == first }) {
      self = .onScreenOnly(only.value)
    } else {
      self = PlainReading.beginning(words, of: line, in: language)
    }
    // Who asks something that begins alike does not want to leave.
    if case .command(.quit, let rest) = self, !rest.isEmpty || !PlainReading.isWholeQuit(words) {
      self = .unknown(first, near: [PlainCommand.quit.name(in: language)])
    }
  }

  /// Whether a word is the one for leaving, whole or as the dashboard's key.
  private static func isWholeQuit(_ words: [String]) -> Bool {
    let quits = names + Language.allCases.flatMap { names(in: $0) }
    return words.count == 1
      && (words[0].count == 1 || quits.contains { $0.command == .quit && $0.words == words })
  }

  /// The beginning of a command in the language, else in English.
  private static func beginning(
    _ words: [String], of line: String, in language: Language
  ) -> PlainReading {
    let own = beginning(words, of: line, among: names(in: language))
    let english = beginning(words, of: line, among: names)
    switch (own, english) {
    case (.command, _) where language != .en: return own
    case (_, .command): return english
    case (.unknown, .ambiguous): return english
    default: return language == .en ? english : own
    }
  }

  /// A key of the dashboard: alone, or before what is to be typed at it, as in `/peru`.
  private static func key(_ line: String) -> PlainReading? {
    let text = line.drop { $0 == " " }
    guard let character = text.first,
      let request = KeyMap.usual.request(for: .character(character)),
      let command = PlainCommand.allCases.first(where: { $0.request == request })
    else { return nil }
    let rest = text.dropFirst().drop { $0 == " " }
    guard rest.isEmpty || "/@".contains(character) else { return nil }
    return .command(command, String(rest))
  }

  private static func exact(_ words: [String], among names: [Name]) -> Name? {
    names.filter { words.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
  }

  /// The name whose beginning was typed, when it is but one.
  private static func beginning(
    _ words: [String], of line: String, among names: [Name]
  ) -> PlainReading {
    let typed = words[0]
    let meant = names.filter { $0.words[0].hasPrefix(typed) }
    let firsts = Set(meant.map { $0.words[0] }).sorted()
    guard !firsts.isEmpty else {
      return .unknown(typed, near: EditDistance.near(typed, among: Set(names.map { $0.words[0] })))
    }
    guard Set(meant.map(\.command)).count == 1 || firsts.count == 1,
      let name = meant.min(by: { $0.words.count < $1.words.count })
    else { return .ambiguous(typed, firsts) }
    var used = 1
    while used < name.words.count, used < words.count, name.words[used].hasPrefix(words[used]) {
      used += 1
    }
    return .command(name.command, rest(of: line, after: used))
  }

  /// What stands after so many words.
  private static func rest(of line: String, after words: Int) -> String {
    let parts = line.split(separator: " ", maxSplits: words)
    return parts.count > words ? String(parts[words]).trimmed : ""
  }
}

/// How many letters have to be put in, taken out, changed or swapped to make one word of another.
enum EditDistance {
  /// Those of some words that are at most a slip or two away, the nearest first.
  static func near(_ typed: String, among words: Set<String>) -> [String] {
    guard typed.count <= 30 else { return [] }
    let limit = typed.count < 4 ? 1 : 2
    return words.map { (word: $0, distance: between(typed, $0)) }
      .filter { $0.distance <= limit }
      .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
      .prefix(3).map(\.word)
  }

  static func between(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one), Array(other))
    var rows = [Array(0...other.count)]
    for (row, letter) in one.enumerated() {
      var next = [row + 1]
      for (column, opposite) in other.enumerated() {
        let above = rows[row]
        var cost = min(above[column] + (letter == opposite ? 0 : 1), above[column + 1] + 1)
        cost = min(cost, next[column] + 1)
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == opposite {
          cost = min(cost, rows[row - 1][column - 1] + 1)
        }
        next.append(cost)
      }
      rows.append(next)
    }
    return rows[one.count][other.count]
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmed: String {
    var text = Substring(self).drop { $0.isWhitespace }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
