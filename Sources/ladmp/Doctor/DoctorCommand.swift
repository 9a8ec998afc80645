import ArgumentParser
import Dashboard
import Declaration
import Store
import Terminal

/// Looks whether everything that the program needs is well.
struct DoctorCommand: ParsableCommand {
  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at the terminal, the locale, the store and the record, and say what to do.",
    discussion: """
      For each it tells what is found, what that means, and what can be done. Nothing is changed. \
      Exit code 1: there is something to do.
      """)

  @Option(help: "How it is written.")
  var format = Format.text

  @OptionGroup var record: RecordSource

  func run() throws {
    let findings = TerminalFindings.all + RecordFindings(record: record).all
    switch format {
    case .text: findings.forEach(say)
    case .json:
      let list = RecordValue.entry([
        "version": .text(Version.number), "edition": .text(Edition.builtInDay ?? ""),
        "findings": .list(findings.map(\.json)),
      ])
      Output.say(bytes: Edition.text(of: list))
    }
    if findings.contains(where: { $0.state == .trouble }) { throw ExitCode(1) }
  }

  private func say(_ finding: Finding) {
    let columns = min(TerminalSession.size?.columns ?? 80, 100)
    let head = "\(finding.state.rawValue.rightPadded(to: 9))\(finding.about): \(finding.found)"
    let advice = finding.advice.isEmpty ? [] : [finding.advice]
    for (place, text) in ([head, finding.meaning] + advice).enumerated() {
      let line = Line(place == 0 ? text : "         \(text)")
      for row in line.wrapped(to: columns, indent: 9) {
        Output.say(row.text.trimmedEnd.visible + "\n")
      }
    }
  }
}
