import ArgumentParser
import Declaration
import Registers

/// Prints all on one entry of the record.
struct ShowCommand: ParsableCommand {
  /// How an entry is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print all on one country, meeting, commitment, source, package, dispute or pillar.",
    discussion: """
      Text as in the dashboard's detail, with numbered sources; JSON as in the list of its kind. \
      “ladmp brief” writes it for others to read.
      """)

  @Option(help: "How it is written.")
  var format = Format.text

  @OptionGroup var record: RecordOptions

  @Argument(
    help: "An id of anything, a country or meeting by name, or a pointer: PE, lima, 05.",
    completion: .things)
  var thing: String

  func run() throws {
    let snapshot = record.snapshot(forPrograms: format == .json)
    let path = snapshot.dossier.path(named: thing).entry
    guard let register = RegisterKind(of: path).map({ snapshot.register(of: $0, only: path) }),
      register.count > 0
    else {
      Output.fail(
        ["ladmp: nothing is known of “\(thing)” as of \(snapshot.day)"], code: ExitCode(1))
    }
    switch format {
    case .json: Output.say(register.object(ofRow: 0) + "\n")
    case .text: Output.say(snapshot.page(on: path))
    }
  }
}
