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
      prints a summary instead. In the dashboard ? shows the keys. “ladmp help” tells of a command, \
      and of the topics queries, keys, dashboard, store, sharing and sources.
      """,
    version: Version.text,
    subcommands: [
      ListCommand<PillarList>.self, ListCommand<PackageList>.self, ListCommand<CountryList>.self,
      ListCommand<MeetingList>.self, ListCommand<CommitmentList>.self,
      ListCommand<SourceList>.self, ListCommand<DisputeList>.self, ShowCommand.self,
      NextCommand.self, Brief.self, Changes.self, ChartCommand.self, Check.self, Themes.self,
      NoteCommand.self,
      BookmarkCommand.self,
      SetCommand.self, AddCommand.self, RemoveCommand.self, UndoCommand.self, RedoCommand.self,
      HistoryCommand.self, ImportCommand.self, ExportCommand.self, RestoreCommand.self,
      ShareCommand.self, BlameCommand.self, MergeStoreCommand.self,
      CompletionsCommand.self, ManualCommand.self, ConfigCommand.self, DoctorCommand.self,
    ])

  @OptionGroup var record: RecordOptions

  @OptionGroup var themes: ThemeOptions

  @OptionGroup var remembering: RememberingOptions

  @Flag(
    inversion: .prefixedNo, help: "Take the mouse; without, the terminal selects text with it.")
  var mouse: Bool?

  @Option(help: "How many colours: auto, rgb, 256, 16, 8 or never. (default: auto)")
  var color: ColourChoice?

  @Flag(inversion: .prefixedNo, help: "Draw with ASCII characters only.")
  var ascii: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Line by line in plain words, for screen readers and scripts: nothing is drawn.")
  var plain: Bool?

  /// Whether drawings have ASCII characters only.
  var drawsASCII: Bool { isOn(ascii, .ascii) }

  /// Whether the mouse is taken at first. GNU screen holds a lone Esc back while it is.
  ///
  /// - Parameter before: what the user chose while looking, earlier; what is named goes before.
  func takesMouse(chosenBefore before: Bool?) -> Bool {
    let isNamed = mouse != nil || Configuration.users[.mouse] != nil
    if !isNamed, let before { return before }
    let isInScreen = Environment.value("STY") != nil && Environment.value("TMUX") == nil
    return isNamed || !isInScreen ? isOn(mouse, .mouse) : false
  }

  private func isOn(_ flag: Bool?, _ setting: Setting) -> Bool {
    flag ?? Configuration.users.isOn(setting)
  }

  /// The command line goes before the environment, which speaks by NO_COLOR alone.
  var colours: ColourChoice {
    if color == nil, Environment.value("NO_COLOR")?.isEmpty == false { return .auto }
    return color ?? Configuration.users[.color].flatMap { ColourChoice(rawValue: $0) } ?? .auto
  }

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.isEmpty { return runWordless() }
    let commands = configuration.subcommands.map { $0._commandName } + ["help"]
    if !words[0].hasPrefix("-"), !commands.contains(words[0]) { refuse(words[0], commands) }
    guard words.count == 2, words[0] == "help" else { return main(words) }
    guard let topic = HelpTopic(rawValue: words[1]) else {
      if !commands.contains(words[1]), !words[1].hasPrefix("-") {
        let topics = HelpTopic.allCases.map(\.rawValue).joined(separator: ", ")
        Output.misuse("“\(words[1])” is no command and no topic; the topics are \(topics)")
      }
      return main(words)
    }
    Output.say(topic.text)
    // The sources are a list too.
    if topic == .sources {
      Output.say("\nThe command:\n\n" + helpMessage(for: ListCommand<SourceList>.self) + "\n")
    }
  }

  /// Says which command is meant by what is none, if one is like it.
  private static func refuse(_ word: String, _ commands: [String]) -> Never {
    let likest = commands.map { (Array($0).difference(from: Array(word)).count, $0) }.min {
      $0 < $1
    }
    guard let likest, likest.0 <= max(2, word.count / 2) else {
      Output.misuse("“\(word)” is no command; “ladmp help” lists those that there are")
    }
    Output.misuse("“\(word)” is no command; did you mean “\(likest.1)”?")
  }

  func run() throws {
    if isOn(plain, .plain) { return talk() }
    guard isatty(STDOUT_FILENO) != 0 else { return printSummary(of: record.snapshot()) }
    switch TerminalSession.kind(of: Environment.value("TERM")) {
    case .known(let name, let notice): showDashboard(on: name, notice)
    case .unable(let reason) where isatty(STDIN_FILENO) != 0:
      talk(becauseOf: reason)
    case .unable(let reason): printSummary(of: record.snapshot(), becauseOf: reason)
    }
  }

  /// Prints the summary.
  ///
  /// - Parameter reason: why it is not the dashboard, where that could be expected.
  func printSummary(of snapshot: Snapshot, becauseOf reason: String? = nil) {
    Output.say(Summary(snapshot).text)
    if let reason { Output.warn("ladmp: \(reason); this is the summary.") }
  }

  /// The plain mode, until the user leaves.
  ///
  /// - Parameter reason: why it is not the dashboard, where that could be expected.
  private func talk(becauseOf reason: String? = nil) {
    let ledger = record.source.ledger()
    if let reason { Output.warn("ladmp: \(reason); this is the plain mode.") }
    let day = record.day(of: ledger.dossier, on: WallClock.now().today)
    let last = PlainSession.isAtTerminal ? remembering.lastTime(of: record.source.named) : nil
    let language = record.source.choice.language(chosenBefore: last?.remembered?.language)
    var session = PlainSession(ledger, day: day, in: language, past: record.source.past)
    let left = session.run()
    if let chosen = session.chosenLanguage { last?.leave(chosen) }
    rescue(left)
  }

  /// Writes what could not be saved to a file in the temporary folder, so that it is not lost.
  func rescue(_ ledger: Ledger) {
    guard ledger.isOnlyInMemory else { return }
    let name = "\(Environment.value("TMPDIR") ?? "/tmp")/ladmp-unsaved-\(getpid())"
    var ledger = ledger
    var problem: (any Error)?
    // In a folder that all may write in, others may have taken the name.
    for file in ["\(name).json"] + (2...9).map({ "\(name)-\($0).json" }) {
      do {
        try ledger.perform(.saveElsewhere(file))
        return Output.warn(
          "ladmp: your last changes could not be saved in their place; they are in \(file)")
      } catch {
        problem = problem ?? error
      }
    }
    Output.warn(
      "ladmp: your last changes could not be saved: \(problem.map { "\($0)" } ?? "")")
  }
}
