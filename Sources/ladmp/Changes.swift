import ArgumentParser
import Dashboard
import Declaration

/// What changed in the record between two days.
struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what changed between two days.",
    discussion: """
      New endorsements, meetings, reports, packages, commitments, states and disputes, after the \
      first day and up to the second: the changes from a to b and from b to c are together those \
      from a to c.
      """)

  @Option(
    help: ArgumentHelp(
      "The day before. (default: the last meeting held, not the one of the day before)",
      valueName: "day"), completion: .days, transform: AsOfDay.read)
  var from: AsOfDay?

  @Option(
    help: ArgumentHelp(
      "The day after. (default: that of --as-of, else the record's own)", valueName: "day"),
    completion: .days, transform: AsOfDay.read)
  var to: AsOfDay?

  /// The day as of which the record is seen is the program's own wherever it stands.
  @ParentCommand var program: Ladmp

  /// How the changes are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  @Option(help: "How it is written; Markdown has a footnote for each source.")
  var format = Format.text

  @OptionGroup var record: RecordSource

  func run() throws {
    let dossier = record.dossier()
    let today = WallClock.now().today
    let end = to?.day(today: today) ?? program.record.day(of: dossier, on: today)
    let start = from?.day(today: today) ?? dossier.asOf(end).changesStart
    guard start <= end else {
      throw ValidationError("The first day, \(start), is after the second, \(end).")
    }
    let changes = dossier.changes(after: start, through: end)
    guard !changes.isEmpty else {
      Output.warn("ladmp: nothing changed after \(start) up to \(end).")
      throw ExitCode(1)
    }
    if format == .markdown {
      return Output.say(Briefing.text(on: changes, after: start, in: dossier.asOf(end)))
    }
    let heading = dossier.language("After \(first: "\(start)"), up to \(last: "\(end)")")
    Output.say("\(heading)\n\n" + ChangeText.text(of: changes, in: dossier.asOf(end)))
  }
}
