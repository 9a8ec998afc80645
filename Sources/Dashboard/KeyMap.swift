/// The one table of keys: it answers what a key asks for, and the footer and the help print it.
public enum KeyMap {
  /// The keys of each request, the one to show first.
  public static let bindings: [(request: Request, keys: [Key])] = [
    (.up, [.up, .character("k"), .control("p")]),
    (.down, [.down, .character("j"), .control("n")]),
    (.pageUp, [.pageUp, .control("b")]),
    (.pageDown, [.pageDown, .control("f"), .character(" ")]),
    (.halfPageUp, [.control("u")]),
    (.halfPageDown, [.control("d")]),
    (.top, [.character("g"), .home]),
    (.bottom, [.character("G"), .end]),
    (.nextPane, [.tab]),
    (.previousPane, [.backTab]),
    (.left, [.left, .character("h")]),
    (.right, [.right, .character("l")]),
    (.pillars, [.character("1")]),
    (.countries, [.character("2")]),
    (.timeline, [.character("3")]),
    (.detail, [.character("4")]),
    (.zoom, [.character("z")]),
    (.open, [.enter]),
    (.back, [.escape, .backspace]),
    (.pageBefore, [.character("<")]),
    (.pageAfter, [.character(">")]),
    (.filter, [.character("/")]),
    (.endorsed, [.character("e")]),
    (.attended, [.character("a")]),
    (.without, [.character("w")]),
    (.nextMeeting, [.character("n")]),
    (.earlier, [.character("[")]),
    (.later, [.character("]")]),
    (.today, [.character("T")]),
    (.chooseDay, [.character("@")]),
    (.commitments, [.character("c")]),
    (.matrix, [.character("x")]),
    (.map, [.character("m")]),
    (.charts, [.character("H")]),
    (.closer, [.character("+"), .character("=")]),
    (.farther, [.character("-")]),
    (.sources, [.character("s")]),
    (.changes, [.character("d")]),
    (.compare, [.character("C")]),
    (.sort, [.character("S")]),
    (.firstDay, [.character("F")]),
    (.copy, [.character("y")]),
    (.openLink, [.character("o")]),
    (.briefing, [.character("B")]),
    (.own, [.character("r")]),
    (.note, [.character("N")]),
    (.bookmark, [.character("b")]),
    (.edit, [.character("E")]),
    (.add, [.character("A")]),
    (.delete, [.character("D")]),
    (.undo, [.character("u")]),
    (.redo, [.control("r")]),
    (.sync, [.character("Y")]),
    (.editionAlone, [.character("V")]),
    (.saveElsewhere, [.character("W")]),
    (.restorePrevious, [.character("P")]),
    (.palette, [.character(":")]),
    (.help, [.character("?"), .function(1)]),
    (.language, [.character("L")]),
    (.theme, [.character("t")]),
    (.repaint, [.control("l")]),
    (.suspend, [.control("z")]),
    (.quit, [.character("q"), .control("c")]),
  ]

  private static let requests: [Key: Request] = Dictionary(
    bindings.flatMap { binding in binding.keys.map { ($0, binding.request) } }
  ) { first, _ in first }

  /// What a key asks for, outside a line that is being typed.
  public static func request(for key: Key) -> Request? { requests[key] }

  /// The keys of a request, the one to show first.
  public static func keys(for request: Request) -> [Key] {
    bindings.first { $0.request == request }?.keys ?? []
  }
}

extension Key {
  /// The key as a person reads it: `j`, `Ctrl-d`, `Enter`, `↑`.
  public var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
