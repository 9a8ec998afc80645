import Declaration

// Where things stand, in sentences.
extension DashboardState {
  /// What the as-of day means: who has endorsed and what is next.
  var standing: String {
    let snapshot = snapshot
    let endorsed = snapshot.endorsers.count
    return "As of \(DateText.long(snapshot.day)): \(endorsed) of \(dossier.countries.count) "
      + "countries \(endorsed == 1 ? "has" : "have") endorsed; \(nextSentence)."
  }

  private var nextSentence: String {
    guard let meeting = snapshot.nextMeeting else { return "no meeting ahead is known" }
    let days = meeting.date.first - snapshot.day
    let place = meeting.venue.city ?? meeting.title.english
    return days > 0
      ? "the next meeting is \(place) \(DateText.countdown(days: days))"
      : "the meeting in \(place) is being held"
  }

  /// How much the record holds on the day.
  var holdings: String {
    let parts = [
      Figures.count(dossier.pillars.count, "pillar"),
      Figures.count(snapshot.packages.count, "action package"),
      Figures.count(snapshot.commitments.count, "commitment"),
      Figures.count(snapshot.meetings.count, "meeting"),
      "\(Figures.count(snapshot.disputes.count, "point")) on which sources differ",
    ]
    return "The record holds \(PlainText.list(parts))."
  }

  /// What is selected, what hides something, and the day, in one sentence.
  var whereabouts: String {
    var parts = [
      subject.map { "\(snapshot.fullName(of: $0)) is selected" } ?? "Nothing is selected"
    ]
    parts.append("the list is \(plainPane.name.lowercased())")
    parts += narrowings(of: plainPane)
    parts.append("as of \(DateText.long(snapshot.day))")
    if isEditionAlone { parts.append("the edition alone, without your record") }
    return parts.joined(separator: "; ") + "."
  }

  /// The list that is read out: of the view, or the one of the record that had the focus last.
  var plainPane: Pane { view.list ?? subjectPane }

  /// What hides something from a list, in words.
  func narrowings(of pane: Pane) -> [String] {
    var parts: [String] = []
    let typed = filter(of: pane).text
    if ![.pillars, .timeline, .comparison].contains(pane), !typed.isEmpty {
      parts.append("filter \(typed)")
    }
    if [.countries, .matrix].contains(pane) {
      let meeting = facetMeeting.map { snapshot.shortName(of: $0) } ?? "a meeting"
      switch facet {
      case .endorsed: parts.append("only those that endorsed")
      case .attended: parts.append("only those at \(meeting)")
      case .without: parts.append("only those that neither endorsed nor were at \(meeting)")
      case nil: break
      }
    }
    if !trail.isEmpty, ![.sources, .changes, .own].contains(pane) {
      parts.append("narrowed to \(PlainText.list(trail.map { snapshot.name(of: $0) }))")
    }
    if pane == .sources, let owner = sourceOwner {
      parts.append("only of \(snapshot.fullName(of: owner))")
    }
    return parts
  }

  /// The sentence before a list: how many, of how many, and what hides the rest.
  func heading(of pane: Pane) -> String {
    let count = entries(of: pane).count
    let narrowed = ([counted(in: pane, count)] + narrowings(of: pane)).joined(separator: "; ")
    switch pane {
    case .commitments where count > 0:
      let sums = listing.totals.sums.map(Figures.amount)
      let total = sums.isEmpty ? "no figures" : PlainText.list(sums)
      return "\(narrowed); by \(order.rawValue). Total: \(total)."
    default: return narrowed + "."
    }
  }

  private func counted(in pane: Pane, _ count: Int) -> String {
    switch pane {
    case .countries, .matrix: return "\(count) of \(dossier.countries.count) countries"
    case .pillars: return Figures.count(count, "pillar").capitalizedFirst
    case .timeline:
      let meetings = snapshot.meetings.count
      return "\(Figures.count(meetings, "meeting")) and "
        + Figures.count(count - meetings, "event around them", plural: "events around them")
    case .commitments:
      return "\(count) of \(Figures.count(snapshot.commitments.count, "commitment"))"
    case .sources:
      let disputes = listing.sources.count { if case .dispute = $0 { true } else { false } }
      return "\(Figures.count(count - disputes, "source").capitalizedFirst) and "
        + "\(Figures.count(disputes, "point")) on which they differ"
    case .changes:
      return "\(Figures.count(count, "change").capitalizedFirst) after "
        + "\(DateText.short(changesStart)), up to \(DateText.short(snapshot.day))"
    case .own: return Figures.count(count, "entry", plural: "entries").capitalizedFirst
    default: return pane.name
    }
  }
}
