import Declaration

/// Builds a detail page: headings, labelled facts, lists, and the sources that they cite.
struct DetailText {
  let snapshot: Snapshot
  var language: Language { snapshot.language }
  let columns: Int
  let clock: Clock
  /// The keys of the screen that the page stands on; nil for a page that is printed.
  var keys: KeyMap?
  private var lines: [Line] = []
  private var links: [DetailLink] = []
  private var cited: [SourceID] = []
  /// How many entries of a list are told; a page that is printed has all of them.
  var readable = Int.max
  /// Whether the title is followed by what the user's record has on the subject.
  var showsOwnSigns = true
  /// What the user's record has on the subject, for the row after the title.
  private var ownSigns: [Sign] = []
  /// Where the subject's facts stand.
  private var ownFacts: [FactPath] = []
  /// Whose part in the user's record is still to be told, before the first heading.
  private var awaited: Subject?

  init(_ snapshot: Snapshot, columns: Int, clock: Clock) {
    (self.snapshot, self.columns, self.clock) = (snapshot, max(10, columns), clock)
  }

  /// The key of a request, on the screen or in the dashboard that the page speaks of.
  func label(_ request: Request) -> String {
    language.text((keys ?? .usual).label(of: request))
  }

  /// Cells for the labels before the facts.
  private var labelColumns: Int { columns >= 40 ? 13 : 2 }

  /// The numbers of sources, in the order in which the page first names them: `[1][2]`.
  mutating func citation(_ sources: [SourceID]) -> Line {
    var line = Line()
    for source in snapshot.published(sources) {
      if !cited.contains(source) { cited.append(source) }
      let number = (cited.firstIndex(of: source) ?? 0) + 1
      line.append("[\(number)]", .source)
    }
    return line
  }

  mutating func title(_ text: String) {
    lines += Line(text, .heading).wrapped(to: columns)
    guard !ownSigns.isEmpty else { return }
    var line = Line()
    for sign in ownSigns {
      // A sign and its word stay in one row.
      line.append("\(sign.character)\u{A0}", sign.role)
      let word = snapshot.dossier.own.word(of: sign, at: ownFacts, in: language)
      line.append("\(word)  ", .quiet)
    }
    lines += line.wrapped(to: columns)
    ownSigns = []
  }

  mutating func beginPage(on subject: Subject) {
    ownFacts = snapshot.dossier.entries(of: subject)
    ownSigns = showsOwnSigns ? snapshot.ownSigns(at: ownFacts) : []
    awaited = subject
  }

  /// What the user's record has on the page's subject, once.
  mutating func tellAwaited() {
    guard let subject = awaited else { return }
    awaited = nil
    tellOwn(of: subject)
  }

  mutating func gap() {
    if lines.last?.width ?? 0 > 0 { lines.append(Line()) }
  }

  /// A heading, with a mark where the user changed what stands under it.
  mutating func heading(_ text: String, at fact: FactPath? = nil) {
    tellAwaited()
    gap()
    var line = Line(text, .heading)
    if let fact { line.append(ownMark(fact)) }
    lines += line.wrapped(to: columns)
  }

  mutating func paragraph(_ text: String, role: Role = .plain, sources: [SourceID] = []) {
    add(Line(text, role), sources: sources, indent: 0)
  }

  /// A fact with its label and sources. One that the user changed and that has none of its own names
  /// those of the change.
  mutating func fact(
    _ label: String, _ text: String, sources: [SourceID] = [], target: Subject? = nil,
    at fact: FactPath? = nil
  ) {
    var line = Line(text)
    if let fact { line.append(ownMark(fact)) }
    let changed = sources.isEmpty ? fact.map(ownSources) : nil
    self.fact(label, line, sources: changed ?? sources, target: target)
  }

  /// A fact with its label and sources.
  mutating func fact(
    _ label: String, _ text: Line, sources: [SourceID] = [], target: Subject? = nil
  ) {
    var line = Line()
    if labelColumns > 2 {
      line.append(label.rightPadded(to: labelColumns), .label)
    } else {
      lines.append(Line(label, .label))
      line.append("  ")
    }
    line.append(text)
    add(line, sources: sources, indent: labelColumns, target: target)
  }

