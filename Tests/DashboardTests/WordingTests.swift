import Declaration
import Store
import Testing

@testable import Dashboard

/// What readers of other languages meet, word by word, and signs that explain themselves.
@Suite struct WordingTests {
  @Test func numbersDatesAndOwnWordsAreSaidAsTheLanguageHasThem() {
    let bands = MapBands(most: 4)
    let legends = [Language.es: "2 a 3", .pt: "2 a 3", .fr: "2 à 3", .en: "2 to 3"]
    for (language, words) in legends {
      #expect(bands.legend(in: language).map(\.words).contains(words), "\(language)")
    }
    #expect(Language.fr.expectation(of: .reference(.countries)) == "l’id d’un pays")
    #expect(Language.fr.expectation(of: .choice(["a"])) == "l’un de «\u{A0}a\u{A0}»")
    #expect(Language.es.expectation(of: .choice(["a"])) == "uno de «a»")
    let june = Period(Day(year: 2022, month: 6, day: 10) ?? Day(number: 0))
    #expect(DateText.column(june, in: .fr) == "10 juin 22")
    #expect(DateText.column(june, in: .es) == "10 jun 22")
    for language in [Language.es, .pt, .fr] {
      #expect(language.text("Expects") != language.text("Expected"))
    }
  }

  @Test(arguments: [
    ("nothing was changed", "no se cambió nada"),
    ("“/countries/XX” is not in the record", "«/countries/XX» no está en el registro"),
    ("change taken back: /countries/PE/name", "cambio deshecho: /countries/PE/name"),
    (
      "the previous version is in place; the other is kept as a.json",
      "la versión anterior está en su lugar; la otra se conserva como a.json"
    ),
    ("Theme dark: for dark backgrounds.", "Tema oscuro: para fondos oscuros."),
  ])
  func whatOtherRoomsSayIsRetold(_ english: String, _ spanish: String) {
    #expect(Language.es.retold(english) == spanish)
  }

  @Test func aRefusalIsInTheReadersLanguage() throws {
    var driver = try Driver(language: .pt)
    _ = driver.state.update(.refused("there is nothing to undo", of: .undo))
    #expect(driver.rows.last?.contains("não há nada a desfazer") ?? false, "\(driver.screen)")
  }

