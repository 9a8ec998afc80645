import Declaration
import Store
import SeededGenerator
import Testing

@testable import Query

@Suite struct QueryTests {
  private func marked(_ text: String, by query: String) -> [String] {
    Query(query).highlights(in: text).map { String(text[$0]) }
  }

  @Test func marksWhatTheWordsFound() {
    #expect(marked("México", by: "exi") == ["éxi"])
    #expect(marked("Peru", by: "PERÚ") == ["Peru"])
    #expect(marked("Antigua & Barbuda", by: "b a") == ["A", "a", "B", "a", "b", "a"])
    #expect(marked("Peru", by: "-peru").isEmpty)
    #expect(marked("Peru", by: "region:south").isEmpty)
    #expect(marked("Straße", by: "ss") == ["ß"])
    #expect(marked("aaa", by: "aa a") == ["aa", "a"])
  }

  @Test func marksNeverOverlap() {
    var generator = SeededGenerator(seed: 3)
    let letters = Array("aabé -\"c’")
    for _ in 0..<500 {
      let text = String((0..<12).compactMap { _ in letters.randomElement(using: &generator) })
      let query = String((0..<4).compactMap { _ in letters.randomElement(using: &generator) })
      var end = text.startIndex
      for range in Query(query).highlights(in: text) {
        #expect(range.lowerBound >= end && !range.isEmpty, "\(query) in \(text)")
        end = range.upperBound
      }
    }
  }

  @Test func readsQuotesCommasAndNegation() {
    var parser = QueryParser("-\"new york\" region:\"south america\",carib x:")
    let terms = parser.terms()
    #expect(terms.map(\.isNegated) == [true, false, false])
    #expect(terms[0].condition == .word(Array("new york".utf8)))
    #expect(
      terms[1].condition == .field(name: "region", values: ["south america", "carib"]))
    #expect(terms[2].condition == .field(name: "x", values: []))
  }

  @Test func everyTextIsAQuery() {
    var generator = SeededGenerator(seed: 11)
    let letters = Array("ab:\",- \t\u{301}é🇵🇪")
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &generator))
          .compactMap { _ in letters.randomElement(using: &generator) })
      let query = Query(text)
      var end = text.startIndex
      for term in query.terms {
        #expect(term.range.lowerBound >= end && term.range.upperBound <= text.endIndex)
        end = term.range.upperBound
      }
    }
  }

  @Test func completesFieldsAndValues() throws {
    let snapshot = try Edition.builtIn().asOf(try #require(Day("2022-09-28")))
    let completion = { Query($0).completion(in: snapshot) }
    #expect(completion("mexico att") == ["mexico attended:"])
    #expect(completion("p") == ["pillar:", "package:"])
    #expect(completion("-reg") == ["-region:"])
    #expect(completion("region:sou") == ["region:south-america"])
    #expect(completion("pillar:") == ["pillar:1", "pillar:2", "pillar:3", "pillar:4"])
    #expect(completion("zzz").isEmpty)
    #expect(
      completion("attended:lima,")
        == ["summit", "launch", "lima"].map { "attended:lima,\($0)-2022" })
    #expect(completion("region:\"south america\",carib") == ["region:\"south america\",caribbean"])
  }
}
