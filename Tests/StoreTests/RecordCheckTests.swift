import Foundation
import Testing

@testable import Store

@Suite struct RecordCheckTests {
  private func remarks(replacing old: String, with new: String) throws -> [String] {
    let text = String(decoding: Edition.builtInBytes, as: UTF8.self)
    let range = try #require(text.range(of: old), "\(old)")
    let changed = text.replacingCharacters(in: range, with: new)
    return try RecordCheck.remarks(on: Array(changed.utf8), file: "r.json").map(\.description)
  }

  @Test func hasNothingToSayOfTheBuiltInRecord() throws {
    #expect(try RecordCheck.remarks(on: nil) == [])
  }

  @Test(arguments: [
    (
      "\"AR\": {\n      \"date\": \"2022-06-10\"", "\"AR\": {\n      \"date\": \"2021-06-10\"",
      "endorses before the Declaration"
    ),
    ("\"due\": \"2028\"", "\"due\": \"2018\"", "is due before it is announced"),
    ("recibiría hasta 2028", "recibiría", "the text in “es” has 0 figures, expected 1"),
    ("\"4,000 additional migrants\"", "\"4,000 refugees\"", "say the same"),
  ])
  func findsWhatCannotBe(_ old: String, _ new: String, _ message: String) throws {
    let remarks = try remarks(replacing: old, with: new)
    #expect(remarks.contains { $0.contains(message) && $0.hasPrefix("r.json:") }, "\(remarks)")
  }

  @Test(arguments: [
    ("", 0), ("4,000 and 4 000", 2), ("1.5 million in 2022", 2), ("52.ª", 1), ("a1b2", 2),
    ("6 to 10 June", 2),
  ])
  func countsFigures(_ text: String, _ count: Int) {
    #expect(RecordCheck.figureCount(text) == count)
  }
}
