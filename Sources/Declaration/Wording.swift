/// A language of the record and of the interface.
public enum Language: String, CaseIterable, Sendable {
  case en, es, pt, fr
}

/// Text that people read, in English and as many other languages as the record has.
public struct Wording: Hashable, Sendable {
  /// The English text, which stands in for languages that are missing.
  public let english: String
  // A record has thousands of these: three fields cost less than a dictionary each.
  private let spanish, portuguese, french: String?

  /// A text with its translations.
  public init(
    _ english: String, spanish: String? = nil, portuguese: String? = nil, french: String? = nil
  ) {
    self.english = english
    (self.spanish, self.portuguese, self.french) = (spanish, portuguese, french)
  }

  /// The text in a language, or in English where the record has none in it.
  public subscript(language: Language) -> String {
    switch language {
    case .en: english
    case .es: spanish ?? english
    case .pt: portuguese ?? english
    case .fr: french ?? english
    }
  }

  /// The text in every language that the record has, English first.
  public var all: [String] { [english] + [spanish, portuguese, french].compactMap { $0 } }
}
