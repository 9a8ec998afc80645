import Declaration
import Query

/// Every action by its name, narrowed to what is typed: for those whose key nobody remembers.
struct Palette: Sendable {
  var search = LineEditor()
  private(set) var selected = 0
  var offset = 0

  /// What moves in a list is no action to look for by name.
  static let requests = Request.allCases.filter {
    $0.group != .move && ![.palette, .left, .right].contains($0)
  }

  /// The actions that what is typed can mean, the likeliest first.
  func requests(in language: Language) -> [Request] {
    let typed = Array(Folding.folded(search.text.filter { !$0.isWhitespace }))
    guard !typed.isEmpty else { return Palette.requests }
    let ranked = Palette.requests.enumerated().compactMap {
      place, request -> (Int, Int, Request)? in
      let name = [language.hint(request.hint), request.hint].compactMap {
        Palette.rank(typed, in: $0)
      }
      let text = Palette.rank(typed, in: language.text(request.explanation)).map { $0 + 10 }
      return (name + [text].compactMap { $0 }).min().map { ($0, place, request) }
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// How far a name is from what is typed: 0 where it begins so, 1 where it holds it, more where its
  /// letters stand apart in it; nil where they don't.
  private static func rank(_ typed: [UInt8], in name: String) -> Int? {
    let letters = Folding.folded(name.filter { !$0.isWhitespace })
    if letters.starts(with: typed) { return 0 }
    guard let first = letters.firstIndex(of: typed[0]) else { return nil }
    var (place, gaps) = (first, 0)
    for letter in typed.dropFirst() {
      guard let next = letters[(place + 1)...].firstIndex(of: letter) else { return nil }
      gaps += next - place - 1
      place = next
    }
    return 1 + gaps
  }

  mutating func select(_ place: Int, of count: Int) {
    selected = max(0, min(place, count - 1))
  }

  /// Takes a key that moves or is typed.
  mutating func take(_ key: Key, in language: Language) {
    let count = requests(in: language).count
    switch key {
    case .up: select(selected - 1, of: count)
    case .down, .tab: select(selected + 1, of: count)
    case .pageUp: select(selected - 10, of: count)
    case .pageDown: select(selected + 10, of: count)
    default: if search.take(key) { (selected, offset) = (0, 0) }
    }
  }

  func content(columns: Int, keys: KeyMap, in language: Language) -> PaneContent {
    func name(_ request: Request) -> String { language.hint(request.hint).capitalizedFirst }
    func key(_ request: Request) -> String {
      keys.keys(for: request).first.map { language.text($0.label) } ?? ""
    }
    // As wide as all of them want it: columns that move while somebody types can't be read.
    let all = Palette().requests(in: language)
    let nameColumns = 2 + min(columns / 3, all.map { name($0).cellWidth }.max() ?? 0)
    let keyColumns = 2 + (all.map { key($0).cellWidth }.max() ?? 0)
    let rows = requests(in: language).enumerated().map { place, request in
      var line = Line(" \(name(request))", .heading).truncated(to: nameColumns - 1)
      line.pad(to: nameColumns)
      line.append(key(request).rightPadded(to: keyColumns), .key)
      line.append(language.text(request.explanation), .quiet)
      return PaneRow(line.truncated(to: columns), entry: place)
    }
    var content = PaneContent(title: Line(language("Actions")), rows: rows, selected: selected)
    let window = search.window(cells: max(1, columns - 3))
    var head = Line(" : ", .label)
    head.append(window.text, .input)
    content.heads = [head]
    content.emptyText = [Line(" \(language("No action is called so."))", .quiet)]
    content.cursor = (column: 3 + window.cursor, row: 0)
    return content
  }
}

extension DashboardState {
  /// Takes a key for the palette; Enter does what is selected.
  mutating func take(_ key: Key, for palette: Palette) -> [Effect] {
    var palette = palette
    switch key {
    case .escape: leaveSheet()
    case .backspace where palette.search.text.isEmpty: leaveSheet()
    case .enter: return carryOut(palette)
    default:
      palette.take(key, in: language)
      sheet = .palette(palette)
    }
    return []
  }

  private mutating func carryOut(_ palette: Palette) -> [Effect] {
    let requests = palette.requests(in: language)
    guard requests.indices.contains(palette.selected) else { return [] }
    leaveSheet()
    return perform(requests[palette.selected])
  }

  /// Takes a click or the wheel for the palette; a double click does what is under it.
  mutating func take(_ action: Mouse.Action, on entry: Int?, for palette: Palette) -> [Effect] {
    var palette = palette
    let count = palette.requests(in: language).count
    switch action {
    case .wheelUp: palette.select(palette.selected - 1, of: count)
    case .wheelDown: palette.select(palette.selected + 1, of: count)
    default: if let entry { palette.select(entry, of: count) }
    }
    sheet = .palette(palette)
    return action == .doubleClick && entry != nil ? carryOut(palette) : []
  }
}
