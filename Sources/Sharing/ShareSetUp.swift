import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// How sharing begins.
extension SharedStore {
  /// Makes the store's folder a work tree, and sends the record to a remote where one is named.
  ///
  /// - Parameters:
  ///   - remote: the remote's address; nil for none yet.
  ///   - folder: where the person is, for an address that is the name of a folder.
  /// - Throws: ``ShareTrouble``.
  public func begin(remote: String?, from folder: String) throws(ShareTrouble) -> SyncReport {
    let remote = try address(remote, from: folder)
    // What was begun without a remote gets one.
    let isAlone = SharedStore.isShared(store) ? try self.remote(of: try branch()) == nil : false
    if remote == nil || !isAlone { try requireRoom(for: remote) }
    if let remote, try look(at: remote) != nil { throw .remoteHasRecord(remote) }
    try requireAuthorAnywhere()
    do throws(WriteFault) { try store.begin() } catch { throw .notWritten(error.description) }
    if access(gitFile("HEAD"), F_OK) != 0 { _ = try git.ask("init", "--quiet") }
    try install()
    if let remote { try name(remote, branch: try branch()) }
    return try sync(isAlone ? .usual : .beginning)
  }

  /// Takes part in what others share: what is in the store already is joined with it.
  ///
  /// - Throws: ``ShareTrouble``.
  public func join(_ remote: String, from folder: String) throws(ShareTrouble) -> SyncReport {
    guard let remote = try address(remote, from: folder) else { throw .noRemote }
    let origin = try line(of: "remote.origin.url")
    if !isJoining || origin ?? remote != remote { try requireRoom(for: remote) }
    guard let branch = try look(at: remote) else { throw .remoteEmpty(remote) }
    try requireAuthorAnywhere()
    do throws(WriteFault) { try store.makeFolder() } catch { throw .notWritten(error.description) }
    if access(gitFile("HEAD"), F_OK) != 0 { _ = try git.ask("init", "--quiet") }
    if try commit("HEAD") == nil { _ = try git.ask("symbolic-ref", "HEAD", "refs/heads/\(branch)") }
    do throws(WriteFault) {
      try store.mark(joiningFile)
    } catch {
      throw .notWritten(error.description)
    }
    try install()
    try name(remote, branch: branch)
    do throws(ShareTrouble) {
      return try sync(.joining)
    } catch {
      if case .anotherEdition = error, origin == nil {
        _ = try? git.ask("remote", "remove", "origin")
      }
      throw error
    }
  }

  // MARK: Joining

  /// Is there from when this begins to join a record until both are merged.
  private var joiningFile: String { gitFile("ladmp-joining") }

  /// Whether it began to join a record, and is not merged with it yet.
  var isJoining: Bool { SharedStore.isShared(store) && access(joiningFile, F_OK) == 0 }

  /// Notes that both are merged.
  func noteJoined() { unlink(joiningFile) }

  /// Notes that they are never to be, so that this store can be shared with others yet, and those
  /// below its folder too.
  func giveUpJoining() {
    unlink(joiningFile)
    rename(gitFile("ladmp-shared"), gitFile(SharedStore.left))
  }

  /// The file in a repository that this program made and left.
  private static let left = "ladmp-left"

  // MARK: What has to hold

  private func address(
    _ remote: String?, from folder: String
  ) throws(ShareTrouble) -> String? {
    try requireGit()
    guard let remote else { return nil }
    try RemoteAddress.check(remote)
    return RemoteAddress.whole(remote, from: folder)
  }

  /// Refuses where the folder is in use by git for something else, or is shared already.
  private func requireRoom(for remote: String?) throws(ShareTrouble) {
    let origin = try line(of: "remote.origin.url")
    if SharedStore.isShared(store) { throw .sharedAlready(remote: origin) }
    if let other = SharedStore.nameShared(in: store.folder) {
      throw .sharedForAnother(folder: store.folder, store: other)
    }
    var folder = store.folder
    while access(folder, F_OK) != 0, let slash = folder.lastIndex(of: "/"),
      slash > folder.startIndex
    {
      folder = String(folder[..<slash])
    }
    let near = Git(folder: folder, manner: git.manner)
    guard let top = try near.line("rev-parse", "--show-toplevel"), !top.isEmpty else { return }
    guard SharedStore.whole(top) == SharedStore.whole(store.folder) else {
      // Another store that is shared has nothing to do with what lies below its folder.
      let isLeft = access("\(top)/.git/\(SharedStore.left)", F_OK) == 0
      if isLeft || SharedStore.nameShared(in: top) != nil { return }
      throw .insideAnother(folder: store.folder, top: top)
    }
    if let origin, let remote, origin != remote {
      throw .anotherOrigin(folder: store.folder, remote: origin)
    }
  }

