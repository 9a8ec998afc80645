import Foundation
import Pseudoterminal
import Testing

/// A terminal at the end of a slow line: what has gone out of date is not sent.
@Suite(.serialized) struct SlowLinkEndToEnd {
  /// What a line at 9600 baud carries in a second.
  private static let rate = 960

  /// Views that share nothing are asked for one after the other, faster than the line carries them.
  /// Here a second is a hundredth of one: the terminal takes 960 bytes with each key.
  @Test func keysAreAnsweredBeforeOldPicturesAreSent() throws {
    let session = try Session()
    try session.wait(forText: "in 8 days")
    let keys = 300
    var (key, sent) = (0, 0)
    // Where the program itself is slow, as with a sanitizer, it takes more keys to fill the line.
    while key < keys || sent < keys * 500 && key < 20 * keys {
      session.type(key % 2 == 0 ? "x" : "1")
      // Ten milliseconds are as long as the line takes for so much.
      let bytes = session.terminal.read(within: 10, limit: SlowLinkEndToEnd.rate)
      sent += bytes.count
      session.take(bytes)
      usleep(10_000)
      key += 1
    }
    session.type("c")
    var late = 0
    try session.wait(for: "the last view", reading: false) {
      let bytes = session.terminal.read(within: 20, limit: SlowLinkEndToEnd.rate)
      late += bytes.count
      session.take(bytes)
      return session.shows("Commitments 20 of 20") && session.terminal.isCalm
    }
    // The system keeps up to 12 KiB for the terminal, one picture is on its way when the last key
    // comes, and its own follows: none has more than 16 KiB.
    #expect(sent > keys * 500, "the line was not slow")
    #expect(late < 44 * 1024, "\(late) bytes came after the last key")
  }
}
