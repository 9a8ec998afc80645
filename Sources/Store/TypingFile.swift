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
  /// What holds the lock; -1 where there is none.
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
      try file.put(typed) { new throws(WriteFault) in
        guard let found = file.lock(on: new) else { throw .last(new) }
        lock = found
      }
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
