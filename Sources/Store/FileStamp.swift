#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Tells one version of a file from another without reading it.
struct FileStamp: Hashable, Sendable {
  private let device, inode, seconds, nanoseconds: Int64
  /// In bytes.
  let size: Int64

  /// When the file was written, ISO 8601 in UTC.
  var time: String { StoreTime.text(of: time_t(seconds)) }

  /// The stamp of a file; nil when there is none.
  init?(_ file: String) {
    var status = stat()
    guard stat(file, &status) == 0 else { return nil }
    device = Int64(bitPattern: UInt64(status.st_dev))
    inode = Int64(bitPattern: UInt64(status.st_ino))
    size = Int64(status.st_size)
    #if canImport(Glibc)
      (seconds, nanoseconds) = (Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec))
    #else
      (seconds, nanoseconds) = (
        Int64(status.st_mtimespec.tv_sec), Int64(status.st_mtimespec.tv_nsec)
      )
    #endif
  }
}
