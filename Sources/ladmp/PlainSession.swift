import Dashboard
import Declaration
import Store
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The plain mode: a line in, lines out, each written once and never taken back.
///
/// Signals keep their usual meaning: Ctrl-C ends the program, and every change to the store is on
/// the disk before its answer is.
struct PlainSession {
  private var dialogue: PlainDialogue
  private var ledger: Ledger
  /// Whether somebody types at a terminal and reads there.
  static let isAtTerminal = isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0

  /// Lines that are said at once at a terminal; through pipes all are.
  private static let pageLines = 20

  /// What was done to the facts, where the record is shared.
  private let past: () -> FactPast?

  init(
    _ ledger: Ledger, day: Day, in language: Language, past: @escaping () -> FactPast? = { nil }
  ) {
    (self.ledger, self.past) = (ledger, past)
    self.ledger.refresh()
    let state = DashboardState(
      self.ledger.dossier.speaking(language), day: day, size: Size(columns: 120, rows: 40),
      clock: WallClock.now())
    dialogue = PlainDialogue(
      state, columns: PlainSession.columns,
      pageLines: PlainSession.isAtTerminal ? PlainSession.pageLines : nil)
  }

  /// The language that the user chose; nil where none was.
  var chosenLanguage: Language? { dialogue.chosenLanguage }

  /// The terminal's width; nil where output goes elsewhere.
  private static var columns: Int? {
    isatty(STDOUT_FILENO) != 0 ? TerminalSession.size?.columns : nil
  }

  /// Answers lines until the user leaves or there are no more.
  ///
  /// - Returns: the ledger, in which changes may be left that could not be saved.
  mutating func run() -> Ledger {
    hearPast()
    say(dialogue.greeting())
    if ledger.status != .saved { say(dialogue.hear(.storeStatus(ledger.status))) }
    while let line = nextLine() {
      dialogue.columns = PlainSession.columns
      _ = dialogue.hear(.clock(WallClock.now()))
      if ledger.refresh() { tellOfChange() }
      let answer = dialogue.answer(to: line)
      say(answer.lines)
      for effect in answer.effects {
        if effect == .quit { return ledger }
        for event in events(of: effect) { say(dialogue.hear(event)) }
        if case .store = effect { hearPast() }
      }
    }
    // The shell's next prompt begins a line of its own.
    if PlainSession.isAtTerminal { Output.say("\n") }
    return ledger
  }

  private func nextLine() -> String? {
    if PlainSession.isAtTerminal { Output.say("> ") }
    return readLine()
  }

  private func say(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    Output.say(lines.map { $0 + "\n" }.joined())
  }

  private mutating func hearPast() {
    if let past = past() { _ = dialogue.hear(.past(past)) }
  }

  private mutating func tellOfChange() {
    _ = dialogue.hear(.record(ledger.dossier, isEditionAlone: false))
    hearPast()
    say(dialogue.hear(.notice(Notice("Your record was changed by another program."))))
    if ledger.status != .saved { say(dialogue.hear(.storeStatus(ledger.status))) }
  }

  // MARK: Outside

  /// Does what is wanted outside; what needs a screen is not asked for here.
  private mutating func events(of effect: Effect) -> [Event] {
    switch effect {
    case .openLink(let link): [.notice(PlainSession.open(link))]
    case .save(let name, let text): [.notice(NewFile.writeHere(name: name, text: text))]
    case .store(let request): events(of: request)
    case .quit, .suspend, .repaint, .readEntry, .editText, .nextTheme, .copy, .mouse, .sync,
      .lookAtSharing:
      []
    }
  }

  /// Over ssh a browser would open on the wrong machine, and nothing but text is sent here.
  private static func open(_ link: String) -> Notice {
    Environment.value("SSH_CONNECTION") == nil
      ? Browser.open(link) : Notice("The link: \(link)")
  }

  private mutating func events(of request: StoreRequest) -> [Event] {
    let before = ledger.status
    do {
      if case .show(let editionAlone) = request {
        let dossier = editionAlone ? try ledger.editionDossier() : ledger.dossier
        return [.record(dossier, isEditionAlone: editionAlone)]
      }
      let summary = try ledger.perform(request)
      let told: [Event] = [
        .record(ledger.dossier, isEditionAlone: false), .stored(summary, by: request),
      ]
      return told + (ledger.status == before ? [] : [.storeStatus(ledger.status)])
    } catch let faults as RecordFaults {
      return [.refused(faults.faults.first?.description ?? "the record can't be read", of: request)]
    } catch {
      return [.refused("\(error)", of: request)]
    }
  }
}
