import Declaration

/// Everything on what is selected, wrapped to a width, with numbered sources.
struct DetailPage: Sendable {
  /// Everything that a page follows from.
  struct Key: Hashable, Sendable {
    let subject: Subject?
    let day: Day
    let columns: Int
    /// The minute, on pages that tell the time at a place.
    let minute: Int?
  }

  let key: Key?
  let lines: [Line]
  let links: [DetailLink]

  /// A page before anything is selected.
  init() { (key, lines, links) = (nil, [], []) }

  /// The widest text that reads well.
  private static let widest = 96

  init(of state: DashboardState, key: Key) {
    self.key = key
    let snapshot = state.snapshot
    var text = DetailText(
      snapshot, columns: min(key.columns, DetailPage.widest), clock: state.clock)
    switch state.subject {
    case .pillar(let id): snapshot.dossier.pillar(id).map { text.tell(of: $0) }
    case .country(let code): snapshot.dossier.country(code).map { text.tell(of: $0) }
    case .meeting(let id): snapshot.dossier.meeting(id).map { text.tell(of: $0) }
    case .context(let id):
      snapshot.dossier.context.first { $0.id == id }.map { text.tell(of: $0) }
    case .package(let id): snapshot.dossier.package(id).map { text.tell(of: $0) }
    case .commitment(let id): snapshot.commitment(id).map { text.tell(of: $0) }
    case .dispute(let id): snapshot.disputes.first { $0.id == id }.map { text.tell(of: $0) }
    case .source(let id): snapshot.dossier.sources[id].map { text.tell(of: $0) }
    case nil: text.paragraph("Nothing is selected.", role: .quiet)
    }
    (lines, links) = text.finished
  }

  /// - Parameter link: the place of the link that is chosen.
  func content(title: Line, link: Int?) -> PaneContent {
    var content = PaneContent(title: title, rows: lines.map { PaneRow($0) })
    if let link, links.indices.contains(link) { content.selection = links[link].rows }
    return content
  }
}

extension DashboardState {
  var detailTitle: Line {
    guard let subject else { return Line("Detail", .title) }
    let way = [listSubject].compactMap { $0 } + followed.map(\.subject)
    let names = way.map { name(of: $0) }.joined(separator: " › ")
    let title = Line("Detail: \(names)", .title)
    let room = (layout.panes[.detail]?.columns ?? size.columns) - 8
    return title.width <= room || way.count < 2
      ? title : Line("Detail: … › \(name(of: subject))", .title)
  }
}
