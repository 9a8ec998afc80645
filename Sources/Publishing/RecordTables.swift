import Dashboard
import Declaration

/// The record as it stood on a day, as tables that lead to each other.
struct RecordTables {
  let snapshot: Snapshot
  /// How the record that was published is named.
  let edition: String

  private var dossier: Dossier { snapshot.dossier }
  /// What the user added and changed, as far as it was known on the day.
  private let own: [OwnChange]

  init(snapshot: Snapshot, edition: String) {
    (self.snapshot, self.edition) = (snapshot, edition)
    own = snapshot.known(snapshot.dossier.own.changes)
  }

  /// Every table, those that others lead to first.
  var all: [RecordTable] {
    [meta, ownChanges, sources, regions] + declaration + countries + meetings + commitments + others
  }

  private var meta: RecordTable {
    let facts: [(String, String)] = [
      ("title", dossier.title.english), ("as_of", snapshot.day.description),
      ("edition", edition), ("edition_date", dossier.startDay.description),
      ("own_changes", "\(own.count)"),
    ]
    return RecordTable(
      "meta", of: facts, key: ["name"],
      [.key("name") { $0.0 }, .key("value") { $0.1 }])
  }

  /// What the user added to the edition or changed in it, so that nobody takes it for the edition's.
  private var ownChanges: RecordTable {
    // Mostly in order already.
    let sorted = own.map { (fact: $0.path.description, change: $0) }
      .sorted { $0.fact < $1.fact }
    let changes = sorted.indices.filter { $0 == 0 || sorted[$0].fact != sorted[$0 - 1].fact }
      .map { sorted[$0] }
    return RecordTable(
      "own_changes", of: changes, key: ["fact"],
      [
        .key("fact") { $0.fact }, .key("kind") { $0.change.kind.rawValue },
        .text("made") { $0.change.made }, .text("before") { $0.change.before },
        .text("now") { $0.change.now },
      ])
  }

  private var regions: RecordTable {
    RecordTable(
      "regions", of: dossier.regions,
      [.key("id") { $0.id }, .position { $0.order }, .wording("name") { $0.name }])
  }

  private var countries: [RecordTable] {
    let endorsements = dossier.countries.compactMap { snapshot.endorsement(of: $0.id) }
    return [
      RecordTable(
        "countries", of: dossier.countries, references: [.to("regions", by: "region")],
        [
          .key("id") { $0.id }, .key("alpha3") { $0.alpha3 }, .key("numeric") { $0.numeric },
          .wording("name") { $0.name }, .wording("capital") { $0.capital },
          .key("region") { $0.region }, .real("longitude") { $0.longitude },
          .real("latitude") { $0.latitude },
        ]),
      RecordTable(
        "endorsements", of: endorsements, key: ["country"],
        references: [.to("countries", by: "country")],
        [.key("country") { $0.country }, .period("date") { $0.date }, .wording("note") { $0.note }]),
      cited("endorsement", in: "endorsements", key: "country", endorsements) { $0.country },
    ] + memberships
  }

  private var others: [RecordTable] { context + disputes }

  private var context: [RecordTable] {
    [
      RecordTable(
        "context", of: snapshot.context,
        [
          .key("id") { $0.id }, .period("date") { $0.date },
          .text("known") { $0.known.description }, .wording("text") { $0.text },
        ]),
      cited("context", in: "context", snapshot.context) { $0.id },
    ]
  }
}

// MARK: Lists in entries, and sources

extension RecordTables {
  /// An element of a list that an entry has, with its place in it, from 1.
  struct Element<Content> {
    let owner: String
    let position: Int
    let content: Content
  }

  /// The elements of the lists of some entries.
  func elements<Entry: Identifiable<String>, Content>(
    of entries: some Sequence<Entry>, _ list: (Entry) -> [Content]
  ) -> [Element<Content>] {
    entries.flatMap { entry in
      list(entry).enumerated().map {
        Element(owner: entry.id, position: $0.offset + 1, content: $0.element)
      }
    }
  }

  /// A table of the texts in the lists of entries.
  func texts<Entry: Identifiable<String>>(
    _ name: String, _ owner: String, in table: String, _ entries: some Sequence<Entry>,
    _ list: (Entry) -> [Wording]
  ) -> RecordTable {
    RecordTable(
      name, of: elements(of: entries, list), key: [owner, "position"],
      references: [.to(table, by: owner)],
      [.key(owner) { $0.owner }, .position { $0.position }, .wording("text") { $0.content }])
  }

  /// The sources on which entries rest, the best first.
  func cited<Entry: Sourced>(
    _ owner: String, in table: String, key: String = "id", _ entries: some Sequence<Entry>,
    _ id: (Entry) -> String
  ) -> RecordTable {
    cited(
      "\(owner)_sources", in: table, [owner], leadingTo: [key],
      entries.map { ([.text(id($0))], snapshot.published($0.sources)) })
  }

  /// The sources on which rows of a table rest, the best first.
  ///
  /// - Parameters:
  ///   - columns: the columns that lead to the row.
  ///   - key: the row's own names for them, where they are others.
  ///   - rows: the row's key, and its sources.
  func cited(
    _ name: String, in table: String, _ columns: [String], leadingTo key: [String]? = nil,
    _ rows: [(key: [Database.Value], sources: [SourceID])]
  ) -> RecordTable {
    typealias Citation = (key: [Database.Value], source: SourceID, rank: Int)
    let citations = rows.flatMap { row in
      distinct(row.sources).enumerated().map {
        (key: row.key, source: $0.element, rank: $0.offset + 1) as Citation
      }
    }
    let leading = columns.enumerated().map { place, name in
      TableColumns<Citation>.key(name) { $0.key[place] }
    }
    return RecordTable(
      name, of: citations, key: columns + ["source"],
      references: [
        RecordTable.Reference(columns: columns, table: table, key: key ?? columns),
        .to("sources", by: "source"),
      ],
      leading + [.key("source") { .text($0.source) }, .key("rank") { .integer($0.rank) }])
  }

  /// Each once, in the order in which they come first.
  func distinct(_ ids: [SourceID]) -> [SourceID] {
    ids.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The sources that were out, those that facts rest on all the same, and the user's own knowledge
  /// where a fact rests on that.
  private var sources: RecordTable {
    let facts = snapshot.citedSources
    var known = snapshot.publishedSources
    let others = Set(facts).subtracting(known.map(\.id)).sorted()
    known += others.map { id in
      dossier.sources[id]
        ?? Source(
          id: id, title: "Own knowledge", publisher: "", link: nil,
          published: Period(dossier.startDay), note: nil)
    }
    return RecordTable(
      "sources", of: known,
      [
        .key("id") { $0.id }, .text("title") { $0.title }, .text("publisher") { $0.publisher },
        .text("link") { $0.link },
        .period("published") { dossier.sources[$0.id] == nil ? nil : $0.published },
        .wording("note") { $0.note },
      ])
  }
}
