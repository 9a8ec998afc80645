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
  /// What somebody began with git and did not bring to its end; nil for nothing.
  public let begun: WorkByHand?

  /// Whether nothing is to be sent and nothing is to be merged.
  public var isInStep: Bool { ahead == 0 && behind == 0 && uncommitted == 0 && begun == nil }
}

extension SharedStore {
  /// How it stands.
  ///
  /// - Throws: ``ShareTrouble``.
  public func standing() throws(ShareTrouble) -> ShareStanding {
    try requireShared()
    let begun = store.workByHand
    let branch: String
    do throws(ShareTrouble) {
      branch = try self.branch()
    } catch {
      throw begun.map { .begunByHand($0) } ?? error
    }
    if begun == nil { try requireSharedBranch(branch) }
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
        disputes: try now.openChoices(), begun: begun)
    } catch let trouble as ShareTrouble {
      throw trouble
    } catch _ as RecordFaults where begun != nil {
      // Git has left its marks in the store: they are part of what is to be finished.
      return ShareStanding(
        remote: address, branch: branch, ahead: ahead, behind: behind, uncommitted: 0, disputes: [],
        begun: begun)
    } catch let faults as RecordFaults {
      throw .unreadable(faults.faults.first?.description ?? "\(faults)")
    } catch {
      throw .unreadable("\(error)")
    }
  }
}
