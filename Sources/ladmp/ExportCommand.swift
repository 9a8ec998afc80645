import ArgumentParser
import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Prints the record with the user's own.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the whole record as JSON, with what you added and changed.",
    discussion: "The form is that of the edition: names sorted, one field a line.")

  @OptionGroup var record: RecordSource

  @Flag(help: "Only what you added and changed, as the store has it.")
  var own = false

  func run() throws {
    var ledger = record.ledger()
    ledger.refresh()
    // An export without the user's own would pass for the whole.
    if case .broken(let fault) = ledger.status {
      Output.fail(
        [fault, "ladmp: nothing is exported; “ladmp restore” may help"], code: .dataError)
    }
    let rejected = own ? [] : ledger.dossier.own.rejected
    for entry in rejected { Output.warn("\(entry.fault); left out") }
    let bytes = own ? ledger.bytes : ledger.mergedBytes
    // A terminal acts on some characters: there they are written as escapes.
    Output.say(bytes: isatty(STDOUT_FILENO) == 0 ? bytes : Edition.escaped(bytes))
  }
}
