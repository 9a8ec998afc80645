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

    /// Who used the terminal before may have left it so that a write does not wait: what it had no
    /// room for is sent when there is some.
    @Test func aTerminalThatDoesNotWaitIsWaitedFor() throws {
      let trace = NSTemporaryDirectory() + "ladmp-trace-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: trace) }
      let unwaiting = """
        import fcntl, os, sys
        fcntl.fcntl(1, fcntl.F_SETFL, fcntl.fcntl(1, fcntl.F_GETFL) | os.O_NONBLOCK)
        os.execv(sys.argv[1], sys.argv[1:])
        """
      let session = try Session(
        ["-o", trace, "-e", "trace=write", "-s", "9", "python3", "-c", unwaiting, Session.binary],
        program: "strace", columns: 200, rows: 60)
      try session.wait(forText: "in 8 days")
      var key = 0
      // Nothing is read meanwhile, so the terminal's room comes to its end.
      try session.wait(for: "a write that is refused", reading: false) {
        session.type(key % 2 == 0 ? "x" : "1")
        key += 1
        usleep(20_000)
        return (try? String(contentsOfFile: trace, encoding: .utf8))?.contains("EAGAIN") ?? false
      }
      let usual = try Session(columns: 200, rows: 60)
      try usual.wait(forText: "in 8 days")
      usual.type("x1")
      for session in [usual, session] {
        session.type("1c")
        try session.wait(for: "the commitments") {
          session.shows("Commitments 20 of 20") && session.terminal.isCalm
        }
      }
      #expect(session.screen.rows == usual.screen.rows)
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
