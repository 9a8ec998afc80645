import Foundation
import Testing

/// How a frame reaches the terminal.
@Suite(.serialized) struct FrameOutletEndToEnd {
  #if os(Linux)
    /// Curses would send each stretch between two moves of the cursor by itself.
    @Test func aFrameGoesOutInOnePiece() throws {
      let trace = NSTemporaryDirectory() + "ladmp-trace-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: trace) }
      let session = try Session(
        ["-o", trace, "-e", "trace=write", "-s", "9999", Session.binary], program: "strace")
      try session.wait(forText: "in 8 days")
      session.type("c")
      try session.wait(for: "the commitments") {
        session.shows("Commitments 20 of 20") && session.terminal.isCalm
      }
      let sent = try String(contentsOfFile: trace, encoding: .utf8)
        .split(separator: "\n").filter { $0.hasPrefix("write(1,") }
      // What enters the screen is short; the way in and a key make a frame each.
      #expect(sent.filter { $0.count > 100 }.count == 2, "\(sent)")
    }

    /// A file in memory is held to the limit of files: what is over it would never be shown.
    @Test func whereFilesAreLimitedCursesSendsItself() throws {
      let whole = try Session()
      try whole.wait(forText: "in 8 days")
      let limited = try Session(
        ["-c", "ulimit -f 1; exec \(Session.binary)"], program: "sh")
      try limited.wait(forText: "in 8 days")
      for session in [whole, limited] {
        session.type("c")
        try session.wait(for: "the commitments") {
          session.shows("Commitments 20 of 20") && session.terminal.isCalm
        }
      }
      #expect(limited.screen.rows == whole.screen.rows)
    }
  #endif
}