  /// What the folder's own repository is set to; nil where it is not set, or there is none.
  private func line(of setting: String) throws(ShareTrouble) -> String? {
    guard access(gitFile("HEAD"), F_OK) == 0 else { return nil }
    return try git.line("config", "--local", setting)
  }

  private static func whole(_ folder: String) -> String {
    guard let resolved = realpath(folder, nil) else { return folder }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder may still have to be made, and its repository may name somebody of its own.
  private func requireAuthorAnywhere() throws(ShareTrouble) {
    let isThere = access(store.folder, F_OK) == 0
    let near = Git(folder: isThere ? store.folder : "/", manner: git.manner)
    guard try near.line("var", "GIT_AUTHOR_IDENT") != nil else { throw .noAuthor }
  }

  /// What a remote has: the name of its branch; nil where it has none.
  private func look(at remote: String) throws(ShareTrouble) -> String? {
    let anywhere = Git(folder: "/", manner: git.manner, running: git.running)
    let outcome = try anywhere.run(["ls-remote", "--symref", "--", remote], isHeard: false)
    guard outcome.code == 0 else {
      let trouble = trouble(outcome, remote)
      if case .remoteGone(_, let words) = trouble { throw .noSuchRemote(remote, words) }
      throw trouble
    }
    let lines = outcome.text.split(separator: "\n")
    let prefix = "ref: refs/heads/"
    let head = lines.first { $0.hasPrefix(prefix) && $0.hasSuffix("\tHEAD") }
    if let head { return String(head.dropFirst(prefix.count).dropLast("\tHEAD".count)) }
    // A bare folder may name a branch that is not there, beside one that is.
    let branches = lines.compactMap { $0.split(separator: "\t").last }
      .filter { $0.hasPrefix("refs/heads/") }.map { String($0.dropFirst("refs/heads/".count)) }
    return branches.first { ["main", "master"].contains($0) } ?? branches.first
  }

  private func name(_ remote: String, branch: String) throws(ShareTrouble) {
    if try line(of: "remote.origin.url") == nil {
      _ = try git.ask("remote", "add", "--", "origin", remote)
    }
    _ = try git.ask("config", "branch.\(branch).remote", "origin")
    _ = try git.ask("config", "branch.\(branch).merge", "refs/heads/\(branch)")
  }

  /// Tells git in this repository alone how stores are joined, and what is no part of the record.
  private func install() throws(ShareTrouble) {
    _ = try git.ask("config", "merge.ladmp.name", "record of ladmp")
    _ = try git.ask("config", "merge.ladmp.driver", mergeCommand)
    // What the program keeps beside the store is this machine's own.
    let pattern = GitPattern(of: name)
    try requireAttributes()
    try add("/*", to: "exclude")
    try add("!\(pattern.text)", to: "exclude")
    guard !SharedStore.isShared(store) else { return }
    do throws(WriteFault) {
      try store.append(Array("\(name)\n".utf8), to: gitFile("ladmp-shared"))
    } catch {
      throw .notWritten(error.description)
    }
  }

  /// Tells git which file is merged as a record is. Lines that mean no file, as they were written once
  /// for names with a space, are written anew.
  func requireAttributes() throws(ShareTrouble) {
    let path = gitFile("info/attributes")
    let ending = " merge=ladmp -text"
    let wanted = GitPattern(of: name).quoted + ending
    let text =
      (try? RecordFile.bytesIfThere(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { !$0.hasSuffix(ending) || $0 == wanted }
    if kept.count < lines.count {
      do throws(WriteFault) {
        try store.replace(path, with: Array(kept.joined(separator: "\n").utf8))
      } catch {
        throw .notWritten(error.description)
      }
    }
    try add(wanted, to: "attributes")
  }

  private func add(_ line: String, to file: String) throws(ShareTrouble) {
    let path = gitFile("info/\(file)")
    mkdir(gitFile("info"), 0o755)
    let text =
      (try? RecordFile.bytesIfThere(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard !text.split(separator: "\n").contains(Substring(line)) else { return }
    let begin = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
    do throws(WriteFault) {
      try store.append(Array("\(begin)\(line)\n".utf8), to: path)
    } catch {
      throw .notWritten(error.description)
    }
  }

  /// How git is to call the program, as its own shell reads it.
  var mergeCommand: String {
    driver.map(SharedStore.quoted).joined(separator: " ") + " %O %A %B"
  }

  /// A word in quotation marks for a shell; git has a meaning for the percent sign.
  private static func quoted(_ word: String) -> String {
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    let marked = "'" + parts.joined(separator: "'\\''") + "'"
    return marked.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
  }
}
