import ArgumentParser
import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which record is opened.
struct RecordSource: ParsableArguments {
  @Option(
    help: ArgumentHelp("Another record in place of the built-in one.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var edition: String?

  @OptionGroup var own: StoreOptions

  @OptionGroup var choice: LanguageChoice

  /// The file that is opened in place of the built-in record; nil for that.
  var named: String? { edition ?? Configuration.users[.edition] }

  /// The record with the user's own, whole; a store that can't be read is told of and left out.
  ///
  /// - Parameter forPrograms: whether programs read what is printed: then only a language that was
  ///   named counts, so that the surroundings change nothing.
  func dossier(forPrograms: Bool = false) -> Dossier {
    readLedger().dossier.speaking(forPrograms ? choice.lang ?? .en : choice.language)
  }

  /// The record and the store, read now; a store that can't be read is told of and left out.
  func readLedger() -> Ledger {
    var ledger = ledger(tellsSignature: isatty(STDERR_FILENO) != 0)
    ledger.refresh()
    if case .broken(let fault) = ledger.status {
      Output.warn("\(fault); this is the record without your own. “ladmp restore” may help.")
    }
    RecordSource.tell(of: ledger.dossier.own.rejected, limit: 3)
    return ledger
  }

  /// Says which entries can't be read.
  ///
  /// - Parameter limit: how many are told one by one.
  static func tell(of rejected: [RejectedEntry], limit: Int) {
    for entry in rejected.prefix(limit) { Output.warn("\(entry.fault); left out") }
    if rejected.count > limit {
      Output.warn("and \(rejected.count - limit) more entries are left out")
    }
  }

  /// The edition and the user's store over it; ends the program where the edition can't be read.
  ///
  /// - Parameter tellsSignature: whether it is said who signed the edition.
  func ledger(tellsSignature: Bool = false) -> Ledger {
    if let named, let signature, tellsSignature {
      Output.warn("ladmp: \(named) \(signature.words)")
    }
    do {
      let named = named
      let bytes = try named.map { try EditionFile.bytes(of: $0) }
      // Without a home there is nowhere to write, and saving says so.
      let folder =
        own.folder(edition: named)?.signed
        ?? StoreFolder(store: "/nonexistent/ladmp/store.json", makesFolders: false)
      return try Ledger(edition: bytes, file: named ?? Edition.builtInName, folder: folder)
    } catch {
      Output.stop(for: error)
    }
  }
}

/// Which record is opened, and as of which day.
struct RecordOptions: ParsableArguments {
  @OptionGroup var seen: DayChoice

  @OptionGroup var source: RecordSource

  /// The record with the user's own, whole.
  func dossier() -> Dossier { source.dossier() }

  /// The record with the user's own, as of the day that was asked for.
  ///
  /// - Parameter forPrograms: whether programs read what is printed.
  func snapshot(forPrograms: Bool = false) -> Snapshot {
    let dossier = source.dossier(forPrograms: forPrograms)
    return dossier.asOf(day(of: dossier, on: WallClock.now().today))
  }

  /// The day that was asked for.
  func day(of dossier: Dossier, on today: Day) -> Day {
    seen.day(today: today) ?? dossier.startDay
  }
}

/// The day of what is printed and shown.
struct DayChoice: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day as of which the record is seen: 2022-10-07, or today. (default: the record's own)",
      valueName: "day"), completion: .days, transform: AsOfDay.read)
  var asOf: AsOfDay?

  /// The day that was asked for, here or in the configuration; nil for the record's own.
  func day(today: Day) -> Day? {
    (asOf ?? Configuration.users[.asOf].flatMap { AsOfDay(argument: $0) })?.day(today: today)
  }
}

/// A day on the command line.
enum AsOfDay {
  case today
  case day(Day)

  func day(today: Day) -> Day {
    switch self {
    case .today: today
    case .day(let day): day
    }
  }

  /// A day as it is typed.
  ///
  /// - Throws: `ValidationError` that says how a day is written.
  static func read(_ argument: String) throws -> AsOfDay {
    if let day = AsOfDay(argument: argument) { return day }
    throw ValidationError("write a day as 2022-10-06, or today")
  }

  init?(argument: String) {
    if argument == "today" {
      self = .today
    } else if let day = Day(argument) {
      self = .day(day)
    } else {
      return nil
    }
  }
}
