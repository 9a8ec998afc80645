import Declaration

/// What is on screen: worked out when the state settles and drawn from then on. A pane is made anew
/// only when something that it follows from has changed.
struct ShownPanes: Sendable {
  /// Everything that a layout follows from.
  struct LayoutKey: Hashable, Sendable {
    let size: Size
    let view: View
    let focus: Pane
    let isZoomed: Bool
    let borders: Borders
    let wrapsPillars: Bool
    let record: Int
  }

  fileprivate(set) var layout = PaneLayout.none
  fileprivate var layoutKey: LayoutKey?
  fileprivate(set) var panes: [Pane: ShownPane] = [:]
}

/// A pane as it stands on the screen.
struct ShownPane: Sendable {
  /// Everything that the picture of a pane of the record follows from.
  struct Key: Hashable, Sendable {
    let rectangle: Rectangle
    let size: Size
    let isZoomed: Bool
    let isFocused: Bool
    var offset: Int
    let selected: Int?
    let day: Day
    let record: Int
    let trail: [Subject]
    // Of the countries and the matrix alone.
    var listing: Listing.Key?
    var filter: LineEditor?
    // Of the matrix alone.
    var column: Int?
    // Of the comparison alone.
    var comparison: Comparison.Key?
    // Of the timeline alone.
    var scale: TimelineScale?
    // Of the detail alone.
    var page: DetailPage.Key?
    var link: Int?
    var search: PageSearch?
    var way: [Subject] = []
  }

  /// Nil where the pane is made anew with every event.
  let key: Key?
  let picture: Frame
}

extension DashboardState {
  /// Which panes are on screen and where.
  var layout: PaneLayout {
    let key = layoutKey
    return key == shown.layoutKey ? shown.layout : layout(of: key)
  }

  mutating func settleLayout() {
    let key = layoutKey
    guard key != shown.layoutKey else { return }
    (shown.layout, shown.layoutKey) = (layout(of: key), key)
  }

  private var layoutKey: ShownPanes.LayoutKey {
    ShownPanes.LayoutKey(
      size: Size(columns: size.columns, rows: size.rows - statusLines.count), view: view,
      focus: focus, isZoomed: isZoomed, borders: borders, wrapsPillars: wrapsPillars,
      record: recordNumber)
  }

  private func layout(of key: ShownPanes.LayoutKey) -> PaneLayout {
    PaneLayout(
      size: key.size, view: key.view, focus: key.focus, zoomed: key.isZoomed, borders: key.borders
    ) { columns in
      PillarPane(state: self, columns: columns, wrapsTitles: key.wrapsPillars).rowCount
    }
  }

  /// Tall screens have room for the pillars' titles in full.
  var wrapsPillars: Bool { size.rows >= 32 }

  /// Scrolls the panes to what is selected in them, and draws those that changed.
  mutating func settlePanes() {
    var panes: [Pane: ShownPane] = [:]
    for (pane, rectangle) in shown.layout.panes {
      let selected = selectedIndex(in: pane)
      lastPlaces[pane] = selected
      var key = key(of: pane, in: rectangle, selected: selected)
      if let key, let before = shown.panes[pane], before.key == key {
        panes[pane] = before
        continue
      }
      let content = content(of: pane, in: rectangle.inside)
      let offset = content.offset(from: offsets[pane] ?? 0, rows: rectangle.inside.rows)
      offsets[pane] = offset
      key?.offset = offset
      panes[pane] = ShownPane(
        key: key, picture: picture(of: pane, content, at: offset, in: rectangle))
    }
    shown.panes = panes
  }

  private func key(of pane: Pane, in rectangle: Rectangle, selected: Int?) -> ShownPane.Key? {
    var key = ShownPane.Key(
      rectangle: rectangle, size: size, isZoomed: isZoomed, isFocused: isFocused(pane),
      offset: offsets[pane] ?? 0, selected: selected, day: snapshot.day, record: recordNumber,
      trail: trail)
    switch pane {
    case .pillars: break
    case .timeline: key.scale = timelineScale
    case .countries:
      key.listing = listing.key
      key.filter = prompt == .filter ? filter : nil
    case .matrix:
      key.listing = listing.key
      key.filter = prompt == .filter ? filter : nil
      key.column = matrixColumn
    case .comparison: key.comparison = comparison.key
    case .detail:
      key.page = page.key
      if case .search(let search) = prompt { key.search = search }
      key.link = focus == .detail ? detailLink : nil
      key.way = [listSubject].compactMap { $0 } + followed.map(\.subject)
    default: return nil
    }
    return key
  }
}
