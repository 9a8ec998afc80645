import Dashboard
import FuzzCorpus
import Store
import Testing

/// What the fuzzer of the terminal's bytes began with and what it found (`make fuzz`).
@Suite struct InputCorpusTests {
  @Test func holdsForEveryInputThatIsKept() throws {
    let dossier = try Edition.builtIn()
    let state = DashboardState(
      dossier, size: Size(columns: 64, rows: 20),
      clock: Clock(today: dossier.startDay, minute: dossier.startDay.number * 1440))
    for (name, bytes) in try Corpus.inputs(of: "input") {
      #expect(throws: Never.self, "\(name)") { try InputProperty.check(bytes, on: state) }
    }
  }
}
