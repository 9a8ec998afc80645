import Dashboard
import Store
import Testing

@testable import Terminal

@Suite struct TerminalKindTests {
  private let known: Set = ["xterm", "xterm-256color", "screen-256color", "ansi", "vt100"]

  private func name(_ term: String?) -> String? {
    guard case .known(let name, _) = TerminalKind.choose(term, isKnown: known.contains) else {
      return nil
    }
    return name
  }

  @Test func theTerminalItselfComesFirst() {
    #expect(
      TerminalKind.choose("vt100", isKnown: known.contains) == .known("vt100", notice: nil))
  }

  @Test(arguments: ["xterm-kitty", "alacritty", "xterm-ghostty", "foot", "something-256color"])
  func theXtermFamilyIsDrawnAsXterm(_ term: String) {
    #expect(name(term) == "xterm-256color")
  }

  @Test func othersFallBackAsFarAsTheyMust() {
    #expect(name("tmux-256color") == "screen-256color")
    #expect(name("hp2621") == "ansi")
    #expect(name("dumb") == nil && name("") == nil && name(nil) == nil)
    #expect(
      TerminalKind.choose("foot", isKnown: { _ in false })
        == .unable(reason: "the terminal “foot” is unknown here, and so is any like it"))
  }

  @Test func theCharsetFollowsTheEnvironment() {
    let wanted = { (variables: [String: String]) in Charset.wanted { variables[$0] } }
    #expect(wanted([:]) == .utf8)
    #expect(wanted(["LC_ALL": "POSIX"]) == .utf8)
    #expect(wanted(["LANG": "en_US.UTF-8"]) == .utf8)
    #expect(wanted(["LANG": "de_DE.ISO-8859-1"]) == .ascii)
    #expect(wanted(["LANG": "de_DE@euro"]) == .ascii)
    #expect(wanted(["LC_ALL": "", "LC_CTYPE": "es_PE.utf8", "LANG": "ru.KOI8-R"]) == .utf8)
  }

  @Test func coloursFollowTheTerminalAndTheUser() {
    #expect(ColourDepth.choose(colours: 256, wish: nil, noColour: nil) == .many)
    #expect(ColourDepth.choose(colours: 8, wish: .many, noColour: nil) == .eight)
    #expect(ColourDepth.choose(colours: 256, wish: nil, noColour: "1") == .none)
    #expect(ColourDepth.choose(colours: 256, wish: nil, noColour: "") == .many)
    #expect(ColourDepth.choose(colours: 256, wish: .sixteen, noColour: "1") == .sixteen)
    #expect(ColourDepth.choose(colours: 256, wish: .eight, noColour: "1") == .eight)
    #expect(ColourDepth.choose(colours: -1, wish: nil, noColour: nil) == .none)
  }

  @Test func exactColoursNeedATerminalThatTakesOrMakesThem() {
    let choose = { (isDirect: Bool, isChangeable: Bool, wish: ColourDepth?, said: String?) in
      ColourDepth.choose(
        colours: 256, isDirect: isDirect, isChangeable: isChangeable, wish: wish, noColour: nil,
        colourTerm: said)
    }
    #expect(choose(true, false, nil, nil) == .exact)
    #expect(choose(false, true, nil, "truecolor") == .exact)
    #expect(choose(false, true, nil, "24bit") == .exact)
    #expect(choose(false, true, .exact, nil) == .exact)
    #expect(choose(false, true, nil, nil) == .many)
    #expect(choose(false, false, .exact, "truecolor") == .many)
    #expect(choose(true, true, .many, "truecolor") == .many)
  }

  @Test func everySignHasAnASCIIForm() {
    #expect(String("é ñ Ü ç — “x”".map(\.ascii)) == "e n U c - \"x\"")
    #expect(String("╭─●✓‡漢".map(\.ascii)) == "+-*+!?")
  }

  @Test(arguments: ThemeShelf.builtInNames)
  func selectionIsSeenAtEveryDepth(_ theme: String) throws {
    for depth in [ColourDepth.exact, .many, .sixteen, .eight, .none] {
      let drawn = depth == .none ? ThemeShelf.colourless : theme
      let palette = try ThemeTests.palette(drawn, depth)
      for role in Role.allCases where ![.header, .headerDay, .headerNext].contains(role) {
        let plain = palette.look(of: Style(role))
        #expect(palette.look(of: Style(role, [.selected, .focused])) != plain)
        #expect(palette.look(of: Style(.plain, [.selected])) != palette.look(of: Style(.plain)))
      }
      if depth == .none {
        let looks = Role.allCases.map { palette.look(of: Style($0, [.selected, .focused])) }
        #expect(looks.allSatisfy { $0.isReversed && $0.foreground == -1 && $0.background == -1 })
      }
    }
  }
}
