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

/// The dashboard; where standard output is no terminal, a summary of what it would show.
struct OpenDashboard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Open the dashboard (the default).")

  @OptionGroup var record: RecordOptions

  @Option(help: "Colours: auto, 256, 16, 8 or none.")
  var color = ColourChoice.auto

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  func run() throws {
    let dossier = try record.dossier()
    let clock = WallClock.now()
    let day = record.day(of: dossier, on: clock.today)
    guard isatty(STDOUT_FILENO) != 0 else { return Output.say(Summary(dossier.asOf(day)).text) }
    switch TerminalSession.kind(of: Environment.value("TERM")) {
    case .unable:
      Output.say(Summary(dossier.asOf(day)).text)
    case .known(let name, let notice):
      let charset = Charset.settle(Environment.value)
      let options = TerminalOptions(
        name: name, charset: ascii ? .ascii : charset, colours: color.depth,
        noColour: Environment.value("NO_COLOR"))
      var state = DashboardState(
        dossier, day: day, size: TerminalSession.size ?? Size(columns: 80, rows: 24), clock: clock,
        notice: notice.map { Notice($0, isWarning: true) })
      do {
        let ending = try TerminalSession.run(&state, options, clock: WallClock.now)
        if case .signal(let number) = ending { TerminalSession.die(of: number) }
      } catch {
        Output.say(Summary(state.snapshot).text)
      }
    }
  }
}

/// A choice of colours on the command line.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case many = "256"
  case sixteen = "16"
  case eight = "8"
  case none

  var depth: ColourDepth? {
    switch self {
    case .auto: nil
    case .many: .many
    case .sixteen: .sixteen
    case .eight: .eight
    case .none: ColourDepth.none
    }
  }
}
