import ArgumentParser
import Dashboard

/// Prints the manual.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print a page of the manual, for man or mandoc.",
    discussion: """
      Pages are in the mdoc language: ladmp manual countries | mandoc -a. There is one for each \
      command, one for the program, and one for each topic of “ladmp help”.
      """)

  @Option(
    help: ArgumentHelp("Write every page as a file of this folder.", valueName: "folder"),
    completion: .directory)
  var all: String?

  @Argument(help: "A command or a topic. (default: the program)")
  var page: String?

  func run() throws {
    guard let program = CommandDescription.program else { return }
    // Pages for everybody have the usual keys.
    if let all { return write(ManualPage.all(of: program, keys: .usual), into: all) }
    let pages = ManualPage.all(of: program, keys: Configuration.keysAsFarAsKnown)
    let name = page.map { "\(program.name)-\($0)" } ?? program.name
    guard let found = pages.first(where: { $0.name == name }) else {
      throw ValidationError("There is no page “\((page ?? "").visible)”.")
    }
    Output.say(found.text)
  }

  private func write(_ pages: [ManualPage], into folder: String) {
    do throws(NewFile.Fault) {
      for page in pages {
        try NewFile.create("\(folder)/\(page.file)", Array(page.text.utf8), replacing: true)
      }
    } catch {
      Output.fail(["ladmp: \(error)"], code: .cannotCreate)
    }
  }
}

extension ManualPage {
  /// Every page: the program's, then those of the commands, then the topics.
  static func all(of program: CommandDescription, keys: KeyMap) -> [ManualPage] {
    ([program] + program.commands).map { ManualPage($0, of: program) }
      + HelpTopic.allCases.map { ManualPage($0, of: program, keys: keys) }
  }
}
