import Declaration

// Lists: which one, what hides something from it, and its lines.
extension PlainDialogue {
  /// Asks for something as its key does.
  mutating func press(_ request: Request) {
    guard let key = KeyMap.usual.keys(for: request).first else { return }
    effects += state.update(.key(key))
  }

  /// Whether all of something is asked for.
  func isAll(_ word: String) -> Bool {
    word == "all" || word == PlainCommand.word("all", in: language)
  }

  /// Types a text at what a key asked for, and Enter.
  mutating func type(_ text: String) {
    _ = state.update(.key(.control("u")))
    if !text.isEmpty { _ = state.update(.paste(text)) }
    _ = state.update(.key(.enter))
  }

  /// Goes to a list; what the filter then is may be said with it.
  mutating func show(_ pane: Pane, _ request: Request, filter: String = "") -> [String] {
    if state.view.list != pane { press(request) }
    state.focus(on: pane)
    state.endTrail()
    return filter.isEmpty ? tell(pane) : self.filter(filter)
  }

  /// Filters the list on screen; no text shows all of it again.
  mutating func filter(_ text: String) -> [String] {
    let before = self
    // In a page the same key searches.
    state.focus(on: state.filterPane)
    press(.filter)
    type(text)
    opened = []
    state.endTrail()
    let lines = tell(state.filterPane)
    let faults = state.listing.faults.count
    guard faults > 0 else { return lines }
    // All stays as it was: the numbers that the user has heard, and the way back.
    self = before
    return Array(lines.prefix(faults))
  }

  /// Leaves only some countries, or all again at the second time of asking.
  mutating func toggle(_ request: Request) -> [String] {
    press(request)
    opened = []
    return tell(state.filterPane)
  }

  /// A list: what it is, then a numbered line an entry.
  mutating func tell(_ pane: Pane) -> [String] {
    let entries = state.entries(of: pane)
    (numbered, isOnPage, cited) = (Array(entries), false, [])
    var lines = state.listing.faults.map { "\(language.retold($0.message))." }
    lines.append(state.heading(of: pane))
    if pane == .changes {
      return lines + changeLines(state.listing.changes)
    }
    if entries.isEmpty, !state.filter(of: pane).text.isEmpty {
      lines.append(language("Type filter alone to see all again."))
    }
    return lines
      + entries.enumerated().map { "\($0 + 1). \(state.plainRow(of: $1, in: pane))" }
  }

  private func changeLines(_ changes: [Change]) -> [String] {
    changes.enumerated().map { place, change in
      let sentence =
        ChangeText.sentence(on: change, in: state.dossier)
        + ChangeText.marks(of: change, in: state.snapshot)
      return
        "\(place + 1). \(DateText.short(change.day, in: language))\(language.colon) \(sentence)"
    }
  }

  // MARK: Lists with questions of their own

  /// The matrix, or a country's row of it.
  mutating func matrix(_ name: String) -> [String] {
    guard !name.isEmpty else { return show(.matrix, .matrix) }
    let countries = state.subjects(named: name).filter {
      if case .country = $0 { true } else { false }
    }
    guard !countries.isEmpty else { return show(.matrix, .matrix, filter: name) }
    return countries.map { state.plainRow(of: $0, in: .matrix) + "." }
  }

  mutating func disputes() -> [String] {
    let disputes = state.snapshot.disputes.map { Subject.dispute($0.id) }
    (numbered, isOnPage, cited) = (disputes, false, [])
    let count = Figures.count(disputes.count, "point", in: language).capitalizedFirst
    return [
      language(
        """
        \(figure: count) on which sources differ, as of \
        \(day: DateText.short(state.snapshot.day, in: language)).
        """)
    ]
      + disputes.enumerated().map { "\($0 + 1). \(state.plainRow(of: $1, in: .sources))" }
  }

  /// The sources of what is selected; asked again, or for all, every source.
  mutating func sources(_ rest: String) -> [String] {
    if state.view != .sources { press(.sources) }
    if isAll(rest) || wereSourcesTold { state.sourceOwner = nil }
    state.focus(on: .sources)
    state.settle()
    state.endTrail()
    wereSourcesTold = true
    return tell(.sources)
  }

  /// Sorts the commitments by what is named, or by the next in turn.
  mutating func sort(_ rest: String) -> [String] {
    let orders = CommitmentOrder.allCases
    let meant = orders.filter { order in
      [order.rawValue, language.text(order.rawValue)].contains { $0.hasPrefix(rest.lowercased()) }
    }
    guard !meant.isEmpty else {
      let names = orders.map { language.text($0.rawValue) }
      return [
        language("Commitments are sorted by \(list: PlainText.list(names, .or, in: language)).")
      ]
    }
    if state.view != .commitments { press(.commitments) }
    state.focus(on: .commitments)
    press(.sort)
    while !rest.isEmpty, state.order != meant[0] { press(.sort) }
    return tell(.commitments)
  }

  /// What stands before the first and the last day of changes.
  private static let starts: Set<String> = [
    "since", "after", "from", "desde", "después", "depois", "depuis", "après",
  ]
  private static let ends: Set<String> = ["to", "until", "hasta", "até", "jusqu'au", "au"]

  /// What changed; `since` a day, `from` one `to` another, or since the last meeting.
  mutating func changes(_ rest: String) -> [String] {
    var words = rest.split(separator: " ").map(String.init)
    guard let first = words.first?.lowercased() else { return show(.changes, .changes) }
    guard PlainDialogue.starts.contains(first) else {
      return show(.changes, .changes, filter: rest)
    }
    words.removeFirst()
    let end = words.firstIndex { PlainDialogue.ends.contains($0.lowercased()) } ?? words.count
    let start = words[..<end].joined(separator: " ")
    let isLast = start.isEmpty || "the last meeting".hasSuffix(start.lowercased())
    let day = PlainDay.read(start, today: state.clock.today)
    guard isLast || day != nil else { return [PlainDay.refusal(start, in: language)] }
    if end < words.count {
      let text = words[(end + 1)...].joined(separator: " ")
      guard let last = PlainDay.read(text, today: state.clock.today) else {
        return [PlainDay.refusal(text, in: language)]
      }
      go(to: last)
    }
    if state.view != .changes { press(.changes) }
    press(.firstDay)
    type(isLast ? "" : day.map(String.init(describing:)) ?? "")
    return show(.changes, .changes)
  }

  mutating func go(to day: Day) {
    press(.chooseDay)
    type("\(day)")
  }
}
