import ArgumentParser
import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a note on something in the record.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write a note on something in the record, or list the notes on it.",
    discussion: """
      The text is what follows the name; where that is -, or nothing, it is what standard input \
      has, or what you write in your editor (VISUAL or EDITOR). “ladmp set” changes a note by its \
      id, “ladmp remove” takes it away.
      """)

  @OptionGroup var change: StoreChange

  @Flag(help: "List the notes on it, or all of them.")
  var list = false

  @Argument(
    help: "A country, a meeting, an id, or a pointer such as /pillars/2.", completion: .things)
  var thing: String?

  @Argument(help: "The text.")
  var text: [String] = []

  func validate() throws {
    if list, !text.isEmpty { throw ValidationError("--list takes no text.") }
    if !list, thing == nil { throw ValidationError("Name what the note is on.") }
  }

  func run() throws {
    if list { return show() }
    var ledger = change.ledger()
    let path = change.path(named: thing ?? "", in: ledger)
    let text = noteText()
    guard text.contains(where: { !$0.isWhitespace }) else {
      Output.misuse("there is no text to note")
    }
    let name = ledger.dossier.name(of: path)
    let part = Amendment.Part(
      path: FactPath("notes", ""), base: nil,
      value: .entry(["about": .text(path.description), "text": .text(text)]))
    change.ask(.amend(Amendment("note on \(name)", [part])), of: &ledger) { _, _ in
      "Noted on \(name). “ladmp undo” takes it back."
    }
  }

  private func noteText() -> String {
    if text == ["-"] { return Input.all() }
    if !text.isEmpty { return text.joined(separator: " ") }
    if isatty(STDIN_FILENO) == 0 { return Input.all() }
    guard TextEditor.command != nil else {
      Output.misuse("write the text after the name, or set EDITOR to your editor")
    }
    switch TextEditor.edit("") {
    case .text(let text): return text
    case .unchanged: return ""
    case .unable(let reason): Output.misuse(reason.prefix(1).lowercased() + reason.dropFirst())
    }
  }

  private func show() {
    let ledger = change.record.readLedger()
    let own = ledger.dossier.own
    let notes = thing.map { own.notes(on: change.path(named: $0, in: ledger)) } ?? own.notes
    guard !notes.isEmpty else {
      let place = thing.map { " on “\($0)”" } ?? ""
      Output.fail(["ladmp: there is no note\(place)"], code: .failure)
    }
    for note in notes {
      let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
      let about = thing == nil ? "  \(ledger.dossier.name(of: note.about))" : ""
      Output.say(
        "\(note.written)  \(note.id)\(about)".visible + "\n"
          + lines.map { "  \(String($0).visible)\n" }.joined())
    }
  }
}

/// Marks something in the record, or takes the mark away.
struct BookmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bookmark", abstract: "Bookmark something in the record; again: take it away.")

  @OptionGroup var change: StoreChange

  @Argument(
    help: "A country, a meeting, an id, or a pointer such as /pillars/2.", completion: .things)
  var thing: String

  func run() throws {
    var ledger = change.ledger()
    let path = change.path(named: thing, in: ledger)
    let key = FactPath("bookmarks", path.description)
    let base = ledger.entry(at: key).now
    let name = ledger.dossier.name(of: path)
    let part = Amendment.Part(path: key, base: base, value: base == nil ? .entry([:]) : nil)
    let what = base == nil ? "bookmark on \(name)" : "bookmark on \(name) taken away"
    change.ask(.amend(Amendment(what, [part])), of: &ledger) { _, _ in
      base == nil ? "Bookmarked \(name)." : "No bookmark on \(name) any more."
    }
  }
}
