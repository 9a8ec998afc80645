import ArgumentParser
import Dashboard
import Declaration
import Store

/// Takes the last changes back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last change of your record.")

  @OptionGroup var change: StoreChange

  @Argument(help: "How many changes.")
  var count = 1

  func run() throws { try change.repeatedly(.undo, count) }
}

/// Does again what was taken back.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do the change again that was taken back last.")

  @OptionGroup var change: StoreChange

  @Argument(help: "How many changes.")
  var count = 1

  func run() throws { try change.repeatedly(.redo, count) }
}

extension StoreChange {
  fileprivate func repeatedly(_ request: StoreRequest, _ count: Int) throws {
    guard count > 0 else { Output.misuse("give a number from 1 on") }
    var ledger = ledger()
    for _ in 0..<count {
      ask(request, of: &ledger) { summary, _ in summary.prefix(1).uppercased() + summary.dropFirst()
      }
    }
  }
}

/// Lists what was done.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List the changes of your record, the newest first.",
    discussion: """
      Under each stands what it changed, what was there before and what since. What was taken back \
      is marked; “ladmp redo” does it again.
      """)

  /// As many facts of a change are told: an import has thousands.
  private static let factLimit = 5

  @OptionGroup var record: RecordSource

  @Option(help: "How many at most.")
  var limit = 50

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit has to be a number from 1 on.") }
  }

  func run() throws {
    let ledger = record.ledger()
    let history: History
    do {
      history = try ledger.history()
    } catch {
      Output.stop(for: error)
    }
    let steps =
      history.undone.map { ("taken back", $0) } + history.done.reversed().map { ("", $0) }
    guard !steps.isEmpty else {
      Output.warn("ladmp: nothing was changed yet")
      throw ExitCode(1)
    }
    let dossier = ledger.dossier
    let snapshot = dossier.asOf(dossier.days.last ?? dossier.startDay)
    var facts = ledger.factSteps
    for (mark, step) in steps.prefix(limit) {
      let note = mark.isEmpty ? "" : " (\(mark))"
      Output.say("\(step.made)  \(step.summary)\(note)".visible + "\n")
      let told = facts.steps(of: step)
      let limit = HistoryCommand.factLimit
      for line in PastText.lines(of: told, atMost: limit, in: snapshot) {
        Output.say("  " + line.visible + "\n")
      }
      let rest = told.count - limit
      if rest > 0 { Output.say("  … \(rest) more\n") }
    }
    if steps.count > limit {
      Output.warn("ladmp: \(steps.count - limit) earlier changes are not shown; see --limit")
    }
  }
}

/// Takes an entry away.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Delete what you added, or hide what the edition has.",
    discussion: "“--take-back” takes back all that you changed in it: the edition's shows again.")

  @OptionGroup var change: StoreChange

  @Flag(help: "Take back your changes instead.")
  var takeBack = false

  @Argument(
    help: "A meeting, an id, or a pointer such as /meetings/lima-2022.", completion: .things)
  var thing: String

  func run() throws {
    var ledger = change.ledger()
    if takeBack {
      let path = hidden(in: ledger) ?? change.path(named: thing, in: ledger)
      return change.ask(.takeBack(path), of: &ledger) { _, ledger in
        let isLeft = ledger.entry(at: path).now != nil
        return "\(path) is \(isLeft ? "as the edition has it" : "deleted"). “ladmp undo” undoes it."
      }
    }
    let path = change.path(named: thing, in: ledger)
    let (now, edition) = ledger.entry(at: path)
    let amendment = Amendment(
      "\(edition == nil ? "deleted" : "hidden"): \(path)",
      [Amendment.Part(path: path, base: now, value: nil)])
    change.ask(.amend(amendment), of: &ledger) { summary, _ in
      summary.prefix(1).uppercased() + summary.dropFirst() + ". “ladmp undo” takes it back."
    }
  }

  /// What is hidden has no name in the record any more, only its id.
  private func hidden(in ledger: Ledger) -> FactPath? {
    ledger.dossier.own.changes.first { change in
      change.kind == .hidden
        && (change.path.tokens.last == thing || change.path.description == thing)
    }?.path
  }
}

/// Puts the previous version in the place of a store that can't be read.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put the previous version of your record in the place of one that can't be read.",
    discussion: "The one that can't be read is kept beside it.")

  @OptionGroup var change: StoreChange

  func run() throws {
    var ledger = change.record.ledger()
    ledger.refresh()
    change.ask(.restorePrevious, of: &ledger) { summary, _ in
      summary.prefix(1).uppercased() + summary.dropFirst() + "."
    }
  }
}
