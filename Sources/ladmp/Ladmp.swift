import ArgumentParser

/// The program: the dashboard, and the commands that answer without it.
@main
struct Ladmp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ladmp",
    abstract: "The record of the Los Angeles Declaration on Migration and Protection.",
    discussion: """
      Who endorsed, who came, who committed to what, what is next: every fact with its source, \
      as it stood on any day. Without a command it opens the dashboard; where standard output is \
      not a terminal it prints a summary instead.
      """,
    version: "0.1.0",
    subcommands: [OpenDashboard.self],
    defaultSubcommand: OpenDashboard.self)
}
