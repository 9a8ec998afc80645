import Declaration

extension Key {
  /// The key that a name stands for: a letter, `Ctrl-d`, `F2`, `Space`, `PgUp`, as the help prints
  /// them; case does not matter but in single letters.
  public init?(named name: String) {
    if name.count == 1, let character = name.first {
      self.init(character)
      return
    }
    let lower = name.lowercased()
    if let key = Key.names[lower] {
      self = key
    } else if lower.hasPrefix("ctrl-"), lower.count == 6, let letter = lower.last,
      ("a"..."z").contains(letter), !Key.takenByTerminals.contains(letter)
    {
      self = .control(letter)
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()),
      (1...12).contains(number), !lower.hasPrefix("f0")
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// The key that a label of the screen stands for.
  init?(shown label: String, in language: Language) {
    let own = Key.names.values.first { language.text($0.label) == label }
    if let own { self = own } else { self.init(named: label) }
  }

  private init?(_ character: Character) {
    if let arrow = Key.names[String(character)] {
      self = arrow
      return
    }
    guard character != " ", String(character).visible == String(character), character.cellWidth > 0
    else { return nil }
    self = .character(character)
  }

  /// Ctrl with these sends what Backspace, Tab and Enter send.
  private static let takenByTerminals: Set<Character> = ["h", "i", "j", "m"]

  private static let names: [String: Key] = {
    let keys: [Key] = [
      .character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left,
      .right, .home, .end, .pageUp, .pageDown, .controlUp, .controlDown, .controlLeft,
      .controlRight,
    ]
    let words: [(String, Key)] = [
      ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("ctrl-up", .controlUp),
      ("ctrl-down", .controlDown), ("ctrl-left", .controlLeft), ("ctrl-right", .controlRight),
    ]
    return Dictionary(keys.map { ($0.label.lowercased(), $0) } + words) { first, _ in first }
  }()
}
