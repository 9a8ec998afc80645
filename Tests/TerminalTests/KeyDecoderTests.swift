import CNcurses
import Dashboard
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  private func events(_ codes: [Int32]) -> [Event] {
    var decoder = KeyDecoder()
    return codes.flatMap { decoder.take($0) } + decoder.flush()
  }

  private func events(_ text: String) -> [Event] { events(text.utf8.map(Int32.init)) }

  @Test func putsLettersTogether() {
    #expect(events("aé€🙂") == ["a", "é", "€", "🙂"].map { .key(.character($0)) })
  }

  @Test func aBrokenLetterSpoilsNothing() {
    #expect(events([0xC3, 0x61]) == [.key(.character("a"))])
    #expect(events([0x80, 0xFF, 0x61]) == [.key(.character("a"))])
    #expect(events([0xED, 0xA0, 0x80]).isEmpty)
  }

  @Test func aLoneEscapeIsEscape() {
    #expect(events("\u{1B}") == [.key(.escape)])
    #expect(events("\u{1B}q") == [.key(.escape), .key(.character("q"))])
    #expect(events("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
  }

  @Test func sequencesThatTheTerminalDoesNotNameAreTakenWhole() {
    #expect(events("\u{1B}[A\u{1B}OB\u{1B}[5~") == [.key(.up), .key(.down), .key(.pageUp)])
    #expect(events("\u{1B}[1;2Cx") == [.key(.character("x"))])
    #expect(events("\u{1B}[1;5Cx") == [.key(.controlRight), .key(.character("x"))])
    #expect(events("\u{1B}[200;1;2;3;4~]") == [.key(.character("]"))])
  }

  @Test func aPasteThatCursesDoesNotKnowIsAPasteToo() {
    #expect(events("\u{1B}[200~q\u{1B}[201~x") == [.paste("q"), .key(.character("x"))])
  }

  @Test func halfASequenceActsAsNoOtherKey() {
    #expect(events("\u{1B}[") == [.key(.escape)])
    #expect(events("\u{1B}[1;5") == [.key(.escape)])
    #expect(events("\u{1B}[<0;10").isEmpty)
    let long = "\u{1B}[<" + String(repeating: "1", count: 90)
    #expect(events("\(long);1;1Mq") == [.key(.character("q"))])
  }

  @Test func theRestOfAReportIsWaitedForLongerThanThatOfAKey() {
    var decoder = KeyDecoder(patience: 10)
    var patience: [Int?] = []
    for byte in "\u{1B}[<0".utf8 {
      _ = decoder.take(Int32(byte))
      patience.append(decoder.patience)
    }
    #expect(patience == [10, 50, 1000, 1000])
    var slow = KeyDecoder(patience: 300)
    _ = slow.take(0x1B)
    #expect(slow.patience == 300)
  }

  @Test func theMouseIsReadInBothOfItsForms() {
    let press = Event.mouse(Mouse(.press, column: 9, row: 19))
    #expect(events("\u{1B}[<0;10;20M") == [press])
    #expect(
      events("\u{1B}[<0;10;20M\u{1B}[<32;11;20M\u{1B}[<0;11;20mq") == [
        press, .mouse(Mouse(.drag, column: 10, row: 19)),
        .mouse(Mouse(.release, column: 10, row: 19)), .key(.character("q")),
      ])
    #expect(events("\u{1B}[<64;1;1M\u{1B}[<81;1;1M").count == 2)
    // Other buttons, and places that no screen has, are nothing.
    for report in ["2;1;1M", "35;1;1M", "0;0;1M", "0;1;99999M", "0;1M", ";;M", "0;-1;2M", "M"] {
      #expect(events("\u{1B}[<\(report)q") == [.key(.character("q"))], "\(report)")
    }
    #expect(
      events("\u{1B}[M !!\u{1B}[M@!\"\u{1B}[M#!!q") == [
        .mouse(Mouse(.press, column: 0, row: 0)), .mouse(Mouse(.drag, column: 0, row: 1)),
        .mouse(Mouse(.release, column: 0, row: 0)), .key(.character("q")),
      ])
    #expect(
      events("\u{1B}[M`!!\u{1B}[Ma!!\u{1B}[Mb!!\u{1B}[Mc!!q") == [
        .mouse(Mouse(.wheelUp, column: 0, row: 0)), .mouse(Mouse(.wheelDown, column: 0, row: 0)),
        .key(.character("q")),
      ])
  }

  @Test func controlKeys() {
    #expect(
      events([3, 13, 9, 127, 8, 0]) == [
        .key(.control("c")), .key(.enter), .key(.tab), .key(.backspace), .key(.backspace),
      ])
  }

  @Test func aPasteIsOneEvent() {
    let paste = [Int32(KEY_PASTE_BEGIN)] + "q\né".utf8.map(Int32.init) + [Int32(KEY_PASTE_END)]
    #expect(events(paste + [0x71]) == [.paste("q\né"), .key(.character("q"))])
    #expect(events(Array(paste.dropLast())) == [.paste("q\né")])
  }

  @Test func patienceOnlyWhileSomethingIsUnfinished() {
    var decoder = KeyDecoder()
    #expect(decoder.patience == nil)
    _ = decoder.take(0x1B)
    #expect(decoder.patience == 10)
    _ = decoder.flush()
    #expect(decoder.patience == nil)
    decoder = KeyDecoder(patience: 300)
    for (bytes, patience) in [([0x1B], 300), ([0x5B], 300), ([0x41], nil), ([0xC3], 1000)] {
      for byte in bytes { _ = decoder.take(Int32(byte)) }
      #expect(decoder.patience == patience)
    }
  }
}
