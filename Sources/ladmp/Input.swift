#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What comes in on standard input.
enum Input {
  /// More than a person pipes into a note; a device that never ends does.
  private static let limit = 1 << 24

  /// All of it as text, without line breaks at the end.
  static func all() -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
