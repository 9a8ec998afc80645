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

/// One record for several people, on git.
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Keep one record with others, on git: no server, offline and on.",
    discussion: """
      init makes the store's folder a git work tree; join takes part in what others share at a \
      remote; sync commits what you changed, fetches and merges what others sent, and sends it \
      all. Records are merged, not lines: where two people changed the same field, both versions \
      are kept for somebody to choose from. Your own git does it, with its credentials, signing \
      and hooks. See “ladmp help sharing”.
      """,
    subcommands: [
      ShareInit.self, ShareJoin.self, ShareSync.self, ShareStatus.self, ShareLog.self,
      SharePublish.self,
    ])
}

/// What the subcommands have in common.
struct ShareOptions: ParsableArguments {
  @OptionGroup var record: RecordSource

  @Flag(name: .shortAndLong, help: "Say nothing when all is well.")
  var quiet = false

  var shared: SharedStore {
    let shows = !quiet && isatty(STDERR_FILENO) != 0
    do {
      if let shared = try record.shared(.terminal(showsProgress: shows)) { return shared }
    } catch {
      Output.stop(for: error)
    }
    Output.fail(
      ["ladmp: there is no place for your record, as HOME is not set; --store names one"],
      code: .configError)
  }

  /// Does something that may not come to pass, and ends the program where it does not.
  func attempt<Result>(_ work: () throws(ShareTrouble) -> Result) -> Result {
    do throws(ShareTrouble) {
      return try work()
    } catch {
      Output.fail(["ladmp: \(error)"], code: ShareOptions.code(of: error))
    }
  }

  private static func code(of trouble: ShareTrouble) -> ExitCode {
    switch trouble {
    case .offline, .busy, .overtaken, .wantsPassword: .tryAgain
    case .badAddress: .validationFailure
    case .conflictMarks, .unreadable, .notARecord, .harmful, .editedOutside:
      .dataError
    case .notWritten: .outputError
    case .noGit, .oldGit, .noAuthor: .configError
    default: .failure
    }
  }

  /// Says what an exchange came to.
  func tell(_ report: SyncReport, beginning words: String? = nil) {
    guard !quiet else { return }
    var lines: [String] = []
    if let words { lines.append(words) }
    if report.isAlone {
      lines.append("There is no remote yet: “ladmp share init --remote URL”, or git remote add.")
    }
    if report.sent > 0 {
      lines.append("Sent: \(report.sent == 1 ? "a commit" : "\(report.sent) commits").")
    }
    if !report.arrived.isEmpty {
      lines.append("Arrived: \(ShareOptions.some(report.arrived)).")
    }
    if !report.disputes.isEmpty {
      let names = ShareOptions.some(report.disputes)
      lines.append("Changed apart, to be settled in the dashboard (r): \(names).")
    }
    if lines.isEmpty { lines.append("In step: nothing to send, nothing new.") }
    Output.say(lines.map { $0.visible + "\n" }.joined())
  }

  static func some(_ paths: [FactPath]) -> String {
    let names = paths.prefix(5).map(\.description).joined(separator: ", ")
    return names + (paths.count > 5 ? " and \(paths.count - 5) more" : "")
  }
}

/// Begins to share.
struct ShareInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin to share your record.")

  @Option(
    help: ArgumentHelp(
      "Where others find it: an address that git takes, or a bare folder.", valueName: "url"))
  var remote: String?

  @OptionGroup var options: ShareOptions

  func run() {
    let report = options.attempt { () throws(ShareTrouble) in
      try options.shared.begin(remote: remote, from: WorkingFolder.path)
    }
    options.tell(report, beginning: "Your record is shared from now on.")
  }
}

/// Takes part in what others share.
struct ShareJoin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Take part in a record that others share; yours is joined with it.")

  @Argument(help: "Where it is: an address that git takes, or a bare folder.")
  var url: String

  @OptionGroup var options: ShareOptions

  func run() {
    let report = options.attempt { () throws(ShareTrouble) in
      try options.shared.join(url, from: WorkingFolder.path)
    }
    options.tell(report, beginning: "You take part in the record at \(url).")
  }
}

/// Sends and fetches.
struct ShareSync: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Send what you changed, and fetch and merge what others sent.")

  @OptionGroup var options: ShareOptions

  func run() {
    let report = options.attempt { () throws(ShareTrouble) in try options.shared.sync() }
    options.tell(report)
  }
}

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
    if standing.isInStep { lines.append("In step.") }
    if !standing.disputes.isEmpty {
      lines.append("To be settled: \(ShareOptions.some(standing.disputes)).")
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
    let shared = options.shared
    let shows = !options.quiet && isatty(STDERR_FILENO) != 0
    let entries = options.attempt { () throws(ShareTrouble) -> [ShareEntry] in
      guard let thing else { return try shared.log(limit: limit) }
      let path = FactPath(pointer: thing) ?? options.record.readLedger().dossier.path(named: thing)
      return try shared.log(of: path, limit: limit) { place, count in
        if shows { _ = Output.send("\rLooked at \(place) of \(count)", to: STDERR_FILENO) }
      }
    }
    if shows, thing != nil { _ = Output.send("\r\u{1B}[K", to: STDERR_FILENO) }
    guard !entries.isEmpty else {
      Output.warn("ladmp: nobody changed it")
      throw ExitCode(1)
    }
    for entry in entries {
      let what = thing == nil ? entry.subject : entry.value ?? "taken away"
      Output.say("\(entry.made)  \(entry.commit)  \(entry.author)  \(what)".visible + "\n")
    }
  }
}

/// Writes a read-only edition for people who take no part.
struct SharePublish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the whole record as an edition that others open, with its digest.",
    discussion: """
      DIR gets record.json and record.json.sha256; neither may be there before. “ladmp --edition \
      record.json” opens it, and refuses it where the digest beside it is another. sha256sum \
      --check takes the digest too. Facts with several versions are published as they show; notes, \
      bookmarks and who changed what are not published.
      """)

  @Argument(help: "The folder, which is made where it is missing.")
  var dir: String

  @OptionGroup var options: ShareOptions

  func run() throws {
    let ledger = options.record.readLedger()
    let bytes = Edition.published(ledger.mergedBytes)
    let file = "\(dir)/record.json"
    do {
      if mkdir(dir, 0o755) != 0, errno != EEXIST {
        throw NewFile.Fault(dir)
      }
      try NewFile.create(
        EditionFile.digestFile(of: file), EditionFile.digestText(of: bytes, name: "record.json"),
        replacing: false)
      do {
        try NewFile.create(file, bytes, replacing: false)
      } catch {
        unlink(EditionFile.digestFile(of: file))
        throw error
      }
      chmod(file, 0o444)
    } catch {
      Output.fail(["ladmp: \(error)"], code: .cannotCreate)
    }
    let open = ledger.dossier.own.conflicts.count
    if open > 0 {
      Output.warn("ladmp: \(open == 1 ? "a fact is" : "\(open) facts are") still to be settled")
    }
    if !options.quiet { Output.say("Published as \(file).".visible + "\n") }
  }
}

extension ExitCode {
  /// It may come to pass later (sysexits EX_TEMPFAIL).
  static let tryAgain = ExitCode(75)
}
