import Dashboard
import Declaration

/// The record as one page of HTML that needs nothing but itself: no script, no other file.
public struct RecordPage {
  let snapshot: Snapshot
  let edition: String
  var language: Language { snapshot.dossier.language }
  /// What the user changed and hid.
  let ownChanges: [OwnChange]
  /// The sources in the order of their numbers.
  let sources: [SourceID]
  /// What leads to them from the facts that rest on them.
  private let links: [SourceID: HTML]

  /// The page on the record as of a day.
  ///
  /// - Parameter edition: how the record is named.
  public init(_ snapshot: Snapshot, edition: String) {
    (self.snapshot, self.edition) = (snapshot, edition)
    let published = snapshot.publishedSources.map(\.id)
    ownChanges = snapshot.ownToTell
    let own = ownChanges.flatMap(\.sources)
    let others = Set(snapshot.citedSources + own).subtracting(published).sorted()
    sources = published + others
    let language = snapshot.dossier.language
    let links = (1...max(1, sources.count)).map { number in
      HTML(
        "a", [("href", "#source-\(number)"), ("aria-label", language("Source \(number: number)"))],
        text: "[\(number)]")
    }
    self.links = Dictionary(zip(sources, links)) { first, _ in first }
  }

  /// A part of the page: what its heading says and what leads to it.
  struct Section {
    let id: String
    let title: String
    let parts: [HTML]
  }

  /// The page.
  public var text: String {
    let day = DateText.long(snapshot.day, in: language)
    let title = snapshot.dossier.title[language]
    let head: [HTML] = [
      .empty("meta", [("charset", "utf-8")]),
      .empty("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
      HTML("title", text: language("\(title: title), as of \(day: day)")),
      .style(PageStyle.sheet),
    ]
    let sections = sections
    let body = [
      HTML("a", [("class", "skip"), ("href", "#record")], text: language("Skip to the record")),
      HTML(
        "header", [],
        HTML("h1", text: title),
        HTML("p", text: language("Record as of \(day: day)") + ". \(nextMeeting)")),
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
    return HTML.document(language: language.rawValue, head: head, body: body)
  }

  private var sections: [Section] {
    [
      Section(id: "pillars", title: language("Pillars"), parts: pillars),
      Section(id: "countries", title: language("Countries"), parts: countries),
      Section(id: "meetings", title: language("Meetings"), parts: meetings),
      Section(id: "packages", title: language("Action packages"), parts: packages),
      Section(id: "commitments", title: language("Commitments"), parts: commitments),
      Section(id: "context", title: language("Context"), parts: context),
      Section(id: "disputes", title: language("Where sources differ"), parts: disputes),
    ] + ownSections + [
      Section(id: "sources", title: language("Sources"), parts: sourceList)
    ]
  }

  private func contents(of sections: [Section]) -> HTML {
    HTML(
      "nav", [("aria-label", language("Contents"))],
      HTML(
        "ul", [],
        sections.map { HTML("li", [], HTML("a", [("href", "#\($0.id)")], text: $0.title)) }))
  }

  private var nextMeeting: String {
    guard let meeting = snapshot.nextMeeting else {
      return language("No meeting ahead is known") + "."
    }
    let countdown = DateText.countdown(days: snapshot.days(until: meeting), in: language)
    let day = DateText.long(meeting.date, in: language)
    return language(
      "Next: \(title: meeting.title[language]), \(day: day), \(countdown: countdown).")
  }

  private var footer: String {
    let own = snapshot.known(snapshot.dossier.own.changes).count
    let day = DateText.long(snapshot.dossier.startDay, in: language)
    let made = language("Made by ladmp from \(file: edition) of \(day: day).")
    let changes = Figures.count(own, "change", in: language)
    return own == 0 ? made : made + " " + language("The user's own: \(figure: changes).")
  }

  // MARK: What the sections share

  /// Links to the sources of a fact by their numbers.
  func notes(_ sources: [SourceID]) -> HTML {
    let links = snapshot.published(sources).compactMap { self.links[$0] }
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
    snapshot.dossier.country(country)?.name[language] ?? country
  }
}
