import Dashboard
import Declaration

/// The record as one page of HTML that needs nothing but itself: no script, no other file.
public struct RecordPage {
  let snapshot: Snapshot
  let edition: String
  /// The sources in the order of their numbers.
  let sources: [SourceID]
  private let numbers: [SourceID: Int]

  /// The page on the record as of a day.
  ///
  /// - Parameter edition: how the record is named.
  public init(_ snapshot: Snapshot, edition: String) {
    (self.snapshot, self.edition) = (snapshot, edition)
    let published = snapshot.publishedSources.map(\.id)
    let others = Set(snapshot.citedSources).subtracting(published).sorted()
    sources = published + others
    numbers = Dictionary(zip(sources, 1...)) { first, _ in first }
  }

  /// A part of the page: what its heading says and what leads to it.
  struct Section {
    let id: String
    let title: String
    let parts: [HTML]
  }

  /// The page.
  public var text: String {
    let title = snapshot.dossier.title.english
    let head: [HTML] = [
      .empty("meta", [("charset", "utf-8")]),
      .empty("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
      HTML("title", text: "\(title), as of \(DateText.long(snapshot.day))"),
      .style(PageStyle.sheet),
    ]
    let sections = sections
    let body = [
      HTML("a", [("class", "skip"), ("href", "#record")], text: "Skip to the record"),
      HTML(
        "header", [],
        HTML("h1", text: title),
        HTML("p", text: "The record as of \(DateText.long(snapshot.day)). \(nextMeeting)")),
      contents(of: sections),
      HTML(
        "main", [("id", "record")],
        sections.map { section in
          HTML(
            "section", [("aria-labelledby", section.id)],
            [HTML("h2", [("id", section.id)], text: section.title)] + section.parts)
        }),
      HTML("footer", [], HTML("p", [("class", "quiet")], text: footer)),
    ]
    return HTML.document(language: "en", head: head, body: body)
  }

  private var sections: [Section] {
    [
      Section(id: "pillars", title: "Pillars", parts: pillars),
      Section(id: "countries", title: "Countries", parts: countries),
      Section(id: "meetings", title: "Meetings", parts: meetings),
      Section(id: "packages", title: "Action packages", parts: packages),
      Section(id: "commitments", title: "Commitments", parts: commitments),
      Section(id: "context", title: "Context", parts: context),
      Section(id: "disputes", title: "Where sources differ", parts: disputes),
      Section(id: "sources", title: "Sources", parts: sourceList),
    ]
  }

  private func contents(of sections: [Section]) -> HTML {
    HTML(
      "nav", [("aria-label", "Contents")],
      HTML(
        "ul", [],
        sections.map { HTML("li", [], HTML("a", [("href", "#\($0.id)")], text: $0.title)) }))
  }

  private var nextMeeting: String {
    guard let meeting = snapshot.nextMeeting else { return "No meeting ahead is known." }
    let countdown = DateText.countdown(days: meeting.date.first - snapshot.day)
    return "Next: \(meeting.title.english), \(DateText.long(meeting.date)), \(countdown)."
  }

  private var footer: String {
    let own = snapshot.dossier.own.changes.count
    let changes = own == 0 ? "" : ", with \(Figures.count(own, "change")) of the user's own"
    return "Made by ladmp from \(edition) of \(DateText.long(snapshot.dossier.startDay))\(changes)."
  }

  // MARK: What the sections share

  /// Links to the sources of a fact by their numbers.
  func notes(_ sources: [SourceID]) -> HTML {
    let links = snapshot.published(sources).compactMap { numbers[$0] }.map { number in
      HTML(
        "a", [("href", "#source-\(number)"), ("aria-label", "Source \(number)")],
        text: "[\(number)]")
    }
    guard !links.isEmpty else { return .none }
    return HTML(" ") + HTML("span", [("class", "cite")], HTML.joined(links, separator: " "))
  }

  /// A list; nothing where it would be empty.
  func list(_ items: [HTML]) -> HTML {
    items.isEmpty ? .none : HTML("ul", [], items.map { HTML("li", [], $0) })
  }

  /// A table with what it shows above it; wide ones can be scrolled by keys.
  ///
  /// - Parameter figures: the columns of numbers, by their places.
  func table(
    _ caption: String, id: String, _ heads: [String], figures: Set<Int> = [], _ rows: [[HTML]]
  ) -> HTML {
    let head = heads.enumerated().map { place, name in
      HTML("th", [("scope", "col")] + classes(place, figures), text: name)
    }
    let body = rows.map { row in
      HTML(
        "tr", [],
        row.enumerated().map { place, cell in
          place == 0
            ? HTML("th", [("scope", "row")], cell)
            : HTML("td", classes(place, figures), cell)
        })
    }
    return HTML(
      "div",
      [("class", "wide"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", id)],
      HTML(
        "table", [],
        HTML("caption", [("id", id)], text: caption),
        HTML("thead", [], HTML("tr", [], head)), HTML("tbody", [], body)))
  }

  private func classes(_ place: Int, _ figures: Set<Int>) -> [(String, String)] {
    figures.contains(place) ? [("class", "figure")] : []
  }

  func name(of country: CountryCode) -> String {
    snapshot.dossier.country(country)?.name.english ?? country
  }
}
