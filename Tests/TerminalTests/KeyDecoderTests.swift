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
    #expect(events("\u{1B}[1;5Cx") == [.key(.character("x"))])
    #expect(events("\u{1B}[200;1;2;3;4~]") == [.key(.character("]"))])
  }

  @Test func aPasteThatCursesDoesNotKnowIsAPasteToo() {
    #expect(events("\u{1B}[200~q\u{1B}[201~x") == [.paste("q"), .key(.character("x"))])
  }

  @Test func halfASequenceActsAsNoOtherKey() {
    #expect(events("\u{1B}[") == [.key(.escape)])
    #expect(events("\u{1B}[1;5") == [.key(.escape)])
    #expect(events("\u{1B}[<0;10;20M") == [])
    #expect(events("\u{1B}[M !!q") == [.key(.character("q"))])
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
  }
}
