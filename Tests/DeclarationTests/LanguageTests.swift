import Testing

@testable import Declaration

@Suite struct LanguageTests {
  @Test func accentsDecideOnlyBetweenNamesThatAreOtherwiseAlike() {
    let names = ["Zambia", "Équateur", "Espagne", "El Salvador", "Eden", "eden", "Éden"]
    let sorted = names.sorted { Collation($0, in: .fr) < Collation($1, in: .fr) }
    #expect(sorted == ["eden", "Eden", "Éden", "El Salvador", "Équateur", "Espagne", "Zambia"])
  }

  @Test func inSpanishÑComesAfterN() {
    let names = ["ño", "nube", "oso", "nz"]
    #expect(
      names.sorted { Collation($0, in: .es) < Collation($1, in: .es) }
        == ["nube", "nz", "ño", "oso"])
    #expect(
      names.sorted { Collation($0, in: .pt) < Collation($1, in: .pt) }
        == ["ño", "nube", "nz", "oso"])
  }

  @Test(
    arguments: [
      ([:], Language.en), (["LANG": "fr_FR.UTF-8"], .fr), (["LANG": "pt_BR"], .pt),
      (["LANG": "es"], .es), (["LANG": "de_DE.UTF-8"], .en), (["LANG": "C.UTF-8"], .en),
      (["LANG": "fr_FR", "LC_MESSAGES": "es_PE"], .es),
      (["LANG": "fr_FR", "LC_MESSAGES": "es_PE", "LC_ALL": "pt_BR"], .pt),
      (["LANG": "fr_FR", "LC_ALL": ""], .fr), (["LANG": "de_DE", "LANGUAGE": "gl:es:fr"], .es),
      (["LANG": "C", "LANGUAGE": "es"], .en), (["LANG": "fr_FR", "LANGUAGE": "en"], .en),
      (["LC_ALL": "POSIX", "LANG": "es_MX"], .en), (["LANG": "es_MX.UTF-8@euro"], .es),
    ] as [([String: String], Language)])
  func theSurroundingsAskForALanguage(_ surroundings: [String: String], _ language: Language) {
    #expect(Language { surroundings[$0] } == language)
  }

  @Test func aPhraseKnowsItsPartsByTheirNames() {
    let phrase: Phrase = "Due \(day: "6 Oct 2022"): \(text: "visas")"
    #expect(phrase.key == "Due {day}: {text}")
    #expect(phrase.english == "Due 6 Oct 2022: visas")
    #expect(phrase.parts.map(\.name) == ["day", "text"])
  }
}
