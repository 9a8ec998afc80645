import Declaration

/// What is copied: a text, and the sources for whoever has to name them.
struct Quotation {
  var text: String
  /// The sources, with their numbers where the text has them.
  let sources: [(number: Int?, id: SourceID)]

  /// Lines of a page as one text, with the sources that they number.
  init(_ lines: some Sequence<Line>, separator: String, cited: [SourceID]) {
    let lines = Array(lines)
    text = lines.map { line in
      line.text.split(separator: " ").filter { !Quotation.signs.contains($0) }
        .joined(separator: " ")
    }.joined(separator: separator)
    let numbers = lines.flatMap(\.spans).filter { $0.style.role == .source }.flatMap { span in
      span.text.split { !$0.isNumber }.compactMap { Int($0) }
    }
    sources = Set(numbers).sorted().filter { (1...max(1, cited.count)).contains($0) }
      .filter { _ in !cited.isEmpty }.map { (number: $0, id: cited[$0 - 1]) }
  }

  /// Signs are for who sees the screen.
  private static let signs = Set(
    (Sign.all.map(\.character) + ["·"]).filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
      .map { Substring($0) })

  /// A text with the first of its sources.
  init(_ text: String, sources: [SourceID]) {
    self.text = text
    self.sources = sources.prefix(1).map { (number: nil, id: $0) }
  }

  /// It as it is copied: the text, and under it a line for each source and one for its link.
  func text(in dossier: Dossier) -> String {
    let named = sources.flatMap { number, id in
      guard let source = dossier.sources[id] else { return [String]() }
      let mark = number.map { "[\($0)] " } ?? ""
      return [mark + source.citation(in: dossier.language)] + [source.link].compactMap { $0 }
    }
    return ([text] + named).joined(separator: "\n")
  }
}

extension DashboardState {
  /// Copies what is selected with its sources: in the detail the line that is chosen there, else
  /// what the page begins with.
  mutating func copySelection() -> [Effect] {
    guard let subject else {
      notice = Notice(language("Nothing is selected."))
      return []
    }
    let quotation = quotationOfChosenLine ?? snapshot.quotation(of: subject)
    return [.copy(quotation.text(in: dossier))]
  }

  /// The line that is chosen in the detail, with the sources that it numbers; where it numbers
  /// none, with the first of what it leads to.
  private var quotationOfChosenLine: Quotation? {
    guard focus == .detail, let place = detailLink, page.links.indices.contains(place) else {
      return nil
    }
    let link = page.links[place]
    if case .source(let id) = link.target, let source = dossier.sources[id] {
      return Quotation(
        source.citation(in: language) + (source.link.map { "\n\($0)" } ?? ""), sources: [])
    }
    if case .dispute = link.target { return snapshot.quotation(of: link.target) }
    let differing = snapshot.disagreements(on: link.target, cited: page.cited)
    var quotation = Quotation(
      [Line(page.lines[link.rows].flatMap { $0.spans + [Span(" ", Style(.plain))] })] + differing,
      separator: ". ", cited: page.cited)
    if quotation.sources.isEmpty {
      quotation = Quotation(
        quotation.text, sources: snapshot.published(snapshot.sources(of: link.target)))
    }
    // Alone, a line does not tell whom it is about.
    if let subject, subject != link.target {
      quotation.text = "\(name(of: subject))\(language.colon) \(quotation.text)"
    }
    return quotation
  }
}

extension Snapshot {
  /// What a reader is told first of a subject, with all sources that it names.
  func quotation(of subject: Subject) -> Quotation {
    var text = DetailText(self, columns: 1 << 20, clock: Clock(today: day, minute: 0))
    text.showsOwnSigns = false
    text.readable = DetailPage.readable
    text.tell(of: subject)
    let page = text.finished
    let lines = head(of: subject, on: page) + disagreements(on: subject, cited: page.cited)
    let quotation = Quotation(lines, separator: ". ", cited: page.cited)
    return quotation.sources.isEmpty
      ? Quotation(quotation.text, sources: published(sources(of: subject))) : quotation
  }

  /// The lines of a page that are worth quoting; a countdown is wrong tomorrow.
  private func head(
    of subject: Subject, on page: (lines: [Line], links: [DetailLink], cited: [SourceID])
  ) -> [Line] {
    let first = page.lines.prefix { $0.width > 0 }
    switch subject {
    case .country: return Array(first.prefix(2))
    case .meeting(let id):
      let place = first.filter { $0.spans.first?.text.hasPrefix(language("Place")) ?? false }
      let meeting = dossier.meeting(id).flatMap { isReported($0) ? $0 : nil }
      return first.prefix(2) + place + (meeting.map { presence(at: $0, cited: page.cited) } ?? [])
    case .dispute(let id):
      return dossier.disputes.filter { $0.id == id }.map { line(of: $0, cited: page.cited) }
    default: return Array(first.prefix(3))
    }
  }

  /// On what sources differ about a subject, a line for each dispute with the numbers of its sources.
  fileprivate func disagreements(on subject: Subject, cited: [SourceID]) -> [Line] {
    guard subject.path.tokens.first != "sources" else { return [] }
    return disputes(onAny: dossier.entries(of: subject)).map { line(of: $0, cited: cited) }
  }

  private func line(of dispute: Dispute, cited: [SourceID]) -> Line {
    var line = Line(language("Sources differ: \(title: dispute.about[language])"))
    for side in dispute.sides(asOf: day) {
      line.append(". \(side.text[language]) ")
      line.append(cited.marks(of: side.sources), .source)
    }
    return line
  }

  /// Who came to a meeting and who did not, a line for each status with the numbers of its sources.
  private func presence(at meeting: Meeting, cited: [SourceID]) -> [Line] {
    Attendance.Status.allCases.filter { $0 != .notReported }.compactMap { status in
      let countries = dossier.countries.filter { meeting.attendance[$0.id]?.status == status }
      guard !countries.isEmpty else { return nil }
      let names = countries.map { $0.name[language] }.joined(separator: ", ")
      let word = Sign.of(status).plural(in: language).capitalizedFirst
      let sources = countries.flatMap { meeting.attendance[$0.id]?.sources ?? [] }
      var line = Line("\(word)\(language.colon) \(countries.count) (\(names)) ")
      line.append(cited.marks(of: sources), .source)
      return line
    }
  }
}
