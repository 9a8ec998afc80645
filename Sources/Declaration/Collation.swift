/// The order in which a language's readers expect names: accents and capitals decide only between
/// names that are otherwise alike, and in Spanish ñ is a letter of its own.
public struct Collation: Comparable, Sendable {
  private let letters: [UInt32]
  private let accents: [UInt32]
  private let capitals: [Bool]

  /// What a text is sorted by in a language.
  public init(_ text: String, in language: Language) {
    var (letters, accents, capitals) = ([UInt32](), [UInt32](), [Bool]())
    for scalar in text.unicodeScalars {
      // Letters leave gaps, so that ñ finds its place between n and o.
      let base = scalar.base
      let isLetterOfItsOwn = language == .es && (scalar == "ñ" || scalar == "Ñ")
      letters.append(base * 2 + (isLetterOfItsOwn ? 1 : 0))
      accents.append(base == scalar.small ? 0 : scalar.small)
      capitals.append(scalar.small != scalar.value)
    }
    (self.letters, self.accents, self.capitals) = (letters, accents, capitals)
  }

  /// Whether one text comes before another.
  public static func < (left: Collation, right: Collation) -> Bool {
    if left.letters != right.letters {
      return left.letters.lexicographicallyPrecedes(right.letters)
    }
    if left.accents != right.accents {
      return left.accents.lexicographicallyPrecedes(right.accents)
    }
    return left.capitals.lexicographicallyPrecedes(right.capitals) { !$0 && $1 }
  }
}

extension Unicode.Scalar {
  /// The small letter, as a number.
  fileprivate var small: UInt32 {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: value + 32
    case 0..<0x100: value
    default: properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    }
  }

  /// The small letter without its accent, as a number.
  fileprivate var base: UInt32 {
    let small = small
    guard small >= 0xE0 else { return small }
    if let letter = Unicode.Scalar.latin[small] { return letter }
    return small
  }

  private static let latin: [UInt32: UInt32] = {
    let families: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("e", "èéêëēĕėęě"), ("i", "ìíîïĩīĭį"), ("n", "ñńņňŉ"),
      ("o", "òóôõöøōŏő"), ("u", "ùúûüũūŭůűų"), ("y", "ýÿŷ"), ("s", "śŝşš"), ("z", "źżž"),
    ]
    var latin: [UInt32: UInt32] = [:]
    for (letter, family) in families {
      for scalar in family.unicodeScalars { latin[scalar.value] = letter.value }
    }
    return latin
  }()
}
