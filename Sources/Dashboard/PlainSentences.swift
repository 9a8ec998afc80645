import Declaration

// Where things stand, in sentences.
extension DashboardState {
  /// What the as-of day means: who has endorsed and what is next.
  var standing: String {
    let snapshot = snapshot
    let endorsed = snapshot.endorsers.count
    let (day, total) = (DateText.long(snapshot.day, in: language), dossier.countries.count)
    return language(
      endorsed,
      one: "As of \(day: day): \(count: endorsed) of \(total: total) countries has endorsed",
      other: "As of \(day: day): \(count: endorsed) of \(total: total) countries have endorsed")
      + "\(language.semicolon) \(nextSentence)."
  }

  private var nextSentence: String {
    guard let meeting = snapshot.nextMeeting else { return language("no meeting ahead is known") }
    let days = snapshot.days(until: meeting)
    let place = meeting.venue.city(in: language) ?? meeting.title[language]
    return days.map { $0 > 0 } ?? true
      ? language(
        """
        the next meeting is \(place: place) \
        \(countdown: DateText.countdown(days: days, in: language))
        """)
      : language("the meeting in \(place: place) is being held")
  }

  /// How much the record holds on the day.
  var holdings: String {
    let parts = [
      Figures.count(dossier.pillars.count, "pillar", in: language),
      Figures.count(snapshot.packages.count, "action package", in: language),
      Figures.count(snapshot.commitments.count, "commitment", in: language),
      Figures.count(snapshot.meetings.count, "meeting", in: language),
      language(
        """
        \(figure: Figures.count(snapshot.disputes.count, "point", in: language)) on which \
        sources differ
        """),
    ]
    return language("The record holds \(list: PlainText.list(parts, in: language)).")
  }

  /// What is selected, what hides something, and the day, in one sentence.
  var whereabouts: String {
    var parts = [
      subject.map { language("\(name: snapshot.fullName(of: $0)) is selected") }
        ?? language("Nothing is selected")
    ]
    parts.append(language("the list is \(name: language.text(plainPane.name).lowercased())"))
    parts += narrowings(of: plainPane)
    parts.append(language("as of \(day: DateText.long(snapshot.day, in: language))"))
    if isEditionAlone { parts.append(language("the edition alone, without your record")) }
    return parts.joined(separator: "\(language.semicolon) ") + "."
  }

  /// The list that is read out: of the view, or the one of the record that had the focus last.
  var plainPane: Pane { view.list ?? subjectPane }

  /// What hides something from a list, in words.
  func narrowings(of pane: Pane) -> [String] {
    var parts: [String] = []
    let typed = filter(of: pane).text
    if ![.pillars, .timeline, .comparison].contains(pane), !typed.isEmpty {
      parts.append(language("filter \(typed: typed)"))
    }
    if [.countries, .matrix].contains(pane) {
      let meeting = facetMeeting.map { snapshot.shortName(of: $0) } ?? language("a meeting")
      switch facet {
      case .endorsed: parts.append(language("only those that endorsed"))
      case .attended: parts.append(language("only those at \(meeting: meeting)"))
      case .without:
        parts.append(
          language("only those that neither endorsed nor were at \(meeting: meeting)"))
      case nil: break
      }
    }
    if !trail.isEmpty, ![.sources, .changes, .own].contains(pane) {
      parts.append(
        language(
          """
          narrowed to \
          \(list: PlainText.list(trail.map { snapshot.name(of: $0) }, in: language))
          """))
    }
    if pane == .sources, let owner = sourceOwner {
      parts.append(language("only of \(name: snapshot.fullName(of: owner))"))
    }
    return parts
  }

  /// The sentence before a list: how many, of how many, and what hides the rest.
  func heading(of pane: Pane) -> String {
    let count = entries(of: pane).count
    let narrowed = ([counted(in: pane, count)] + narrowings(of: pane)).joined(
      separator: "\(language.semicolon) ")
    switch pane {
    case .commitments where count > 0:
      let sums = listing.totals.sums.map { Figures.amount($0, in: language) }
      let total = sums.isEmpty ? language("no figures") : PlainText.list(sums, in: language)
      return narrowed + "\(language.semicolon) "
        + language("by \(name: language.text(order.rawValue)). Total: \(list: total).")
    default: return narrowed + "."
    }
  }

  private func counted(in pane: Pane, _ count: Int) -> String {
    switch pane {
    case .countries, .matrix:
      return language("\(count: count) of \(total: dossier.countries.count) countries")
    case .pillars: return Figures.count(count, "pillar", in: language).capitalizedFirst
    case .timeline:
      let meetings = snapshot.meetings.count
      let events = Figures.count(
        count - meetings, "event around them", plural: "events around them", in: language)
      return PlainText.list(
        [Figures.count(meetings, "meeting", in: language), events], in: language)
    case .commitments:
      let all = Figures.count(snapshot.commitments.count, "commitment", in: language)
      if snapshot.commitments.isEmpty { return all.capitalizedFirst }
      return language("\(count: count) of \(figure: all)")
    case .sources:
      let disputes = listing.sources.count { if case .dispute = $0 { true } else { false } }
      let sources = Figures.count(count - disputes, "source", in: language).capitalizedFirst
      let points = Figures.count(disputes, "point", in: language)
      return language("\(figure: sources) and \(text: points) on which they differ")
    case .changes:
      let first = DateText.short(changesStart, in: language)
      let last = DateText.short(snapshot.day, in: language)
      let changes = Figures.count(count, "change", in: language).capitalizedFirst
      return language("\(figure: changes) after \(first: first), up to \(last: last)")
    case .own:
      return Figures.count(count, "entry", plural: "entries", in: language).capitalizedFirst
    default: return language.text(pane.name)
    }
  }
}
