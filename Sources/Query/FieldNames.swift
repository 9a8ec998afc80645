import Declaration

// What the fields of a query are called. Whatever the language of the interface, the names of all of
// them are understood, as the names of countries are; what is shown is in the reader's language.

extension CountryField {
  var name: Wording {
    switch self {
    case .pillar: .pillar
    case .committed:
      Wording(
        "committed", spanish: "comprometido", portuguese: "comprometido", french: "engagé")
    case .status: Wording("status", spanish: "estado", portuguese: "situação", french: "statut")
    case .attended:
      Wording("attended", spanish: "presente", portuguese: "presente", french: "présent")
    case .absent: Wording("absent", spanish: "ausente", portuguese: "ausente", french: "absent")
    case .excluded:
      Wording("excluded", spanish: "excluido", portuguese: "excluído", french: "exclu")
    case .unreported:
      Wording("unreported", spanish: "noconsta", portuguese: "nãoconsta", french: "nonsignalé")
    case .package: .package
    case .region: .region
    }
  }
}

extension CommitmentField {
  var name: Wording {
    switch self {
    case .country: Wording("country", spanish: "país", portuguese: "país", french: "pays")
    case .region: .region
    case .pillar: .pillar
    case .package: .package
    case .state: Wording("state", spanish: "estado", portuguese: "estado", french: "état")
    case .unit: Wording("unit", spanish: "unidad", portuguese: "unidade", french: "unité")
    case .amount: Wording("amount", spanish: "cifra", portuguese: "valor", french: "chiffre")
    case .due: Wording("due", spanish: "plazo", portuguese: "prazo", french: "échéance")
    case .announced:
      Wording("announced", spanish: "anunciado", portuguese: "anunciado", french: "annoncé")
    }
  }
}

extension Wording {
  /// The months' names, from January.
  static let months = [
    Wording("January", spanish: "enero", portuguese: "janeiro", french: "janvier"),
    Wording("February", spanish: "febrero", portuguese: "fevereiro", french: "février"),
    Wording("March", spanish: "marzo", portuguese: "março", french: "mars"),
    Wording("April", spanish: "abril", portuguese: "abril", french: "avril"),
    Wording("May", spanish: "mayo", portuguese: "maio", french: "mai"),
    Wording("June", spanish: "junio", portuguese: "junho", french: "juin"),
    Wording("July", spanish: "julio", portuguese: "julho", french: "juillet"),
    Wording("August", spanish: "agosto", portuguese: "agosto", french: "août"),
    Wording("September", spanish: "septiembre", portuguese: "setembro", french: "septembre"),
    Wording("October", spanish: "octubre", portuguese: "outubro", french: "octobre"),
    Wording("November", spanish: "noviembre", portuguese: "novembro", french: "novembre"),
    Wording("December", spanish: "diciembre", portuguese: "dezembro", french: "décembre"),
  ]

  /// A word with a number behind it, in every language.
  func numbered(_ number: Int) -> [Wording] { all.map { Wording("\($0) \(number)") } }

  static let pillar = Wording(
    "pillar", spanish: "pilar", portuguese: "pilar", french: "pilier")
  static let package = Wording(
    "package", spanish: "paquete", portuguese: "pacote", french: "volet")
  fileprivate static let region = Wording(
    "region", spanish: "región", portuguese: "região", french: "région")

  /// Whether a country has endorsed, as a value.
  static func endorsed(_ has: Bool) -> Wording {
    has
      ? Wording("endorsed", spanish: "adherido", portuguese: "aderente", french: "adhérent")
      : Wording(
        "not-endorsed", spanish: "no-adherido", portuguese: "não-aderente", french: "non-adhérent")
  }

  /// What the interface says of it.
  static func saysEndorsed(_ has: Bool) -> Wording {
    has
      ? Wording("endorsed", spanish: "adhirió", portuguese: "aderiu", french: "adhérent")
      : Wording(
        "not endorsed", spanish: "no adhirió", portuguese: "não aderiu", french: "non adhérent")
  }

  /// The state of a commitment, as a value; nil where none is reported.
  static func state(_ state: Commitment.State?) -> Wording {
    switch state {
    case .announced: CommitmentField.announced.name
    case .underWay:
      Wording("under way", spanish: "en marcha", portuguese: "em curso", french: "en cours")
    case .done: Wording("done", spanish: "cumplido", portuguese: "cumprido", french: "réalisé")
    case .lapsed: Wording("lapsed", spanish: "caducado", portuguese: "caducou", french: "caduc")
    case nil:
      Wording(
        "not reported", spanish: "no consta", portuguese: "não consta", french: "non signalé")
    }
  }
}

extension Wording {
  /// The units that are words, as the interface says them.
  static let units = [
    Wording("people", spanish: "personas", portuguese: "pessoas", french: "personnes"),
    Wording("staff", spanish: "funcionarios", portuguese: "funcionários", french: "agents"),
    Wording("visas", spanish: "visas", portuguese: "vistos", french: "visas"),
  ]

  /// A unit of the record; one that is no word, or unknown, is the same in every language.
  static func unit(_ unit: String) -> Wording {
    units.first { $0.english == unit } ?? Wording(unit)
  }
}

extension Query {
  /// The names of the fields that a query for countries knows, in order, as they are typed.
  public static func countryFields(in language: Language) -> [String] {
    CountryField.allCases.map { $0.typed(in: language) }
  }

  /// The name of a field that is called so in English, as it is typed in a language.
  public static func field(called english: String, in language: Language) -> String {
    let names = CountryField.allCases.map(\.name) + CommitmentField.allCases.map(\.name)
    let name = names.first { $0.english == english }
    return "\(name?[language] ?? english):"
  }

  /// The names for countries in one line: `pillar: status: …`.
  public static func countryFieldList(in language: Language) -> String {
    countryFields(in: language).joined(separator: " ")
  }
}
