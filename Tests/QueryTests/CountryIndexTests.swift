import Declaration
import Store
import SeededGenerator
import Testing

@testable import Query

@Suite struct CountryIndexTests {
  let dossier: Dossier
  let index: CountryIndex

  init() throws {
    dossier = try Edition.builtIn()
    index = CountryIndex(dossier)
  }

  private func matches(_ text: String, day: String = "2022-09-28") throws -> QueryMatches {
    index.matches(Query(text), in: dossier.asOf(try #require(Day(day))))
  }

  private func codes(_ text: String, day: String = "2022-09-28") throws -> [String] {
    try matches(text, day: day).places.map { dossier.countries[$0].id }
  }

  @Test(arguments: ["mexico", "México", "MEXIQUE", "mx", "mex", "Me\u{301}xico", "  mexi "])
  func findsACountryByAnyOfItsNames(_ text: String) throws {
    #expect(try codes(text).contains("MX"))
  }

  @Test func findsEveryCountryByEveryNameCodeAndCapital() throws {
    for country in dossier.countries {
      let names = country.name.all + country.capital.all + [country.id, country.alpha3]
      for name in names {
        #expect(try codes(name).contains(country.id), "\(name)")
        let unaccented = String(decoding: Folding.folded(name), as: UTF8.self)
        #expect(unaccented.utf8.allSatisfy { $0 < 0x80 }, "\(unaccented)")
        #expect(try codes(unaccented).contains(country.id), "\(unaccented)")
      }
    }
  }

  @Test func everyWordHasToMatch() throws {
    #expect(try codes("united states") == ["US"])
    #expect(try codes("states united") == ["US"])
    #expect(try codes("united peru").isEmpty)
  }

  @Test func knowsItsFields() throws {
    let endorsed = try codes("status:endorsed")
    #expect(endorsed.count == 21)
    #expect(try codes("-status:endorsed").count == 14)
    #expect(try codes("stat:not").count == 14)
    #expect(try Set(codes("region:south -status:endorsed")) == ["BO", "SR", "VE"])
    #expect(try codes("attended:launch").count == 19)
    #expect(try codes("region:\"América del Sur\"") == codes("region:south-america"))
    let september = [
      "sep", "september", "\"sep 2022\"", "\"September 2022\"", "2022-09", "septiembre",
      "\"septiembre de 2022\"", "setembro", "\"setembro de 2022\"", "septembre", "sept",
    ]
    for month in september {
      #expect(try codes("attended:\(month)") == codes("attended:launch"), "\(month)")
    }
    #expect(try codes("attended:junio") == codes("attended:summit"))
    #expect(try matches("attended:august").faults.count == 1)
    #expect(try matches("attended:\"september 2021\"").faults.count == 1)
    #expect(try Set(codes("package:7", day: "2022-12-31")).isSubset(of: Set(codes(""))))
    #expect(try codes("pillar:1,2").count >= codes("pillar:1").count)
  }

  @Test func whoStayedAwayAndWhoIsNotReportedAreToldApart() throws {
    for meeting in ["launch", "summit"] {
      let groups = try ["attended", "absent", "unreported"].map { try codes("\($0):\(meeting)") }
      #expect(groups.flatMap { $0 }.sorted() == (try codes("")).sorted(), "\(meeting)")
    }
    #expect(try codes("absent:summit") == ["BO", "CU", "NI", "VC", "VE"])
    #expect(try codes("excluded:summit") == ["CU", "NI", "VE"])
    #expect(try codes("absent:summit -excluded:summit") == ["BO", "VC"])
    let known = try dossier.asOf(#require(Day("2022-09-28"))).commitments
    let committed = Set(known.filter { $0.pillar == "2" }.map(\.country))
    #expect(try Set(codes("committed:2")) == committed && !committed.isEmpty)
    #expect(try codes("non-signalé:launch") == codes("unreported:launch"))
    #expect(try codes("unreported:launch").count == 16 && codes("absent:launch").isEmpty)
    #expect(try matches("absent:lima").faults.count == 1)
    #expect(try matches("unreported:lima").faults.count == 1)
  }

  @Test(arguments: [
    "región:sur -estado:adherido", "região:sul -situação:aderente",
    "région:sud -statut:adhérent", "REGION:SUD -estado:endorsed", "régi:sud -situ:ader",
  ])
  func fieldsHaveNamesInEveryLanguage(_ text: String) throws {
    for language in Language.allCases {
      let snapshot = try Edition.builtIn().speaking(language).asOf(try #require(Day("2022-09-28")))
      let found = CountryIndex(snapshot.dossier).matches(Query(text), in: snapshot)
      #expect(found.faults.isEmpty, "\(found.faults)")
      let codes = found.places.map { snapshot.dossier.countries[$0].id }
      #expect(Set(codes) == ["BO", "SR", "VE"], "\(language)")
    }
  }

  @Test(arguments: Language.allCases)
  func whatAFieldIsCalledIsUnderstoodAndCompleted(_ language: Language) throws {
    let snapshot = try Edition.builtIn().speaking(language).asOf(try #require(Day("2022-09-28")))
    let index = CountryIndex(snapshot.dossier)
    for name in Query.countryFields(in: language) {
      #expect(index.matches(Query(name), in: snapshot).faults.isEmpty, "\(name)")
      for completed in Query(name).completion(in: snapshot) {
        #expect(completed.hasPrefix(name), "\(completed)")
        let faults = index.matches(Query(completed), in: snapshot).faults
        #expect(faults.allSatisfy { $0.message.contains("lima-2022") }, "\(completed): \(faults)")
      }
    }
    let unknown = index.matches(Query("colour:red"), in: snapshot).faults.first?.message
    #expect(unknown?.hasSuffix(Query.countryFieldList(in: language)) == true)
  }

  @Test func aMeetingAheadNarrowsNothingAndSaysSo() throws {
    let found = try matches("-attended:lima")
    #expect(found.places.count == 35)
    #expect(found.faults.first?.message.contains("not reported as of 2022-09-28") ?? false)
    #expect(try codes("attended:lima", day: "2022-12-31").contains("PE"))
  }

  @Test(arguments: ["colour:blue", "p:2", "region:mars", "pillar:9", "status:maybe", "region:-"])
  func whatItDoesNotKnowNarrowsNothingAndSaysWhatThereIs(_ text: String) throws {
    let found = try matches(text)
    #expect(found.places.count == 35)
    #expect(found.faults.count == 1)
    #expect(try matches("\(text) peru").places.count == 1)
  }

  @Test(arguments: ["", " ", "-", "pillar:", "-region:", "\"", "\"\""])
  func whatIsNotFinishedNarrowsNothing(_ text: String) throws {
    #expect(try codes(text).count == 35)
    #expect(try matches(text).faults.isEmpty)
  }

  @Test func theBestMatchIsTheCountryThatIsMeant() throws {
    let best = { text in
      index.best(of: try matches(text).places, for: Query(text)).map { dossier.countries[$0].id }
    }
    #expect(try best("pe") == "PE")
    #expect(try best("us") == "US")
    #expect(try best("do") == "DO")
    #expect(try best("guy") == "GY")
    #expect(try best("zzz") == nil)
    #expect(try best("status:endorsed") == nil)
  }

  /// Words and fields put together at random, the same ones at every run.
  private var samples: [String] {
    let pieces = [
      "a", "per", "united", "status:endorsed", "region:south", "region:carib", "pillar:1",
      "attended:launch", "attended:summit", "package:5", "\"el sal\"", "é", "st.",
    ]
    var generator = SeededGenerator(seed: 7)
    return (0..<200).map { _ in
      (0..<Int.random(in: 1...3, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined(separator: " ")
    }
  }

  @Test func anotherWordNeverAddsACountry() throws {
    for sample in samples {
      let all = Set(try codes(sample))
      for word in ["a", "-a", "status:not-endorsed"] {
        #expect(Set(try codes("\(sample) \(word)")).isSubset(of: all), "\(sample) \(word)")
      }
    }
  }

  @Test func aTermAndItsContraryShareTheCountriesOut() throws {
    for sample in Set(samples) where !sample.contains(" ") {
      let (with, without) = (Set(try codes(sample)), Set(try codes("-\(sample)")))
      #expect(with.isDisjoint(with: without), "\(sample)")
      #expect(with.union(without).count == 35, "\(sample)")
    }
  }
}
