import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// How what others sent becomes part of the record.
extension SharedStore {
  /// Merges what was fetched, where there is something.
  func merge(
    _ remote: (name: String, branch: String), _ occasion: Occasion, _ report: inout SyncReport
  ) throws {
    let name = "refs/remotes/\(remote.name)/\(remote.branch)"
    guard let theirs = try commit(name) else { return }
    let ours = try commit("HEAD")
    guard ours != theirs else { return noteJoined() }
    if ours != nil {
      let isThere = try git.run(["merge-base", "--is-ancestor", theirs, "HEAD"]).code == 0
      if isThere { return noteJoined() }
      if occasion != .joining, try git.run(["merge-base", "HEAD", theirs]).code != 0 {
        throw ShareTrouble.anotherHistory(remote.name)
      }
    }
    guard let others = try version(at: theirs) else {
      throw ShareTrouble.notARecord(remote.name, file: self.name)
    }
    if occasion == .joining { try requireSameEdition(theirs, of: remote.name) }
    try requireHarmless(theirs, of: remote.name, hasOurs: ours != nil)
    let before = ours == nil ? nil : try version(at: "HEAD")
    // Versions that can't be read are refused before anything is touched.
    do {
      _ = try StoreDifference(from: StoreVersion([], file: ""), to: others)
    } catch let faults as RecordFaults {
      throw ShareTrouble.unreadableThere(
        remote.name, commit: String(theirs.prefix(10)),
        fault: faults.faults.first?.description ?? "\(faults)")
    }
    var arguments = ["-c", "merge.ladmp.driver=\(mergeCommand)", "merge", "--quiet", "--no-edit"]
    // How merges by hand are to be is the user's; this one has to be one, and at its end.
    arguments += ["--ff", "--commit", "--no-squash"]
    arguments += ["--message", "Merge the record of \(remote.name)"]
    if occasion == .joining { arguments.append("--allow-unrelated-histories") }
    try note("merge")
    let outcome = try noted("merge").run(arguments + [theirs], isHeard: true)
    guard outcome.code == 0 else {
      // Nothing stays half merged: all that was here is in the last commit. Where it can't be given
      // up now, the step stays noted, and the next exchange puts it right.
      let isBegun = access(gitFile("MERGE_HEAD"), F_OK) == 0
      if isBegun, try git.run(["merge", "--abort"]).code == 0 { forgetStep() }
      throw ShareTrouble.git("merge", outcome.words)
    }
    forgetStep()
    noteJoined()
    try tell(before, &report)
  }

  /// Refuses a record that is laid over another edition, as far as it says so.
  private func requireSameEdition(_ theirs: String, of remote: String) throws(ShareTrouble) {
    let first = try git.ask("log", "--max-parents=0", "--format=%B", theirs).text
    let names = ShareMessage.editions(in: first)
    guard let name = names.first, let ours = Edition.folderName(of: edition), !names.contains(ours)
    else { return }
    throw .anotherEdition(remote, name)
  }

  /// Refuses what would come over files of this machine: a store that is a link to another file, and
  /// files beside it that are not the team's here.
  private func requireHarmless(
    _ theirs: String, of remote: String, hasOurs: Bool
  ) throws(ShareTrouble) {
    let known =
      hasOurs
      ? Set(try git.ask("ls-tree", "-r", "-z", "--name-only", "HEAD").text.split(separator: "\0"))
      : []
    for entry in try git.ask("ls-tree", "-r", "-z", theirs).text.split(separator: "\0") {
      let parts = entry.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let (mode, path) = (parts[0].prefix(6), parts[1])
      if path == name {
        guard mode.hasPrefix("100") else { throw .harmful(remote, String(path)) }
      } else if !known.contains(path) {
        let first = path.split(separator: "/").first ?? path
        let isTeams = known.contains { $0.hasPrefix("\(first)/") }
        var status = stat()
        let isTaken = !isTeams && lstat("\(store.folder)/\(first)", &status) == 0
        guard !isTaken, !isBesideStore(first) else { throw .harmful(remote, String(path)) }
      }
    }
  }

  /// Whether a name is one that the program gives to files beside the store.
  private func isBesideStore(_ name: Substring) -> Bool {
    let stem = self.name.hasSuffix(".json") ? String(self.name.dropLast(5)) : self.name
    return name.hasPrefix(stem + ".")
  }

  /// Notes what came.
  private func tell(_ before: StoreVersion?, _ report: inout SyncReport) throws {
    guard let now = try version(at: "HEAD") else { return }
    let old = before ?? StoreVersion([], file: "")
    report.arrived += try StoreDifference(from: old, to: now).entries.map(\.path)
    let known = Set(try old.openChoices())
    report.disputes += try now.openChoices().filter { !known.contains($0) }
  }
}