  /// A line of a list, after a sign.
  mutating func bullet(
    _ text: Line, sign: Sign? = nil, sources: [SourceID] = [], target: Subject? = nil,
    request: StoreRequest? = nil
  ) {
    var line = Line(" ")
    line.append(sign?.character ?? "·", sign?.role ?? .quiet)
    line.append(" ")
    line.append(text)
    add(line, sources: sources, indent: 3, target: target, request: request)
  }

  /// Lines that belong together, after a sign.
  mutating func block(_ texts: [Line], sign: Sign, target: Subject) {
    let start = lines.count
    for (place, text) in texts.enumerated() {
      if place == 0 {
        bullet(text, sign: sign)
      } else {
        var line = Line("   ")
        line.append(text)
        add(line, sources: [], indent: 3)
      }
    }
    links.append(DetailLink(rows: start..<lines.count, target: target))
  }

  /// A line of a list, after a sign.
  mutating func bullet(_ text: String, sign: Sign? = nil, sources: [SourceID] = []) {
    bullet(Line(text), sign: sign, sources: sources)
  }

  private mutating func add(
    _ line: Line, sources: [SourceID], indent: Int, target: Subject? = nil,
    request: StoreRequest? = nil
  ) {
    var line = line
    if !sources.isEmpty {
      line.append(" ")
      line.append(citation(sources))
    }
    let start = lines.count
    lines += line.wrapped(to: columns, indent: indent)
    guard let target else { return }
    links.append(DetailLink(rows: start..<lines.count, target: target, request: request))
  }

  /// What the sources say that differ on a fact or on anything in it.
  mutating func disputes(on facts: [FactPath]) {
    let disputes = snapshot.disputes(onAny: facts)
    guard !disputes.isEmpty else { return }
    heading(language("Where sources differ"))
    for dispute in disputes {
      bullet(Line(dispute.about[language]), sign: .disputed, target: .dispute(dispute.id))
      for side in dispute.sides(asOf: snapshot.day) {
        add(Line("   – \(side.text[language])"), sources: side.sources, indent: 5)
      }
      add(Line("   \(dispute.why[language])", .quiet), sources: [], indent: 3)
    }
  }

  /// Marks where sources differ on a fact, and where the user added or changed it.
  func mark(_ fact: FactPath) -> Line {
    var line = Line()
    if snapshot.isDisputed(fact) {
      line.append(" \(Sign.disputed.character)", .disputed)
    }
    if let sign = snapshot.changeSign(at: [fact]) {
      line.append(" \(sign.character)", sign.role)
    }
    return line
  }

  /// A mark where the user changed a field; of an entry that is all theirs the title says so.
  private func ownMark(_ fact: FactPath) -> Line {
    let changes = snapshot.known(snapshot.dossier.own.changes(in: fact))
    guard changes.contains(where: { $0.path.tokens.count > 2 }) else { return Line() }
    return Line(" \(Sign.changed.character)", Sign.changed.role)
  }

  /// What the user's changes to a field rest on.
  func ownSources(_ fact: FactPath) -> [SourceID] {
    snapshot.ownChanges(at: [fact]).filter { $0.path.tokens.count > 2 }.flatMap(\.sources)
  }

  /// The page with the sources that it cites, what its lines lead to, and the sources by number.
  var finished: (lines: [Line], links: [DetailLink], cited: [SourceID]) {
    guard !cited.isEmpty else { return (lines, links, []) }
    var page = self
    page.lines += [Line(), Line(language("Sources"), .heading)]
    for (place, id) in cited.enumerated() {
      guard let source = snapshot.dossier.sources[id] else { continue }
      var line = Line("[\(place + 1)]".rightPadded(to: 5), .source)
      line.append(
        "\(source.title). \(source.publisher), \(DateText.short(source.published, in: language))")
      line.append(snapshot.laterNote(on: source), .quiet)
      page.add(line, sources: [], indent: 5, target: .source(id))
      if let link = source.link {
        let line = Line("     \(link)", .link)
        // Who prints it wants to open it: only the screen breaks it.
        page.lines += keys == nil ? [line] : line.wrapped(to: columns, indent: 5)
      }
    }
    return (page.lines, page.links, cited)
  }
}

/// Rows of a detail page that lead to another.
struct DetailLink: Hashable, Sendable {
  let rows: Range<Int>
  let target: Subject
  /// What is asked of the store in place of following it.
  var request: StoreRequest?

  /// Whether both lead to the same, wherever they stand on a page.
  func isSame(as other: DetailLink) -> Bool {
    target == other.target && request == other.request
  }
}
