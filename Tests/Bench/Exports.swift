import SeededGenerator

/// How fast the whole record is written in each form.
struct Exports {
  private static let forms = ["json", "csv-folder", "sqlite", "html"]
  private let program: String
  private var times = Dictionary(uniqueKeysWithValues: forms.map { ($0, Times()) })
  private var megabytes = 0.0

  init(program: String) { self.program = program }

  mutating func measure(rounds: Int) {
    let generated = GeneratedStore(commitments: 100_000)
    Workshop.write(generated.json, to: "store.json")
    megabytes = Double(generated.json.count) / 1_000_000
    for round in 0..<rounds {
      Report.progress("export", round + 1)
      for form in Exports.forms {
        _ = Program.run(["rm", "-rf", "export"])
        let command = [
          program, "export", "--format", form, "--output", "export", "--store", "store.json",
        ]
        times[form]?.add(Program.run(command))
      }
    }
  }

  var table: String {
    Exports.forms.reduce(
      "| form | 100000 commitments, ms | MB of the store a second |\n|---|---|---|\n"
    ) {
      let median = times[$1]?.median ?? .nan
      return $0 + "| \($1) | \(times[$1]?.summary ?? "") | "
        + "\(Times.rounded(megabytes / median * 1000)) |\n"
    }
  }
}
