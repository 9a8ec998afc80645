import Declaration
import SeededGenerator
import Store
import Testing

@testable import Dashboard

@Suite struct PlainReadingTests {
  @Test func everyRequestHasAWordOrAnAnswer() {
    let spoken = Set(PlainCommand.allCases.compactMap(\.request))
    for request in Request.allCases where !spoken.contains(request) {
      #expect(
        PlainCommand.onScreenOnly[request.rawValue] != nil,
        "say in PlainCommand what “\(request.rawValue)” is without a screen")
    }
  }

  @Test(arguments: [
    ("countries", PlainCommand.countries, ""), ("COUNT region:south", .countries, "region:south"),
    ("next", .next, ""), ("next meeting", .next, ""), ("as 2022-10-07", .asOf, "2022-10-07"),
    ("as o today", .asOf, "today"), ("open link", .openLink, ""), ("open lima", .open, "lima"),
    ("3", .open, "3"), ("/peru", .filter, "peru"), ("n", .next, ""), ("q", .quit, ""),
    ("exit", .quit, ""), ("what changed", .changes, ""), ("  note  a  b ", .note, "a  b"),
  ])
  func reads(_ line: String, _ command: PlainCommand, _ rest: String) {
    #expect(PlainReading(line) == .command(command, rest))
  }

  @Test func asksWhichAndSaysWhatIsNear() throws {
    #expect(PlainReading("co") == .ambiguous("co", ["commitments", "compare", "countries"]))
    #expect(PlainReading("contries") == .unknown("contries", near: ["countries"]))
    #expect(PlainReading("hlep") == .unknown("hlep", near: ["help"]))
    #expect(PlainReading("xyzzy") == .unknown("xyzzy", near: []))
    var talk = try Talk()
    #expect(talk.ask("co") == ["\"co\" can mean commitments, compare or countries."])
    #expect(
      talk.ask("peru")[0].contains("Type open peru for what is called so. Type help"))
    #expect(
      talk.ask("zoom") == [
        "There are no panes here; type countries, pillars or timeline for their lists."
      ])
    #expect(talk.ask("").isEmpty && talk.ask("   ").isEmpty)
  }

  @Test func helpNamesEveryCommand() throws {
    var talk = try Talk()
    let help = talk.ask("help")
    for command in PlainCommand.allCases {
      #expect(help.contains { $0.hasPrefix("\(command.usage): ") })
      #expect(talk.ask("help \(command.rawValue)")[0].hasPrefix("\(command.usage): "))
    }
    #expect(talk.text("help filter").contains("filter pillar:2 -attended:summit"))
    #expect(talk.ask("help address").contains { $0.hasPrefix("source NUMBER") })
    #expect(talk.ask("help xyzzy")[0].contains("Type help for all of them."))
  }

  /// What anybody may ask first has not to end the conversation.
  @Test(arguments: ["qu", "qui a adhéré ?", "quit now", "exit please", "quitter tout"])
  func onlyTheWholeWordLeaves(_ line: String) throws {
    for language in Language.allCases {
      var talk = try Talk(Edition.builtIn().speaking(language))
      #expect(!talk.ask(line).isEmpty, "\(language)")
      #expect(!talk.effects.contains(.quit))
    }
    for word in ["q", "quit", "exit"] {
      var talk = try Talk(Edition.builtIn().speaking(.fr))
      talk.ask(word)
      #expect(talk.effects.contains(.quit), "\(word)")
    }
  }

  @Test(arguments: Language.allCases)
  func everyExampleOfTheHelpIsUnderstood(_ language: Language) throws {
    let dossier = try Edition.builtIn().speaking(language)
    for command in PlainCommand.allCases {
      for example in command.examples(in: language) {
        guard case .command(command, let rest) = PlainReading(example, in: language) else {
          Issue.record("\(example)")
          continue
        }
        var talk = try Talk(dossier)
        talk.ask(example)
        #expect(talk.dialogue.state.listing.faults.isEmpty, "\(example)")
        if command == .open, Int(rest) == nil {
          #expect(!talk.dialogue.state.subjects(named: rest).isEmpty, "\(example)")
        }
      }
    }
  }

  @Test func saysWhereInOneSentence() throws {
    var talk = try Talk()
    talk.ask("open peru")
    #expect(
      talk.ask("where") == [
        "Peru is selected; the list is countries; narrowed to Peru; "
          + "as of Wednesday 28 September 2022."
      ])
  }
}

