import ArgumentParser
import Declaration
import Store

/// Takes a record or a table into the user's own.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take a JSON record or a CSV table into your record, all of it or nothing.",
    discussion: """
      JSON: a record, a part of one or a store, laid over your record. CSV: a first row of field \
      names, such as country,pillar,text,text.es,announced,amount,unit, then a row an entry; a row \
      whose id is in the record changes that entry. The whole is one step for “ladmp undo”.
      """)

  @OptionGroup var change: StoreChange

  @Flag(name: [.long, .customShort("n")], help: "Show what it would do, and do nothing.")
  var dryRun = false

  @Option(name: .customLong("as"), help: "What a CSV table holds: commitments or attendance.")
  var kind: TableImport.Kind = .commitments

  @Option(
    help: ArgumentHelp("The meeting of an attendance table that names none.", valueName: "id"),
    completion: .meetings)
  var meeting: String?

  @Argument(help: "The file.", completion: .file(extensions: ["json", "csv"]))
  var file: String

  func run() throws {
    var ledger = change.ledger()
    let parts: [Amendment.Part]
    do {
      let bytes = try RecordFile.bytes(of: file)
      parts =
        file.lowercased().hasSuffix(".csv")
        ? try TableImport.parts(of: bytes, file: file, kind: kind, meeting: meeting, ledger: ledger)
        : try RecordImport.parts(of: bytes, file: file, ledger: ledger)
    } catch {
      Output.stop(for: error)
    }
    let changed = parts.filter { $0.base != $0.value }
    guard !changed.isEmpty else {
      return Output.say("Nothing in \(file) differs from your record.".visible + "\n")
    }
    let amendment = Amendment("import of \(file)", changed)
    if dryRun { return try rehearse(amendment, ledger) }
    change.ask(.amend(amendment), of: &ledger) { _, _ in
      let others = parts.count - changed.count
      let rest = others > 0 ? "; \(others) were in your record already" : ""
      return "Imported \(changed.count) entries from \(file)\(rest). “ladmp undo” takes them back."
    }
  }

  private func rehearse(_ amendment: Amendment, _ ledger: Ledger) throws {
    do {
      let entries = try ledger.preview(amendment)
      // Presence is a part of the meeting's entry, and told for each country.
      let nested = amendment.parts.filter { $0.path.tokens.count > 2 }.map { part in
        (path: part.path, kind: part.base == nil ? OwnChange.Kind.added : .changed)
      }
      let owners = Set(nested.map(\.path.entry))
      let changes = entries.filter { !owners.contains($0.path) } + nested
      for (path, kind) in changes {
        let sign = kind == .added ? "+" : kind == .hidden ? "-" : "*"
        Output.say("\(sign) \(path)".visible + "\n")
      }
      func count(_ kind: OwnChange.Kind) -> Int { changes.count { $0.kind == kind } }
      Output.say(
        "\(count(.added)) added, \(count(.changed)) changed, \(count(.hidden)) taken away; nothing is saved.\n"
      )
    } catch let refusal as Refusal {
      Output.fail(["ladmp: \(refusal)"], code: .dataError)
    }
  }
}

extension TableImport.Kind: ExpressibleByArgument {}
