import Testing

@testable import Declaration

/// What is added to the record.
@Suite struct AmendmentTests {
  /// An amendment that adds a commitment of a day.
  private func adding(_ announced: String, to base: RecordValue? = nil) -> Amendment {
    let value = RecordValue.entry(["announced": .text(announced)])
    let path = FactPath("commitments", "pe-1")
    return Amendment("test", [Amendment.Part(path: path, base: base, value: value)])
  }

  @Test func whatIsDatedLaterIsShownFromItsDate() throws {
    let day = try #require(Day("2022-09-28"))
    #expect(adding("2022-09-30").firstShown(after: day) == Day("2022-09-30"))
    #expect(adding("2022-10").firstShown(after: day) == Day("2022-10-01"))
    for known in ["2022-09-28", "2022-09", "2021"] {
      #expect(adding(known).firstShown(after: day) == nil, "\(known)")
    }
    #expect(adding("2022-09-30", to: .entry([:])).firstShown(after: day) == nil, "only changed")
  }
}
