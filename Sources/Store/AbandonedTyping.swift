import Declaration

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// What sessions keep of what is being typed, and how it is found where they are no more.
extension StateFile {
  private static let typing = "typing-"

  func typing(named name: some StringProtocol) -> StateFile {
    StateFile(folder.sibling("\(StateFile.typing)\(name).json"), system: folder.system)
  }

  /// Gives what sessions kept that are no more and did not leave, one after the other.
  ///
  /// - Parameter take: answers whether it is taken over, and can be done away with.
  public func takeAbandoned(_ take: (RecordValue) -> Bool) {
    let start = folder.sibling(StateFile.typing).dropFirst(folder.folder.count + 1)
    for name in (FolderNames.all(in: folder.folder) ?? []).sorted() where name.hasPrefix(start) {
      let parts = name.dropFirst(start.count).split(separator: ".")
      guard let session = parts.first else { continue }
      let isOver = !StateFile.isAlive(session)
      // What a session was ended over before it took its name.
      if parts.last == "new", isOver { _ = folder.system.removeFile("\(folder.folder)/\(name)") }
      guard parts.dropFirst() == ["json"] else { continue }
      let file = typing(named: session)
      guard let lock = file.lock(on: file.file, whereUnlockable: isOver) else { continue }
      // Where locks keep everybody out, as over SMB, what holds the lock alone can read.
      if case .value(let typed) = file.read(from: lock), take(typed) {
        _ = folder.system.removeFile(file.file)
      }
      _ = folder.system.closeFile(lock)
    }
  }

  /// A lock on a file, held until it is closed; nil where somebody has it or the file is gone.
  ///
  /// - Parameter answer: whether it counts as had where the system can't lock.
  func lock(on file: String, whereUnlockable answer: Bool = true) -> Int32? {
    // Over NFS a lock that keeps others out needs a file that can be written.
    let flags = O_RDWR | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC
    let descriptor = folder.system.openFile(file, flags, 0)
    guard descriptor >= 0 else { return nil }
    let isFree = folder.system.lockFile(descriptor) == 0 || errno != EWOULDBLOCK && answer
    // Another may have taken it over while it was opened.
    guard isFree, StoreFolder.isStillThere(descriptor, as: file) else {
      _ = folder.system.closeFile(descriptor)
      return nil
    }
    return descriptor
  }

  /// Whether a session's process is there that is not this one: a new machine gives the same numbers
  /// again.
  private static func isAlive(_ session: some StringProtocol) -> Bool {
    guard let process = session.split(separator: "-").first.flatMap({ Int32($0) }) else {
      return false
    }
    return process != getpid() && (kill(process, 0) == 0 || errno == EPERM)
  }
}
