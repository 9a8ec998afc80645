import ArgumentParser
import Declaration
import Store

/// Takes a record or a table into the user's own.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take a JSON record or a CSV table into your record, all of it or nothing.",
    discussion: """
      JSON: a record, a part of one or a store, laid over your record; what it does not name stays. \
      CSV: a first row of field names, such as country,pillar,text,text.es,announced,amount,unit, \
      then a row an entry; a row whose id is in the record changes that entry, and an empty cell \
      leaves its field as it is. Sources are named by id or address; “ladmp add source” makes one. \
      A new row that names none, and a change that adds none, rest on own-knowledge. A table that \
      “ladmp commitments --format csv” made comes back after editing, with the same --lang and \
      --as-of; what was not touched is not changed. In Spanish, Portuguese and French 12.000 and \
      12 000 are thousands and 1,5 has a fraction. The whole is one step for “ladmp undo”.
        ladmp import record.json
        ladmp import --dry-run commitments.csv
        ladmp import --as attendance --meeting lima-2022 who-came.csv
      """)

  @OptionGroup var change: StoreChange

  @Flag(name: [.long, .customShort("n")], help: "Show what it would do, and do nothing.")
  var dryRun = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What a CSV table holds: commitments or attendance. (default: commitments)",
      valueName: "kind"))
  var kind: TableImport.Kind?

  @Option(
    help: ArgumentHelp("The meeting of an attendance table that names none.", valueName: "id"),
    completion: .meetings)
  var meeting: String?

  @OptionGroup var seen: DayChoice

  @Argument(
    help: "The file; - is standard input.", completion: .file(extensions: ["json", "csv"]))
  var file: String

  /// How many faults are told one by one.
  private static let faultLimit = 100

  func validate() throws {
    if meeting != nil, kind != .attendance {
      throw ValidationError("--meeting goes with --as attendance.")
    }
  }

  func run() throws {
    var ledger = change.ledger()
    let imported: ImportedParts
    let rehearsal: Rehearsal
    let amendment: Amendment
    do {
      imported = try parts(over: ledger)
      for name in imported.leftOut {
        Output.warn("ladmp: left out: “\(name)”, which is no collection of the record")
      }
      guard !imported.parts.isEmpty else {
        return change.say("Nothing in \(file) differs from your record.")
      }
      amendment = Amendment("import of \(file)", imported.parts)
      rehearsal = try ledger.rehearse(amendment)
    } catch let refusal as Refusal {
      Output.fail(["ladmp: \(refusal)"], code: .dataError)
    } catch {
      Output.stop(for: error, limit: ImportCommand.faultLimit)
    }
    guard rehearsal.isPossible else {
      let faults = imported.faults(in: rehearsal).map(\.description)
      Output.fail(faults, code: .dataError, limit: ImportCommand.faultLimit)
    }
    let sum = ImportText.sum(of: rehearsal, imported)
    if dryRun {
      let lines = ImportText.lines(of: rehearsal, in: ledger.dossier)
      return Output.say(lines.joined() + "\(sum); nothing is saved.\n")
    }
    change.ask(.amend(amendment), of: &ledger) { _, _ in
      "Imported from \(file): \(sum). “ladmp undo” takes it back."
    }
  }

  private func parts(over ledger: Ledger) throws -> ImportedParts {
    let bytes = file == "-" ? Input.bytes() : try RecordFile.bytes(of: file)
    // What is piped has no name to tell by; JSON begins with a brace.
    let isPipedTable =
      file == "-"
      && bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } != 0x7B
    let isTable = kind != nil || isPipedTable || file.lowercased().hasSuffix(".csv")
    let day = seen.day(today: WallClock.now().today)
    return isTable
      ? try TableImport.parts(
        of: bytes, file: file, kind: kind ?? .commitments, meeting: meeting,
        language: change.record.choice.lang, day: day, ledger: ledger)
      : try RecordImport.parts(of: bytes, file: file, ledger: ledger)
  }
}

extension TableImport.Kind: ExpressibleByArgument {}
