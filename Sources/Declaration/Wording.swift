/// A language of the record and of the interface.
public enum Language: String, CaseIterable, Sendable {
  case en, es, pt, fr

  /// The language after this one, and after the last the first.
  public var next: Language {
    let all = Language.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// What its speakers call it.
  public var ownName: String {
    switch self {
    case .en: "English"
    case .es: "Español"
    case .pt: "Português"
    case .fr: "Français"
    }
  }

  /// The first language that the surroundings ask for and that there is, as gettext finds it: the
  /// list in LANGUAGE, then the locale of LC_ALL, LC_MESSAGES or LANG. The locale C speaks English.
  public init(surroundings value: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(value).first { !$0.isEmpty }
    let name = locale ?? "C"
    let isC = name == "C" || name == "POSIX" || name.hasPrefix("C.")
    let wanted = isC ? [] : (value("LANGUAGE") ?? "").split(separator: ":").map(String.init)
    let found = (wanted + [name]).lazy.compactMap(Language.init(locale:)).first
    self = found ?? .en
  }

  /// The language of a locale such as `es_MX.UTF-8`.
  private init?(locale: String) {
    self.init(rawValue: locale.prefix { !"_.@-".contains($0) }.lowercased())
  }
}

/// Text that people read, in English and as many other languages as the record has.
public struct Wording: Hashable, Sendable {
  /// The English text, which stands in for languages that are missing.
  public let english: String
  // Many have none: a big record of one language does not pay for the others.
  private let translations: Translations?

  /// A text with its translations.
  public init(
    _ english: String, spanish: String? = nil, portuguese: String? = nil, french: String? = nil
  ) {
    self.english = english
    translations =
      spanish == nil && portuguese == nil && french == nil
      ? nil : Translations(spanish: spanish, portuguese: portuguese, french: french)
  }

  /// The text in a language, or in English where the record has none in it.
  public subscript(language: Language) -> String {
    own(language) ?? english
  }

  /// The text in a language; nil where the record has none in it.
  public func own(_ language: Language) -> String? {
    switch language {
    case .en: english
    case .es: translations?.spanish
    case .pt: translations?.portuguese
    case .fr: translations?.french
    }
  }

  /// The text in every language that the record has, English first.
  public var all: [String] { Language.allCases.compactMap(own) }

  /// What a text is in other languages.
  private final class Translations: Hashable, Sendable {
    let spanish, portuguese, french: String?

    init(spanish: String?, portuguese: String?, french: String?) {
      (self.spanish, self.portuguese, self.french) = (spanish, portuguese, french)
    }

    static func == (left: Translations, right: Translations) -> Bool {
      (left.spanish, left.portuguese, left.french)
        == (right.spanish, right.portuguese, right.french)
    }

    func hash(into hasher: inout Hasher) {
      for text in [spanish, portuguese, french] { hasher.combine(text) }
    }
  }
}