@Suite struct PlainSayingTests {
  @Test func longAnswersComeInPages() throws {
    var talk = try Talk(pageLines: 20)
    let first = talk.ask("countries")
    #expect(first.count == 21 && first.last == "16 more lines, type more.")
    #expect(talk.ask("repeat") == first)
    let second = talk.ask("more")
    #expect(second.count == 16 && second.last?.hasPrefix("35. Venezuela") == true)
    #expect(talk.ask("more") == ["There is no more."])
    talk.ask("countries")
    #expect(talk.ask("more all").count == 16)
    talk.ask("filter region:north")
    #expect(talk.ask("more") == ["There is no more."], "a new answer takes the place of the old")
  }

  @Test func wrapsAtTheWidth() throws {
    var talk = try Talk(columns: 40)
    #expect(talk.ask("open lima").allSatisfy { $0.fits(40) })
    talk.dialogue.columns = 3
    #expect(talk.ask("detail").allSatisfy { $0.fits(20) })
    let whole = talk.ask("source 1").first { $0.hasPrefix("https://") }
    #expect(whole?.hasSuffix("&lang=en") == true, "an address stays whole")
  }

  @Test(arguments: [
    ("México ‡", "México sources differ"), ("“a” – ‘b’…", "\"a\" - 'b'..."),
    ("\u{1B}[31mred\u{7}", "?[31mred?"), ("╭─┤ ▶ ⣿⣿ x", " x"), ("a\u{A0}b\u{2009}c", "a b c"),
    ("10 € ¿qué?", "10 € ¿qué?"), ("a → b", "a to b"), ("👍👍 日本", "? 日本"),
    ("e\u{301}\u{200D}x", "éx"), ("\u{202E}evil", "?evil"),
  ])
  func saysNoSigns(_ text: String, _ said: String) {
    let spoken = PlainText.speakable(text)
    #expect(spoken.split(separator: " ") == said.split(separator: " "))
    #expect(spoken.unspeakable.isEmpty)
  }

  /// A record in which every text carries what a terminal would act on.
  private func hostileRecord() throws -> Dossier {
    let text = String(decoding: Edition.builtInBytes, as: UTF8.self)
    let bytes = Array(
      text.split(separator: "\"en\": \"", omittingEmptySubsequences: false)
        .joined(separator: "\"en\": \"\\u001b]0;x\\u0007\\u202e\\u2588\\u25b6 ").utf8)
    let folder = StoreFolder(store: "/nonexistent/store.json", makesFolders: false)
    return try Ledger(edition: bytes, file: "hostile", folder: folder).dossier
  }

  /// Whatever is typed, nothing traps and nothing but words comes out.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func answersAnything(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var talk = try Talk(
      seed == 4 ? hostileRecord() : nil, columns: seed == 3 ? 60 : nil,
      pageLines: seed == 2 ? 20 : nil)
    let rests = [
      "", "peru", "lima", "1", "3", "12", "-1", "99999999999999999999", "pillar:2 -attended:lima",
      "since 2022-06-10", "from 2022-06-10 to 2024-12-31", "2023-01-01", "0001-01-01", "today",
      "package 3", "all", "amount", "peru, chile", "\u{1B}[2J\u{7}", "e\u{301}\u{202E}", "\"", "-",
      String(repeating: "x", count: 3000),
    ]
    let words = PlainCommand.allCases.map(\.rawValue) + Request.allCases.map(\.rawValue)
    for _ in 0..<80 {
      var word = words[Int.random(in: 0..<words.count, using: &random)]
      if Int.random(in: 0..<8, using: &random) == 0 { word = String(word.prefix(2)) }
      let rest = rests[Int.random(in: 0..<rests.count, using: &random)]
      let lines = talk.ask("\(word) \(rest)") + talk.dialogue.hear(.notice(Notice("\(rest)\u{9B}")))
      for line in lines {
        #expect(line.unspeakable.isEmpty, "\(word) \(rest): \(line)")
        #expect(talk.dialogue.columns.map { line.fits($0) } ?? true)
      }
    }
  }
}