  /// Somebody who reads Spanish edits the Spanish, with the English under it.
  @Test func aFormBeginsWithTheReadersText() throws {
    let fields = RecordCollection.meetings.fields
    let now = RecordValue.entry([
      "title": .entry(["en": .text("Talks"), "es": .text("Diálogo"), "fr": .text("Échanges")]),
      "venue": .entry(["place": .entry(["en": .text("Lima")])]),
    ])
    func lines(_ language: Language) -> [(label: String, text: String)] {
      let form = EntryForm(
        editing: FactPath("meetings", "x"), named: "x", fields: fields, now: now, language)
      return form.shownPlaces.map { (form.rows[$0].label(in: language), form.rows[$0].editor.text) }
    }
    let spanish = lines(.es).filter { !$0.text.isEmpty }.map(\.text)
    #expect(spanish.starts(with: ["Diálogo", "Talks"]))
    #expect(
      lines(.es)[0].label == "Título, en español" && lines(.es)[1].label == "Título, en inglés")
    #expect(lines(.en)[0].text == "Talks" && lines(.en)[0].label == "Title")
    // Without a text of their own they have the English alone.
    #expect(lines(.pt)[0].text == "Talks" && lines(.pt)[1].text != "Diálogo")
    var form = EntryForm(
      editing: FactPath("meetings", "x"), named: "x", fields: fields, now: now, .es)
    form.edit { $0.insert(" andino") }
    #expect(form.isTouched)
    form.toggleLanguages()
    let all = form.shownPlaces.map { form.rows[$0].editor.text }.filter { !$0.isEmpty }
    #expect(all.starts(with: ["Diálogo andino", "Talks", "Échanges"]))
    form.toggleLanguages()
    let dossier = try Edition.builtIn()
    #expect(form.value(in: dossier)["title"]?["es"]?.text == "Diálogo andino")
    #expect(form.value(in: dossier)["title"]?["en"]?.text == "Talks")
  }

  /// Somebody who reads Spanish types a figure as it is written there, and is told in Spanish what
  /// can't be one.
  @Test(
    arguments: [
      ("12.000", Language.es, "12000", nil), ("12 000", .fr, "12000", nil),
      ("1,5", .pt, "1.5", nil),
      (
        "1,500", .es, nil,
        "Cifra: se espera un número no negativo; como puede ser cualquiera de los dos, "
          + "escriba 1500 o 1,5."
      ),
      ("1,5,0", .pt, nil, "Valor: espera-se um número não negativo, como 1500, 1.500 ou 1,5."),
      (
        "12.000", .en, nil,
        "Figure: expected a number that is not negative; as it can be either, write 12000 or 12."
      ),
      ("-3", .fr, nil, "Chiffre\u{A0}: attendu\u{A0}: un nombre non négatif."),
    ] as [(String, Language, String?, String?)])
  func aFigureIsTypedAsTheLanguageHasIt(
    _ typed: String, _ language: Language, _ number: String?, _ reason: String?
  ) throws {
    let dossier = try Edition.builtIn().speaking(language)
    var form = EntryForm(
      editing: FactPath("commitments", "x"), named: "x",
      fields: RecordCollection.commitments.fields.filter { ["amount", "unit"].contains($0.name) },
      now: .entry(["amount": .number("2.125"), "unit": .text("USD")]), language)
    #expect(form.rows[0].editor.text == (language == .en ? "2.125" : "2,1250"))
    form.edit { $0.set(typed) }
    #expect(form.firstFault(in: dossier)?.reason == reason)
    #expect(number == nil || form.value(in: dossier)["amount"] == number.map { .number($0) })
  }

  // MARK: Signs

  @Test func theMatrixSaysThatThereIsMoreAside() throws {
    var driver = try Driver(columns: 80, rows: 24)
    driver.type("x")
    func head() -> String { driver.rows.first { $0.contains(" 1 ") || $0.contains("‹") } ?? "" }
    #expect(head().contains("›") && !head().contains("‹"))
    driver.type(String(repeating: "l", count: 30))
    #expect(head().contains("‹") && !head().contains("›"))
    var wide = try Driver(columns: 200, rows: 60)
    wide.type("x")
    #expect(!wide.screen.contains("›"))
  }

  @Test(arguments: ["", "jjj", "/bol", "/ven"])
  func theCountriesLegendExplainsTheRow(_ keys: String) throws {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
      var driver = try Driver(columns: columns, rows: rows)
      driver.type("2" + keys)
      let rectangle = try #require(driver.state.layout.panes[.countries])
      let last = driver.rows[rectangle.row + rectangle.rows - 1]
      let border = String(last.dropFirst(rectangle.column).prefix(rectangle.columns))
      let place = try #require(driver.state.selectedIndex(in: .countries))
      let table = CountryColumns(driver.state.snapshot, columns: rectangle.inside.columns)
      let country = driver.state.dossier.countries[driver.state.listing.countries[place]]
      let sign = try #require(table.signs(of: country).first)
      #expect(border.hasPrefix("╰─ \(sign.character) \(sign.word)"))
      // What is left out would not fit any more.
      let free = border.split { $0 != "─" }.map(\.count).max() ?? 0
      for place in driver.state.listing.countries {
        for sign in table.signs(of: driver.state.dossier.countries[place]) {
          let isThere = border.contains("\(sign.character) \(sign.word)")
          #expect(sign.character == " " || isThere || sign.word.cellWidth + 4 > free - 3)
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func meetingsOfACountryStandInLine(_ language: Language) throws {
    var driver = try Driver(columns: 200, rows: 60, language: language)
    driver.type("2/peru")
    driver.press(.enter)
    let lines = driver.state.page.lines.map(\.text)
    let years = lines.compactMap { line -> Int? in
      guard let range = line.firstRange(of: #/20\d\d[ ‡] /#), line.count > 40 else { return nil }
      return line.distance(from: line.startIndex, to: range.lowerBound)
    }
    #expect(years.count >= 3 && Set(years).count == 1, "\(lines)")
  }
}
