import Dashboard
import Declaration
import SeededGenerator

/// Something that a robot does to the dashboard.
public enum Act: Sendable {
  case event(Event)
  /// Something that others do to the store's file.
  case outside(Interference)
}

/// What others do to a store's file while the dashboard is open.
public enum Interference: CaseIterable, Sendable {
  /// Another instance writes a note.
  case note
  /// Another instance takes its last step back.
  case undo
  /// Something that is no store is written over it.
  case rubbish
  /// It is taken away.
  case removal
  /// It is as it was before it was spoilt.
  case mending
}

/// Random acts that follow from a seed: keys for the most part, more often those that do something.
public struct RandomActs {
  private var generator: SeededGenerator
  /// Keys that are typed one after the other before anything else is thought of.
  private var typing: [Key] = []
  private var size: Size
  private var clock: Clock

  /// The acts that follow from a seed, on a screen of a size, from a time on.
  public init(seed: UInt64, size: Size, clock: Clock) {
    generator = SeededGenerator(seed: seed)
    (self.size, self.clock) = (size, clock)
  }

  /// The next act.
  public mutating func next() -> Act {
    if !typing.isEmpty { return .event(.key(typing.removeFirst())) }
    switch Int.random(in: 0..<1000, using: &generator) {
    case 0..<440: return .event(.key(pick(RandomActs.bound)))
    case ..<640: return .event(.key(pick(RandomActs.moving)))
    case ..<730: return .event(.key(.character(pick(RandomActs.characters))))
    case ..<770: return .event(.key(.control(pick(Array("abcdefghijklmnopqrstuvwxy")))))
    case ..<840:
      typing = pick(RandomActs.phrases)
      return next()
    case ..<900: return .event(.mouse(mouse()))
    case ..<930: return .event(.paste(paste()))
    case ..<955:
      size = newSize()
      return .event(.resize(size))
    case ..<960: return .event(fromOutside())
    case ..<985:
      let minutes = pick([0, 1, 1, 1, 60, 1440, 1440, 44_640, -1, -1440, -525_600, 5_256_000])
      clock = RandomActs.later(clock, by: minutes)
      return .event(.clock(clock))
    default:
      return .outside(
        pick([.note, .note, .note, .undo, .rubbish, .removal, .mending, .mending, .mending]))
    }
  }

  /// One of some, at random.
  public mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: choices.indices, using: &generator)]
  }

  /// How a record that is shared may stand.
  public mutating func sharing() -> Sharing {
    Sharing(
      pick([.idle, .working, .offline, .halted]), ahead: pick([0, 0, 3]), behind: pick([0, 0, 12]))
  }

  /// What comes by itself: of sharing, and of the theme.
  private mutating func fromOutside() -> Event {
    let paths = [
      FactPath("countries", "PE", "capital"), FactPath("notes", "robot-3"), FactPath("nothing"),
      FactPath("meetings", "lima-2022"), FactPath("meetings", "lima-2022", "attendance", "BR"),
    ]
    return pick([
      .sharing(sharing()), .arrived([pick(paths), pick(paths)], disputes: pick([0, 0, 1, 5])),
      .arrived(pick([[], paths]), disputes: 0), .notice(Notice("Sent to the clipboard: x")),
      .theme(pick(["dark", "light", "none"]), Notice("Theme dark.")),
    ])
  }

  private mutating func mouse() -> Mouse {
    let action = pick([
      Mouse.Action.press, .press, .doubleClick, .wheelUp, .wheelDown, .drag, .release,
    ])
    return Mouse(
      action, column: Int.random(in: 0..<size.columns, using: &generator),
      row: Int.random(in: 0..<size.rows, using: &generator))
  }

  private mutating func paste() -> String {
    let length = pick([0, 1, 3, 20, 400])
    return String((0..<length).map { _ in pick(RandomActs.characters + ["\n", "\t", "\r\n"]) })
  }

  /// Mostly sizes that people have, sometimes any.
  private mutating func newSize() -> Size {
    let usual = [(80, 24), (120, 40), (200, 60), (100, 30), (60, 20), (40, 12), (20, 5)]
    let (columns, rows) = pick(usual)
    guard pick([true, false, false]) else { return Size(columns: columns, rows: rows) }
    return Size(
      columns: Int.random(in: 1...240, using: &generator),
      rows: Int.random(in: 1...80, using: &generator))
  }

  private static func later(_ clock: Clock, by minutes: Int) -> Clock {
    let minute = max(0, min(clock.minute + minutes, 100_000_000))
    return Clock(today: Day(number: minute / 1440), minute: minute)
  }
}

