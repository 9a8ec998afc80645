import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a shared record stands to what others have, as far as it was fetched.
public struct ShareStanding: Hashable, Sendable {
  /// The remote's address; nil where there is none.
  public let remote: String?
  /// The branch that is checked out.
  public let branch: String
  /// Commits that the remote has not.
  public let ahead: Int
  /// Commits of the remote that were fetched and are not merged.
  public let behind: Int
  /// Entries that were changed since the last commit.
  public let uncommitted: Int
  /// Facts with several versions, to be chosen from.
  public let disputes: [FactPath]

  /// Whether nothing is to be sent and nothing is to be merged.
  public var isInStep: Bool { ahead == 0 && behind == 0 && uncommitted == 0 }
}

/// A commit of the record.
public struct ShareEntry: Hashable, Sendable {
  /// The commit, as git names it in short.
  public let commit: String
  /// Who made it.
  public let author: String
  /// When, ISO 8601 with its offset from UTC.
  public let made: String
  /// What was done, in a line.
  public let subject: String
  /// What a fact was after it, in a line; nil where it was gone, or where no fact was asked for.
  public let value: String?
}

extension SharedStore {
  /// How it stands.
  ///
  /// - Throws: ``ShareTrouble``.
  public func standing() throws(ShareTrouble) -> ShareStanding {
    try requireShared()
    let branch = try branch()
    let remote = try remote(of: branch)
    var (ahead, behind) = (0, 0)
    if let remote, try commit("HEAD") != nil {
      let theirs = "refs/remotes/\(remote.name)/\(remote.branch)"
      if try commit(theirs) != nil {
        let counts = try git.ask("rev-list", "--left-right", "--count", "HEAD...\(theirs)").line
          .split(separator: "\t").compactMap { Int($0) }
        if counts.count == 2 { (ahead, behind) = (counts[0], counts[1]) }
      } else {
        ahead = Int(try git.ask("rev-list", "--count", "HEAD").line) ?? 0
      }
    }
    let address = try remote.map { remote throws(ShareTrouble) in
      try git.line("remote", "get-url", "--", remote.name) ?? remote.name
    }
    do {
      let bytes = try RecordFile.bytesIfThere(store.store) ?? []
      let now = StoreVersion(bytes, file: store.store)
      let last = try version(at: "HEAD") ?? StoreVersion([], file: "")
      let changed =
        now.bytes == last.bytes ? 0 : max(1, try StoreDifference(from: last, to: now).entries.count)
      return ShareStanding(
        remote: address, branch: branch, ahead: ahead, behind: behind, uncommitted: changed,
        disputes: try now.openChoices())
    } catch let trouble as ShareTrouble {
      throw trouble
    } catch let faults as RecordFaults {
      throw .unreadable(faults.faults.first?.description ?? "\(faults)")
    } catch {
      throw .unreadable("\(error)")
    }
  }

  /// The commits of the record, the newest first; those that only merge are left out.
  ///
  /// - Throws: ``ShareTrouble``.
  public func log(limit: Int) throws(ShareTrouble) -> [ShareEntry] {
    try requireShared()
    guard try commit("HEAD") != nil else { return [] }
    let lines = try git.ask(
      "log", "--no-merges", "--date-order", "--max-count=\(limit)",
      "--format=%h%x1f%an%x1f%aI%x1f%s", "--", pathspec
    ).text.split(separator: "\n")
    return lines.compactMap { line in
      let parts = line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4 else { return nil }
      return ShareEntry(
        commit: parts[0], author: parts[1], made: parts[2], subject: parts[3], value: nil)
    }
  }

  /// The commits in which a fact became another, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many commits are looked at.
  ///   - progress: told how many were looked at, of how many.
  /// - Throws: ``ShareTrouble``.
  public func log(
    of fact: FactPath, limit: Int, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(ShareTrouble) -> [ShareEntry] {
    let commits = try log(limit: limit)
    var found: [ShareEntry] = []
    for (place, entry) in commits.enumerated() {
      progress(place, commits.count)
      let now = try value(of: fact, at: entry.commit)
      let before = try value(of: fact, at: "\(entry.commit)^")
      guard now != before else { continue }
      found.append(
        ShareEntry(
          commit: entry.commit, author: entry.author, made: entry.made, subject: entry.subject,
          value: now.map { String(decoding: $0.jsonLine, as: UTF8.self) }))
    }
    return found
  }

  private func value(of fact: FactPath, at commit: String) throws(ShareTrouble) -> RecordValue? {
    guard let version = try version(at: commit) else { return nil }
    // A field of the record itself has no collection before its name.
    let tokens = fact.tokens.first?.isEmpty == true ? Array(fact.tokens.dropFirst()) : fact.tokens
    return Edition.value(of: version.bytes)?.value(at: tokens)
  }
}
