#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Something that somebody began with git in a store's folder and did not bring to its end. Git could
/// neither finish it nor give it up where the store is written meanwhile.
public struct WorkByHand: Hashable, Sendable, CustomStringConvertible {
  /// What git calls it: `merge`.
  public let name: String

  /// How git is told to give it up.
  private var surrender: String { name == "bisect" ? "git bisect reset" : "git \(name) --abort" }

  /// What it is and what to do, as a sentence without a full stop.
  public var description: String {
    "a \(name) that was begun by hand is not at its end; finish it with git, or give it up with "
      + "“\(surrender)”"
  }
}

extension StoreFolder {
  private static let traces = [
    ("MERGE_HEAD", "merge"), ("rebase-merge", "rebase"), ("rebase-apply", "rebase"),
    ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"), ("BISECT_LOG", "bisect"),
  ]

  /// What somebody began with git in the store's folder; nil for nothing.
  public var workByHand: WorkByHand? {
    StoreFolder.traces.first { access("\(folder)/.git/\($0.0)", F_OK) == 0 }
      .map { WorkByHand(name: $0.1) }
  }

  /// Refuses to write a shared store while somebody is at work on it with git. What an exchange left
  /// that was ended in the middle is none of that: the next one puts it right.
  func requireNoWorkByHand() throws(WriteFault) {
    guard access("\(folder)/.git/ladmp-shared", F_OK) == 0,
      access("\(folder)/.git/ladmp-step", F_OK) != 0, let work = workByHand
    else { return }
    throw WriteFault(store, work.description)
  }
}
