import ArgumentParser
import Dashboard
import Declaration
import Sharing
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One record for several people, on git.
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Keep one record with others, on git: no server, offline and on.",
    discussion: """
      init makes the store's folder a git work tree; join takes part in what others share at a \
      remote; sync commits what you changed, fetches and merges what others sent, and sends it \
      all. Records are merged, not lines: where two people changed the same field, both versions \
      are kept for somebody to choose from. Your own git does it, with its credentials, signing \
      and hooks. See “ladmp help sharing”.
      """,
    subcommands: [
      ShareInit.self, ShareJoin.self, ShareSync.self, ShareStatus.self, ShareLog.self,
      SharePublish.self, ShareVerify.self,
    ])
}

/// What the subcommands have in common.
struct ShareOptions: ParsableArguments {
  @OptionGroup var record: RecordSource

  @Flag(name: .shortAndLong, help: "Say nothing when all is well.")
  var quiet = false

  var shared: SharedStore {
    let shows = !quiet && isatty(STDERR_FILENO) != 0
    do {
      if let shared = try record.shared(.terminal(showsProgress: shows)) { return shared }
    } catch {
      Output.stop(for: error)
    }
    Output.fail(
      ["ladmp: there is no place for your record, as HOME is not set; --store names one"],
      code: .configError)
  }

  /// Does something that may not come to pass, and ends the program where it does not.
  func attempt<Result>(_ work: () throws(ShareTrouble) -> Result) -> Result {
    do throws(ShareTrouble) {
      return try work()
    } catch {
      ShareOptions.fail(error)
    }
  }

  /// Says what is wrong and what to do, then what git says, and ends the program.
  static func fail(_ trouble: ShareTrouble) -> Never {
    let words = trouble.gitWords.map { "  git says: \($0)" }
    Output.fail(["ladmp: \(trouble)"] + words, code: code(of: trouble))
  }

  static func code(of trouble: ShareTrouble) -> ExitCode {
    switch trouble {
    case .offline, .busy, .overtaken, .wantsPassword: .tryAgain
    case .badAddress: .validationFailure
    case .conflictMarks, .unreadable, .notARecord, .harmful, .editedOutside, .badSignature,
      .unreadableThere, .anotherEdition:
      .dataError
    case .notWritten: .outputError
    case .noGit, .oldGit, .noAuthor, .noSigningKey, .noProgram: .configError
    case .notSigned: .cannotCreate
    default: .unavailable
    }
  }

  /// Says what an exchange came to.
  func tell(_ report: SyncReport, beginning words: String? = nil) {
    guard !quiet else { return }
    var lines: [String] = []
    if let words { lines.append(words) }
    if report.isAlone {
      lines.append("There is no remote yet: “ladmp share init --remote URL”, or git remote add.")
    }
    if report.sent > 0 {
      lines.append("Sent: \(report.sent == 1 ? "a commit" : "\(report.sent) commits").")
    }
    if !report.arrived.isEmpty {
      lines.append("Arrived: \(some(report.arrived)).")
    }
    if !report.disputes.isEmpty {
      let names = some(report.disputes)
      let key = Configuration.keysAsFarAsKnown.label(of: .own)
      lines.append("Changed apart, to be settled in the dashboard (\(key)): \(names).")
    }
    if lines.isEmpty { lines.append("In step: nothing to send, nothing new.") }
    Output.say(lines.map { $0.visible + "\n" }.joined())
  }

  /// Facts by their names.
  func some(_ paths: [FactPath]) -> String {
    let dossier = record.readLedger().dossier
    let names = paths.prefix(5).map { PastText.name(of: $0, in: dossier) }.joined(separator: ", ")
    return names + (paths.count > 5 ? " and \(paths.count - 5) more" : "")
  }
}

extension ExitCode {
  /// It may come to pass later (sysexits EX_TEMPFAIL).
  static let tryAgain = ExitCode(75)
  /// What it needs is not there, or not as it has to be (EX_UNAVAILABLE).
  static let unavailable = ExitCode(69)
}
