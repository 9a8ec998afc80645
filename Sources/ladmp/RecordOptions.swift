import ArgumentParser
import Declaration
import Store

/// Which record is opened, and as of which day.
struct RecordOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day as of which the record is seen: 2022-10-07, or today. (default: the record's own)",
      valueName: "day"))
  var asOf: AsOfDay?

  @Option(help: ArgumentHelp("Another record in place of the built-in one.", valueName: "file"))
  var edition: String?

  /// The record, whole.
  func dossier() -> Dossier { RecordOptions.dossier(edition) }

  /// The record in a file, or the built-in one; ends the program where it can't be read.
  static func dossier(_ edition: String?) -> Dossier {
    do {
      return try edition.map { try Edition.read($0) } ?? Edition.builtIn()
    } catch {
      Output.stop(for: error)
    }
  }

  /// The day that was asked for.
  func day(of dossier: Dossier, on today: Day) -> Day {
    asOf?.day(today: today) ?? dossier.startDay
  }
}

/// A day on the command line.
enum AsOfDay: ExpressibleByArgument {
  case today
  case day(Day)

  func day(today: Day) -> Day {
    switch self {
    case .today: today
    case .day(let day): day
    }
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
