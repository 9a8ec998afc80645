import FuzzCorpus
import Testing

/// What the fuzzer began with and what it found (`make fuzz`).
@Suite struct CorpusTests {
  @Test(arguments: StoreProperty.allCases)
  func holdsForEveryInputThatIsKept(_ property: StoreProperty) throws {
    for (name, bytes) in try Corpus.inputs(of: property.rawValue) {
      #expect(throws: Never.self, "\(name)") { try property.check(bytes) }
    }
  }
}
