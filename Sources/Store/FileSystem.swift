#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The calls with which the store writes, so that a test can make each of them fail.
///
/// Each answers what the system call does: -1 with `errno` where it fails.
public struct FileSystem: Sendable {
  var openFile: @Sendable (_ file: String, _ flags: Int32, _ mode: mode_t) -> Int32
  var writeBytes: @Sendable (_ descriptor: Int32, UnsafeRawBufferPointer) -> Int
  var sync: @Sendable (_ descriptor: Int32) -> Int32
  var closeFile: @Sendable (_ descriptor: Int32) -> Int32
  var renameFile: @Sendable (_ old: String, _ new: String) -> Int32
  var linkFile: @Sendable (_ old: String, _ new: String) -> Int32
  var removeFile: @Sendable (_ file: String) -> Int32
  var truncateFile: @Sendable (_ file: String, _ size: Int64) -> Int32
  var makeFolder: @Sendable (_ folder: String, _ mode: mode_t) -> Int32
  var lockFile: @Sendable (_ descriptor: Int32) -> Int32

  /// The system's own.
  public static let live = FileSystem(
    openFile: { open($0, $1, $2) },
    writeBytes: { write($0, $1.baseAddress, $1.count) },
    sync: { fsync($0) },
    closeFile: { close($0) },
    renameFile: { rename($0, $1) },
    linkFile: { link($0, $1) },
    removeFile: { unlink($0) },
    truncateFile: { truncate($0, off_t($1)) },
    makeFolder: { mkdir($0, $1) },
    lockFile: { flock($0, LOCK_EX | LOCK_NB) })
}

/// Why something could not be written, in the system's words.
public struct WriteFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file or folder.
  public let file: String
  /// What the system says.
  public let problem: String

  /// `file: what is wrong`.
  public var description: String { "\(file): \(problem)" }

  init(_ file: String, _ problem: String) { (self.file, self.problem) = (file, problem) }

  /// Another instance holds the lock, or a program without one wrote meanwhile.
  static func busy(_ file: String) -> WriteFault {
    WriteFault(file, "another program is writing to it")
  }

  /// What the last call says went wrong.
  static func last(_ file: String) -> WriteFault {
    WriteFault(file, String(cString: strerror(errno)))
  }
}
