import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What an exchange with a remote came to.
public struct SyncReport: Hashable, Sendable {
  /// How many commits were sent.
  public internal(set) var sent = 0
  /// The entries that came from others.
  public internal(set) var arrived: [FactPath] = []
  /// Facts with versions of several people that came up, to be chosen from.
  public internal(set) var disputes: [FactPath] = []
  /// Whether there is no remote, so that everything stays here.
  public internal(set) var isAlone = false
}

extension SharedStore {
  /// What an exchange is part of.
  enum Occasion {
    case beginning, joining, usual
  }

  /// How often what others sent meanwhile is fetched and merged before giving up.
  static let tries = 3

  /// Commits what was changed here, fetches and merges what others sent, and sends it all.
  ///
  /// - Throws: ``ShareTrouble``; what was changed stays in the store and in its commits.
  public func sync() throws(ShareTrouble) -> SyncReport { try sync(.usual) }

  func sync(_ occasion: Occasion) throws(ShareTrouble) -> SyncReport {
    try requireShared()
    let turn = try takeTurn()
    defer { close(turn) }
    try mend()
    try requireAuthor()
    try requireNothingBegun()
    let branch = try branch()
    try requireSharedBranch(branch)
    try requireAttributes()
    let here = try remote(of: branch)
    // A join that was ended in the middle is taken up again.
    let occasion = occasion == .usual && isJoining ? Occasion.joining : occasion
    var report = SyncReport()
    do {
      try store.whileNobodyWrites { try commitChanges(occasion) }
      guard let remote = here else {
        report.isAlone = true
        return report
      }
      for round in 1...SharedStore.tries {
        try fetch(remote)
        try store.whileNobodyWrites {
          try commitChanges(occasion)
          try merge(remote, occasion, &report)
        }
        if try send(branch, to: remote, &report) { return report }
        if round == SharedStore.tries { throw ShareTrouble.overtaken(times: round) }
      }
      return report
    } catch let trouble as ShareTrouble {
      if case .anotherEdition = trouble { giveUpJoining() }
      throw trouble
    } catch let fault as WriteFault {
      throw .notWritten(fault.description)
    } catch {
      throw .unreadable("\(error)")
    }
  }

  /// One exchange at a time.
  private func takeTurn() throws(ShareTrouble) -> Int32 {
    let file = gitFile("ladmp-sync.lock")
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notWritten("\(file): \(String(cString: strerror(errno)))") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .busy
    }
    return descriptor
  }

  // MARK: Commit

  /// Commits the store where it is other than in the last commit.
  private func commitChanges(_ occasion: Occasion) throws {
    guard let bytes = try RecordFile.bytesIfThere(store.store) else { return }
    if let line = bytes.conflictMark {
      throw ShareTrouble.conflictMarks(file: store.store, line: line)
    }
    let now = StoreVersion(bytes, file: store.store)
    let last = try commit("HEAD") == nil ? nil : try version(at: "HEAD")
    guard last?.bytes != bytes else { return }
    let difference: StoreDifference
    do {
      difference = try StoreDifference(from: last ?? StoreVersion([], file: ""), to: now)
    } catch let faults as RecordFaults {
      throw ShareTrouble.unreadable(faults.faults.first?.description ?? "\(faults)")
    }
    if occasion == .usual, let last {
      let outside = try store.editsFromOutside(since: last)
      guard outside.isEmpty else { throw ShareTrouble.editedOutside(outside) }
    }
    let message =
      last == nil ? ShareMessage.beginning(over: edition) : ShareMessage.text(of: difference)
    if last == nil { try work("add", ["add", "--force", "--", pathspec]) }
    try work("commit", ["commit", "--quiet", "--message", message, "--", pathspec])
  }

  /// Lets git do something that would leave traces where it was ended in the middle.
  private func work(_ step: String, _ arguments: [String]) throws {
    try note(step)
    let outcome = try noted(step).run(arguments, isHeard: true)
    guard outcome.code == 0 else {
      // Where this fails too, the step stays noted, and the next exchange puts it right.
      if (try? mendStore(after: step)) != nil { forgetStep() }
      throw ShareTrouble.git(arguments[0], outcome.words)
    }
    forgetStep()
  }

  // MARK: Fetch and send

  private func fetch(_ remote: (name: String, branch: String)) throws(ShareTrouble) {
    let address = try git.line("remote", "get-url", "--", remote.name) ?? remote.name
    try RemoteAddress.check(address)
    try note("fetch")
    let outcome = try noted("fetch").run(
      ["fetch"] + progress + ["--no-tags", "--", remote.name], isHeard: true)
    if !outcome.isEndedBySignal { forgetStep() }
    guard outcome.code == 0 else { throw trouble(outcome, address) }
  }

  private var progress: [String] {
    if case .terminal(let shows) = git.manner, shows { return ["--progress"] }
    return ["--quiet"]
  }

  /// - Returns: whether it was sent; not where others sent something meanwhile.
  private func send(
    _ branch: String, to remote: (name: String, branch: String), _ report: inout SyncReport
  ) throws -> Bool {
    let name = "refs/remotes/\(remote.name)/\(remote.branch)"
    let range = try commit(name) == nil ? "HEAD" : "\(name)..HEAD"
    guard try commit("HEAD") != nil else { return true }
    let count = Int(try git.ask("rev-list", "--count", range).line) ?? 0
    guard count > 0 else { return true }
    try note("push")
    let outcome = try noted("push").run(
      ["push"] + progress + [
        "--porcelain", "--", remote.name, "refs/heads/\(branch):refs/heads/\(remote.branch)",
      ], isHeard: true)
    if !outcome.isEndedBySignal { forgetStep() }
    guard outcome.code != 0 else {
      report.sent += count
      return true
    }
    if RemoteWords.isOvertaken(outcome) { return false }
    if let why = RemoteWords.refusal(outcome) { throw ShareTrouble.refusedByRemote(why) }
    throw trouble(outcome, remote.name)
  }
}
