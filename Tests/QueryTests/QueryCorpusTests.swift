import FuzzCorpus
import Store
import Testing

/// What the fuzzer of queries began with and what it found (`make fuzz`).
@Suite struct QueryCorpusTests {
  @Test func holdsForEveryInputThatIsKept() throws {
    let dossier = try Edition.builtIn()
    let snapshot = dossier.asOf(dossier.startDay)
    for (name, bytes) in try Corpus.inputs(of: "query") {
      #expect(throws: Never.self, "\(name)") { try QueryProperty.check(bytes, in: snapshot) }
    }
  }
}
