import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What comes in on standard input.
enum Input {
  /// All of it as text, without line breaks at the end; ends the program where it is not text.
  static func all() -> String {
    var bytes = bytes()
    while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      Output.fail(["ladmp: standard input is not text in UTF-8"], code: .dataError)
    }
    return text
  }

  /// All of it; ends the program where it can't be read.
  static func bytes() -> [UInt8] {
    do {
      return try RecordFile.bytes(of: "/dev/stdin")
    } catch {
      Output.stop(for: error)
    }
  }
}
