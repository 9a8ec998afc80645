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
  private let texts: Texts

  private enum Texts {
    case english(String)
    case written(WrittenTexts)
    case kept(any KeptTexts, Int32)
  }

  /// A text with its translations.
  public init(
    _ english: String, spanish: String? = nil, portuguese: String? = nil, french: String? = nil
  ) {
    // Many have none: a big record of one language does not pay for the others.
    let isAlone = spanish == nil && portuguese == nil && french == nil
    texts =
      isAlone
      ? .english(english)
      : .written(
        WrittenTexts(english: english, spanish: spanish, portuguese: portuguese, french: french))
  }

  /// A text that is found when somebody asks for it.
  ///
  /// - Parameter place: what the keeper knows it by.
  public init(keptBy keeper: any KeptTexts, at place: Int32) { texts = .kept(keeper, place) }

  /// The English text, which stands in for languages that are missing.
  public var english: String {
    switch texts {
    case .english(let english): english
    case .written(let texts): texts.english
    case .kept(let keeper, let place): keeper.text(at: place, in: .en) ?? ""
    }
  }

  /// The text in a language, or in English where the record has none in it.
  public subscript(language: Language) -> String {
    own(language) ?? english
  }

  /// The text in a language; nil where the record has none in it.
  public func own(_ language: Language) -> String? {
    switch texts {
    case .english(let english): language == .en ? english : nil
    case .written(let texts): texts[language]
    case .kept(let keeper, let place): keeper.text(at: place, in: language)
    }
  }

  /// The text in every language that the record has, English first.
  public var all: [String] { Language.allCases.compactMap(own) }

  /// Whether two texts say the same in every language.
  public static func == (left: Wording, right: Wording) -> Bool {
    if case .kept(let one, let place) = left.texts, case .kept(let other, place) = right.texts,
      one === other
    {
      return true
    }
    return Language.allCases.allSatisfy { left.own($0) == right.own($0) }
  }

  /// Takes the text in every language.
  public func hash(into hasher: inout Hasher) {
    for language in Language.allCases { hasher.combine(own(language)) }
  }
}

/// Where texts stay until somebody asks for them: most of a record is never shown, and to take all
/// of it out takes longer than to find what is asked for. It never changes.
public protocol KeptTexts: AnyObject, Sendable {
  /// A text in a language; nil where there is none in it. There is always one in English.
  func text(at place: Int32, in language: Language) -> String?
}

private final class WrittenTexts: Sendable {
  let english: String
  private let spanish, portuguese, french: String?

  init(english: String, spanish: String?, portuguese: String?, french: String?) {
    self.english = english
    (self.spanish, self.portuguese, self.french) = (spanish, portuguese, french)
  }

  subscript(language: Language) -> String? {
    switch language {
    case .en: english
    case .es: spanish
    case .pt: portuguese
    case .fr: french
    }
  }
}
