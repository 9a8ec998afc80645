import Query

/// What is looked for in the page that the detail shows.
struct PageSearch: Hashable, Sendable {
  private(set) var editor = LineEditor()
  /// The rows of the page that have it.
  private(set) var rows: [Int] = []
  /// Which of them is shown, from zero.
  private(set) var hit = 0
  /// How far the page was scrolled when the search began, and the link that was chosen.
  let offsetBefore: Int
  let linkBefore: Int?
  /// The page that was looked through last.
  private(set) var page: DetailPage.Key?
  /// The row from which on a first hit counts.
  private let start: Int

  init(in page: DetailPage.Key?, from start: Int, offset: Int, link: Int?) {
    (self.page, self.start, offsetBefore, linkBefore) = (page, start, offset, link)
  }

  /// So many rows before and after a hit are shown with it.
  static let around = 2

  /// The row of the hit that is shown.
  var row: Int? { rows.indices.contains(hit) ? rows[hit] : nil }

  /// Changes what is looked for; the first hit from the start on is shown, else the first of all.
  mutating func edit(in page: DetailPage, _ change: (inout LineEditor) -> Void) {
    let before = editor.text
    change(&editor)
    if editor.text != before { look(in: page) }
  }

  /// Looks through the page again.
  private mutating func look(in page: DetailPage) {
    self.page = page.key
    rows = TextSearch(editor.text).rows(of: page.lines.lazy.map(\.text))
    hit = rows.firstIndex { $0 >= start } ?? 0
  }

  /// Looks again in a page that was made anew: for another width, another minute, another record.
  mutating func follow(_ page: DetailPage) {
    if page.key != self.page { look(in: page) }
  }

  /// Goes so many hits on, or back, and round.
  mutating func move(by step: Int) {
    guard !rows.isEmpty else { return }
    hit = ((hit + step) % rows.count + rows.count) % rows.count
  }
}

/// What was looked for last and where it was found, for whoever looks for it again.
struct LastSearch: Hashable, Sendable {
  let text: String
  let row: Int?
  let page: DetailPage.Key?
}

extension DashboardState {
  /// Begins to look for a text in the page.
  mutating func beginSearch() {
    let offset = offsets[.detail] ?? 0
    let link = detailLink.flatMap { page.links.indices.contains($0) ? $0 : nil }
    // What was found last and is on screen still is gone on from.
    let found = lastSearch.flatMap { $0.page == page.key ? $0.row : nil }.flatMap { row in
      window(at: offset).contains(row) ? row + 1 : nil
    }
    let start = found ?? link.map { page.links[$0].rows.lowerBound } ?? offset
    prompt = .search(PageSearch(in: page.key, from: start, offset: offset, link: link))
  }

  mutating func take(_ key: Key, for search: PageSearch) {
    var search = search
    switch key {
    case .escape: return leave(search)
    case .backspace where search.editor.text.isEmpty: return leave(search)
    case .enter:
      lookForTheLast(in: &search)
      return stay(search)
    case .down, .up:
      if !lookForTheLast(in: &search) { search.move(by: key == .down ? 1 : -1) }
    default: search.edit(in: page) { _ = $0.take(key) }
    }
    prompt = .search(search)
    if search.row == nil { offsets[.detail] = search.offsetBefore }
  }

  /// Where nothing is typed, what was looked for last is meant.
  @discardableResult
  private func lookForTheLast(in search: inout PageSearch) -> Bool {
    guard search.editor.text.isEmpty, let last = lastSearch else { return false }
    search.edit(in: page) { $0.set(last.text) }
    return true
  }

  /// Keeps an open search with the page; on another subject's page there is nothing to go on with.
  mutating func settleSearch() {
    guard case .search(var search) = prompt else { return }
    guard search.page?.subject == page.key?.subject, focus == .detail else {
      prompt = nil
      return
    }
    search.follow(page)
    prompt = .search(search)
  }

  /// Back to where the search began.
  private mutating func leave(_ search: PageSearch) {
    (prompt, offsets[.detail], detailLink) = (nil, search.offsetBefore, search.linkBefore)
  }

  /// Stays at what was found, and chooses what can be followed there.
  private mutating func stay(_ search: PageSearch) {
    prompt = nil
    guard !search.editor.text.isEmpty else { return }
    lastSearch = LastSearch(text: search.editor.text, row: search.row, page: page.key)
    guard let row = search.row else {
      notice = Notice(language("“\(typed: search.editor.text)” is not on this page."))
      return leave(search)
    }
    detailLink = page.links.firstIndex { $0.rows.contains(row) }
    guard let inside = layout.panes[.detail]?.inside else { return }
    var content = page.content(title: Line(), link: nil)
    content.show(search, columns: inside.columns)
    offsets[.detail] = content.offset(from: offsets[.detail] ?? 0, rows: inside.rows)
  }
}

extension PaneContent {
  /// Shows what is looked for: the line in which it is typed, and where the page has it.
  mutating func show(_ search: PageSearch, columns: Int) {
    let count = search.rows.isEmpty ? "0" : "\(search.hit + 1)/\(search.rows.count)"
    showTyped(search.editor, found: count, columns: columns)
    if let row = search.row, row < rowCount {
      selection = row..<(row + 1)
      kept = max(0, row - PageSearch.around)..<min(rowCount, row + PageSearch.around + 1)
    }
    let (text, row) = (TextSearch(search.editor.text), row)
    self.row = { place in
      let found = row(place)
      return PaneRow(
        found.line.emphasized(.match, at: text.ranges(in: found.line.text)), entry: found.entry)
    }
  }
}
