import Declaration
import Store
import Testing

@testable import Dashboard

/// What stands on the screen in other languages.
@Suite struct SpeechTests {
  private static let lima = Day(year: 2022, month: 10, day: 6).map(Period.init)

  @Test func datesHaveTheirNamesAndOrder() throws {
    let day = try #require(Day("2022-10-06"))
    #expect(DateText.long(day, in: .es) == "jueves 6 de octubre de 2022")
    #expect(DateText.long(day, in: .pt) == "quinta-feira, 6 de outubro de 2022")
    #expect(DateText.long(day, in: .fr) == "jeudi 6 octobre 2022")
    #expect(DateText.medium(day, in: .pt) == "qui 6 out 2022")
    #expect(DateText.short(try #require(Day("2022-06-01")), in: .fr) == "1er juin 2022")
    let summit = try #require(Period("2022-06-06/2022-06-10"))
    #expect(
      Language.allCases.map { DateText.short(summit, in: $0) } == [
        "6 to 10 Jun 2022", "6 al 10 jun 2022", "6 a 10 jun 2022", "6 au 10 juin 2022",
      ])
    for language in Language.allCases {
      for month in 1...12 {
        let period = try #require(Period("2022-\(month < 10 ? "0" : "")\(month)-26"))
        let width = DateText.columnWidth(in: language)
        #expect(DateText.column(period, in: language).cellWidth <= width)
      }
    }
  }

  @Test func nothingIsSingularInFrenchAndPortuguese() {
    #expect(Language.allCases.map { $0.form(of: 0) } == [.other, .other, .one, .one])
    #expect(Language.allCases.map { $0.form(of: 1) } == [.one, .one, .one, .one])
    #expect(Language.allCases.map { $0.form(of: 2) } == [.other, .other, .other, .other])
    #expect(
      [0, 1, 2].map { Figures.count($0, "commitment", in: .fr) } == [
        "aucun engagement signalé", "1 engagement", "2 engagements",
      ])
    #expect(Figures.count(0, "commitment", in: .es) == "sin compromisos que consten")
    #expect(DateText.countdown(days: 8, in: .pt) == "em 8 dias")
  }

  @Test func numbersHaveTheSeparatorsOfTheirLanguage() {
    #expect(
      Language.allCases.map { Figures.grouped(1500, in: $0) } == [
        "1,500", "1500", "1.500", "1\u{A0}500",
      ])
    #expect(Figures.grouped(20_000, in: .es) == "20\u{A0}000")
    let money = Commitment.Amount(value: 26_900_000, unit: "CAD")
    #expect(
      Language.allCases.map { Figures.amount(money, in: $0) } == [
        "26.9 million CAD", "26,9 millones CAD", "26,9 milhões CAD", "26,9 millions CAD",
      ])
    let people = Commitment.Amount(value: 1_500_000, unit: "people")
    #expect(Figures.amount(people, in: .es) == "1,5 millones de personas")
    #expect(Figures.amount(people, in: .fr) == "1,5 million de personnes")
  }

  @Test func everyLabelOfThePageLeavesRoomBeforeItsFact() {
    let labels = [
      "Declaration", "Capital", "Region", "Codes", "Date", "Place", "Local time", "Host", "Level",
      "Context", "Note", "Country", "Pillar", "Package", "Figure", "Part of", "Announced", "At",
      "Due", "Identified", "Members", "Known from", "Publisher", "Published", "Link", "Written",
      "About",
    ]
    for language in Language.allCases {
      for label in labels { #expect(language.text(label).cellWidth <= 12, "\(language) \(label)") }
    }
  }

  @Test func theKeyGoesOnAtOnceAndKeepsWhatIsSelected() throws {
    var driver = try Driver()
    driver.type("2/per")
    driver.press(.enter)
    #expect(driver.screen.contains("Endorsed") || driver.screen.contains("endorsed"))
    driver.type("L")
    #expect(driver.state.language == .es)
    #expect(driver.screen.contains("Países") && driver.screen.contains("Perú"))
    #expect(driver.state.selected(in: .countries) == .country("PE"))
    driver.type("LLL")
    #expect(driver.state.language == .en)
    #expect(driver.screen.contains("Countries"))
  }

  @Test func anotherRecordSpeaksTheLanguageOfTheScreen() throws {
    var driver = try Driver(language: .fr)
    _ = driver.state.update(.record(try Edition.builtIn(), isEditionAlone: true))
    #expect(driver.state.language == .fr)
    #expect(driver.screen.contains("Pays"))
  }

  @Test func theMapIsDrawnAnewWhereCountriesStandInAnotherOrder() throws {
    var driver = try Driver()
    driver.type("mL")
    var other = try Driver(language: .es)
    other.type("m")
    #expect(driver.rows.dropFirst().dropLast() == other.rows.dropFirst().dropLast())
  }

  @Test func listsFollowTheOrderOfTheLanguage() throws {
    let names = try Driver(language: .fr).state.dossier.countries.map { $0.name[.fr] }
    let place = try #require(names.firstIndex(of: "Équateur"))
    #expect(names[place - 1] == "Dominique")
  }

  @Test func whatOthersSayIsRetold() {
    #expect(Language.es.retold("Saved as ladmp-PE.md.") == "Guardado como ladmp-PE.md.")
    #expect(
      Language.fr.retold("Saved as ladmp-PE.md in ~/Notes.")
        == "Enregistré sous ladmp-PE.md dans ~/Notes.")
    #expect(Language.fr.retold("undone: note") == "annulé\u{A0}: note")
    #expect(Language.pt.retold("something new") == "something new")
  }

  @Test func thePlainModeTakesTheWordsOfBothLanguages() throws {
    #expect(PlainReading("paises", in: .es) == .command(.countries, ""))
    #expect(PlainReading("countries peru", in: .es) == .command(.countries, "peru"))
    #expect(PlainReading("língua", in: .pt) != .command(.language, ""))
    #expect(PlainReading("abrir perú", in: .es) == .command(.open, "perú"))
    #expect(PlainReading("language es") == .command(.language, "es"))
  }
}
