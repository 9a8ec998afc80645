import Declaration
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a session keeps what is being typed until it leaves, beside what it will leave:
/// `state.typing-4711-k3f9.json`.
///
/// A session that is ended without a word, by the system or with the machine, leaves nothing. What is
/// being typed is therefore kept meanwhile in a file of the session's own, as editors do, under a lock
/// that is gone with the session.
public final class TypingFile: Sendable {
  private let file: StateFile
  /// What holds the lock; -1 while nothing is kept.
  private let held = Mutex<Int32>(-1)

  /// - Parameter state: the file in which the session leaves where its user was.
  public init(beside state: StateFile) {
    let letters = (0..<4).map { _ in TypingFile.letters.randomElement() ?? "x" }
    file = state.typing(named: "\(getpid())-\(String(letters))")
  }

  private static let letters = "abcdefghijklmnopqrstuvwxyz0123456789"

  deinit { adopt(-1) }

  /// Keeps what is being typed, in place of what was kept before.
  public func keep(_ typed: RecordValue) throws(WriteFault) {
    try file.folder.makeFolders()
    var lock: Int32 = -1
    do throws(WriteFault) {
      // It is locked before it has its name: nobody finds it without.
      try file.put(typed) { new in lock = file.lock(on: new) ?? -1 }
    } catch {
      if lock >= 0 { _ = file.folder.system.closeFile(lock) }
      throw error
    }
    adopt(lock)
  }

  /// Does away with what was kept; it is no loss where there is none.
  public func remove() {
    _ = file.folder.system.removeFile(file.file)
    adopt(-1)
  }

  private func adopt(_ lock: Int32) {
    held.withLock { held in
      if held >= 0 { _ = file.folder.system.closeFile(held) }
      held = lock
    }
  }
}

extension StateFile {
  private static let typing = "typing-"

  fileprivate func typing(named name: some StringProtocol) -> StateFile {
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
      if case .value(let typed) = file.read(), take(typed) {
        _ = folder.system.removeFile(file.file)
      }
      _ = folder.system.closeFile(lock)
    }
  }

  /// A lock on a file, held until it is closed; nil where somebody has it or the file is gone.
  ///
  /// - Parameter answer: whether it counts as had where the system can't lock.
  fileprivate func lock(on file: String, whereUnlockable answer: Bool = true) -> Int32? {
    let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC
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
