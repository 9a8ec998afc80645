import Declaration
import Query
import Threads

// What follows from the rest of the state: lists, page, scrolling and the panes' pictures.
extension DashboardState {
  /// What the lists show follows from these alone.
  private var listingKey: Listing.Key {
    Listing.Key(
      filter: filter.text, facet: facet, trail: trail, day: snapshot.day,
      meeting: facet == nil ? nil : facetMeeting?.id, view: view, listFilter: listFilter.text,
      order: order, sourceOwner: sourceOwner, start: changesStart, record: recordNumber)
  }

  /// Brings what follows from the rest of the state in line with it.
  mutating func settle() {
    relist()
    if listSubject != followedFrom { endTrail() }
    settleLayout()
    let layout = shown.layout
    let inside = (layout.panes[.detail] ?? Rectangle(column: 0, row: 0, columns: 82, rows: 0))
      .inside
    let pageKey = DetailPage.Key(
      subject: subject, day: snapshot.day, record: recordNumber, columns: inside.columns,
      minute: tellsTheTime ? clock.minute : nil)
    if page.key != pageKey { page = DetailPage(of: self, key: pageKey) }
    settleSearch()
    settleComparison(in: layout)
    settleMap(in: layout)
    settleSheet()
    settlePanes()
  }

  /// Settles without using anything of what was made before.
  mutating func settleAnew() {
    index = DashboardState.index(of: dossier)
    commitmentIndex = nil
    (listing, page, shown) = (Listing(of: snapshot), DetailPage(), ShownPanes())
    comparison = Comparison()
    cartography.forget()
    lastPlaces = [:]
    settle()
  }

  /// So many are made ready for filtering while a key is waited for, without being felt.
  private static let fewCommitments = 5000

  /// Brings the lists in line with what they follow from.
  mutating func relist() {
    if listing.key.day != snapshot.day || listing.key.record != recordNumber {
      listing = Listing(of: snapshot, record: recordNumber)
    }
    let key = listingKey
    if key.view == .commitments, commitmentIndex == nil {
      let isAhead = dossier.commitments.count > DashboardState.fewCommitments
      commitmentIndex = Foreseen(isAhead: isAhead) { [dossier] in CommitmentIndex(dossier) }
    }
    if listing.key != key { listing = Listing(of: self, key: key) }
  }

  private func pageContent(columns: Int) -> PaneContent {
    var content = page.content(title: detailTitle, link: focus == .detail ? detailLink : nil)
    if case .search(let search) = prompt { content.show(search, columns: columns) }
    return content
  }

  /// What a pane shows.
  func content(of pane: Pane, in inside: Rectangle) -> PaneContent {
    switch pane {
    case .pillars:
      PillarPane(state: self, columns: inside.columns, wrapsTitles: wrapsPillars).content
    case .countries: CountryPane(state: self, columns: inside.columns).content
    case .timeline: TimelinePane(state: self, inside: inside).content
    case .detail: pageContent(columns: inside.columns)
    case .commitments: CommitmentPane(state: self, inside: inside).content
    case .matrix: MatrixPane(state: self, columns: inside.columns).content
    case .sources: SourcePane(state: self, columns: inside.columns).content
    case .changes: ChangePane(state: self, columns: inside.columns).content
    case .comparison: ComparisonPane(state: self).content
    case .own: OwnPane(state: self, columns: inside.columns).content
    case .map: MapPane(state: self, inside: inside).content
    case .charts: ChartPane(state: self, columns: inside.columns).content
    }
  }
}
