import ArgumentParser
import Dashboard
import Declaration
import Query
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the commands that write to the store share: which one, and what they say of it.
struct StoreChange: ParsableArguments {
  @OptionGroup var record: RecordSource

  @Flag(name: .shortAndLong, help: "Say nothing when all is well.")
  var quiet = false

  /// The record and the store, read now; ends the program where the store can't be read, or where
  /// there is no place for one.
  func ledger() -> Ledger {
    guard record.own.folder(edition: record.edition) != nil else {
      Output.fail(
        ["ladmp: there is no place for your record, as HOME is not set; --store names one"],
        code: .configError)
    }
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
    if let newer = ledger.newerFormat { Output.warn("ladmp: \(newer)") }
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
      case .unsaved(let reason), .broken(let reason): failUnsaved(reason)
      }
      say(words(summary, ledger))
      if case .amend(let amendment) = request,
        let day = amendment.firstShown(after: ledger.dossier.startDay)
      {
        say("It is shown from \(day) on; “--as-of \(day)” shows it.")
      }
    } catch let refusal as Refusal {
      Output.fail(["ladmp: \(refusal)"], code: refusal.isIdle ? .failure : .dataError)
    } catch {
      Output.stop(for: error)
    }
  }

  /// Says what was done, unless nothing is to be said.
  func say(_ words: String) {
    if !quiet { Output.say(words.visible + "\n") }
  }

  private func failUnsaved(_ reason: String) -> Never {
    let file = record.own.folder(edition: record.edition)?.store ?? ""
    let folder = file.lastIndex(of: "/").map { file[..<$0] } ?? "."
    let hasFolder = folder.isEmpty || access(String(folder), F_OK) == 0
    Output.fail(
      ["ladmp: not saved: \(reason)", "ladmp: mend that, or name another place with --store"],
      code: hasFolder ? .outputError : .cannotCreate)
  }
}

// MARK: Names

extension StoreChange {
  /// The one entry that a text names; ends the program where it names none or several.
  func path(named text: String, in ledger: Ledger) -> FactPath {
    StoreChange.paths(named: text, in: ledger).only(named: text)
  }

  /// The same of a ledger that is only read.
  static func path(named text: String, in ledger: Ledger) -> FactPath {
    paths(named: text, in: ledger).only(named: text)
  }

  /// The entries that a text names, notes among them.
  private static func paths(named text: String, in ledger: Ledger) -> [FactPath] {
    let paths = ledger.dossier.paths(named: text).filter { ledger.entry(at: $0).now != nil }
    guard paths.isEmpty, ledger.dossier.own.notes.contains(where: { $0.id == text }) else {
      return paths
    }
    return [FactPath("notes", text)]
  }

  /// What was typed for a field as a value. A country or a meeting may be named as people do.
  func value(
    of typed: String, _ kind: RecordField.Kind, called name: String, in dossier: Dossier
  ) -> RecordValue? {
    do throws(FieldProblem) {
      return try kind.value(of: typed, in: dossier)
    } catch {
      if case .reference(let collection) = kind {
        let named = dossier.paths(named: typed).filter { $0.tokens[0] == collection.rawValue }
        if named.count == 1, named[0].tokens.count == 2,
          dossier.contains(named[0].tokens[1], in: collection)
        {
          return .text(named[0].tokens[1])
        }
      }
      Output.fail(["ladmp: “\(name)” can't be “\(typed)”: \(error)"], code: .dataError)
    }
  }
}

extension [FactPath] {
  /// The one entry that a text names; ends the program where it names none or several.
  fileprivate func only(named text: String) -> FactPath {
    guard let path = first else {
      Output.fail(
        [
          "ladmp: nothing in the record is called “\(text)”; "
            + "name a country, a meeting, an id, or a pointer such as /pillars/2"
        ], code: .failure)
    }
    guard count == 1 else {
      let choices = map { "  \($0)" }
      Output.fail(["ladmp: “\(text)” can mean:"] + choices, code: .validationFailure)
    }
    return path
  }
}

extension Dossier {
  /// The one entry that a text names; ends the program where it names none or several.
  func path(named text: String) -> FactPath { paths(named: text).only(named: text) }

  /// An entry in a few words, for what the commands say.
  func name(of path: FactPath) -> String {
    let id = path.tokens.count > 1 ? path.tokens[1] : path.description
    switch path.tokens.first.flatMap(RecordCollection.init) {
    case .countries: return country(id)?.name.english ?? id
    case .endorsements: return "the endorsement of \(country(id)?.name.english ?? id)"
    case .meetings where path.tokens.count == 4:
      return "the attendance of \(country(path.tokens[3])?.name.english ?? path.tokens[3]) at \(id)"
    default: return path.tokens.first == "notes" ? "the note \(id)" : id
    }
  }
}
