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

  /// A page before anything is selected.
  init() { (key, lines) = (nil, []) }

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
    lines = text.finished
  }

  func content(title: Line) -> PaneContent {
    PaneContent(title: title, rows: lines.map { PaneRow($0) })
  }
}

extension DashboardState {
  var detailTitle: Line {
    guard let subject else { return Line("Detail", .title) }
    return Line("Detail: \(name(of: subject))", .title)
  }
}
