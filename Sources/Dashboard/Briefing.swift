import Declaration

/// A page or two of Markdown on a country or a meeting, as of a day, with footnotes to the sources.
///
/// Footnotes are written so that both kinds of reader take them: `[^1]: <address> "title"` is a
/// footnote where footnotes are known, and a link's definition in plain CommonMark.
public struct Briefing {
  let snapshot: Snapshot
  var language: Language { snapshot.language }
  private var blocks: [String] = []
  private var list: [String] = []
  private(set) var cited: [SourceID] = []
  /// On whose presence sources differ, found once for all meetings.
  lazy var countryDisputes = CountryDisputes(snapshot)

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The briefing on a country.
  public static func text(on country: Country, in snapshot: Snapshot) -> String {
    var briefing = Briefing(snapshot)
    briefing.tell(of: country)
    return briefing.finished
  }

  /// The briefing on a meeting.
  public static func text(on meeting: Meeting, in snapshot: Snapshot) -> String {
    var briefing = Briefing(snapshot)
    briefing.tell(of: meeting)
    return briefing.finished
  }

  // MARK: Blocks

  mutating func title(_ text: String) {
    add("# \(Markdown.escaped(text))")
    let record = Markdown.escaped(snapshot.dossier.title[language])
    add(language("\(title: record), as of \(day: DateText.long(snapshot.day, in: language))."))
  }

  mutating func heading(_ text: String) { add("## \(Markdown.escaped(text))") }

  mutating func paragraph(_ text: String, _ sources: [SourceID] = []) {
    add(Markdown.escaped(text) + notes(sources))
  }

  /// A line of a list; lines that follow one another are one list.
  mutating func bullet(_ text: String, _ sources: [SourceID] = [], level: Int = 0) {
    list.append(
      String(repeating: "  ", count: level) + "- " + Markdown.escaped(text) + notes(sources))
  }

  private mutating func add(_ block: String) {
    endList()
    blocks.append(block)
  }

  private mutating func endList() {
    guard !list.isEmpty else { return }
    blocks.append(list.joined(separator: "\n"))
    list = []
  }

  private mutating func notes(_ sources: [SourceID]) -> String {
    snapshot.published(sources).map { source in
      if !cited.contains(source) { cited.append(source) }
      return "[^\((cited.firstIndex(of: source) ?? 0) + 1)]"
    }.joined()
  }

  /// The page, with a note for each source.
  var finished: String {
    var page = self
    page.endList()
    let notes = cited.enumerated().map { place, id -> String in
      guard let source = snapshot.dossier.sources[id] else { return "[^\(place + 1)]: \(id)" }
      let text =
        "\(source.title). \(source.publisher), "
        + DateText.short(source.published, in: language) + snapshot.laterNote(on: source)
      guard let link = source.link else { return "[^\(place + 1)]: \(Markdown.escaped(text))" }
      return "[^\(place + 1)]: <\(Markdown.address(link))> \"\(Markdown.quoted(text))\""
    }
    if !notes.isEmpty { page.blocks.append(notes.joined(separator: "\n")) }
    return page.blocks.joined(separator: "\n\n") + "\n"
  }

  // MARK: What both kinds of page tell

  mutating func disputes(on facts: [FactPath]) {
    let disputes = snapshot.disputes(onAny: facts)
    guard !disputes.isEmpty else { return }
    heading(language("Where sources differ"))
    for dispute in disputes {
      bullet("\(dispute.about[language]). \(dispute.why[language])")
      sides(of: dispute)
    }
  }

  /// What each side says, under the line on what it is about.
  mutating func sides(of dispute: Dispute) {
    for side in dispute.sides(asOf: snapshot.day) {
      bullet(side.text[language], side.sources, level: 1)
    }
  }

