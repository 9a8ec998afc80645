import Declaration

/// What is left of a session for the next one: where its user was and how they had the screen.
///
/// The as-of day is not among it: nobody is to take an earlier day for the present one.
public struct Remembered: Hashable, Sendable {
  /// As it is written; what is as usual is not in it.
  public let value: RecordValue

  /// What was left, as it is written. What means nothing here is passed over where it is used.
  public init(_ value: RecordValue) { self.value = value }

  /// The language that the user chose while looking.
  public var language: Language? { text("language").flatMap { Language(rawValue: $0) } }

  /// Whether the mouse is taken, where the user chose that while looking.
  public var takesMouse: Bool? {
    if case .flag(let takes) = value["mouse"] { takes } else { nil }
  }

  /// The theme that the user chose while looking.
  public var theme: String? { text("theme") }

  /// What the user chose of how things look, without where they were.
  public var choices: Remembered {
    let kept = ["language", "theme", "mouse"].compactMap { name in
      value[name].map { (name, $0) }
    }
    return Remembered(.entry(Dictionary(kept) { first, _ in first }))
  }

  /// The same, with another language chosen.
  public func choosing(_ language: Language) -> Remembered {
    Remembered(value.setting(.text(language.rawValue), at: ["language"]))
  }

  func text(_ name: String) -> String? { value[name]?.text }

  func number(_ name: String) -> Int? { value[name]?.whole }

  /// A place in a list, from zero.
  func place(_ name: String) -> Int { max(0, number(name) ?? 0) }

  func flag(_ name: String) -> Bool { value[name] == .flag(true) }

  /// The one of some words that stands under a name.
  func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
    text(name).flatMap { Choice(rawValue: $0) }
  }

  /// The one of some panes that stands under a name.
  func pane(_ name: String, among panes: [Pane]) -> Pane? {
    choice(name).flatMap { panes.contains($0) ? $0 : nil }
  }

  func texts(_ name: String) -> [String] { (value[name]?.elements ?? []).compactMap(\.text) }
}

extension RecordValue {
  /// A number without a fraction; nil for anything else.
  fileprivate var whole: Int? {
    if case .number(let literal) = self { Int(literal) } else { nil }
  }
}

extension DashboardState {
  /// What the next session begins with.
  public var remembered: Remembered {
    var fields: [String: RecordValue] = [:]
    func note(_ name: String, _ text: String, unless usual: String = "") {
      if text != usual { fields[name] = .text(text) }
    }
    note("view", view.rawValue, unless: View.record.rawValue)
    note("focus", focus.rawValue, unless: Pane.timeline.rawValue)
    note("list", subjectPane.rawValue, unless: Pane.timeline.rawValue)
    if view != .record {
      note("list_before", listBefore.rawValue, unless: Pane.timeline.rawValue)
    }
    note("filter", filter.text)
    note("list_filter", listFilter.text)
    note("facet", facet?.rawValue ?? "")
    note("sort", order.rawValue, unless: CommitmentOrder.date.rawValue)
    note("map", cartography.theme.rawValue, unless: MapTheme.status.rawValue)
    note("timeline", timelineScale.rawValue, unless: TimelineScale.whole.rawValue)
    note("language", chosenLanguage?.rawValue ?? "")
    note("theme", chosenTheme ?? "")
    if let chosenMouse { fields["mouse"] = .flag(chosenMouse) }
    if cartography.isClose { fields["map_close"] = .flag(true) }
    if isZoomed { fields["zoomed"] = .flag(true) }
    if changePlace > 0 { fields["change"] = .number("\(changePlace)") }
    if chartPlace > 0 { fields["chart"] = .number("\(chartPlace)") }
    if matrixColumn > 0 { fields["matrix_column"] = .number("\(matrixColumn)") }
    if !compared.isEmpty { fields["compared"] = .list(compared.map { .text($0) }) }
    let trail = trail.filter(\.isOfTheEdition).map { RecordValue.text($0.path.description) }
    if !trail.isEmpty { fields["trail"] = .list(trail) }
    let next = snapshot.nextMeeting.map { Subject.meeting($0.id) }
    let selected = chosenAndFound.filter { pane, subject in
      subject.isOfTheEdition && (pane != .timeline || subject != next)
    }.map { pane, subject in
      (pane.rawValue, RecordValue.text(subject.path.description))
    }
    if !selected.isEmpty { fields["selected"] = .entry(Dictionary(selected) { $1 }) }
    let shares = borders.shares.map { ($0.key.rawValue, RecordValue.number("\($0.value)")) }
    if !shares.isEmpty { fields["borders"] = .entry(Dictionary(shares) { $1 }) }
    let drafts = keptDrafts
    if !drafts.isEmpty { fields["unsaved"] = .list(drafts) }
    return Remembered(.entry(fields))
  }

  /// What is selected in the lists; while a filter is typed the best match counts as chosen.
  private var chosenAndFound: [Pane: Subject] {
    guard followsBestMatch, let best = selected(in: filterPane) else { return chosen }
    return chosen.merging([filterPane: best]) { $1 }
  }

  /// Goes back to where the last session was left, as far as it is still there.
  mutating func resume(_ last: Remembered) {
    if let words = last.text("filter") { filter.insert(words) }
    if let words = last.text("list_filter") { listFilter.insert(words) }
    facet = last.choice("facet")
    order = last.choice("sort") ?? order
    cartography.theme = last.choice("map") ?? cartography.theme
    cartography.isClose = last.flag("map_close")
    timelineScale = last.choice("timeline") ?? timelineScale
    (chosenLanguage, chosenTheme, chosenMouse) = (last.language, last.theme, last.takesMouse)
    matrixColumn = min(last.place("matrix_column"), max(0, snapshot.packages.count - 1))
    (changePlace, chartPlace) = (last.place("change"), last.place("chart"))
    compared = last.texts("compared").reduce(into: []) { compared, code in
      let isNew = dossier.country(code) != nil && !compared.contains(code)
      if isNew, compared.count < 3 { compared.append(code) }
    }
    for name in Borders.Name.allCases {
      Remembered(last.value["borders"] ?? .null).number(name.rawValue)
        .map { borders.set(name, to: $0) }
    }
    for subject in last.texts("trail").compactMap(subject(at:)) {
      trail.removeAll { $0.isSameKind(as: subject) }
      trail.append(subject)
    }
    if let selected = last.value["selected"] {
      for pane in Pane.allCases {
        let path = selected[pane.rawValue]?.text
        if let subject = path.flatMap(subject(at:)) { chosen[pane] = subject }
      }
    }
    resumePanes(last)
    resume(drafts: last.value["unsaved"]?.elements ?? [])
  }

  private mutating func resumePanes(_ last: Remembered) {
    let view: View = last.choice("view") ?? .record
    self.view = view == .comparison && compared.count < 2 ? .record : view
    let lists = self.view.panes.filter { $0 != .detail }
    subjectPane = last.pane("list", among: lists) ?? self.view.list ?? .timeline
    listBefore = last.pane("list_before", among: View.record.panes) ?? .timeline
    focus = last.pane("focus", among: self.view.panes) ?? subjectPane
    isZoomed = last.flag("zoomed")
  }

  /// What a pointer leads to, where that is in the record.
  private func subject(at pointer: String) -> Subject? {
    FactPath(pointer: pointer).flatMap { Subject(path: $0) }.flatMap {
      dossier.has($0) ? $0 : nil
    }
  }
}

extension Subject {
  /// Whether it is found again by its place in the record.
  fileprivate var isOfTheEdition: Bool {
    if case .own = self { false } else { true }
  }
}
