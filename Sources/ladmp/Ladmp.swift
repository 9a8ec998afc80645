import ArgumentParser
import Dashboard
import Declaration
import Store
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program: the dashboard, and the commands that answer without it.
@main
struct Ladmp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ladmp",
    abstract: "The record of the Los Angeles Declaration on Migration and Protection.",
    discussion: """
      Who endorsed, who came, who committed to what, what is next: every fact with its source, \
      as it stood on any day. Opens the dashboard; where standard output is not a terminal it \
      prints a summary instead. In the dashboard ? shows the keys.
      """,
    version: "0.1.0", subcommands: [Brief.self, Changes.self, Check.self])

  @OptionGroup var record: RecordOptions

  @Option(help: "How many colours: auto, 256, 16, 8 or never.")
  var color = ColourChoice.auto

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  func run() throws {
    let dossier = record.dossier()
    let clock = WallClock.now()
    let day = record.day(of: dossier, on: clock.today)
    let summary = Summary(dossier.asOf(day))
    guard isatty(STDOUT_FILENO) != 0 else { return Output.say(summary.text) }
    switch TerminalSession.kind(of: Environment.value("TERM")) {
    case .unable(let reason):
      Output.say(summary.text)
      Output.warn("ladmp: \(reason); this is the summary.")
    case .known(let name, let notice):
      let settled = Charset.settle(Environment.value)
      let charset = ascii ? .ascii : settled
      let state = DashboardState(
        dossier, day: day, size: TerminalSession.size ?? Size(columns: 80, rows: 24), clock: clock,
        notice: notice.map { Notice($0, isWarning: true) }, drawsUnicode: charset == .utf8,
        geometry: { try? Geometry.builtIn() })
      openDashboard(state, on: name, charset)
    }
  }

  private func openDashboard(
    _ state: DashboardState, on terminal: String, _ charset: Charset
  ) {
    let options = TerminalOptions(
      name: terminal, charset: charset, colours: color.depth,
      noColour: Environment.value("NO_COLOR"))
    var state = state
    do throws(TerminalSession.Failure) {
      let ending = try TerminalSession.run(
        &state, options,
        outside: Outside(
          clock: WallClock.now, openLink: Browser.open, save: NewFile.write))
      if case .signal(let number) = ending { TerminalSession.die(of: number) }
    } catch {
      Output.say(Summary(state.snapshot).text)
      Output.warn("ladmp: \(error.reason); this is the summary.")
    }
  }
}
