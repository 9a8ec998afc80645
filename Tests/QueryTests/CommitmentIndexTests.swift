import Declaration
import Store
import Testing

@testable import Query

@Suite struct CommitmentIndexTests {
  let snapshot: Snapshot

  init() throws {
    snapshot = try Edition.builtIn().asOf(try #require(Day("2024-12-31")))
  }

  private func found(_ text: String) -> [Commitment] {
    CommitmentIndex(snapshot).matches(Query(text)).places.map { snapshot.commitments[$0] }
  }

  private func faults(_ text: String) -> [String] {
    CommitmentIndex(snapshot).matches(Query(text)).faults.map(\.message)
  }

  @Test func asksForWhatACommitmentHas() {
    #expect(found("").count == snapshot.commitments.count)
    #expect(Set(found("country:mexico").map(\.country)) == ["MX"])
    #expect(found("country:Mexique") == found("country:MX"))
    #expect(Set(found("pillar:2,3").map(\.pillar)) == ["2", "3"])
    #expect(Set(found("package:labor").map(\.package)) == ["05"])
    #expect(found("unit:USD").allSatisfy { $0.amount?.unit == "USD" })
    #expect(found("state:done").allSatisfy { $0.step(asOf: snapshot.day)?.state == .done })
    #expect(found("mexico labor").count >= 1)
  }

  @Test func comparesFiguresAndDates() {
    let big = found("amount:>10M")
    #expect(!big.isEmpty && big.allSatisfy { ($0.amount?.value ?? 0) > 10_000_000 })
    #expect(found("amount:4k").map(\.id) == ["ca-2022-06-10-1"])
    #expect(found("amount:>10M").count + found("-amount:>10M").count == snapshot.commitments.count)
    let due = found("due:<2024")
    #expect(!due.isEmpty && due.allSatisfy { ($0.due?.last).map { $0.date.year < 2024 } ?? false })
    #expect(found("announced:2022-06").allSatisfy { $0.announced.first.date.month == 6 })
  }

  @Test(arguments: [
    ("amount:lots", "amount: does not know “lots”, but >10M, <5k or 20000"),
    ("due:soon", "due: does not know “soon”, but <2024, >2022-06 or 2022-10-06"),
    ("colour:red", "There is no field “colour:”"), ("p:1", "“p:” can mean pillar: package:"),
    ("state:maybe", "state: does not know “maybe”, but announced"),
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
