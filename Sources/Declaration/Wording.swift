/// A language of the record and of the interface.
public enum Language: String, CaseIterable, Sendable {
  case en, es, pt, fr
}

/// Text that people read, in English and as many other languages as the record has.
public struct Wording: Hashable, Sendable {
  /// The English text, which stands in for languages that are missing.
  public let english: String
  /// The text in other languages.
  public let translations: [Language: String]

  /// A text with its translations.
  public init(_ english: String, translations: [Language: String] = [:]) {
    self.english = english
    self.translations = translations
  }

  /// The text in a language, or in English where the record has none in it.
  public subscript(language: Language) -> String { translations[language] ?? english }

  /// The text in every language that the record has, English first.
  public var all: [String] { [english] + Language.allCases.compactMap { translations[$0] } }
}
