import Declaration

/// Why the record could not be shared. What was changed is kept in any case.
public enum ShareTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no git.
  case noGit
  /// Git is older than the first version that this works with.
  case oldGit(String)
  /// The store's folder is no work tree of git.
  case notShared(folder: String)
  /// The store's folder lies in the work tree of something else.
  case insideAnother(folder: String, top: String)
  /// The store's folder is a work tree already, and what was asked for begins one.
  case sharedAlready(remote: String?)
  /// The store's folder is a work tree already, for another store.
  case sharedForAnother(folder: String, store: String)
  /// The store's folder is a work tree already, with another remote.
  case anotherOrigin(folder: String, remote: String)
  /// Git does not know who makes changes.
  case noAuthor
  /// An address that is none, and why.
  case badAddress(String, String)
  /// No remote is named.
  case noRemote
  /// There is nothing at the remote's address.
  case remoteGone(String, String)
  /// The remote has no record yet.
  case remoteEmpty(String)
  /// The remote has a record already.
  case remoteHasRecord(String)
  /// What the remote has is no record.
  case notARecord(String, file: String)
  /// What the remote has would come over a file of this machine.
  case harmful(String, String)
  /// The remote has another history than this store.
  case anotherHistory(String)
  /// The remote can't be reached just now.
  case offline(String)
  /// The remote wants a password or a key, which could be asked for here or not.
  case wantsPassword(String, couldAsk: Bool)
  /// Others sent something each time that this was about to.
  case overtaken(times: Int)
  /// The remote does not take what is sent.
  case refusedByRemote(String)
  /// Somebody began a merge, a rebase or the like by hand.
  case begunByHand(String)
  /// Somebody prepared a commit by hand, or changed other files of the work tree.
  case preparedByHand([String])
  /// The store was changed by another program, which says neither who did it nor when.
  case editedOutside([FactPath])
  /// Git left the marks of a conflict in the store.
  case conflictMarks(file: String, line: Int)
  /// The store can't be read.
  case unreadable(String)
  /// No branch is checked out.
  case noBranch
  /// Another instance of the program is sharing just now.
  case busy
  /// A file could not be written.
  case notWritten(String)
  /// Git refused for another reason: what was asked of it, and what it says.
  case git(String, String)

  /// Whether it passes by itself.
  public var isOffline: Bool { if case .offline = self { true } else { false } }

  /// What is wrong and what to do, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .noGit: "git is not installed; install it, it does the sharing"
    case .oldGit(let found):
      "git is of version \(found); sharing needs \(GitVersion.first) or a later one"
    case .notShared(let folder):
      "\(folder) is not shared; “ladmp share init” begins it, “ladmp share join URL” joins others"
    case .insideAnother(let folder, let top):
      "\(folder) lies in the git work tree \(top), whose other files are left alone; "
        + "name a store in a folder of its own with --store"
    case .sharedAlready(let remote):
      "the record is shared already" + (remote.map { " with \($0)" } ?? "")
        + "; “ladmp share sync” sends and fetches"
    case .sharedForAnother(let folder, let store):
      "\(folder) shares \(store) already, and nothing else; "
        + "name a store in a folder of its own with --store"
    case .anotherOrigin(let folder, let remote):
      "\(folder) is a git work tree with the remote \(remote) already; "
        + "“git remote set-url origin URL” there names another"
    case .noAuthor:
      "git does not know your name; say it with git config --global user.name “Your Name” "
        + "and git config --global user.email you@example.org"
    case .badAddress(let address, let why): "“\(address)” is no address of a remote: \(why)"
    case .noRemote:
      "there is no remote to share with; “git remote add origin URL” in the store's folder names one"
    case .remoteGone(let remote, let words):
      "\(remote) is gone, or is no repository: \(words); mend the address with "
        + "“git remote set-url”, or ask whoever keeps it"
    case .remoteEmpty(let remote):
      "\(remote) has no record yet; “ladmp share init --remote \(remote)” begins one there"
    case .remoteHasRecord(let remote):
      "\(remote) has something already; “ladmp share join \(remote)” joins it"
    case .notARecord(let remote, let file):
      "what \(remote) has is no record: \(file) is missing; "
        + "where it has another name there, name such a file of yours with --store"
    case .harmful(let remote, let file):
      "what \(remote) has in place of \(file) would come over a file of yours; nothing was taken"
    case .anotherHistory(let remote):
      "\(remote) has another history than your record; if both belong together, "
        + "merge them once with “git merge --allow-unrelated-histories”"
    case .offline(let words):
      "the remote can't be reached; your changes wait here (\(words))"
    case .wantsPassword(let words, couldAsk: true):
      "the remote takes no password or key that git has or was given; check the address and what "
        + "git has for it (\(words))"
    case .wantsPassword(let words, couldAsk: false):
      "the remote wants a password or a key; run “ladmp share sync” in a terminal (\(words))"
    case .overtaken(let times):
      "others sent changes each of the \(times) times; run “ladmp share sync” again"
    case .refusedByRemote(let words): "the remote refuses what is sent: \(words)"
    case .begunByHand(let what):
      "a \(what) that was begun by hand is not at its end; finish it with git, or give it up with "
        + "“git \(what) --abort”"
    case .preparedByHand(let files):
      "\(ShareTrouble.some(files)) was changed or prepared for a commit by hand; "
        + "commit it with git, or take it back"
    case .editedOutside(let paths):
      "another program changed \(ShareTrouble.some(paths.map(\.description))) in the store and did "
        + "not say who did it; look at it with “git diff” and commit it with “git commit -a”, "
        + "or take it back"
    case .conflictMarks(let file, let line):
      "\(file):\(line): git has left both versions here, between <<<<<<< and >>>>>>>; "
        + "keep one of them, or “ladmp restore” takes the version before"
    case .unreadable(let fault): "\(fault); “ladmp restore” may help"
    case .noBranch: "no branch is checked out in the store's folder; “git switch” takes one"
    case .busy: "another ladmp is sharing just now"
    case .notWritten(let fault): fault
    case .git(let work, let words): "git \(work) failed: \(words)"
    }
  }

  private static func some(_ names: [String]) -> String {
    let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
    return names.prefix(3).joined(separator: ", ") + rest
  }
}
