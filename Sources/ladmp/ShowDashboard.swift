import Dashboard
import Store
import Terminal

extension Ladmp {
  /// The dashboard, until the user leaves.
  ///
  /// - Parameters:
  ///   - terminal: the entry of the terminal database.
  ///   - notice: what is to be said of that.
  func showDashboard(on terminal: String, _ notice: String?) {
    let ledger = record.source.ledger()
    let last = remembering.lastTime(of: record.source.named)
    let options = terminalOptions(terminal, before: last)
    var state = state(of: ledger, charset: options.charset, notice: notice, before: last)
    let keeper = StoreKeeper(ledger)
    let share = ShareWork(record.source, bell: keeper.arrivalBell)
    let outside = Outside(
      clock: WallClock.now, openLink: Browser.open, copy: Browser.copy, save: NewFile.writeHere,
      edit: TextEditor.edit, keepTyping: last.keep, store: Outside.Store(keeper, share),
      share: { share.begin(exchanges: $0) },
      nextTheme: themes.shelf.next)
    var ending = Ending.quit
    do throws(TerminalSession.Failure) {
      ending = try TerminalSession.run(&state, options, outside: outside)
    } catch {
      printSummary(of: state.snapshot, becauseOf: error.reason)
    }
    share.close()
    last.leave(state)
    rescue(keeper.close())
    if case .signal(let number) = ending { TerminalSession.die(of: number) }
  }

  private func terminalOptions(_ terminal: String, before last: LastTime) -> TerminalOptions {
    let settled = Charset.settle(Environment.value)
    return TerminalOptions(
      name: terminal, charset: drawsASCII ? .ascii : settled, colours: colours.depth,
      noColour: Environment.value("NO_COLOR"), colourTerm: Environment.value("COLORTERM"),
      theme: themes.chosen(before: last.remembered?.theme), colourless: { themes.colourless },
      patience: KeyPatience.milliseconds)
  }

  /// What the dashboard begins with.
  private func state(
    of ledger: Ledger, charset: Charset, notice: String?, before last: LastTime
  ) -> DashboardState {
    let clock = WallClock.now()
    let language = record.source.choice.language(chosenBefore: last.remembered?.language)
    let warning = (notice ?? ledger.newerFormat).map { Notice($0, isWarning: true) }
    let told = warning ?? record.source.signature.map { $0.notice(in: language) }
    return DashboardState(
      ledger.dossier.speaking(language), day: record.day(of: ledger.dossier, on: clock.today),
      size: TerminalSession.size ?? Size(columns: 80, rows: 24),
      clock: clock, notice: told ?? last.notice(in: language),
      hasEditor: TextEditor.command != nil, drawsUnicode: charset == .utf8,
      keys: Configuration.users.keys,
      takesMouse: takesMouse(chosenBefore: last.remembered?.takesMouse),
      remembered: last.remembered, keepsDrafts: last.file != nil, isFirstTime: last.isFirstTime,
      geometry: { try? Geometry.builtIn() })
  }
}
