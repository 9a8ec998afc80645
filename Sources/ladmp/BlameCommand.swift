import ArgumentParser
import Dashboard
import Declaration
import Store

/// Says who last changed what in an entry.
struct BlameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blame",
    abstract: "Say who last changed each field of an entry, and when.",
    discussion: """
      Names are known in a record that is shared. What nobody changed is the edition's. ≠ marks \
      fields with several versions that are still to be chosen from.
      """)

  @Argument(
    help: "A meeting, an id, or a pointer such as /meetings/lima-2022.", completion: .things)
  var thing: String

  @OptionGroup var record: RecordSource

  /// A field, who gave it its value, and the value.
  private typealias Row = (name: String, made: String, who: String, value: String)

  func run() throws {
    let ledger = record.readLedger()
    let path =
      FactPath(pointer: thing)?.entry ?? StoreChange.path(named: thing, in: ledger).entry
    guard let entry = ledger.entry(at: path).now else {
      Output.fail(["ladmp: “\(thing)” is not in the record"], code: .failure)
    }
    let signatures: [Signature]
    do {
      signatures = try ledger.signatures(of: path)
    } catch {
      Output.stop(for: error)
    }
    let rows = (entry.fields ?? [:]).sorted { $0.key < $1.key }.map { name, value -> Row in
      let field = FactPath(path.tokens + [name])
      let last = signatures.filter { $0.path.leads(to: field) || field.leads(to: $0.path) }
        .max { ($0.made ?? "", $0.path.tokens.count) < ($1.made ?? "", $1.path.tokens.count) }
      let isOpen = ledger.dossier.own.conflicts.contains { field.leads(to: $0.path) }
      return (
        name, last.map { $0.made ?? "no date" } ?? "", last.map { $0.author ?? "you" } ?? "edition",
        (isOpen ? "≠ " : "") + value.inLine
      )
    }
    let widths = [rows.map(\.name), rows.map(\.made), rows.map(\.who)]
      .map { $0.map(\.visible.cellWidth).max() ?? 0 }
    for row in rows {
      let cells = zip([row.name, row.made, row.who], widths).map { text, width in
        let text = text.visible
        return text + String(repeating: " ", count: width - text.cellWidth)
      }
      Output.say((cells + [row.value.visible]).joined(separator: "  ") + "\n")
    }
  }
}
