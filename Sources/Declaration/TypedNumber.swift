/// A number as people type it: with signs between groups of thousands, and one before the fraction.
///
/// A word of the program's own figures may stand behind it, or a letter for it: `2.5 million`, `2.5M`.
///
/// What can be two numbers is taken only where the language decides, so that nothing that is typed
/// means one number in one language and another in another.
public struct TypedNumber {
  /// The number with a point before the fraction, and with a comma; nil where it can't be read so.
  private let byPoint, byComma: Double?
  private let language: Language
  private let hasComma, hasPoint: Bool

  /// - Parameter holds: which numbers there can be.
  public init(_ text: String, in language: Language, where holds: (Double) -> Bool) {
    let (text, size) = TypedNumber.parted(text, in: language)
    func read(_ thousands: Character, _ fraction: Character) -> Double? {
      TypedNumber.number(text, thousands, fraction).map { ($0 * size).rounded(at: size) }
        .flatMap { holds($0) ? $0 : nil }
    }
    (byPoint, byComma) = (read(",", "."), read(".", ","))
    (hasComma, hasPoint) = (text.contains(","), text.contains("."))
    self.language = language
  }

  private var isByComma: Bool { language != .en }

  /// The number; nil where there is none, or one of two.
  public var number: Double? {
    guard readings.isEmpty else { return nil }
    return isByComma ? byComma ?? byPoint : byPoint
  }

  /// The number in JSON's form; nil where there is none, or one of two.
  var literal: String? { number.map(TypedNumber.literal) }

  /// How it could be written; nil where it has no sign that parts digits.
  var writing: FieldProblem.Writing? {
    if !readings.isEmpty { return .readings(readings) }
    guard hasComma || hasPoint else { return nil }
    switch language {
    case .en: return .examples(["1500", "1,500", "1.5"])
    case .es, .pt: return .examples(["1500", "1.500", "1,5"])
    case .fr: return .examples(["1500", "1 500", "1,5"])
    }
  }

  /// Two numbers that it can be, written so that each can be only one; empty where it is one.
  private var readings: [String] {
    guard let byPoint, let byComma, byPoint != byComma, hasComma == isByComma else { return [] }
    return [byPoint, byComma].sorted(by: >).map {
      TypedNumber.text(TypedNumber.literal($0), isByComma: isByComma)
    }
  }

  /// A number of the record as it is typed.
  static func text(_ literal: String, in language: Language) -> String {
    language == .en ? literal : text(literal, isByComma: true)
  }
}

extension TypedNumber {
  private static let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}"]

  /// The words that figures are written with, in every language.
  private static let sizes: [(words: [String], size: Double)] = [
    (["million", "millions", "millón", "millones", "milhão", "milhões"], 1e6),
    (["billion", "mil millones", "bilhão", "bilhões", "milliard", "milliards"], 1e9),
  ]

  /// The letters that stand for a size, small or capital.
  private static let letters: [Character: Double] = ["k": 1e3, "m": 1e6, "b": 1e9]

  /// The figure before a word for its size, and that size; 1 where there is no such word.
  private static func parted(
    _ text: String, in language: Language
  ) -> (figure: String, size: Double) {
    let lowercased = text.lowercased()
    if let letter = lowercased.last, let size = letters[letter],
      text.dropLast().last?.isNumber ?? false
    {
      return (String(text.dropLast()), size)
    }
    // The longest first: “mil millones” ends in “millones”.
    for (words, size) in sizes.reversed() {
      for word in words where lowercased.hasSuffix(word) {
        // A French billion is a thousand English ones.
        if language == .fr, word == "billion" { continue }
        let figure = text.dropLast(word.count)
        guard figure.last.map(spaces.contains) ?? false else { continue }
        return (String(figure.dropLast()), size)
      }
    }
    return (text, 1)
  }

  private static func number(
    _ text: String, _ thousands: Character, _ fraction: Character
  ) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: fraction, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let separators = Set(whole.filter { $0 == thousands || spaces.contains($0) })
    let groups = whole.split(omittingEmptySubsequences: false, whereSeparator: separators.contains)
    let isGrouped =
      groups.count == 1
      || (1...3).contains(groups[0].count) && !groups[0].hasPrefix("0")
        && groups.dropFirst().allSatisfy { $0.count == 3 }
    let plain = groups.joined() + (parts.count == 2 ? ".\(parts[1])" : "")
    guard separators.count <= 1, isGrouped, plain.utf8.contains(where: { $0 != 46 }),
      plain.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 })
    else { return nil }
    return Double(plain).map { text.hasPrefix("-") ? -$0 : $0 }
  }

  private static func literal(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  /// A number in JSON's form as it can't be mistaken: three digits could be a group of thousands.
  private static func text(_ literal: String, isByComma: Bool) -> String {
    let parts = literal.split(separator: ".")
    guard parts.count == 2, parts[1].allSatisfy(\.isNumber) else { return literal }
    return parts.joined(separator: isByComma ? "," : ".") + (parts[1].count == 3 ? "0" : "")
  }
}

extension Double {
  /// Without what the binary form of a fraction leaves behind when it is multiplied.
  fileprivate func rounded(at size: Double) -> Double {
    size > 1 && self.magnitude < 1e15 ? (self * 100).rounded() / 100 : self
  }
}
