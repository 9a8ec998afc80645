import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A store that lies in a git work tree of its own, so that several people keep it together.
public struct SharedStore: Sendable {
  let store: StoreFolder
  let git: Git
  /// The record that the store is laid over.
  let edition: [UInt8]
  /// How git calls this program to join two stores: the program and its arguments.
  let driver: [String]

  /// A store that is shared, or is to be.
  ///
  /// - Parameters:
  ///   - edition: the bytes of the record that the store is laid over.
  ///   - driver: the program and the arguments with which git joins two stores, before the names of
  ///     the three files.
  public init(
    _ store: StoreFolder, edition: [UInt8], driver: [String], manner: Git.Manner,
    running: @escaping @Sendable (pid_t?) -> Void = { _ in }
  ) {
    (self.store, self.edition, self.driver) = (store, edition, driver)
    git = Git(folder: store.folder, manner: manner, running: running)
  }

  /// The store's name in its folder.
  var name: String { SharedStore.name(of: store) }

  /// A file of git's own.
  func gitFile(_ name: String) -> String { "\(store.folder)/.git/\(name)" }

  /// The store for git, for which some characters of a name mean others.
  var pathspec: String { ":(literal)\(name)" }

  /// Whether a store is shared, found without git.
  public static func isShared(_ store: StoreFolder) -> Bool {
    nameShared(in: store.folder) == name(of: store)
  }

  /// The store of a folder that is shared; nil where none is. Other stores may lie beside it.
  static func nameShared(in folder: String) -> String? {
    guard let bytes = try? RecordFile.bytesIfThere("\(folder)/.git/ladmp-shared") else {
      return nil
    }
    let name = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
    return name.map(String.init) ?? "store.json"
  }

  private static func name(of store: StoreFolder) -> String {
    String(store.store.split(separator: "/").last ?? "store.json")
  }

  /// Who makes changes, as git knows them: `Ana Pérez <ana@example.org>`; nil where it does not.
  public static func author(of store: StoreFolder) -> String? {
    guard isShared(store) else { return nil }
    let git = Git(folder: store.folder, manner: .background)
    guard let line = try? git.line("var", "GIT_AUTHOR_IDENT"), let end = line.lastIndex(of: ">")
    else { return nil }
    return String(line[...end])
  }

  // MARK: What has to hold

  /// Refuses where there is no git, or one too old.
  func requireGit() throws(ShareTrouble) {
    // Its folder may still have to be made.
    let anywhere = Git(folder: "/", manner: git.manner)
    let words = try anywhere.ask("--version").line
    guard let version = GitVersion(words) else { throw .oldGit(words) }
    guard version >= GitVersion.first else { throw .oldGit(version.description) }
  }

  /// Refuses where the folder is not shared.
  func requireShared() throws(ShareTrouble) {
    try requireGit()
    guard access(gitFile("HEAD"), F_OK) == 0, SharedStore.isShared(store) else {
      throw .notShared(folder: store.folder)
    }
  }

  /// Refuses where git does not know who makes changes.
  func requireAuthor() throws(ShareTrouble) {
    let outcome = try git.run(["var", "GIT_AUTHOR_IDENT"])
    guard outcome.code == 0 else { throw .noAuthor }
  }

  /// Refuses where somebody is at work in the work tree by hand.
  func requireNothingBegun() throws(ShareTrouble) {
    try requireNoMarks()
    if let work = store.workByHand { throw .begunByHand(work) }
    let status = try git.ask("status", "--porcelain", "-z", "--untracked-files=no").text
    let files = status.split(separator: "\0").compactMap { entry -> String? in
      let (state, file) = (entry.prefix(2), String(entry.dropFirst(3)))
      // The store itself may differ from what was committed, but not from what somebody prepared.
      return file == name && state.first == " " ? nil : file
    }
    guard files.isEmpty else { throw .preparedByHand(files) }
  }

  private func requireNoMarks() throws(ShareTrouble) {
    guard let bytes = try? RecordFile.bytesIfThere(store.store), let line = bytes.conflictMark
    else { return }
    throw .conflictMarks(file: store.store, line: line)
  }

  // MARK: Versions

  /// The store as a commit has it; nil where it has none.
  func version(at commit: String) throws(ShareTrouble) -> StoreVersion? {
    guard let blob = try git.found("\(commit):\(name)") else { return nil }
    return StoreVersion(
      try git.ask("cat-file", "blob", blob).output, file: "\(commit.prefix(12)):\(name)")
  }

  /// Why a remote did not answer as it was asked to.
  func trouble(_ outcome: Git.Outcome, _ remote: String) -> ShareTrouble {
    if case .terminal = git.manner { return RemoteWords.trouble(outcome, remote, canAsk: true) }
    return RemoteWords.trouble(outcome, remote, canAsk: false)
  }

  /// The branch that is checked out.
  func branch() throws(ShareTrouble) -> String {
    guard let branch = try git.line("symbolic-ref", "--quiet", "--short", "HEAD") else {
      throw .noBranch
    }
    return branch
  }

  /// Refuses a branch that somebody made by hand beside the one that is shared: others would never see
  /// it. One that git was told to send somewhere is meant so.
  func requireSharedBranch(_ branch: String) throws(ShareTrouble) {
    guard try git.line("config", "branch.\(branch).merge") == nil,
      let others = try git.line("config", "--get-regexp", "^branch\\..*\\.merge$")
    else { return }
    let names = others.split(separator: "\n").compactMap { $0.split(separator: " ").first }
      .map { $0.dropFirst("branch.".count).dropLast(".merge".count) }
    guard let shared = names.first else { return }
    throw .otherBranch(branch, shared: String(shared))
  }

  /// The commit that a name leads to; nil where it leads nowhere.
  func commit(_ name: String) throws(ShareTrouble) -> String? {
    try git.found("\(name)^{commit}")
  }

  /// The remote that a branch goes with, and the branch's name there.
  func remote(of branch: String) throws(ShareTrouble) -> (name: String, branch: String)? {
    let all = try git.ask("remote").line.split(separator: "\n").map(String.init)
    let named = try git.line("config", "branch.\(branch).remote")
    guard let remote = named ?? (all.contains("origin") ? "origin" : all.first), remote != "."
    else { return nil }
    let merge = try git.line("config", "branch.\(branch).merge") ?? branch
    let prefix = "refs/heads/"
    return (remote, merge.hasPrefix(prefix) ? String(merge.dropFirst(prefix.count)) : merge)
  }
}
