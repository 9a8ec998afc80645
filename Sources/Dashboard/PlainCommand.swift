import Declaration

/// What can be asked for in words, where there is no screen; the raw value is what is typed.
enum PlainCommand: String, CaseIterable {
  case countries, pillars, timeline, commitments, matrix, disputes, changes
  case filter, endorsed, attended, without, sort
  case open, detail, sources, source, briefing, compare, back, forward
  case openLink = "open link"
  case save = "save briefing"
  case next = "next meeting"
  case earlier, later, today
  case asOf = "as of"
  case firstDay = "first day"
  case own = "your record"
  case note, bookmark, undo, redo
  case editionAlone = "edition alone"
  case restorePrevious = "previous version"
  case language
  case list, more, again = "repeat"
  case whereabouts = "where"
  case help, quit

  /// The heading under which the help lists it.
  enum Group: String, CaseIterable {
    case lists = "Lists"
    case narrow = "Narrow a list"
    case read = "Read"
    case time = "Time"
    case own = "Your record"
    case program = "Program"
  }

  var group: Group {
    switch self {
    case .countries, .pillars, .timeline, .commitments, .matrix, .disputes, .changes, .firstDay:
      .lists
    case .filter, .endorsed, .attended, .without, .sort, .list: .narrow
    case .open, .detail, .sources, .source, .briefing, .compare, .back, .forward, .openLink, .save:
      .read
    case .next, .earlier, .later, .today, .asOf: .time
    case .own, .note, .bookmark, .undo, .redo, .editionAlone, .restorePrevious: .own
    case .language, .more, .again, .whereabouts, .help, .quit: .program
    }
  }

  /// The request of the dashboard that it stands for; nil where the screen needs no such thing.
  var request: Request? {
    switch self {
    case .countries: .countries
    case .pillars: .pillars
    case .timeline: .timeline
    case .commitments: .commitments
    case .matrix: .matrix
    case .changes: .changes
    case .firstDay: .firstDay
    case .filter: .filter
    case .endorsed: .endorsed
    case .attended: .attended
    case .without: .without
    case .sort: .sort
    case .open: .open
    case .detail: .detail
    case .sources: .sources
    case .compare: .compare
    case .back: .back
    case .forward: .pageAfter
    case .openLink: .openLink
    case .save: .briefing
    case .next: .nextMeeting
    case .earlier: .earlier
    case .later: .later
    case .today: .today
    case .asOf: .chooseDay
    case .own: .own
    case .note: .note
    case .bookmark: .bookmark
    case .undo: .undo
    case .redo: .redo
    case .editionAlone: .editionAlone
    case .restorePrevious: .restorePrevious
    case .language: .language
    case .help: .help
    case .quit: .quit
    case .disputes, .source, .briefing, .list, .more, .again, .whereabouts: nil
    }
  }

  /// Requests that ask for something on a screen, by their names, and what to do instead.
  static let onScreenOnly: [String: String] = {
    let moving = "Lists are read out whole; type open and a number to choose from one."
    let panes = "There are no panes here; type countries, pillars or timeline for their lists."
    let forms = "Forms need the screen; outside, ladmp set and ladmp add change the record."
    let borders = ["borderLeft", "borderRight", "borderUp", "borderDown", "usualBorders", "mouse"]
    var answers: [String: String] = [:]
    let moves = ["up", "down", "pageUp", "pageDown", "halfPageUp", "halfPageDown", "top", "bottom"]
    for name in moves { answers[name] = moving }
    for name in ["left", "right", "nextPane", "previousPane", "zoom", "repaint"] + borders {
      answers[name] = panes
    }
    for name in ["edit", "add", "delete", "saveElsewhere"] { answers[name] = forms }
    for name in ["map", "closer", "farther"] {
      answers[name] = "A map needs the screen; type filter region:south for a part of the Americas."
    }
    answers["sync"] = "Sharing goes on outside: ladmp share sync sends and fetches."
    answers["theme"] = "Themes colour the screen; here everything is told in words."
    answers["palette"] = "Type help for all commands."
    answers["copy"] = "Copy with your terminal; type source and a number for a source in full."
    answers["charts"] =
      "Charts need the screen; type commitments, timeline or countries for the same in words."
    answers["pageBefore"] = "Type back for the page before."
    answers["suspend"] = "Ctrl-Z leaves for the shell for a while."
    return answers
  }()

  /// What is typed in a language.
  func name(in language: Language) -> String { PlainCommand.word(rawValue, in: language) }

  /// What stands for an English word of the commands in a language.
  static func word(_ english: String, in language: Language) -> String {
    let key = "command|\(english)"
    let word = language.text(key)
    return word == key ? english : word
  }

  /// Other words for a command.
  static let others: [(String, PlainCommand)] = [
    ("meetings", .timeline), ("exit", .quit), ("show", .detail), ("search", .filter),
    ("what changed", .changes), ("gaps", .matrix), ("again", .again), ("brief", .briefing),
    ("own", .own), ("record", .own),
  ]
}
