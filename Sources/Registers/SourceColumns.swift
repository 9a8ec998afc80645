import Declaration

extension EntryColumn where Entry == Source {
  static var all: [EntryColumn] {
    [
      .id, .period("published", usual: true) { source, _ in source.published },
      .word("publisher", usual: true) { source, _ in source.publisher },
      .word("title", usual: true) { source, _ in source.title },
      .word("link", absent: .none) { source, _ in source.link },
      .text("note", absent: .none) { source, _ in source.note },
      .own(of: .sources),
    ]
  }
}

extension EntryColumn where Entry == Dispute {
  static var all: [EntryColumn] {
    [
      .id, .text("about", usual: true) { dispute, _ in dispute.about },
      .texts("sides", usual: true) { dispute, snapshot in
        dispute.sides(asOf: snapshot.day).map(\.text)
      },
      .text("why") { dispute, _ in dispute.why },
      .words("facts") { dispute, _ in dispute.facts.map(\.description) },
      .own(of: .disputes),
      .words("sources") { dispute, snapshot in
        dispute.sides(asOf: snapshot.day).flatMap { snapshot.published($0.sources) }
          .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      },
    ]
  }
}

extension EntryColumn where Entry == ContextEntry {
  static var all: [EntryColumn] {
    [
      .id, .period("date", usual: true) { entry, _ in entry.date },
      .name("text", of: .context) { entry, _ in entry.text },
      .period("known") { entry, _ in Period(entry.known) },
    ] + marks(of: .context) + [.sources]
  }
}
