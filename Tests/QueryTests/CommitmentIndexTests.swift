import Declaration
import SeededGenerator
import Store
import Testing

@testable import Query

@Suite struct CommitmentIndexTests {
  let snapshot: Snapshot

  init() throws {
    snapshot = try Edition.builtIn().asOf(try #require(Day("2024-12-31")))
  }

  private var index: CommitmentIndex { CommitmentIndex(snapshot.dossier) }

  private func found(_ text: String) -> [Commitment] {
    index.matches(Query(text), in: snapshot).places.map {
      snapshot.commitments[$0]
    }
  }

  private func faults(_ text: String) -> [String] {
    index.matches(Query(text), in: snapshot).faults.map(\.message)
  }

  @Test func asksForWhatACommitmentHas() {
    #expect(found("").count == snapshot.commitments.count)
    #expect(Set(found("country:mexico").map(\.country)) == ["MX"])
    #expect(found("country:Mexique") == found("country:MX"))
    #expect(Set(found("pillar:2,3").map(\.pillar)) == ["2", "3"])
    #expect(Set(found("package:labor").map(\.package)) == ["05"])
    let south = snapshot.dossier.countries.filter { $0.region == "south-america" }.map(\.id)
    #expect(!found("region:south").isEmpty && found("región:sur") == found("region:south"))
    #expect(found("region:south") == found("").filter { south.contains($0.country) })
    #expect(found("unit:USD").allSatisfy { $0.amount?.unit == "USD" })
    #expect(found("state:done").allSatisfy { $0.step(asOf: snapshot.day)?.state == .done })
    #expect(found("mexico labor").count >= 1)
  }

  @Test func wordsAreFoundInEitherSpelling() {
    #expect(found("labor mobility") == found("labour mobility"))
    #expect(
      Set(found("labour mobility").map(\.id)).isSuperset(of: found("package:labor").map(\.id)))
    #expect(found("programme") == found("program") && !found("programme").isEmpty)
    #expect(found("package:labour") == found("package:labor"))
    for typed in ["labour", "programme", "organised"] {
      let counts = (1...typed.count).map { found(String(typed.prefix($0))).count }
      #expect(counts == counts.sorted(by: >), "\(typed): a further letter finds no more")
    }
    #expect(Query("labour programme").admits(text: "A labor program"))
    #expect(Query("\"labour programme\"").admits(text: "A labor program"))
    #expect(found("-labour").count == found("").count - found("labor").count)
    #expect(
      Query("organize").admits(text: "Organised crime") && !Query("organize").admits(text: "organ"))
    #expect(Query("labor").highlights(in: "Labour and labor").count == 2)
  }

  /// What a word is looked for in, put together anew for each commitment.
  private func text(of commitment: Commitment) -> [UInt8] {
    let dossier = snapshot.dossier
    let package = commitment.package.flatMap { dossier.package($0) }
    var parts = [commitment.country, "pillar \(commitment.pillar)"]
    parts += dossier.country(commitment.country)?.name.all ?? []
    parts += commitment.text.all + (package?.title?.all ?? [])
    if let package { parts.append("package \(package.number)") }
    if let unit = commitment.amount?.unit { parts += Wording.unit(unit).all }
    return Folding.folded(parts.joined(separator: "\n"))
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func findsAWordWhereverItStands(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let index = CommitmentIndex(snapshot.dossier)
    let texts = snapshot.commitments.map(text)
    for _ in 0..<500 {
      let text = try #require(texts.randomElement(using: &generator))
      let start = Int.random(in: 0..<text.count, using: &generator)
      let word = text[start...].prefix(Int.random(in: 1...9, using: &generator))
      guard !word.contains(UInt8(ascii: "\n")) else { continue }
      let typed = String(decoding: word, as: UTF8.self)
      let query = Query("\"\(typed)\"")
      let spellings = Spelling.all(of: Array(word))
      let expected = texts.indices.filter { place in
        spellings.contains { texts[place].contains(word: $0) }
      }
      guard typed.utf8.elementsEqual(word), query.words == [Array(word)] else { continue }
      #expect(index.matches(query, in: snapshot).places == expected, "\(typed)")
    }
  }

  @Test func comparesFiguresAndDates() {
    let big = found("amount:>10M")
    #expect(!big.isEmpty && big.allSatisfy { ($0.amount?.value ?? 0) > 10_000_000 })
    let span = found("amount:1k..20k")
    #expect(span.count > 2 && span.allSatisfy { 1000...20_000 ~= $0.amount?.value ?? 0 })
    #expect(found("amount:>20k").count + found("amount:0..20k").count == found("amount:>0").count)
    let months = found("due:2022-06..2022-12")
    #expect(
      !months.isEmpty && months.allSatisfy { $0.due.map { $0.last.date.year == 2022 } == true })
    #expect(found("amount:4k").map(\.id) == ["ca-2022-06-10-1"])
    #expect(found("amount:>10M").count + found("-amount:>10M").count == snapshot.commitments.count)
    let due = found("due:<2024")
    #expect(!due.isEmpty && due.allSatisfy { ($0.due?.last).map { $0.date.year < 2024 } ?? false })
    #expect(found("announced:2022-06").allSatisfy { $0.announced.first.date.month == 6 })
  }

  /// Figures are typed as they are printed; a comma still parts values where it parts no figure.
  @Test(arguments: [
    ("amount:20,000", "amount:20000", Language.en), ("amount:>20,000", "amount:>20k", .en),
    ("amount:4k,20,000", "amount:20000,4000", .en), ("amount:4000,20000", "amount:4k,20k", .en),
    ("amount:1,000..20,000", "amount:1k..20k", .en),
    ("amount:\"2.5 million\"", "amount:2500k", .en),
    ("cifra:>1,5M", "amount:>1500k", .es), ("cifra:20.000", "amount:20k", .es),
    ("cifra:4k,20k", "amount:4000,20000", .es), ("chiffre:\"20 000\"", "amount:20k", .fr),
    ("chiffre:1,5M..2,5M", "amount:1500k..2500k", .fr),
  ])
  func figuresAreTypedAsTheyArePrinted(_ typed: String, _ plain: String, _ language: Language) {
    let local = snapshot.dossier.speaking(language).asOf(snapshot.day)
    let matches = index.matches(Query(typed), in: local)
    #expect(matches.faults.isEmpty, "\(matches.faults)")
    #expect(!matches.places.isEmpty || typed.contains("5M") || typed.contains("million"))
    #expect(matches.places == index.matches(Query(plain), in: local).places)
  }

  /// What would be no figure or no range when it is joined are values apart.
  @Test func aCommaThatJoinsNothingPartsValues() {
    #expect(faults("amount:500,100..200").isEmpty && found("amount:500,100..200").isEmpty)
    #expect(
      found("amount:20000,100..4k")
        == found("").filter {
          $0.amount.map { $0.value == 20000 || (100...4000).contains($0.value) } ?? false
        })
  }

  @Test func packagesAreFoundOnceTheyAreThere() throws {
    let word = Query("resettlement")
    func found(_ day: String) throws -> [Commitment] {
      let then = snapshot.dossier.asOf(try #require(Day(day)))
      return index.matches(word, in: then).places.map { then.commitments[$0] }
    }
    let titled = try found("2022-09-28").filter { !$0.text.english.contains("resettle") }
    #expect(titled.contains { $0.package == "07" })
    #expect(try Set(found("2022-07-01").map(\.id)).isDisjoint(with: titled.map(\.id)))
  }

  @Test func unitsAreNamedInTheReadersLanguage() {
    let french = snapshot.dossier.speaking(.fr).asOf(snapshot.day)
    for query in ["unité:personnes", "unit:people", "unidad:personas"] {
      let matches = index.matches(Query(query), in: french)
      #expect(matches.faults.isEmpty && matches.places.count > 5, "\(query) \(matches.faults)")
    }
    #expect(
      index.matches(Query("unité:œufs"), in: french).faults.first?.message
        == "unité: does not know “œufs”; it knows CAD USD agents personnes visas")
    #expect(
      index.matches(Query("personnes"), in: french).places.count
        >= index.matches(Query("unit:people"), in: french).places.count)
  }

  @Test(arguments: [
    ("amount:lots", "amount: does not know “lots”; it knows >10M, <5k, 20000 or 1000..2000"),
    ("amount:2k..1k", "amount: does not know “2k..1k”; it knows >10M, <5k, 20000 or 1000..2000"),
    ("amount:1k..", "amount: does not know “1k..”; it knows >10M, <5k, 20000 or 1000..2000"),
    ("pillar:>2", "pillar: does not know “>2”; it knows 1 2 3 4"),
    (
      "due:soon",
      "due: does not know “soon”; it knows <2024, >2022-06, 2022-10-06 or 2022-06..2022-10"
    ),
    ("colour:red", "There is no field “colour:”"), ("p:1", "“p:” can mean pillar: package:"),
    ("state:maybe", "state: does not know “maybe”; it knows announced"),
  ])
  func saysWhatItDoesNotKnow(_ text: String, _ message: String) {
    #expect(faults(text).count == 1 && faults(text)[0].hasPrefix(message), "\(faults(text))")
    #expect(found(text).count == snapshot.commitments.count)
  }

  @Test(arguments: ["amount:", "-due:", "-", "country:"])
  func whatIsNotFinishedNarrowsNothing(_ text: String) {
    #expect(found(text).count == snapshot.commitments.count && faults(text).isEmpty)
  }
}
