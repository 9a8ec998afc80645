import ArgumentParser
import Dashboard
import Declaration
import Sharing
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Says how it stands.
struct ShareStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say how your record stands to what others have, as of the last sync.")

  @OptionGroup var options: ShareOptions

  func run() {
    let standing = options.attempt { () throws(ShareTrouble) in try options.shared.standing() }
    func count(_ number: Int, _ one: String, _ other: String) -> String {
      number == 1 ? "1 \(one)" : "\(number) \(other)"
    }
    var lines = ["Shared with \(standing.remote ?? "nobody yet"), branch \(standing.branch)."]
    if standing.uncommitted > 0 {
      lines.append("Changed here: \(count(standing.uncommitted, "entry", "entries")).")
    }
    if standing.ahead > 0 {
      lines.append("Ahead: \(count(standing.ahead, "commit", "commits")) to send.")
    }
    if standing.behind > 0 {
      lines.append("Behind: \(count(standing.behind, "commit", "commits")) to merge.")
    }
    if let begun = standing.begun {
      lines.append("By hand: \(begun). Until then what you change is not saved.")
    }
    if standing.isInStep { lines.append("In step.") }
    if !standing.disputes.isEmpty {
      lines.append("To be settled: \(options.some(standing.disputes)).")
    }
    Output.say(lines.map { $0.visible + "\n" }.joined())
  }
}

/// Lists who did what.
struct ShareLog: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "List who changed what, the newest first; of one fact where it is named.")

  @Argument(help: "A country, a meeting, an id, or a pointer such as /meetings/lima-2022/starts.")
  var thing: String?

  @Option(help: "How many commits at most.")
  var limit = 200

  @OptionGroup var options: ShareOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit has to be a number from 1 on.") }
  }

  func run() throws {
    let isEmpty = try thing.map(tellPast) ?? tellCommits()
    guard isEmpty else { return }
    Output.warn("ladmp: nobody changed it")
    throw ExitCode(1)
  }

  /// - Returns: whether there is none.
  private func tellCommits() -> Bool {
    let entries = options.attempt { () throws(ShareTrouble) in
      try options.shared.log(limit: limit)
    }
    for entry in entries {
      tell(entry.made, entry.commit, entry.author, entry.subject)
    }
    return entries.isEmpty
  }

  /// - Returns: whether nothing was done to it.
  private func tellPast(of thing: String) throws -> Bool {
    let shared = options.shared
    options.attempt { () throws(ShareTrouble) in _ = try shared.log(limit: 1) }
    let ledger = options.record.readLedger()
    let dossier = ledger.dossier
    let shows = !options.quiet && isatty(STDERR_FILENO) != 0
    let past = options.attempt { () throws(ShareTrouble) in
      try shared.past(limit: limit) { place, count in
        !shows || Output.send("\rLooked at \(place) of \(count)", to: STDERR_FILENO)
      }
    }
    if shows { _ = Output.send("\r\u{1B}[K", to: STDERR_FILENO) }
    // What was deleted has a past too.
    let gone = past.steps.map(\.path.entry).first { $0.tokens.last == thing }
    let fact = FactPath(pointer: thing) ?? gone ?? StoreChange.path(named: thing, in: ledger)
    let steps = PastText.steps(on: fact, in: past, of: dossier)
    for (step, words) in steps {
      tell(step.made ?? "no date", step.commit ?? "not sent", step.author ?? "nobody known", words)
    }
    if !past.isWhole {
      Output.warn("ladmp: that is what \(limit) commits have; --limit looks at more")
    }
    return steps.isEmpty
  }

  private func tell(_ made: String, _ commit: String, _ author: String, _ what: String) {
    Output.say("\(made)  \(commit)  \(author)  \(what)".visible + "\n")
  }
}
