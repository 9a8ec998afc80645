import CResources
import Declaration

/// The interface's words in a language, by their English.
struct Phrasebook: Sendable {
  private let table: PhraseTable

  /// What is said for an English text; nil where it stays as it is.
  subscript(key: String) -> String? { table[key] }

  /// Every text with its key.
  var all: [String: String] { table.all }

  /// The forms of words that stand with a number.
  enum Form: String {
    /// For none at all, where that has words of its own.
    case zero
    case one, other

    /// What parts the key from the form.
    var suffix: String { "|" + rawValue }
  }

  /// - Parameter bytes: a JSON object of texts, and of objects of texts by their forms.
  init(_ bytes: UnsafeRawBufferPointer) { table = PhraseTable(bytes) }

  private init() { table = PhraseTable() }

  /// The words in a language; none in English, which stands in the source.
  static func of(_ language: Language) -> Phrasebook {
    switch language {
    case .en: english
    case .es: spanish
    case .pt: portuguese
    case .fr: french
    }
  }

  // Each is read when a language is first spoken, and not before.
  private static let english = Phrasebook()
  private static let spanish = embedded(.es)
  private static let portuguese = embedded(.pt)
  private static let french = embedded(.fr)

  private static func embedded(_ language: Language) -> Phrasebook {
    for place in 0..<resource_text_count {
      let text = resource_texts[place]
      guard String(cString: text.name) == language.rawValue else { continue }
      return Phrasebook(UnsafeRawBufferPointer(start: text.bytes, count: text.length))
    }
    return Phrasebook()
  }
}

extension Language {
  /// Words of the interface.
  public func callAsFunction(_ phrase: Phrase) -> String {
    guard self != .en, let text = Phrasebook.of(self)[phrase.key] else { return phrase.english }
    return phrase.parts.isEmpty ? text : Language.fill(text, phrase.parts)
  }

  /// Words that stand in a table with their English alone: signs, labels, explanations.
  public func text(_ english: String) -> String {
    self == .en ? english : Phrasebook.of(self)[english] ?? english
  }

  /// Words with a number that decides their form, as the language's rules have it.
  func callAsFunction(_ count: Int, one: Phrase, other: Phrase) -> String {
    guard self != .en else { return count == 1 ? one.english : other.english }
    let book = Phrasebook.of(self)
    let forms: [Phrasebook.Form] = count == 0 ? [.zero, form(of: 0)] : [form(of: count)]
    for form in forms {
      if let text = book[other.key + form.suffix] { return Language.fill(text, other.parts) }
    }
    return count == 1 ? one.english : other.english
  }

  /// The plural form of a whole number (CLDR): in French and in the Portuguese of Brazil nothing is
  /// singular.
  func form(of count: Int) -> Phrasebook.Form {
    switch self {
    case .en, .es: count == 1 ? .one : .other
    case .pt, .fr: count == 0 || count == 1 ? .one : .other
    }
  }

  /// A text with its parts in the places of their names.
  static func fill(_ text: String, _ parts: [Phrase.Part]) -> String {
    var (result, rest) = ("", Substring(text))
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      rest = rest[rest.index(after: brace)...]
      guard let end = rest.firstIndex(of: "}") else { break }
      let name = rest[..<end]
      result += parts.first { $0.name == name }?.text ?? "{\(name)}"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
