import Declaration
import Store

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
  case remoteGone(String, [String])
  /// There is nothing at an address that was named.
  case noSuchRemote(String, [String])
  /// The remote has no record yet.
  case remoteEmpty(String)
  /// The remote has a record already.
  case remoteHasRecord(String)
  /// What the remote has is no record.
  case notARecord(String, file: String)
  /// What the remote has would come over a file of this machine.
  case harmful(String, String)
  /// The remote's record is laid over another edition, and how that names itself.
  case anotherEdition(String, String)
  /// The remote has another history than this store.
  case anotherHistory(String)
  /// The remote can't be reached just now.
  case offline([String])
  /// The remote wants a password or a key, which could be asked for here or not.
  case wantsPassword([String], couldAsk: Bool)
  /// Others sent something each time that this was about to.
  case overtaken(times: Int)
  /// The remote does not take what is sent.
  case refusedByRemote([String])
  /// Somebody began a merge, a rebase or the like by hand.
  case begunByHand(WorkByHand)
  /// Somebody prepared a commit by hand, or changed other files of the work tree.
  case preparedByHand([String])
  /// The store was changed by another program, which says neither who did it nor when.
  case editedOutside([FactPath])
  /// Git left the marks of a conflict in the store.
  case conflictMarks(file: String, line: Int)
  /// The store can't be read.
  case unreadable(String)
  /// The store that others sent can't be read.
  case unreadableThere(String, commit: String, fault: String)
  /// No branch is checked out.
  case noBranch
  /// The branch that is checked out is not the one that is shared.
  case otherBranch(String, shared: String)
  /// Another instance of the program is sharing just now.
  case busy
  /// A file could not be written.
  case notWritten(String)
  /// Git does not say with which key an edition is to be signed.
  case noSigningKey
  /// A program that signs or checks is missing.
  case noProgram(String)
  /// An edition could not be signed, and why.
  case notSigned(String)
  /// An edition's signature is wrong: its file, and what is said of it.
  case badSignature(String, String)
  /// Git refused for another reason: what was asked of it, and what it says.
  case git(String, [String])

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
    case .remoteGone(let remote, _):
      "\(remote) is gone, or is no repository; mend the address with “git remote set-url origin URL” "
        + "in the store's folder, or ask whoever keeps it; your changes wait here"
    case .noSuchRemote(let remote, _):
      "there is no repository at \(remote), or you may not read it; check the address"
        + (remote.hasPrefix("/") ? ", or make one with “git init --bare \(remote)”" : "")
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
    case .offline: "the remote can't be reached; your changes wait here"
    case .wantsPassword(_, couldAsk: true):
      "the remote takes no password or key that git has or was given; check the address and what "
        + "git has for it"
    case .wantsPassword(_, couldAsk: false):
      "the remote wants a password or a key; run “ladmp share sync” in a terminal"
    case .overtaken(let times):
      "others sent changes each of the \(times) times; run “ladmp share sync” again"
    case .refusedByRemote:
      "the remote refuses what is sent; ask whoever keeps it; your changes wait here"
    case .begunByHand(let work): work.description
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
    case .unreadableThere(let remote, let commit, let fault):
      "what was sent to \(remote) can't be read: \(fault); nothing of it was taken; whoever sent it "
        + "takes it back with “git revert \(commit)” and sends that"
    case .otherBranch(let branch, let shared):
      "the branch \(branch) is not the one that is shared, \(shared); “git switch \(shared)” takes "
        + "that, or “git push -u origin \(branch)” shares this one too"
    case .noBranch: "no branch is checked out in the store's folder; “git switch” takes one"
    case .busy: "another ladmp is sharing just now"
    case .notWritten(let fault): fault
    case .noSigningKey:
      "git does not say with which key you sign; git config --global user.signingKey names one"
    case .noProgram(let name): "\(name) is not installed"
    case .notSigned(let why):
      "the edition was not signed: \(why); git's user.signingKey names the key, and --no-sign "
        + "publishes without a signature"
    case .anotherEdition(let remote, let name):
      "\(remote) is over another edition, “\(name)”; --edition names its file"
    case .badSignature(let file, let words):
      "\(file): the signature is not one of this record (\(words)); get both files anew, "
        + "or ask whoever published them"
    case .git(let work, _): "git \(work) failed"
    }
  }

  /// What git says itself, a line each.
  public var gitWords: [String] {
    switch self {
    case .remoteGone(_, let words), .noSuchRemote(_, let words), .offline(let words),
      .wantsPassword(let words, _), .refusedByRemote(let words), .git(_, let words):
      words
    default: []
    }
  }

  /// It for one line of a screen: what to do comes early.
  public var inShort: String {
    switch self {
    case .noGit: "install git, which does the sharing"
    case .remoteGone(let remote, _): "mend the address with git remote set-url: \(remote) is gone"
    case .wantsPassword:
      "run “ladmp share sync” in a terminal: the remote wants a password or a key"
    case .overtaken: "try again: others sent something each time"
    case .refusedByRemote(let words):
      "ask whoever keeps the remote: it refuses what is sent (\(words.first ?? ""))"
    case .begunByHand(let work): "finish the \(work.name) that was begun by hand, or give it up"
    case .preparedByHand(let files):
      "commit it with git, or take it back: \(ShareTrouble.some(files)) changed by hand"
    case .editedOutside(let paths):
      "commit it with git, or take it back: another program changed "
        + ShareTrouble.some(paths.map(\.description))
    case .conflictMarks(_, let line): "keep one version at line \(line) of the store: git left both"
    case .unreadableThere(let remote, let commit, _):
      "take \(commit) back with git revert: what was sent to \(remote) can't be read"
    case .otherBranch(_, let shared): "git switch \(shared) takes the branch that is shared"
    case .noBranch: "git switch takes a branch: none is checked out"
    case .busy: "try again: another ladmp is sharing"
    case .anotherHistory(let remote):
      "run “ladmp share sync” in a terminal: \(remote) has another history"
    case .git(let work, let words): "git \(work) failed: \(words.first ?? "")"
    case .noAuthor: "give git your name: git config --global user.name, and user.email"
    case .noRemote: "git remote add origin URL names a remote: there is none"
    case .notARecord(let remote, let file): "what \(remote) has is no record: \(file) is missing"
    case .anotherEdition(let remote, let name):
      "name the file of “\(name)” with --edition: \(remote) is over that"
    default: description
    }
  }

  private static func some(_ names: [String]) -> String {
    let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
    return names.prefix(3).joined(separator: ", ") + rest
  }
}
