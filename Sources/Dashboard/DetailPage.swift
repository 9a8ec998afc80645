import Declaration

/// Everything on what is selected, wrapped to a width, with numbered sources.
struct DetailPage: Sendable {
  /// Everything that a page follows from.
  struct Key: Hashable, Sendable {
    let subject: Subject?
    let day: Day
    /// Which of the records it is that were put under the screen.
    let record: Int
    let columns: Int
    /// The minute, on pages that tell the time at a place.
    let minute: Int?
  }

  let key: Key?
  let lines: [Line]
  let links: [DetailLink]
  /// The sources by their numbers on the page, from one.
  let cited: [SourceID]

  /// A page before anything is selected.
  init() { (key, lines, links, cited) = (nil, [], [], []) }

  /// How much of a list is read on a screen; more would only be waited for.
  static let readable = 100
  /// The widest text that reads well.
  static let widest = 96

  init(of state: DashboardState, key: Key) {
    self.key = key
    let snapshot = state.snapshot
    var text = DetailText(
      snapshot, columns: min(key.columns, DetailPage.widest), clock: state.clock)
    text.keys = state.keys
    text.readable = DetailPage.readable
    if let subject = state.subject {
      text.tell(of: subject)
    } else {
      text.paragraph(state.language("Nothing is selected."), role: .quiet)
    }
    (lines, links, cited) = text.finished
  }

  /// - Parameter link: the place of the link that is chosen.
  func content(title: Line, link: Int?) -> PaneContent {
    var content = PaneContent(title: title, lines: lines)
    if let link, links.indices.contains(link) { content.selection = links[link].rows }
    return content
  }
}

extension DetailText {
  /// All on a subject, with what the user's own record has on it.
  mutating func tell(of subject: Subject) {
    let dossier = snapshot.dossier
    if case .own(let entry) = subject { return tell(of: entry) }
    beginPage(on: subject)
    switch subject {
    case .pillar(let id): dossier.pillar(id).map { tell(of: $0) }
    case .country(let code): dossier.country(code).map { tell(of: $0) }
    case .meeting(let id): dossier.meeting(id).map { tell(of: $0) }
    case .context(let id): dossier.context.first { $0.id == id }.map { tell(of: $0) }
    case .package(let id): dossier.package(id).map { tell(of: $0) }
    case .commitment(let id):
      dossier.commitment(id).map { tell(of: $0) }
    case .dispute(let id): dossier.disputes.first { $0.id == id }.map { tell(of: $0) }
    case .source(let id): dossier.sources[id].map { tell(of: $0) }
    case .own: break
    }
    tellAwaited()
  }
}

extension DashboardState {
  var detailTitle: Line {
    guard let subject else { return Line(language("Detail"), .title) }
    let first = listSubject.map { name(of: $0) } ?? ""
    let way = followed.reduce(first) { before, page in
      let name = name(of: page.subject)
      return before.isEmpty ? name : "\(before) › \(name)"
    }
    let title = Line(language("Detail: \(name: way)"), .title)
    let room = PaneBorder.titleRoom(
      columns: layout.panes[.detail]?.columns ?? size.columns, number: Pane.detail.number)
    return title.width <= room || followed.isEmpty
      ? title : Line(language("Detail: \(name: "… › \(name(of: subject))")"), .title)
  }
}
