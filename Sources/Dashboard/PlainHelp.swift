import Declaration
import Query

/// The help of the plain mode: every command by groups, or one of them with examples.
enum PlainHelp {
  /// - Parameter word: a command or its beginning, or any word of the explanations; all for none.
  static func lines(on word: String, in language: Language) -> [String] {
    guard !word.isEmpty else { return all(in: language) }
    switch PlainReading(word, in: language) {
    case .command(let command, _): return lines(on: command, in: language)
    case .onScreenOnly(let instead): return [language.text(instead)]
    default:
      let found = PlainCommand.allCases.filter {
        line($0, in: language).lowercased().contains(word.lowercased())
      }
      return found.isEmpty
        ? [language("No command has to do with \"\(typed: word)\". Type help for all of them.")]
        : found.map { line($0, in: language) }
    }
  }

  private static func all(in language: Language) -> [String] {
    [language("Type a word and Enter. Any beginning that no other word has is enough.")]
      + PlainCommand.Group.allCases.flatMap { group in
        ["\(language.text(group.rawValue))\(language.colon)"]
          + PlainCommand.allCases.filter { $0.group == group }.map { line($0, in: language) }
      } + [language("Type help and a word for examples.")]
  }

  private static func line(_ command: PlainCommand, in language: Language) -> String {
    "\(command.usage(in: language))\(language.colon) \(command.explanation(in: language).loweredFirst)."
  }

  private static func lines(on command: PlainCommand, in language: Language) -> [String] {
    let examples = command.examples(in: language)
    return [line(command, in: language)]
      + (examples.isEmpty
        ? [] : [language("For example: \(list: examples.joined(separator: "; ")).")])
  }
}

extension PlainCommand {
  /// The command with what stands after it.
  var usage: String { usage(in: .en) }

  /// The same in a language.
  func usage(in language: Language) -> String {
    let name = name(in: language)
    return argument.map { "\(name) \(language.text($0))" } ?? name
  }

  private var argument: String? {
    switch self {
    case .countries, .commitments, .filter, .own: "WORDS"
    case .matrix, .briefing, .save: "NAME"
    case .open: "NUMBER or NAME"
    case .source: "NUMBER"
    case .compare: "NAMES"
    case .asOf, .firstDay: "DAY"
    case .changes: "since DAY"
    case .sort: "ORDER"
    case .note: "TEXT"
    case .language: "LANGUAGE"
    case .help: "WORD"
    default: nil
    }
  }

  /// What it does: the dashboard's own words where they hold without a screen.
  func explanation(in language: Language) -> String {
    switch self {
    case .endorsed, .attended, .without:
      "\(language.text(explanation))\(language.semicolon) \(language("again, all"))"
    default: language.text(explanation)
    }
  }

  /// The same in English.
  var explanation: String {
    switch self {
    case .countries: "The countries, or only those with these words"
    case .pillars: "The pillars with their packages and commitments"
    case .timeline: "Meetings and what happened around them"
    case .commitments: "Every commitment, or those with these words, with totals"
    case .matrix: "What each country leads and takes part in; only one with a name"
    case .disputes: "The points on which sources differ"
    case .changes: "What changed since the last meeting, or since a day"
    case .firstDay: "What changed after this day"
    case .filter: "Only what has all these words in the list; alone, everything again"
    case .sort: "Sort commitments by date, country, pillar or amount"
    case .list: "The list again"
    case .open: "All on a line of the last list, or on what is called so"
    case .detail: "All on what is selected"
    case .sources: "The sources of what is selected; again, all of them"
    case .source: "A source of the last page, with its address"
    case .briefing: "A briefing on a country or a meeting"
    case .save: "Save a briefing as a file"
    case .compare: "Two or three countries side by side"
    case .back: "Take back the last page, narrowing or filter"
    case .forward: "To the page that you came back from"
    case .asOf: "The record as it stood on this day; alone, on its own day"
    case .note: "Write a note on what is selected"
    case .language: "Another language: en, es, pt or fr; alone, the next"
    case .more: "The rest of a long answer; more all for all of it"
    case .again: "The last answer again"
    case .whereabouts: "What is selected, what is filtered, and the day"
    case .quit: "Leave"
    case .help: "This help, or help on a command"
    default: request?.explanation ?? hint
    }
  }

  private var hint: String { rawValue.capitalizedFirst }

  /// What could be typed, in a language.
  func examples(in language: Language) -> [String] {
    let name = name(in: language)
    func each(_ rests: String...) -> [String] { rests.map { $0.isEmpty ? name : "\(name) \($0)" } }
    func field(_ english: String) -> String { Query.field(called: english, in: language) }
    switch self {
    case .filter:
      return each(
        "peru", "\(field("pillar"))2 -\(field("attended"))summit", "\(field("region"))south")
    case .countries: return each("", "\(field("region"))caribbean")
    case .commitments:
      return each("", "\(field("country"))peru", "\(field("amount"))>10M")
    case .matrix: return each("", "peru")
    case .changes:
      let since = language.text("since DAY").split(separator: " ").first ?? "since"
      return each("", "\(since) 2022-06-10")
    case .firstDay: return each("2022-06-10")
    case .open:
      let pillar = language.text("pillar")
      return each("3", "peru", "lima", "\(pillar) 2", language("package \(number: 5)"))
    case .source: return each("2")
    case .briefing, .save: return each("", "peru", "lima")
    case .compare: return each("peru, chile")
    case .asOf: return each("2022-10-07", language("today"))
    case .sort: return each(language.text(CommitmentOrder.amount.rawValue))
    case .note: return each(language("Ask the embassy about the pledge."))
    case .language: return each("es", "")
    case .more: return each("", PlainCommand.word("all", in: language))
    default: return []
    }
  }
}
