/// The one table of keys: it answers what a key asks for, and the footer, the help and the manual
/// print it.
public struct KeyMap: Sendable {
  /// The keys of each request, the one to show first; none for one that only its name reaches.
  public let bindings: [(request: Request, keys: [Key])]

  /// A table by its rows.
  private init(_ bindings: [(request: Request, keys: [Key])]) { self.bindings = bindings }

  /// The table with other keys for some requests, in place of all that they had.
  public func changing(_ changes: [Request: [Key]]) -> KeyMap {
    changes.isEmpty ? self : KeyMap(bindings.map { ($0.request, changes[$0.request] ?? $0.keys) })
  }

  /// What a key asks for, outside a line that is being typed; of two rows that have it, the first.
  public func request(for key: Key) -> Request? {
    bindings.first { $0.keys.contains(key) }?.request
  }

  /// The keys of a request, the one to show first.
  public func keys(for request: Request) -> [Key] {
    bindings.first { $0.request == request }?.keys ?? []
  }

  /// The key of a request as a person reads it; where it has none, the key that finds it by its
  /// name.
  public func label(of request: Request) -> String {
    keys(for: request).first?.label ?? keys(for: .palette).first?.label ?? ""
  }

  /// The requests whose Ctrl keys count everywhere, also while something is typed.
  public static let everywhere: [Request] = [.quit, .suspend, .repaint]

  /// The keys as they are where nobody has changed them.
  public static let usual = KeyMap([
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
    (.borderLeft, [.character("{"), .controlLeft]),
    (.borderRight, [.character("}"), .controlRight]),
    (.borderUp, [.character("("), .controlUp]),
    (.borderDown, [.character(")"), .controlDown]),
    (.usualBorders, [.character("0")]),
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
    (.mouse, [.character("M")]),
    (.repaint, [.control("l")]),
    (.suspend, [.control("z")]),
    (.quit, [.character("q"), .control("c")]),
  ])
}

extension DashboardState {
  /// The key of a request, in the language of the screen.
  func label(_ request: Request) -> String { language.text(keys.label(of: request)) }
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
    case .controlUp: "Ctrl-↑"
    case .controlDown: "Ctrl-↓"
    case .controlLeft: "Ctrl-←"
    case .controlRight: "Ctrl-→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
