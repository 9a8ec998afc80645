import ArgumentParser
import Dashboard
import Declaration
import Query
import Store

/// What the commands that write to the store share: which one, and what they say of it.
struct StoreChange: ParsableArguments {
  @OptionGroup var record: RecordSource

  @Flag(name: .shortAndLong, help: "Say nothing when all is well.")
  var quiet = false

  /// The record and the store, read now; ends the program where the store can't be read.
  func ledger() -> Ledger {
    var ledger = record.ledger()
    ledger.refresh()
    if case .broken(let fault) = ledger.status {
      Output.fail(
        [
          fault,
          "ladmp: nothing is written over it; mend it, or “ladmp restore” takes the version before",
        ],
        code: .dataError)
    }
    return ledger
  }

  /// Asks something of the store and says what was done; ends the program where it was not.
  func ask(
    _ request: StoreRequest, of ledger: inout Ledger, saying words: (String, Ledger) -> String
  ) {
    do {
      let summary = try ledger.perform(request)
      switch ledger.status {
      case .saved, .busy: break
      case .unsaved(let reason), .broken(let reason):
        Output.fail(
          ["ladmp: not saved: \(reason)", "ladmp: --store names another place"], code: .outputError)
      }
      if !quiet { Output.say(words(summary, ledger).visible + "\n") }
    } catch let refusal as Refusal {
      Output.fail(["ladmp: \(refusal)"], code: .dataError)
    } catch {
      Output.stop(for: error)
    }
  }

  /// The one entry that a text names; ends the program where it names none or several.
  func path(named text: String, in ledger: Ledger) -> FactPath {
    ledger.dossier.path(named: text)
  }
}

extension Dossier {
  /// The one entry that a text names; ends the program where it names none or several.
  func path(named text: String) -> FactPath {
    let paths = paths(named: text)
    guard let path = paths.first else {
      Output.fail(["ladmp: nothing in the record is called “\(text)”"], code: ExitCode(1))
    }
    guard paths.count == 1 else {
      let choices = paths.map { "  \($0)" }
      Output.fail(["ladmp: “\(text)” can mean:"] + choices, code: .validationFailure)
    }
    return path
  }

  /// An entry in a few words, for what the commands say.
  func name(of path: FactPath) -> String {
    let id = path.tokens.count > 1 ? path.tokens[1] : path.description
    switch path.tokens.first.flatMap(RecordCollection.init) {
    case .countries: return country(id)?.name.english ?? id
    case .endorsements: return "the endorsement of \(country(id)?.name.english ?? id)"
    case .meetings where path.tokens.count == 4:
      return "the attendance of \(country(path.tokens[3])?.name.english ?? path.tokens[3]) at \(id)"
    default: return id
    }
  }
}
