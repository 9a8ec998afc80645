#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Tells when something happens in a folder, or, while it is not there, in the nearest folder above
/// it that is.
///
/// The folder is watched and not the file, because saving puts another file in its place. Where the
/// system has no such service, the caller has to look now and then.
final class FolderWatch {
  /// What is to be polled for reading; -1 where the system has no such service.
  let descriptor: Int32
  private let folder: String
  private var watched: String?
  private var number: Int32 = -1

  init(_ folder: String) {
    self.folder = folder
    #if os(Linux)
      descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    #else
      descriptor = -1
    #endif
    arm()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// How long to sleep at most before looking again, in milliseconds; -1 where events come.
  var patience: Int32 { number >= 0 ? -1 : 1000 }

  /// Takes note of what happened, and watches the folder again where another is in its place.
  func drain() {
    guard descriptor >= 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    arm()
  }

  private func arm() {
    #if os(Linux)
      guard descriptor >= 0 else { return }
      let target = nearest
      let events =
        IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_CLOSE_WRITE | IN_DELETE | IN_DELETE_SELF
        | IN_MOVE_SELF
      let added = inotify_add_watch(descriptor, target, UInt32(events))
      if number >= 0, added != number { inotify_rm_watch(descriptor, number) }
      (watched, number) = (target, added)
      // What was made between the look and the watch is seen by looking once more.
      if nearest != target { arm() }
    #endif
  }

  /// The folder, or the nearest one above it that is there.
  private var nearest: String {
    var candidate = folder
    while access(candidate, F_OK) != 0 {
      guard let slash = candidate.lastIndex(of: "/") else { return "." }
      if slash == candidate.startIndex { return "/" }
      candidate = String(candidate[..<slash])
    }
    return candidate
  }
}