  mutating func next(for country: Country?) {
    heading(language("What is coming"))
    guard let meeting = snapshot.nextMeeting else {
      return paragraph(language("No meeting after this day is in the record."))
    }
    let place = meeting.venue.place.map { language(" in \(place: $0[language])") } ?? ""
    let countdown = DateText.countdown(days: snapshot.days(until: meeting), in: language)
    paragraph(
      language(
        """
        \(meeting: meeting.title[language] + place) on \
        \(day: DateText.long(meeting.date, in: language)), \(countdown: countdown).
        """) + own(meeting, "date", "venue"),
      meeting.sources)
    if let country {
      if meeting.venue.country == country.id {
        bullet(
          language("\(country: country.name[language]) is the host")
            + "\(meeting.host.map { "\(language.colon) \($0[language])" } ?? "").")
      } else if let host = meeting.host {
        bullet("\(language("Host"))\(language.colon) \(host[language])")
      }
      for point in meeting.agenda {
        bullet(language("On the agenda: \(text: point[language])"))
      }
    }
    let due = snapshot.commitments.filter { commitment in
      guard let due = commitment.due, due.last >= snapshot.day else { return false }
      return country.map { $0.id == commitment.country } ?? false
    }
    for commitment in due {
      guard let date = commitment.due else { continue }
      bullet(
        language(
          "Due \(day: DateText.short(date, in: language)): \(text: commitment.text[language])")
          + own("commitments", commitment.id),
        commitment.sources)
    }
  }

  /// Commitments of several countries, each with its own.
  mutating func bullets(_ commitments: [Commitment]) {
    for commitment in commitments {
      let country = snapshot.dossier.country(commitment.country)?.name[language]
      bullet(
        "\(country ?? commitment.country)\(language.colon) \(sentence(on: commitment))",
        commitment.sources)
    }
  }

  /// The dates that sources give for a meeting, in short.
  func dates(of meeting: Meeting) -> String {
    snapshot.dates(of: meeting).map { DateText.short($0, in: language) }
      .joined(separator: language(" or "))
  }

  /// A commitment in one sentence.
  func sentence(on commitment: Commitment) -> String {
    var text = commitment.text[language]
    if let amount = commitment.amount {
      text += "\(language.colon) \(Figures.amount(amount, in: language))"
    }
    text += language.partNote(of: commitment) + own("commitments", commitment.id)
    if snapshot.isDisputed(FactPath("commitments", commitment.id)) {
      text += " (\(Sign.disputed.word(in: language)))"
    }
    let announced = language(
      "Announced \(day: DateText.short(commitment.announced, in: language))")
    let progress = [announced] + snapshot.progress(of: commitment)
    return "\(text). \(progress.joined(separator: ", "))."
  }
}

/// What Markdown must not take for markup.
public enum Markdown {
  /// A text of which Markdown takes nothing for markup, safe for the terminal.
  public static func escaped(_ text: String) -> String {
    let visible = text.visible
    var result = ""
    for (place, character) in zip(visible.indices, visible) {
      let isMarkup = "\\`*_[]<>#|~".contains(character)
      if isMarkup || character == "&" && beginsEntity(visible[place...]) { result.append("\\") }
      result.append(character)
    }
    // A note that follows would be a picture.
    if result.last == "!" { result = result.dropLast() + "\\!" }
    // A number with a point, a plus or a dash would begin a list.
    if let first = result.first, "+-=".contains(first) { return "\\" + result }
    let digits = result.prefix { $0.isNumber }
    let rest = result.dropFirst(digits.count)
    if !digits.isEmpty, let next = rest.first, ".)".contains(next),
      rest.dropFirst().first?.isWhitespace ?? true
    {
      return digits + "\\" + rest
    }
    return result
  }

  /// Whether an ampersand would be the first of a character by its name: `&amp;`.
  private static func beginsEntity(_ text: Substring) -> Bool {
    let rest = text.dropFirst().drop { $0.isLetter || $0.isNumber || $0 == "#" }
    return rest.first == ";"
  }

  static func quoted(_ text: String) -> String {
    escaped(text).reduce(into: "") { $0 += $1 == "\"" ? "\\\"" : String($1) }
  }

  /// An address without what would end it.
  static func address(_ link: String) -> String {
    link.visible.filter { $0 != "<" && $0 != ">" && $0 != " " && $0 != "\\" }
  }
}
