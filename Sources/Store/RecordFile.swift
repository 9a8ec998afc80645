#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a file as a whole.
public enum RecordFile {
  /// No record that people keep comes near it; devices that never end do.
  private static let limit = 1 << 30

  /// The bytes of a file; nil when there is none.
  public static func bytesIfThere(_ file: String) throws(FileFault) -> [UInt8]? {
    access(file, F_OK) == 0 ? try bytes(of: file) : nil
  }

  /// The bytes of a file.
  public static func bytes(of file: String) throws(FileFault) -> [UInt8] {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(file) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault(file) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw FileFault(file: file, problem: "is a folder; name a record's file")
    }
    guard status.st_size <= limit else { throw tooBig(file) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(Int(status.st_size), 0) + 1)
    while let chunk = try chunk(from: descriptor, file) {
      bytes.append(contentsOf: chunk)
      if bytes.count > limit { throw tooBig(file) }
    }
    return bytes
  }

  /// The next bytes; nil at the end.
  private static func chunk(
    from descriptor: Int32, _ file: String
  ) throws(FileFault) -> [UInt8]? {
    let size = 1 << 18
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
      repeat {
        count = read(descriptor, buffer.baseAddress, size)
      } while count < 0 && errno == EINTR
      used = max(0, count)
    }
    if count < 0 { throw fault(file) }
    return chunk.isEmpty ? nil : chunk
  }

  private static func tooBig(_ file: String) -> FileFault {
    FileFault(file: file, problem: "is bigger than 1 GiB, which is no record")
  }

  private static func fault(_ file: String) -> FileFault {
    FileFault(file: file, problem: String(cString: strerror(errno)))
  }
}
