import Declaration

/// A page of the detail or a briefing as sentences, a line each, for the ear.
struct PlainPage {
  private(set) var lines: [String] = []
  /// What the numbered lines lead to, in order.
  private(set) var targets: [Subject] = []
  /// The sources by their numbers on the page.
  private(set) var cited: [SourceID] = []

  /// Wide enough that no line of a page is broken.
  private static let unbroken = 1 << 20

  /// All on a subject: what the detail shows of it.
  init(on subject: Subject, in snapshot: Snapshot, clock: Clock) {
    var text = DetailText(snapshot, columns: PlainPage.unbroken, clock: clock)
    text.tell(of: subject)
    let page = text.finished
    let links = Dictionary(page.links.map { ($0.rows.lowerBound, $0.target) }) { first, _ in first }
    let isShared = snapshot.dossier.own.changes.contains { $0.author != nil }
    for (row, line) in page.lines.enumerated() {
      let sentence = PlainSentence(
        line, isTitle: row == 0, isShared: isShared, in: snapshot.language)
      switch (sentence.kind, links[row]) {
      case (.source, .source(let id)):
        cited.append(id)

        lines.append(
          snapshot.language("Source \(number: cited.count): \(text: sentence.text)"))
      case (.source, _), (.plain, nil): lines.append(sentence.text)
      case (.plain, let target?):
        targets.append(target)
        lines.append("\(targets.count). \(sentence.text)")
      case (.continuation, _): extendLast(", ", sentence.text)
      case (.link, _): extendLast(". ", sentence.text)
      case (.empty, _): break
      }
    }
  }

  private mutating func extendLast(_ joint: String, _ text: String) {
    if lines.isEmpty { lines.append(text) } else { lines[lines.count - 1] += joint + text }
  }

  // MARK: Briefings

  /// The briefing on a country or a meeting; nil on anything else.
  init?(briefingOn subject: Subject, in snapshot: Snapshot) {
    var briefing = Briefing(snapshot)
    switch subject {
    case .country(let code):
      guard let country = snapshot.dossier.country(code) else { return nil }
      briefing.tell(of: country)
    case .meeting(let id):
      guard let meeting = snapshot.dossier.meeting(id) else { return nil }
      briefing.tell(of: meeting)
    default: return nil
    }
    cited = briefing.cited
    let blocks = briefing.finished.split(separator: "\n").filter { !$0.hasPrefix("[^") }
    lines =
      blocks.map { PlainPage.sentence(of: $0, in: snapshot.language) }
      + sources(in: snapshot.dossier)
  }

  private func sources(in dossier: Dossier) -> [String] {
    let lines = cited.enumerated().map { place, id in
      let text =
        dossier.sources[id].map { PlainPage.words(for: $0, in: dossier.language) } ?? id
      return dossier.language("Source \(number: place + 1): \(text: text)")
    }
    return lines.isEmpty ? [] : [dossier.language("Sources") + ":"] + lines
  }

  /// A source with its address, when it has one.
  static func words(for source: Source, in language: Language) -> String {
    "\(source.title). \(source.publisher), \(DateText.short(source.published, in: language))"
      + (source.link.map { ". \($0)" } ?? "")
  }

  /// A line of a briefing's Markdown without its marks; notes become the numbers of sources.
  private static func sentence(of markdown: Substring, in language: Language) -> String {
    var rest = markdown.drop { $0 == " " }
    let isHeading = rest.hasPrefix("## ")
    for mark in ["## ", "# ", "- "] where rest.hasPrefix(mark) {
      rest = rest.dropFirst(mark.count)
      break
    }
    var (text, notes) = ("", [String]())
    while let character = rest.popFirst() {
      if character == "\\" {
        if let escaped = rest.popFirst() { text.append(escaped) }
      } else if character == "[", rest.first == "^" {
        notes.append(String(rest.dropFirst().prefix { $0 != "]" }))
        rest = rest.drop { $0 != "]" }.dropFirst()
      } else {
        text.append(character)
      }
    }
    return text + (isHeading ? ":" : "") + PlainSentence.citation(notes, in: language)
  }
}
