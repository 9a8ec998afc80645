import Declaration

/// Numbers as the interface writes them.
public enum Figures {
  /// A whole number with thousands apart: `20,000`.
  public static func grouped(_ number: Int, in language: Language = .en) -> String {
    let digits = String(abs(number))
    // In Spanish a number of four digits stays in one piece.
    let isApart = digits.count > (language == .es ? 4 : 3)
    var result = ""
    for (place, digit) in digits.enumerated() {
      if isApart, place > 0, (digits.count - place) % 3 == 0 { result += language.groupSeparator }
      result.append(digit)
    }
    return (number < 0 ? "-" : "") + result
  }

  /// A figure with its unit: `314 million USD`, `20,000 people`.
  public static func amount(_ amount: Commitment.Amount, in language: Language = .en) -> String {
    let number = number(amount.value, in: language)
    guard language != .en else { return "\(number) \(amount.unit)" }
    let unit = language.text(amount.unit)
    let isWord = amount.unit.utf8.contains { (97...122).contains($0) }
    // Millions are a noun: millones de personas.
    return amount.value >= 1e6 && isWord ? "\(number) de \(unit)" : "\(number) \(unit)"
  }

  /// What countries do as far as somebody reports it: none that is known of does not mean none.
  private static let reported = ["commitments", "action packages"]

  /// A count with its noun: `1 dispute`, `2 disputes`, `no disputes`, `no commitments reported`.
  public static func count(
    _ number: Int, _ noun: String, plural: String? = nil, in language: Language = .en
  ) -> String {
    let nouns = plural ?? noun + "s"
    let figure = grouped(number, in: language)
    if language != .en, let text = language.counted(number, figure, nouns) { return text }
    return switch number {
    case 0: reported.contains(nouns) ? "no \(nouns) reported" : "no \(nouns)"
    case 1: "1 \(noun)"
    default: "\(figure) \(nouns)"
    }
  }

  /// A figure without its unit: `314 million`, `20,000`.
  public static func number(_ value: Double, in language: Language = .en) -> String {
    for (size, name) in [(1e9, "billion"), (1e6, "million")] where value >= size {
      let figure = decimal(value / size, in: language)
      guard language != .en else { return "\(figure) \(name)" }
      // Where nothing is singular, so is one and a half.
      let isSingular = language == .es ? value == size : value < 2 * size
      let form: Phrasebook.Form = isSingular ? .one : .other
      return "\(figure) \(language.text(name + form.suffix))"
    }
    return decimal(value, in: language)
  }

  /// At most two decimals, none that are zero.
  private static func decimal(_ value: Double, in language: Language) -> String {
    guard value < 1e15 else { return "\(value)" }
    let hundredths = Int((value * 100).rounded())
    let whole = grouped(hundredths / 100, in: language)
    let rest = hundredths % 100
    let point = language == .en ? "." : ","
    if rest == 0 { return whole }
    if rest % 10 == 0 { return "\(whole)\(point)\(rest / 10)" }
    return "\(whole)\(point)\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Language {
  /// What stands before an explanation: in French after a blank that does not break.
  var colon: String { self == .fr ? "\u{A0}:" : ":" }

  /// What parts two sentences in one.
  var semicolon: String { self == .fr ? "\u{A0};" : ";" }

  /// What stands between groups of thousands (CLDR, but for Spanish).
  fileprivate var groupSeparator: String {
    switch self {
    case .en: ","
    case .pt: "."
    // The Spanish academies ask for a blank: points and commas mean other things from land to land.
    case .es, .fr: "\u{A0}"
    }
  }

  /// A count with its noun in another language than English; nil where the noun is not known.
  fileprivate func counted(_ number: Int, _ figure: String, _ nouns: String) -> String? {
    let book = Phrasebook.of(self)
    let forms: [Phrasebook.Form] = number == 0 ? [.zero, form(of: 0)] : [form(of: number)]
    let text = forms.lazy.compactMap { book["{figure} \(nouns)" + $0.suffix] }.first
    return text.map { Language.fill($0, [Phrase.Part(name: "figure", text: figure)]) }
  }
}
