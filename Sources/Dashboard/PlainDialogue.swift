import Declaration

/// What is said to a typed line, and what is to be done outside.
public struct PlainAnswer: Hashable, Sendable {
  /// Lines of letters, digits and ordinary punctuation, in order.
  public let lines: [String]
  /// What the dashboard wants done; what comes of it is told to ``PlainDialogue/hear(_:)``.
  public let effects: [Effect]
}

/// The dashboard in words, line by line: for screen readers, braille displays and scripts.
///
/// It moves the same state with the same events as the screen does, so that the rules are one; what
/// differs is only how it is told.
public struct PlainDialogue: Sendable {
  /// What it is about.
  var state: DashboardState
  var language: Language { state.language }
  /// What the numbers of the last list or page stand for.
  var numbered: [Subject] = []
  /// Whether they stand on a page, from which opening one leads on and back returns.
  var isOnPage = false
  /// The sources of the last page by their numbers.
  var cited: [SourceID] = []
  /// Whether the last answer was the sources of something.
  var wereSourcesTold = false
  /// What was opened and narrows other lists since, the first first; a filter that is typed after
  /// it is taken back before it.
  var opened: [Subject] = []
  /// What the command that is being answered wants done outside.
  var effects: [Effect] = []

  /// Cells of the terminal's lines; nil where lines are not to be broken.
  public var columns: Int?
  /// Lines that are said at once; nil for all.
  private let pageLines: Int?
  /// What was said last.
  private var said: [String] = []
  /// What is left of a long answer.
  private var left: [String] = []

  /// The longest line that is taken, in characters.
  private static let limit = 2000
  /// Cells under which lines are not broken further.
  private static let narrowest = 20
  /// The screen that the state is moved on: wide, so that every pane is there.
  private static let size = Size(columns: 120, rows: 40)

  /// - Parameters:
  ///   - columns: where lines are broken, in cells; nil for nowhere.
  ///   - pageLines: after how many lines an answer waits for `more`; nil for never.
  public init(_ state: DashboardState, columns: Int?, pageLines: Int?) {
    self.state = state
    self.columns = columns
    self.pageLines = pageLines.map { max(1, $0) }
    _ = self.state.update(.resize(PlainDialogue.size))
  }

  /// The language that the user chose in the conversation; nil where none was.
  public var chosenLanguage: Language? { state.chosenLanguage }

  /// What is said first: where things stand.
  public mutating func greeting() -> [String] {
    let notice = state.notice.map { [$0.text] } ?? []
    return say(
      ["\(state.dossier.title[language])."] + notice + [
        state.standing, state.holdings,
        language("Type help for what you can ask, quit to leave."),
      ])
  }

  /// Answers a line.
  public mutating func answer(to line: String) -> PlainAnswer {
    let spaced = String(line.prefix(PlainDialogue.limit).map { $0.isWhitespace ? " " : $0 })
    effects = []
    state.leaveTyping()
    switch PlainReading(spaced.visible.trimmed, in: language) {
    case .nothing: return PlainAnswer(lines: [], effects: [])
    case .command(.more, let rest):
      return PlainAnswer(lines: goOn(whole: isAll(rest)), effects: [])
    case .command(.again, _): return PlainAnswer(lines: said, effects: [])
    case .command(let command, let rest):
      let lines = say(carryOut(command, rest))
      state.leaveTyping()
      return PlainAnswer(lines: lines, effects: effects)
    case .ambiguous(let word, let choices):
      return only(
        language(
          """
          "\(typed: word)" can mean \(list: PlainText.list(choices, .or, in: language)).
          """))
    case .onScreenOnly(let instead): return only(language.text(instead))
    case .unknown(let word, let near): return only(unknown(word, near, in: spaced.trimmed))
    }
  }

  /// Tells what came of an effect, or what happened outside.
  public mutating func hear(_ event: Event) -> [String] {
    let wasAlone = state.isEditionAlone
    _ = state.update(event)
    var lines: [String] = []
    switch event {
    case .notice(let notice): lines = [language.retold(notice.text)]
    case .record where state.isEditionAlone != wasAlone:
      lines = [
        wasAlone
          ? language("Your record shows again.")
          : language("This is the edition alone; edition alone again ends it.")
      ]
    case .stored(let text, let request) where !text.isEmpty:
      let undo = request.isAmendment ? " " + language("Type undo to take it back.") : ""
      let sentence = state.snapshot.naming(pointersIn: language.retold(text)).capitalizedFirst
      lines = ["\(sentence).\(undo)"]
    case .refused(let reason, _):
      let words = state.snapshot.naming(pointersIn: language.retold(reason))
      lines = [language("Not done: \(reason: words).")]
    case .storeStatus(.unsaved(let reason)):
      lines = [language("Your changes are only in memory: \(reason: language.retold(reason)).")]
    case .storeStatus(.broken(let fault)):
      lines = [language("Your record can't be read: \(reason: language.retold(fault)).")]
    default: break
    }
    let spoken = lines.map(PlainText.speakable).flatMap(broken)
    said += spoken
    return spoken
  }

  private func unknown(_ word: String, _ near: [String], in line: String) -> String {
    var text = language("There is no command \"\(typed: word)\".")
    if !near.isEmpty {
      text += " " + language("Near it: \(list: PlainText.list(near, .or, in: language)).")
    }
    if !state.subjects(named: line).isEmpty {
      text += " " + language("Type open \(name: line) for what is called so.")
    }
    return text + " " + language("Type help for all commands.")
  }

  // MARK: Saying

  private mutating func only(_ line: String) -> PlainAnswer {
    PlainAnswer(lines: say([line]), effects: [])
  }

  /// Lines as they are said; what is more than a page waits.
  private mutating func say(_ lines: [String]) -> [String] {
    left = lines.map(PlainText.speakable).filter { !$0.isEmpty }.flatMap(broken)
    said = []
    return left.isEmpty ? [] : goOn(whole: false)
  }

  private func broken(_ line: String) -> [String] {
    guard let columns else { return [line] }
    return PlainText.rows(of: line, columns: max(PlainDialogue.narrowest, columns))
  }

  /// The next page of a long answer.
  private mutating func goOn(whole: Bool) -> [String] {
    guard !left.isEmpty else {
      said = [language("There is no more.")]
      return said
    }
    let count = whole ? left.count : pageLines ?? left.count
    // A remark that only one line is left would be as long as the line.
    let page = left.count == count + 1 ? left : Array(left.prefix(count))
    left.removeFirst(page.count)
    said = page
    if !left.isEmpty {
      said.append(language("\(count: left.count) more lines, type more."))
    }
    return said
  }
}
