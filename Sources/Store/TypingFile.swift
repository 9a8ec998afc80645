#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// A session that is ended without a word, by the system or with the machine, leaves nothing. What is
// being typed is therefore kept meanwhile in a file of the session's own, as editors do.
extension StateFile {
  /// Where a session keeps what is being typed until it leaves: `state.typing-4711.json`.
  ///
  /// - Parameter process: the session's process; the present one unless told otherwise.
  public func typing(of process: Int32 = getpid()) -> StateFile {
    StateFile(folder.sibling("\(StateFile.typing)\(process).json"), system: folder.system)
  }

  /// What sessions kept that are no more and did not leave.
  public func abandoned() -> [StateFile] {
    let start = folder.sibling(StateFile.typing).dropFirst(folder.folder.count + 1)
    var processes: [Int32] = []
    for name in FolderNames.all(in: folder.folder) ?? [] {
      guard name.hasPrefix(start) else { continue }
      let parts = name.dropFirst(start.count).split(separator: ".")
      guard let process = parts.first.flatMap({ Int32($0) }), !StateFile.isAlive(process) else {
        continue
      }
      // What a session was ended over before it took its name.
      if parts.last == "new" {
        _ = folder.system.removeFile("\(folder.folder)/\(name)")
      } else if parts.dropFirst() == ["json"] {
        processes.append(process)
      }
    }
    return processes.sorted().map(typing)
  }

  /// Does away with the file; it is no loss where there is none.
  public func remove() { _ = folder.system.removeFile(file) }

  private static let typing = "typing-"

  /// Whether a process is there that is not this one: a new machine gives the same numbers again.
  private static func isAlive(_ process: Int32) -> Bool {
    process != getpid() && (kill(process, 0) == 0 || errno == EPERM)
  }
}
