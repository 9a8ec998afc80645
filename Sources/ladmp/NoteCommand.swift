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
      The text is what follows the name; without it, what standard input has, or what you write in \
      your editor (VISUAL or EDITOR).
      """)

  @OptionGroup var change: StoreChange

  @Flag(help: "List the notes on it.")
  var list = false

  @Argument(
    help: "A country, a meeting, an id, or a pointer such as /pillars/2.", completion: .things)
  var thing: String?

  @Argument(help: "The text.")
  var text: [String] = []

  func run() throws {
    var ledger = change.ledger()
    guard let thing else {
      guard list else { throw ValidationError("Say what the note is on.") }
      return try show(ledger.dossier.own.notes)
    }
    let path = change.path(named: thing, in: ledger)
    if list { return try show(ledger.dossier.own.notes(on: path)) }
    let text = try noteText()
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("There is no text to note.")
    }
    let name = ledger.dossier.name(of: path)
    let part = Amendment.Part(
      path: FactPath("notes", ""), base: nil,
      value: .entry(["about": .text(path.description), "text": .text(text)]))
    change.ask(.amend(Amendment("note on \(name)", [part])), of: &ledger) { _, _ in
      "Noted on \(name). “ladmp undo” takes it back."
    }
  }

  private func noteText() throws -> String {
    if !text.isEmpty { return text.joined(separator: " ") }
    if isatty(STDIN_FILENO) == 0 { return Input.all() }
    guard TextEditor.command != nil else {
      throw ValidationError("Write the text after the name, or set EDITOR to your editor.")
    }
    return TextEditor.edit("") ?? ""
  }

  private func show(_ notes: [Note]) throws {
    guard !notes.isEmpty else { throw ExitCode(1) }
    for note in notes {
      let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
      Output.say(
        "\(note.written)  \(note.about)  \(note.id)".visible + "\n"
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
