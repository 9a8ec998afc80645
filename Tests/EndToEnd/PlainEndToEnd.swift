import Dashboard
import Declaration
import Foundation
import Pseudoterminal
import Store
import Testing

/// Three real jobs done from the text alone, at a terminal and through pipes.
@Suite(.serialized) struct PlainEndToEnd {
  // MARK: What the answers have to be

  /// Countries that had endorsed and are not reported at the launch.
  private func expectedAbsentees() throws -> [String] {
    let record = try Edition.builtIn()
    let snapshot = record.asOf(record.startDay)
    let launch = try #require(record.meeting("launch-2022"))
    return record.countries.filter { country in
      snapshot.endorsement(of: country.id) != nil
        && !(snapshot.attendance(of: country.id, at: launch)?.status.isPresent ?? false)
    }.map(\.name.english)
  }

  private func expectedChanges() throws -> Int {
    let record = try Edition.builtIn()
    return record.changes(
      after: try #require(Day("2022-09-28")), through: try #require(Day("2022-10-07"))
    ).count
  }

  private func names(in list: [String]) -> [String] {
    list.numbered.map { String($0.prefix { $0 != "," }) }
  }

  /// The numbers of sources that sentences give, each once.
  private func citations(in lines: [String]) -> Set<Int> {
    Set(
      lines.flatMap { line -> [Int] in
        guard let start = line.range(of: "(source") else { return [] }
        return line[start.upperBound...].prefix { $0 != ")" }
          .split { !$0.isNumber }.compactMap { Int($0) }
      })
  }

  /// Numbers and addresses of the sources at the end of a page.
  private func sources(in lines: [String]) -> [Int: String] {
    let entries = lines.after("Sources:").compactMap { line -> (Int, String)? in
      guard line.hasPrefix("Source "), let number = Int(line.dropFirst(7).prefix { $0 != ":" }),
        let address = line.split(separator: " ").last
      else { return nil }
      return (number, String(address))
    }
    return Dictionary(entries) { first, _ in first }
  }

  private func check(briefing: [String]) {
    #expect(briefing.first == "First ministerial meeting")
    #expect(briefing.contains("Thursday 6 October 2022, Lima. (sources 1 and 2)"))
    let sources = sources(in: briefing)
    #expect(!sources.isEmpty && Set(sources.keys) == citations(in: briefing))
    #expect(sources.values.allSatisfy { $0.hasPrefix("https://") })
  }

  // MARK: The jobs

  @Test func doesThreeJobsAtATerminal() throws {
    let talk = try TerminalConversation()
    #expect(talk.greeting.contains { $0.hasPrefix("As of Wednesday 28 September 2022: 21 of 35") })

    let absent = try talk.askWhole("filter status:endorsed -attended:launch")
    #expect(names(in: absent) == (try expectedAbsentees()))

    let next = try talk.ask("next")
    #expect(next.count == 1 && next[0].contains("Lima"))
    let briefing = try talk.askWhole("briefing lima")
    check(briefing: briefing)
    for (number, address) in sources(in: briefing) {
      #expect(try talk.ask("source \(number)")[0].hasSuffix(address))
      _ = try talk.ask("back")
      _ = try talk.askWhole("briefing lima")
    }

    let changes = try talk.askWhole("changes from 2022-09-28 to 2022-10-07")
    #expect(changes[0].hasPrefix("\(try expectedChanges()) changes after 28 Sep 2022"))
    #expect(changes.numbered.count == (try expectedChanges()))

    talk.session.type("quit\r")
    #expect(try talk.session.waitForEnd() == .exit(0))
    #expect(!talk.session.output.contains(0x1B), "no escape sequence at all")
    #expect(talk.session.isGivenBack && talk.session.errors == "")
  }

  @Test func doesThreeJobsThroughPipes() throws {
    let talk = try PipedConversation([
      "filter status:endorsed -attended:launch", "where", "briefing lima", "where",
      "changes from 2022-09-28 to 2022-10-07",
    ])
    #expect(talk.code == 0 && !talk.output.contains("> "))
    let lines = talk.lines
    #expect(names(in: lines.after("2 of 35", until: "First")) == (try expectedAbsentees()))
    check(
      briefing: Array(
        lines.drop { $0 != "First ministerial meeting" }.prefix {
          !$0.hasPrefix("Barbados is selected")
        }))
    let changes = lines.after("\(try expectedChanges()) changes after 28 Sep 2022")
    #expect(changes.numbered.count == (try expectedChanges()))
    #expect(
      talk.output.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.isAlphabetic || (0x20..<0x7F).contains($0.value)
      })
  }

  // MARK: Coming and going

  @Test func wrapsAtTheTerminalsWidthAndNotInPipes() throws {
    let narrow = try TerminalConversation(columns: 50)
    #expect(try narrow.ask("next").count > 1)
    #expect(try narrow.askWhole("detail").allSatisfy { $0.count <= 50 || !$0.contains(" ") })
    narrow.session.terminal.resize(columns: 500, rows: 40)
    #expect(try narrow.ask("next").count == 1)
    #expect(try PipedConversation(["next"]).lines.last?.hasSuffix("for all of it.") == true)
  }

  @Test func endsAtTheEndOfInput() throws {
    let talk = try TerminalConversation()
    talk.session.press(.control("d"))
    #expect(try talk.session.waitForEnd() == .exit(0))
    #expect(try PipedConversation([]).code == 0)
    #expect(
      try PipedConversation(["quit", "countries"]).lines.last?.hasPrefix("Type help") == true)
  }

  @Test func diesOfCtrlCWithoutAWord() throws {
    let talk = try TerminalConversation()
    talk.session.press(.control("c"))
    #expect(try talk.session.waitForEnd() == .signal(SIGINT))
    #expect(talk.session.errors == "" && talk.session.isGivenBack)
  }

  @Test func endsQuietlyWhenNobodyReads() throws {
    let session = try Session(
      ["-c", "yes countries | \(Session.binary) --plain | head -2; echo done"], program: "sh")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.shows("done") && session.errors == "")
  }

  @Test func keepsNotesInTheStoreAndPrintsLinksOverSSH() throws {
    let folder = NSTemporaryDirectory() + "ladmp-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = ["--plain", "--store", folder + "/store.json"]
    let first = try PipedConversation(
      ["open peru", "note Ask about visas.", "bookmark", "undo", "open link"], arguments: store,
      setting: ["SSH_CONNECTION": "a 1 b 2"])
    #expect(first.lines.contains("Note on Peru. Type undo to take it back."))
    #expect(first.lines.contains("Undone: bookmark on Peru."))
    #expect(first.lines.last?.hasPrefix("The link: https://") == true)
    let second = try PipedConversation(["own"], arguments: store)
    #expect(second.lines.numbered == ["Peru: Ask about visas."])
  }
}