// MARK: What is pressed

extension RandomActs {
  /// Every key that is bound but those that leave the program; they come among the phrases.
  private static let bound = KeyMap.usual.bindings.filter {
    ![.quit, .suspend].contains($0.request)
  }
  .flatMap(\.keys)

  private static let moving: [Key] = [
    .up, .down, .left, .right, .tab, .backTab, .enter, .enter, .escape, .escape, .home, .end,
    .pageUp, .pageDown, .backspace, .delete, .down, .down, .function(1), .function(12),
  ]

  /// Letters of some languages, marks, and what terminals are unsure of.
  private static let characters: [Character] =
    Array("aeiounrstlpqmxgz0129 :,-\"'<>@/\\#%{}[]ñçüßÁ")
    + ["漢", "字", "한", "😀", "👨‍👩‍👧", "🇵🇪", "e\u{301}", "\u{301}", "\u{200D}", "\u{FE0F}"]
    + ["☎\u{FE0F}", "ﷺ", "ع", "\u{202E}", "\u{1B}", "\u{7}", "\u{0}", "\u{AD}", "\u{2028}"]

  /// What somebody might do on purpose, as keys.
  private static let phrases: [[Key]] =
    ["/per", "/pillar:2 ", "/-status:endorsed", "/region:south,north", "/attended:lima", "/\"new"]
    .map { typed($0) }
    + ["canada", "méxico", "amount:>10M", "due:<2024", "zzzz"].map { typed("c/\($0)", .enter) }
    + ["2022-06-10", "2022-10-07", "1000-01-01", "9999-12-31", "2022-02-30", "x"]
    .flatMap { [typed("@\($0)", .enter), typed("d") + typed("F\($0)", .enter)] }
    + ["note", "map", "theme", "undo", "what", "timeline"].map { typed(":\($0)", .enter) }
    + [
      typed("NAsk the embassy", .enter, .character("x"), .control("s")),
      typed("N", .control("s")), typed("Nx", .escape), typed("b"), typed("bb"), typed("bu"),
      typed("E", .down, .down, .control("u")) + typed("9") + [.control("s")],
      typed("E", .control("s")), typed("E", .tab, .down, .tab, .control("s")),
      typed("A", .down, .enter) + typed("pe") + [.tab, .enter, .tab, .down, .control("s")],
      typed("A", .enter) + typed("x") + [.enter, .enter, .enter, .control("t"), .control("s")],
      typed("D", .enter), typed("uuu"), [.control("r"), .control("r")], typed("Wx", .enter),
      typed("P"), typed("V"), typed("r", .down, .enter), typed("rD"), typed("rr"),
      typed("2C", .down) + typed("C", .down) + typed("C"), typed("m++", .right) + typed("S-"),
      typed("4", .down, .enter, .down, .enter) + typed("<>"), typed("?map", .escape),
      typed("H", .down, .down), typed("x", .right, .right, .enter), typed("ss", .down, .enter),
      typed("q"), [.control("c")], typed("qq"), [.control("c"), .control("c")],
    ]

  private static func typed(_ text: String, _ keys: Key...) -> [Key] {
    text.map { .character($0) } + keys
  }
}
