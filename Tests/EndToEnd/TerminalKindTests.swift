import Dashboard
import Foundation
import Pseudoterminal
import Testing

/// Terminals by their real entries of the terminal database: every one is drawn on, understands what
/// it is sent, and is given back as it was.
@Suite(.serialized) struct TerminalKindEndToEnd {
  /// Which colours the program sent, as the parameters of "select graphic rendition" have them.
  private enum Sent: Hashable {
    /// None at all.
    case nothing
    /// 30 to 37 and 40 to 47.
    case eight
    /// 38;5 and 48;5 with a number below so many; 90 to 97 and 100 to 107 are below sixteen.
    case numbered(below: Int)
    /// 38;2 and 48;2, or 38:2 and 48:2.
    case exact
  }

  private static func sent(in output: [UInt8]) -> Set<Sent> {
    var found: Set<Sent> = []
    for sequence in String(decoding: output, as: UTF8.self).split(separator: "\u{1B}[").dropFirst()
    {
      let parameters = sequence.prefix { $0.isNumber || $0 == ";" || $0 == ":" }
      guard sequence.dropFirst(parameters.count).first == "m" else { continue }
      var numbers = parameters.split { $0 == ";" || $0 == ":" }.compactMap { Int($0) }[...]
      while let number = numbers.popFirst() {
        switch number {
        case 30...37, 40...47: found.insert(.eight)
        case 90...97, 100...107: found.insert(.numbered(below: 16))
        case 38, 48:
          if numbers.popFirst() == 2 {
            found.insert(.exact)
            numbers = []
          } else if let colour = numbers.popFirst() {
            found.insert(.numbered(below: [16, 88, 256].first { colour < $0 } ?? 0))
          }
        default: break
        }
      }
    }
    return found.isEmpty ? [.nothing] : found
  }

  private struct Kind: CustomTestStringConvertible, Sendable {
    let term: String
    /// The colours of which at least one has to be sent, and no other may.
    let colours: Set<Sent>
    var hasAlternateScreen = true

    var testDescription: String { term }
  }

  private static let sixteen: Set<Sent> = [.eight, .numbered(below: 16)]
  private static let many = sixteen.union([.numbered(below: 88), .numbered(below: 256)])

  private static let kinds = [
    Kind(term: "vt100", colours: [.nothing], hasAlternateScreen: false),
    Kind(term: "ansi", colours: [.eight], hasAlternateScreen: false),
    Kind(term: "linux", colours: [.eight], hasAlternateScreen: false),
    Kind(term: "xterm", colours: [.eight]),
    Kind(term: "screen", colours: [.eight]),
    Kind(term: "tmux", colours: [.eight]),
    Kind(term: "xterm-16color", colours: sixteen),
    // The emulator knows not this one's sequence for the other screen.
    Kind(term: "rxvt-88color", colours: sixteen, hasAlternateScreen: false),
    Kind(term: "screen-256color", colours: many),
    Kind(term: "tmux-256color", colours: many),
    Kind(term: "xterm-256color", colours: many),
    Kind(term: "xterm-direct", colours: [.exact, .eight]),
  ]

  @Test(arguments: kinds) private func isDrawnOnAndGivenBack(_ kind: Kind) throws {
    let session = try Session(setting: ["TERM": kind.term])
    try session.wait(forText: "Los Angeles Declaration")
    #expect(session.screen.isAlternate == kind.hasAlternateScreen)
    // Keys of the entry's own, and some that change much of the picture.
    session.type("x/per")
    try session.wait(forText: "/ per")
    session.press(.character("q"), .enter, .character("q"))
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.terminal.modes == session.terminal.modesBefore)
    #expect(!session.screen.isAlternate && session.screen.showsCursor)
    // Where the picture stays, the shell goes on in the last row.
    if ["vt100", "ansi", "linux"].contains(kind.term) {
      #expect(session.screen.rows.last?.allSatisfy { $0 == " " } == true)
    }
    let sent = TerminalKindEndToEnd.sent(in: session.output)
    #expect(sent.isSubset(of: kind.colours), "\(kind.term) was sent \(sent)")
  }

  @Test func withoutANameTheTerminalIsTalkedToInPlainWords() throws {
    let session = try Session(setting: ["TERM": nil])
    try session.wait(forText: "> ")
    session.type("quit\r")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(!session.output.contains(0x1B))
  }
}
