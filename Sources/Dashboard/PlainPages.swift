import Declaration

// Pages: what they are on, the way from one to the next, briefings and comparisons.
extension PlainDialogue {
  /// All on what is selected.
  mutating func page() -> [String] {
    guard let subject = state.subject else { return [language("Nothing is selected.")] }
    return tell(PlainPage(on: subject, in: state.snapshot, clock: state.clock))
  }

  private mutating func tell(_ page: PlainPage) -> [String] {
    (numbered, isOnPage, cited) = (page.targets, true, page.cited)
    return page.lines
  }

  /// Opens a line of the last list or page by its number, or anything by its name.
  mutating func open(_ rest: String) -> [String] {
    guard let number = Int(rest) else {
      return named(rest) { dialogue, subject in dialogue.open(subject) }
    }
    guard numbered.indices.contains(number - 1) else {
      return [
        numbered.isEmpty
          ? language("Nothing is numbered yet; type countries, then open and a number.")
          : language(
            """
            There is no line \(number: number); the numbers go from 1 to \(count: numbered.count).
            """)
      ]
    }
    let subject = numbered[number - 1]
    guard isOnPage else { return open(subject) }
    state.follow(subject)
    return page()
  }

  private mutating func open(_ subject: Subject) -> [String] {
    let before = state.trail
    state.reach(subject)
    let lines = page()
    guard state.trail != before, let last = state.trail.last else { return lines }
    opened.removeAll { $0.isSameKind(as: last) }
    opened.append(last)
    return [
      language(
        "Opened; other lists are narrowed to \(name: state.name(of: last)) until you type back.")
    ]
      + lines
  }

  /// Does something with what a text names; says so when that is nothing or several things.
  private mutating func named(
    _ text: String, _ use: (inout PlainDialogue, Subject) -> [String]
  ) -> [String] {
    let found = state.subjects(named: text)
    guard let first = found.first else {
      return [
        language(
          """
          Nothing is called "\(typed: text)" as of \
          \(day: DateText.short(state.snapshot.day, in: language)).
          """)
      ]
    }
    guard found.count > 1 else { return use(&self, first) }
    (numbered, isOnPage, cited) = (found, false, [])
    return [language("\"\(typed: text)\" can mean:")]
      + found.enumerated().map { "\($0 + 1). \(state.snapshot.fullName(of: $1))" }
  }

  /// A source of the last page by its number, with its address; it is then what is selected.
  mutating func source(_ rest: String) -> [String] {
    guard let number = Int(rest) else {
      return [language("Type source and its number on the page; sources lists them.")]
    }
    var id = cited.indices.contains(number - 1) ? cited[number - 1] : nil
    if id == nil, cited.isEmpty, numbered.indices.contains(number - 1),
      case .source(let listed) = numbered[number - 1]
    {
      id = listed
    }
    guard let id, let source = state.dossier.sources[id] else {
      return [
        language(
          "There is no source \(number: number) on the last page; type sources for a list.")
      ]
    }
    state.follow(.source(id))
    let facts = state.snapshot.facts(restingOn: id, atMost: 0).count
    let figure = Figures.count(facts, "fact", in: language).capitalizedFirst
    return [
      language(
        "Source \(number: number): \(text: PlainPage.words(for: source, in: language))"),
      language(
        facts, one: "\(figure: figure) rests on it.", other: "\(figure: figure) rest on it.")
        + " " + language("Type detail for them, open link for the page."),
    ]
  }

  // MARK: Back and forward

  /// One step back: to the page before, to the list, or out of the last thing that hides something.
  mutating func back() -> [String] {
    let before = state.whereabouts
    let isInDetail = state.focus == .detail
    if isInDetail, state.followed.isEmpty {
      press(.back)
      renumber()
      return [language("Back to the list: \(text: state.heading(of: state.plainPane))")]
    }
    if !isInDetail, state.view == .record, let last = opened.popLast(), state.trail.last == last {
      state.trail.removeLast()
      state.settle()
    } else {
      press(.back)
      // In the record a page and its list are one step.
      if state.followed.isEmpty, state.view == .record { state.focus(on: state.subjectPane) }
    }
    renumber()
    return [
      state.whereabouts == before
        ? language("There is nothing to go back from.") : state.whereabouts
    ]
  }

  /// Lets numbers mean what was returned to, without saying it all again.
  private mutating func renumber() {
    guard state.focus == .detail, let subject = state.subject else {
      (numbered, isOnPage, cited) = (Array(state.entries(of: state.plainPane)), false, [])
      return
    }
    _ = tell(PlainPage(on: subject, in: state.snapshot, clock: state.clock))
  }

  mutating func forward() -> [String] {
    let before = state.subject
    press(.pageAfter)
    return state.subject == before ? [language("There is no page ahead.")] : page()
  }

  // MARK: Briefings

  mutating func briefing(_ name: String) -> [String] {
    if !name.isEmpty {
      return named(name) { dialogue, subject in dialogue.briefing(on: subject) }
    }
    return briefing(on: state.subject)
  }

  private mutating func briefing(on subject: Subject?) -> [String] {
    guard let page = subject.flatMap({ PlainPage(briefingOn: $0, in: state.snapshot) }) else {
      return [
        language("A briefing is on a country or a meeting: briefing peru, or briefing lima.")
      ]
    }
    return tell(page)
  }

  /// Saves a briefing as a file; what is selected stays so.
  mutating func save(_ name: String) -> [String] {
    guard !name.isEmpty else { return saveBriefing(state) }
    return named(name) { dialogue, subject in
      var state = dialogue.state
      state.follow(subject)
      return dialogue.saveBriefing(state)
    }
  }

  private mutating func saveBriefing(_ state: DashboardState) -> [String] {
    var state = state
    effects = state.saveBriefing()
    return effects.isEmpty
      ? [
        language("A briefing is on a country or a meeting: save briefing peru.")
      ] : []
  }
}
