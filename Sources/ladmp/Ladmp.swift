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
  private func takesMouse(chosenBefore before: Bool?) -> Bool {
    let isNamed = mouse != nil || Configuration.users[.mouse] != nil
    if !isNamed, let before { return before }
    let isInScreen = Environment.value("STY") != nil && Environment.value("TMUX") == nil
    return isNamed || !isInScreen ? isOn(mouse, .mouse) : false
  }

  private func isOn(_ flag: Bool?, _ setting: Setting) -> Bool {
    flag ?? Configuration.users.isOn(setting)
  }

  /// The command line goes before the environment, which speaks by NO_COLOR alone.
  private var colours: ColourChoice {
    if color == nil, Environment.value("NO_COLOR")?.isEmpty == false { return .auto }
    return color ?? Configuration.users[.color].flatMap { ColourChoice(rawValue: $0) } ?? .auto
  }

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.isEmpty { return runWordless() }
    guard words.count == 2, words[0] == "help" else { return main(words) }
    guard let topic = HelpTopic(rawValue: words[1]) else {
      let commands = configuration.subcommands.map { $0._commandName }
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

  func run() throws {
    var ledger = record.source.ledger()
    let clock = WallClock.now()
    let day = record.day(of: ledger.dossier, on: clock.today)
    if isOn(plain, .plain) { return talk(ledger, day) }
    guard isatty(STDOUT_FILENO) != 0 else {
      return Output.say(Summary(record.dossier().asOf(day)).text)
    }
    switch TerminalSession.kind(of: Environment.value("TERM")) {
    case .unable(let reason) where isatty(STDIN_FILENO) != 0:
      Output.warn("ladmp: \(reason); this is the plain mode.")
      talk(ledger, day)
    case .unable(let reason):
      ledger.refresh()
      Output.say(
        Summary(ledger.dossier.speaking(record.source.choice.language).asOf(day)).text)
      Output.warn("ladmp: \(reason); this is the summary.")
    case .known(let name, let notice):
      let settled = Charset.settle(Environment.value)
      let charset = drawsASCII ? .ascii : settled
      let last = remembering.lastTime(of: record.source.named)
      let language = record.source.choice.language(chosenBefore: last.remembered?.language)
      let theme = themes.chosen(before: last.remembered?.theme)
      let warning = (notice ?? ledger.newerFormat).map { Notice($0, isWarning: true) }
      let told = warning ?? record.source.signature.map { $0.notice(in: language) }
      var state = DashboardState(
        ledger.dossier.speaking(language), day: day,
        size: TerminalSession.size ?? Size(columns: 80, rows: 24),
        clock: clock, notice: told ?? last.notice(in: language),
        hasEditor: TextEditor.command != nil, drawsUnicode: charset == .utf8,
        keys: Configuration.users.keys,
        takesMouse: takesMouse(chosenBefore: last.remembered?.takesMouse),
        remembered: last.remembered, keepsDrafts: last.file != nil,
        isFirstTime: last.isFirstTime,
        geometry: { try? Geometry.builtIn() })
      let keeper = StoreKeeper(ledger)
      let share = ShareWork(record.source, bell: keeper.arrivalBell)
      let ending = openDashboard(
        &state, on: name, charset, theme, last: last, keeper: keeper, share: share)
      share.close()
      last.leave(state)
      rescue(keeper.close())
      if case .signal(let number) = ending { TerminalSession.die(of: number) }
    }
  }

  private func openDashboard(
    _ state: inout DashboardState, on terminal: String, _ charset: Charset, _ theme: Theme,
    last: LastTime, keeper: StoreKeeper, share: ShareWork
  ) -> Ending {
    let options = TerminalOptions(
      name: terminal, charset: charset, colours: colours.depth,
      noColour: Environment.value("NO_COLOR"), colourTerm: Environment.value("COLORTERM"),
      theme: theme, colourless: { themes.colourless }, patience: KeyPatience.milliseconds)
    do throws(TerminalSession.Failure) {
      return try TerminalSession.run(
        &state, options,
        outside: Outside(
          clock: WallClock.now, openLink: Browser.open, copy: Browser.copy, save: NewFile.writeHere,
          edit: TextEditor.edit, keepTyping: last.keep, store: Outside.Store(keeper, share),
          share: { share.begin(exchanges: $0) },
          nextTheme: themes.shelf.next))
    } catch {
      Output.say(Summary(state.snapshot).text)
      Output.warn("ladmp: \(error.reason); this is the summary.")
      return .quit
    }
  }

  /// The plain mode, until the user leaves.
  private func talk(_ ledger: Ledger, _ day: Day) {
    let last = PlainSession.isAtTerminal ? remembering.lastTime(of: record.source.named) : nil
    let language = record.source.choice.language(chosenBefore: last?.remembered?.language)
    var session = PlainSession(ledger, day: day, in: language, past: record.source.past)
    let ledger = session.run()
    if let chosen = session.chosenLanguage { last?.leave(chosen) }
    rescue(ledger)
  }

  /// Writes what could not be saved to a file in the temporary folder, so that it is not lost.
  private func rescue(_ ledger: Ledger) {
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
