#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The lock that keeps instances of the program from writing at once.
extension StoreFolder {
  /// How long to wait before a lock is looked at again, in milliseconds.
  private static let pause = 2

  /// Does something while no other instance writes.
  ///
  /// The lock is the system's: it is gone with the process that holds it.
  func locked<Result>(
    _ work: () throws -> Result
  ) throws -> Result {
    let descriptor = try takeLock()
    defer { _ = system.closeFile(descriptor) }
    return try work()
  }

  /// The lock on the folder, which leaves no file and is held until it is closed; nil where it can't
  /// be had.
  var folderLock: Int32? {
    let descriptor = try? takeTurn()
    return descriptor.flatMap { $0 >= 0 ? $0 : nil }
  }

  private func takeLock() throws(WriteFault) -> Int32 {
    // Who waits holds the turn, so that an instance that writes all the time does not keep it out.
    let turn = try takeTurn()
    defer { if turn >= 0 { _ = system.closeFile(turn) } }
    while true {
      let descriptor = system.openFile(lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw .last(lock) }
      do throws(WriteFault) {
        try wait(for: descriptor, lock)
        if StoreFolder.isStillThere(descriptor, as: lock) { return descriptor }
      } catch {
        _ = system.closeFile(descriptor)
        throw error
      }
      _ = system.closeFile(descriptor)
    }
  }

  /// The lock on the folder, which a store holds only while the other is waited for; -1 where
  /// folders can't be locked.
  private func takeTurn() throws(WriteFault) -> Int32 {
    let descriptor = system.openFile(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw .last(folder) }
    do throws(WriteFault) {
      try wait(for: descriptor, folder)
      return descriptor
    } catch {
      _ = system.closeFile(descriptor)
      if error == .busy(store) { throw error }
      return -1
    }
  }

  private func wait(for descriptor: Int32, _ file: String) throws(WriteFault) {
    var waited = 0
    while system.lockFile(descriptor) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .last(file) }
      guard waited < patience else { throw .busy(store) }
      usleep(UInt32(StoreFolder.pause * 1000))
      waited += StoreFolder.pause
    }
  }

  /// Whether a file that was opened is still the one of that name: a lock on one that was taken away
  /// while it was waited for keeps nobody out.
  static func isStillThere(_ descriptor: Int32, as file: String) -> Bool {
    var (held, named) = (stat(), stat())
    return fstat(descriptor, &held) == 0 && stat(file, &named) == 0
      && held.st_ino == named.st_ino && held.st_dev == named.st_dev
  }
}
