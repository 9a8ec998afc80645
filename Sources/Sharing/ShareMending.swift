import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// What is done after an exchange that was ended in the middle, by a signal or by the power.
extension SharedStore {
  /// Says which step is being done, so that its traces are known for this program's own.
  private var stepFile: String { gitFile("ladmp-step") }

  /// Notes that a step begins.
  func note(_ step: String) throws(ShareTrouble) { try write(step, process: nil) }

  /// Git that notes which process does a step.
  func noted(_ step: String) -> Git {
    Git(folder: git.folder, manner: git.manner) { process in
      if let process { try? write(step, process: process) }
      git.running(process)
    }
  }

  /// Notes that a step is done.
  func forgetStep() { unlink(stepFile) }

  private func write(_ step: String, process: pid_t?) throws(ShareTrouble) {
    let text = "\(step) \(process ?? 0)\n"
    let descriptor = open(stepFile, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .notWritten("\(stepFile): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard bytes.withUnsafeBytes({ Self.put(descriptor, $0) }) == bytes.count else {
      throw .notWritten("\(stepFile): \(String(cString: strerror(errno)))")
    }
  }

  private static func put(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Puts right what a step left that never came to its end. All that was in the store then is in
  /// the last commit, or in the store still.
  func mend() throws(ShareTrouble) {
    guard let bytes = try? RecordFile.bytesIfThere(stepFile) else { return }
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    try waitForEnd(of: words.count > 1 ? pid_t(words[1]) ?? 0 : 0)
    // What locked git's files is gone, and its locks are nobody's.
    for lock in locks { unlink(gitFile(lock)) }
    do {
      // What is fetched or sent changes nothing here.
      if !["fetch", "push"].contains(words.first) {
        try store.whileNobodyWrites { try mendStore(after: words.first.map(String.init) ?? "") }
      }
    } catch let trouble as ShareTrouble {
      throw trouble
    } catch {
      throw .notWritten("\(error)")
    }
    forgetStep()
  }

  /// The locks that git may have left.
  private var locks: [String] {
    var locks = [
      "index.lock", "HEAD.lock", "ORIG_HEAD.lock", "MERGE_HEAD.lock", "packed-refs.lock",
      "shallow.lock",
    ]
    guard let branch = try? branch() else { return locks }
    locks.append("refs/heads/\(branch).lock")
    if let remote = try? remote(of: branch) {
      locks.append("refs/remotes/\(remote.name)/\(remote.branch).lock")
    }
    return locks
  }

  /// Takes back what a step prepared for a commit, and the store where it was half merged.
  func mendStore(after step: String) throws {
    guard try commit("HEAD") != nil else {
      _ = try git.ask("rm", "--cached", "--quiet", "--ignore-unmatch", "--", pathspec)
      return
    }
    // Nothing in the work tree is touched by it: what git merged so far counts as a change here.
    _ = try git.ask("reset", "--quiet")
    // No other step writes the store: where it is broken then, somebody else's work is in it.
    guard step == "merge" else { return }
    let bytes = (try? RecordFile.bytesIfThere(store.store)) ?? nil
    let isWhole = bytes.map { bytes in
      !bytes.isEmpty
        && (try? StoreDifference(
          from: StoreVersion([], file: ""), to: StoreVersion(bytes, file: store.store))) != nil
    }
    guard isWhole != true, let last = try version(at: "HEAD") else { return }
    // It may have been changed by hand since.
    if bytes?.isEmpty == false { try store.keepAside() }
    try store.put(last.bytes)
  }

  /// Waits for git where it still works although who started it is gone.
  private func waitForEnd(of process: pid_t) throws(ShareTrouble) {
    guard process > 0, process != getpid() else { return }
    for _ in 0..<SharedStore.looks {
      guard kill(process, 0) == 0 || errno == EPERM else { return }
      usleep(20_000)
    }
    // A number that is given to another program after all this time is no git of ours.
    guard isGit(process) else { return }
    throw .busy
  }

  private static let looks = 250

  private func isGit(_ process: pid_t) -> Bool {
    guard let name = try? RecordFile.bytesIfThere("/proc/\(process)/comm") else { return false }
    return String(decoding: name, as: UTF8.self).hasPrefix("git")
  }
}
