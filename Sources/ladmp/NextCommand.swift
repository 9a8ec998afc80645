import ArgumentParser
import Dashboard
import Declaration
import Registers
import Terminal

/// Prints the next meeting.
struct NextCommand: ParsableCommand {
  /// How the meeting is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, ics
  }

  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Print the next meeting, or write it as a calendar.",
    discussion: "Exit code 1: no meeting ahead is known.")

  @Option(help: "How it is written.")
  var format = Format.text

  @OptionGroup var record: RecordOptions

  func run() throws {
    let snapshot = record.snapshot(forPrograms: format == .json)
    guard let meeting = snapshot.nextMeeting else {
      Output.warn("ladmp: no meeting ahead is known as of \(snapshot.day).")
      throw ExitCode(1)
    }
    let path = FactPath(RegisterKind.meetings.rawValue, meeting.id)
    switch format {
    case .text: Output.say(snapshot.page(on: path))
    case .json: Output.say(snapshot.register(of: .meetings, only: path).object(ofRow: 0) + "\n")
    case .ics: Output.say(MeetingCalendar([meeting], in: snapshot).text)
    }
  }
}

extension Snapshot {
  /// The register with the row of one entry; without any when it was not known on the day.
  func register(of kind: RegisterKind, only entry: FactPath) -> Register {
    var register = register(of: kind)
    register.select(id: entry.tokens.last ?? "")
    return register
  }

  /// The detail page on an entry, as wide as the terminal or what is usual for mail.
  func page(on entry: FactPath) -> String {
    let columns = TerminalSession.size?.columns ?? 80
    return page(on: entry, columns: columns, clock: WallClock.now()) ?? ""
  }
}
