#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How it stands with the files of a store, found without touching them.
public struct StoreInspection: Sendable {
  /// Whether the store was written yet.
  public let isThere: Bool
  /// Whether this user can write there.
  public let isWritable: Bool
  /// Whether others than the user can read it.
  public let isOpenToOthers: Bool
  /// Whether another instance of the program is writing just now.
  public let isLocked: Bool
  /// Whether the version before can be put in place.
  public let hasPrevious: Bool

  /// Looks at the files of a store.
  public init(_ store: StoreFolder) {
    var status = stat()
    isThere = stat(store.store, &status) == 0
    isOpenToOthers = isThere && status.st_mode & 0o077 != 0
    isWritable =
      isThere
      ? access(store.store, W_OK) == 0 && access(store.folder, W_OK) == 0
      : StoreInspection.canBeMade(store.folder, withFolders: store.makesFolders)
    hasPrevious = access(store.previous, R_OK) == 0
    isLocked = StoreInspection.isHeld(store.lock)
  }

  /// Whether a folder is there, or one on the way to it in which the rest can be made.
  private static func canBeMade(_ folder: String, withFolders: Bool) -> Bool {
    if access(folder, F_OK) == 0 { return access(folder, W_OK) == 0 }
    guard withFolders, let slash = folder.lastIndex(of: "/") else { return false }
    return canBeMade(slash == folder.startIndex ? "/" : String(folder[..<slash]), withFolders: true)
  }

  private static func isHeld(_ lock: String) -> Bool {
    let descriptor = open(lock, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
