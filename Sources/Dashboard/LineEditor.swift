/// A line of text that is being typed: the filter, a day.
public struct LineEditor: Hashable, Sendable {
  /// The text.
  public private(set) var text = ""
  /// The characters before the cursor.
  public private(set) var cursor = 0
  /// The longest text that can be typed; what goes beyond is not taken.
  private let limit: Int

  /// An empty line.
  ///
  /// - Parameter limit: the most characters that it takes.
  public init(limit: Int = 500) { self.limit = limit }

  /// Replaces the text and puts the cursor at its end.
  public mutating func set(_ text: String) {
    self.text = String(text.prefix(limit))
    cursor = self.text.count
  }

  /// Puts text at the cursor; line breaks become spaces.
  public mutating func insert(_ addition: String) {
    let oneLine = String(addition.map { $0.isNewline ? " " : $0 }).visible
    let head = text[..<place(cursor)] + oneLine.prefix(max(0, limit - text.count))
    text = String(head + text[place(cursor)...])
    // An accent joins the letter before it: the text grows by less than what was typed.
    cursor = min(head.count, text.count)
  }

  /// Takes a key; false when an editor has no use for it.
  public mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: remove(from: cursor - 1)
    case .delete, .control("d"): removeAfterCursor()
    case .control("w"): remove(from: wordStart)
    case .control("u"): remove(from: 0)
    case .control("k"): text = String(text[..<place(cursor)])
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    default: return false
    }
    return true
  }

  /// The part of the text around the cursor that fits into so many cells, the cursor's own among
  /// them, and the cell of the cursor in it.
  public func window(cells: Int) -> (text: String, cursor: Int) {
    let characters = Array(text)
    var start = cursor
    var before = 0
    while start > 0, before + characters[start - 1].cellWidth < max(1, cells) {
      start -= 1
      before += characters[start].cellWidth
    }
    // What is cut away before it is marked.
    let head = start > 0 && cursor > start ? "…".rightPadded(to: characters[start].cellWidth) : ""
    let rest = String(characters[(start + (head.isEmpty ? 0 : 1))...])
    return ((head + rest).prefix(cells: max(1, cells)), before)
  }

  private func place(_ offset: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: offset)
  }

  private mutating func remove(from start: Int) {
    let start = max(0, start)
    text.removeSubrange(place(start)..<place(cursor))
    cursor = start
  }

  private mutating func removeAfterCursor() {
    if cursor < text.count { text.remove(at: place(cursor)) }
  }

  /// Where the word before the cursor begins.
  private var wordStart: Int {
    let before = Array(text.prefix(cursor))
    let end = before.lastIndex { $0 != " " } ?? -1
    return (before[..<(end + 1)].lastIndex(of: " ") ?? -1) + 1
  }
}
