import Foundation
import Testing

/// The examples of the README and of the manual, run as they stand there.
@Suite(.serialized) struct ExampleEndToEnd {
  /// A line to type, and what it prints where that is shown.
  private struct Example {
    let line: String
    var output: [String]?
  }

  private let home: StoreHome

  init() throws {
    home = try StoreHome()
    let bin = home.folder + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bin + "/ladmp", withDestinationPath: Session.binary)
    // What the examples speak of.
    try home.run("export").output
      .write(toFile: home.folder + "/record.json", atomically: true, encoding: .utf8)
    try home.run(
      [],
      through: ["/bin/sh", "-c", "git init -q --bare '\(home.folder)/team.git'", "sh"])
    try "country,pillar,text,announced\nPE,2,Ease work visas,2022-09-01\n"
      .write(toFile: home.folder + "/table.csv", atomically: true, encoding: .utf8)
  }

  /// The examples in the blocks of code of a Markdown text.
  private func examples(inMarkdown text: String) -> [Example] {
    var examples: [Example] = []
    var isCode = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isCode = !isCode && ["```sh", "```console"].contains(line)
      } else if isCode, line.hasPrefix("$ ladmp ") {
        examples.append(Example(line: String(line.dropFirst(2)), output: []))
      } else if isCode, line.hasPrefix("ladmp") {
        let typed = line.components(separatedBy: "  #")[0]
        examples.append(Example(line: typed.trimmingCharacters(in: .whitespaces)))
      } else if isCode, let last = examples.indices.last, examples[last].output != nil {
        examples[last].output?.append(line)
      }
    }
    return examples
  }

  /// Runs a line in the home; standard output is a file there, so that no dashboard opens.
  private func run(_ example: Example) throws {
    let script = "cd \"$XDG_DATA_HOME\"; PATH=$XDG_DATA_HOME/bin:$PATH; \(example.line)"
    let outcome = try home.run([], through: ["/bin/sh", "-c", script, "sh"])
    // An export says how many of the notes that were written before it has not.
    let errors = outcome.errors.split(separator: "\n").filter {
      !$0.contains(" of yours left out; ")
    }
    #expect(outcome.code == 0 && errors.isEmpty, "\(example.line): \(outcome.errors)")
    guard let expected = example.output else { return }
    #expect(outcome.output.split(separator: "\n").map(String.init) == expected, "\(example.line)")
  }

  @Test func theExamplesOfTheReadmeWork() throws {
    let text = try String(
      contentsOf: Readers.root.appendingPathComponent("README.md"), encoding: .utf8)
    let examples = examples(inMarkdown: text)
    #expect(examples.count > 25 && examples.count { $0.output != nil } == 3)
    for example in examples { try run(example) }
  }

  @Test func theExamplesOfTheManualWork() throws {
    // In the order of the help: what is taken back has to be done first.
    let help = try home.run("--help").output.components(separatedBy: "SUBCOMMANDS:\n").last ?? ""
    let commands = help.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .map { String($0.split(separator: " ")[0]) }.filter { $0 != "See" }
    var count = 0
    for command in [nil] + commands.map(Optional.some) {
      let page = try home.run(["manual"] + [command].compactMap { $0 }).output
      for line in page.components(separatedBy: "\n.Sh EXAMPLES\n").dropFirst().joined()
        .split(separator: "\n") where line.hasPrefix(".Dl ladmp")
      {
        count += 1
        try run(Example(line: line.dropFirst(4).replacingOccurrences(of: "\\-", with: "-")))
      }
    }
    #expect(count >= commands.count - 1)
  }

  @Test func theExamplesOfTheTopicsWork() throws {
    for topic in ["queries", "store", "sharing", "sources"] {
      for line in try home.run("help", topic).output.split(separator: "\n")
      where line.hasPrefix("  ladmp ") {
        try run(Example(line: String(line.dropFirst(2))))
      }
    }
  }
}
