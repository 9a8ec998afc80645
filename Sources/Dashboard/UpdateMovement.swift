import Declaration

extension DashboardState {
  /// More lines than any list has.
  private var entryLimit: Int { 1 << 32 }

  /// Moves the selection of a list, or scrolls the detail.
  mutating func move(_ request: Request, in pane: Pane) {
    if pane == .map, isMapDrawn { return moveOnMap(request) }
    var page: Int { max(1, visibleRows(of: pane) - 1) }
    let distance: Int =
      switch request {
      case .up: -1
      case .down: 1
      case .pageUp: -page
      case .pageDown: page
      case .halfPageUp: -max(1, page / 2)
      case .halfPageDown: max(1, page / 2)
      case .top: -entryLimit
      default: entryLimit
      }
    // A page that is all on screen does not scroll to its ends.
    if pane == .detail, [.top, .bottom].contains(request) { detailLink = nil }
    move(by: distance, in: pane)
  }

  private mutating func move(by distance: Int, in pane: Pane) {
    if pane == .detail {
      if abs(distance) == 1 { stepInDetail(by: distance) } else { scrollDetail(by: distance) }
      return
    }
    guard pane != .comparison else {
      offsets[pane] = max(0, min((offsets[pane] ?? 0) + distance, entryLimit))
      return
    }
    guard let index = selectedIndex(in: pane) else { return }
    select(index + distance, in: pane)
  }

  /// Selects an entry of a list by its place, brought into range.
  mutating func select(_ index: Int, in pane: Pane) {
    let entries = entries(of: pane)
    guard !entries.isEmpty else { return }
    chosen[pane] = entries[min(max(0, index), entries.count - 1)]
    if pane == .changes { changePlace = min(max(0, index), entries.count - 1) }
    if pane == .charts { chartPlace = min(max(0, index), entries.count - 1) }
    if pane == .countries || pane == .map { followsBestMatch = false }
  }

  private func visibleRows(of pane: Pane) -> Int {
    guard let inside = layout.panes[pane]?.inside else { return 1 }
    return content(of: pane, in: inside).listHeight(in: inside.rows)
  }

  // MARK: Mouse

  mutating func take(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .drag: drag(column: mouse.column, row: mouse.row)
    case .release: held = nil
    case .press where mouse.row == size.rows - 1, .doubleClick where mouse.row == size.rows - 1:
      return takeOnFooter(mouse)
    case _ where help == nil && sheet != nil: return takeForSheet(mouse)
    case .press, .doubleClick, .wheelUp, .wheelDown: takeForPanes(mouse)
    }
    return []
  }

  private mutating func takeForPanes(_ mouse: Mouse) {
    guard help == nil,
      let (pane, rectangle) = layout.panes.first(where: {
        $0.value.contains(column: mouse.column, row: mouse.row)
      })
    else { return }
    if mouse.action == .press || mouse.action == .doubleClick {
      grasp(column: mouse.column, row: mouse.row)
      if held != nil {
        prompt = nil
        return focus(on: pane)
      }
    }
    if pane == .map, isMapDrawn { return takeOnMap(mouse, in: rectangle.inside) }
    switch mouse.action {
    case .wheelUp: move(by: -3, in: pane)
    case .wheelDown: move(by: 3, in: pane)
    case .drag, .release: break
    case .press, .doubleClick:
      prompt = nil
      focus(on: pane)
      guard pane != .detail, pane != .comparison else { return }
      let content = content(of: pane, in: rectangle.inside)
      let place = mouse.row - rectangle.inside.row - content.heads.count
      let row = place + (offsets[pane] ?? 0)
      guard (0..<content.listHeight(in: rectangle.inside.rows)).contains(place),
        row < content.rowCount, let entry = content.row(row).entry
      else { return }
      select(entry, in: pane)
      if mouse.action == .doubleClick { open() }
    }
  }
}
