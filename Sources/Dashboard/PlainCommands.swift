import Declaration
import Query

// What each command does, by the events that its keys would be.
extension PlainDialogue {
  /// Carries out a command.
  ///
  /// - Parameter rest: what was typed after it.
  mutating func carryOut(_ command: PlainCommand, _ rest: String) -> [String] {
    let hadSources = wereSourcesTold
    wereSourcesTold = command == .sources && hadSources
    switch command {
    case .countries: return show(.countries, .countries, filter: rest)
    case .pillars: return show(.pillars, .pillars)
    case .timeline: return show(.timeline, .timeline)
    case .commitments: return show(.commitments, .commitments, filter: rest)
    case .matrix: return matrix(rest)
    case .disputes: return disputes()
    case .changes: return changes(rest)
    case .firstDay: return changes("since \(rest)")
    case .own: return own(filter: rest)
    case .filter: return filter(rest)
    case .endorsed: return toggle(.endorsed)
    case .attended: return toggle(.attended)
    case .without: return toggle(.without)
    case .sort: return sort(rest)
    case .list: return tell(state.plainPane)
    case .sources: return sources(rest)
    case .open, .detail: return rest.isEmpty ? page() : open(rest)
    case .source: return source(rest)
    case .briefing: return briefing(rest)
    case .compare: return compare(rest)
    case .back: return back()
    case .forward: return forward()
    case .openLink: return ask(.openLink)
    case .save: return save(rest)
    case .next: return next()
    case .earlier, .later, .today: return step(command)
    case .asOf: return asOf(rest)
    case .note: return note(rest)
    case .bookmark, .undo, .redo, .editionAlone, .restorePrevious:
      return command.request.map { ask($0) } ?? []
    case .whereabouts: return [state.whereabouts]
    case .language: return speak(rest)
    case .help: return PlainHelp.lines(on: rest, in: language)
    case .quit: return quit()
    case .more, .again: return []
    }
  }

  /// Asks for what is done outside; the answer is heard later, a refusal at once.
  private mutating func ask(_ request: Request) -> [String] {
    press(request)
    return effects.isEmpty ? [notice ?? language("Nothing was done.")] : []
  }

  /// What the state says of the last key.
  private var notice: String? { state.notice?.text }

  /// Goes on in a language that is named by its code or in itself, or in the next.
  private mutating func speak(_ name: String) -> [String] {
    guard !name.isEmpty else {
      press(.language)
      return [notice, state.standing].compactMap { $0 }
    }
    let typed = Folding.folded(name)
    let meant = Language.allCases.first {
      $0.rawValue == name.lowercased() || Folding.folded($0.ownName) == typed
        || Folding.folded($0.name) == typed
    }
    guard let meant else {
      let names = Language.allCases.map { "\($0.rawValue) (\($0.ownName))" }
      return [language("Name a language: \(list: PlainText.list(names, .or, in: language)).")]
    }
    state.speak(meant)
    state.chosenLanguage = meant
    return [state.standing]
  }

  // MARK: Time

  private mutating func step(_ command: PlainCommand) -> [String] {
    let before = state.snapshot.day
    // Asked again, the key goes back; the word says that it is that day.
    if command == .today { go(to: state.clock.today) } else { command.request.map { press($0) } }
    guard state.snapshot.day != before else {
      return [notice ?? language("It is that day already."), state.standing]
    }
    return (command == .today ? notice.map { [$0] } ?? [] : []) + [state.standing]
  }

  private mutating func asOf(_ rest: String) -> [String] {
    let day = PlainDay.read(rest, today: state.clock.today)
    guard rest.isEmpty || day != nil else { return [PlainDay.refusal(rest, in: language)] }
    go(to: day ?? state.dossier.startDay)
    return (notice.map { [$0] } ?? []) + [state.standing]
  }

  private mutating func next() -> [String] {
    press(.nextMeeting)
    guard let meeting = state.snapshot.nextMeeting else { return [notice ?? state.standing] }
    state.endTrail()
    let dates = state.snapshot.dates(of: meeting).map { DateText.long($0, in: language) }
    let days = state.snapshot.days(until: meeting)
    let place = [meeting.title[language], meeting.venue.place?[language]].compactMap { $0 }
    return [
      "\(place.joined(separator: ", "))\(language.colon) \(PlainText.list(dates, .or, in: language)), "
        + "\(DateText.countdown(days: days, in: language)). "
        + language("Type detail for all of it.")
    ]
  }

  // MARK: The user's own record

  private mutating func own(filter: String) -> [String] {
    let lines = show(.own, .own, filter: filter)
    // The session reads the store anew before every line.
    effects = []
    return lines
  }

  private mutating func note(_ text: String) -> [String] {
    guard !text.isEmpty else { return [language("Type note and its text.")] }
    guard let subject = state.subject else {
      return [language("Nothing is selected to write a note on.")]
    }
    guard !state.isEditionAlone else {
      return [
        language("This is the edition alone; type edition alone to see your record again.")
      ]
    }
    let about = subject.path.editable ?? subject.path
    effects = state.ask(
      .amend(
        Amendment(
          language("note on \(name: state.snapshot.name(of: about))"),
          [
            Amendment.Part(
              path: FactPath("notes", ""), base: nil,
              value: .entry(["about": .text(about.description), "text": .text(text)]))
          ])))
    return []
  }

  private mutating func quit() -> [String] {
    press(.quit)
    return effects.contains(.quit)
      ? []
      : [
        language(
          """
          What you changed is not saved and would be lost; quit again leaves anyway.
          """)
      ]
  }
}
