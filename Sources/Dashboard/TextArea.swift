/// A text of several lines that is being typed.
struct TextArea: Hashable, Sendable {
  private(set) var characters: [Character] = []
  /// The characters before the cursor.
  private(set) var cursor = 0
  /// The longest text that can be typed; what goes beyond is not taken.
  private static let limit = 1_000_000

  init(_ text: String = "") {
    insert(text)
  }

  var text: String { String(characters) }

  /// Puts text at the cursor, with its line breaks.
  mutating func insert(_ addition: String) {
    let room = max(0, TextArea.limit - characters.count)
    let head = String(characters[..<cursor]) + TextArea.plain(addition).prefix(room)
    let whole = head + String(characters[cursor...])
    characters = Array(whole)
    // An accent joins the letter before it: the text grows by less than what was typed.
    cursor = min(head.count, characters.count)
  }

  private static func plain(_ text: String) -> String {
    String(text.map { $0.isNewline ? "\n" : $0 == "\t" ? " " : $0 })
      .split(separator: "\n", omittingEmptySubsequences: false).map(\.visible)
      .joined(separator: "\n")
  }

  /// Takes a key; false when it has no use for it.
  ///
  /// - Parameter columns: the cells of a row, between which the cursor goes up and down.
  mutating func take(_ key: Key, columns: Int) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .enter: insert("\n")
    case .backspace: remove(from: cursor - 1)
    case .delete, .control("d"): removeAfterCursor()
    case .control("w"): remove(from: wordStart)
    case .control("u"): remove(from: rowOfCursor(columns).lowerBound)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .up, .control("p"): move(by: -1, columns: columns)
    case .down, .control("n"): move(by: 1, columns: columns)
    case .home, .control("a"): cursor = rowOfCursor(columns).lowerBound
    case .end, .control("e"): cursor = rowOfCursor(columns).upperBound
    default: return false
    }
    return true
  }

  private mutating func remove(from start: Int) {
    let start = max(0, start)
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  private mutating func removeAfterCursor() {
    if cursor < characters.count { characters.remove(at: cursor) }
  }

  private var wordStart: Int {
    let end = characters[..<cursor].lastIndex { !$0.isWhitespace } ?? -1
    return (characters[..<(end + 1)].lastIndex(where: \.isWhitespace) ?? -1) + 1
  }
}

// MARK: Rows on the screen

extension TextArea {
  /// The rows in which the text is shown, broken between words; a line break and the blank that a
  /// row ends with belong to no row.
  func rows(columns: Int) -> [Range<Int>] {
    // The cursor needs a cell after the last character of a row.
    let room = max(1, columns - 1)
    var rows: [Range<Int>] = []
    var (start, width, lastBlank) = (0, 0, -1)
    var place = 0
    while place < characters.count {
      let character = characters[place]
      if character == "\n" {
        rows.append(start..<place)
        (start, width, lastBlank) = (place + 1, 0, -1)
      } else if width + character.cellWidth > room, place > start {
        let end = character == " " ? place : lastBlank > start ? lastBlank : place
        rows.append(start..<end)
        start = end < characters.count && characters[end] == " " ? end + 1 : end
        (width, lastBlank) = (0, -1)
        place = start - 1
      } else {
        if character == " " { lastBlank = place }
        width += character.cellWidth
      }
      place += 1
    }
    rows.append(min(start, characters.count)..<characters.count)
    return rows
  }

  /// The row and the cell in which the cursor stands.
  func place(columns: Int) -> (row: Int, column: Int) {
    let rows = rows(columns: columns)
    let row = rows.lastIndex { $0.lowerBound <= cursor } ?? 0
    let before = characters[rows[row].lowerBound..<min(cursor, rows[row].upperBound)]
    return (row, before.reduce(0) { $0 + $1.cellWidth })
  }

  private func rowOfCursor(_ columns: Int) -> Range<Int> {
    let row = rows(columns: columns)[place(columns: columns).row]
    return row.lowerBound..<max(row.lowerBound, row.upperBound)
  }

  /// To another row, in the cell that is nearest.
  mutating func move(by distance: Int, columns: Int) {
    let (row, column) = place(columns: columns)
    moveTo(row: row + distance, column: column, columns: columns)
  }

  /// To a cell of a row; to the end of the row where it is shorter.
  mutating func moveTo(row: Int, column: Int, columns: Int) {
    let rows = rows(columns: columns)
    let target = rows[max(0, min(row, rows.count - 1))]
    var room = column
    cursor =
      target.prefix { place in
        room -= characters[place].cellWidth
        return room >= 0
      }.endIndex
  }
}
