import ArgumentParser
import Declaration
import Publishing
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes the record with the user's own for other programs and for people without this one.
struct ExportCommand: ParsableCommand {
  /// What it is written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, sqlite
    case valueFiles = "csv-folder"
    case page = "html"
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole record with what you added and changed: JSON, SQLite, CSV, HTML.",
    discussion: """
      json: the form of the edition, names sorted, one field a line, every day of the record \
      unless --as-of names one. sqlite: a database with keys, views and sources. csv-folder: a \
      folder with a file for each table of that database. html: one page that needs nothing else. \
      The last three show the record as of the day. A file is made new, and replaced only with \
      --force; a folder has to be empty.
      """)

  @Option(help: "What it is written as.")
  var format = Format.json

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to. (default: standard output)", valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  @Flag(help: "Only what you added and changed, as the store has it; JSON.")
  var own = false

  @OptionGroup var record: RecordOptions

  func validate() throws {
    if own, format != .json || record.seen.asOf != nil {
      throw ValidationError("--own is JSON, and not as of a day.")
    }
    if format == .valueFiles, output == nil || output == "-" {
      throw ValidationError("csv-folder needs --output with the name of a folder.")
    }
  }

  func run() throws {
    var ledger = record.source.ledger()
    ledger.refresh()
    // An export without the user's own would pass for the whole.
    if case .broken(let fault) = ledger.status {
      Output.fail(
        [fault, "ladmp: nothing is exported; “ladmp restore” may help"], code: .dataError)
    }
    if !own { RecordSource.tell(of: ledger.dossier.own.rejected, limit: 20) }
    do {
      switch format {
      case .json: try write(text(of: ledger))
      case .sqlite:
        try write(RecordDatabase.bytes(of: snapshot(of: ledger), edition: edition))
      case .valueFiles: try writeFolder(ValueFiles(snapshot(of: ledger), edition: edition))
      case .page:
        let page = RecordPage(
          snapshot(of: ledger, in: record.source.choice.language), edition: edition)
        try write(Array(page.text.utf8))
      }
    } catch let fault as NewFile.Fault {
      Output.fail(["ladmp: \(fault)"], code: .cannotCreate)
    } catch {
      Output.fail(["ladmp: \(error)"], code: .softwareError)
    }
  }

  private var edition: String { record.source.named ?? Edition.builtInName }

  private func snapshot(of ledger: Ledger, in language: Language = .en) -> Snapshot {
    let dossier = ledger.dossier.speaking(language)
    let snapshot = dossier.asOf(record.day(of: dossier, on: WallClock.now().today))
    tellWhatIsLeftOut(of: snapshot)
    return snapshot
  }

  /// What the user added and dated after the day is not in an export of that day.
  private func tellWhatIsLeftOut(of snapshot: Snapshot) {
    // Advice for who sits there; scripts know what they asked for.
    if isatty(STDERR_FILENO) != 0, record.seen.asOf == nil, let last = snapshot.dossier.days.last,
      last > snapshot.day
    {
      let count = snapshot.dossier.changes(after: snapshot.day, through: last).count
      Output.warn(
        "ladmp: this is the record as of \(snapshot.day); \(count) later changes are left out, "
          + "--as-of \(last) has them all")
    }
    let later = snapshot.dossier.own.changes.count {
      $0.kind == .added && $0.path.isDatedEntry && !snapshot.isKnown($0.path)
    }
    if later > 0 {
      let words = later == 1 ? "1 addition" : "\(later) additions"
      Output.warn(
        "ladmp: \(words) of yours dated after \(snapshot.day) left out; --as-of takes a later day"
      )
    }
    // A note is for who wrote it, until they say otherwise.
    let notes = snapshot.dossier.own.notes.count
    if notes > 0, format != .json {
      let words = notes == 1 ? "1 note" : "\(notes) notes"
      Output.warn("ladmp: \(words) of yours left out; “ladmp export --own” has them")
    }
  }

  private func text(of ledger: Ledger) -> [UInt8] {
    if own { return ledger.bytes }
    guard record.seen.asOf != nil, let whole = Edition.value(of: ledger.mergedBytes) else {
      return ledger.mergedBytes
    }
    return Edition.text(of: whole.known(in: snapshot(of: ledger)))
  }

  private func write(_ bytes: [UInt8]) throws(NewFile.Fault) {
    if let output, output != "-" {
      return try NewFile.create(output, bytes, replacing: force)
    }
    guard isatty(STDOUT_FILENO) != 0 else { return Output.say(bytes: bytes) }
    // A terminal acts on some characters: in JSON they become escapes, the page has marks for them.
    switch format {
    case .json: Output.say(bytes: Edition.escaped(bytes))
    case .page: Output.say(bytes: bytes)
    case .sqlite, .valueFiles:
      Output.fail(
        ["ladmp: a database is nothing for a terminal; --output names a file"],
        code: .validationFailure)
    }
  }

  private func writeFolder(_ files: ValueFiles) throws {
    let folder = output ?? ""
    try NewFile.createFolder(folder)
    for (place, name) in files.names.enumerated() {
      try NewFile.create("\(folder)/\(name)", Array(files.text(at: place).utf8), replacing: false)
    }
  }
}
