import ArgumentParser
import Dashboard
import Query

/// A briefing on a country or a meeting.
struct Brief: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a briefing on a country or a meeting.",
    discussion: "Markdown with a footnote for each source, as of the day.")

  @Argument(
    help: "A country by code or name, or a meeting by place: PE, peru, lima.",
    completion: .subjects)
  var subject: String

  @OptionGroup var record: RecordOptions

  func run() throws {
    let snapshot = record.snapshot()
    let named = snapshot.named(subject)
    guard let first = named.first else {
      Output.warn("ladmp: no country or meeting is called “\(subject)” as of \(snapshot.day).")
      throw ExitCode(1)
    }
    guard named.count == 1 else {
      let choices = named.map { "  \($0.label)" }.joined(separator: "\n")
      throw ValidationError("“\(subject)” can mean:\n\(choices)".visibleLines)
    }
    switch first {
    case .country(let country): Output.say(Briefing.text(on: country, in: snapshot))
    case .meeting(let meeting): Output.say(Briefing.text(on: meeting, in: snapshot))
    }
  }
}

extension String {
  /// Each line made safe for the terminal.
  fileprivate var visibleLines: String {
    split(separator: "\n").map(\.visible).joined(separator: "\n")
  }
}
