/// Standard output for many small pieces: they are gathered and written in blocks.
struct BufferedOutput: TextOutputStream {
  private static let blockLength = 1 << 16
  private var bytes: [UInt8] = []

  mutating func write(_ text: String) {
    bytes += text.utf8
    if bytes.count >= BufferedOutput.blockLength { flush() }
  }

  /// Writes what is left; nothing else does so at the end.
  mutating func flush() {
    Output.say(bytes: bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
