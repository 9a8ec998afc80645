import Declaration
import Query

/// The user's own record: what is to be decided or mended first, then bookmarks, notes, changes.
struct OwnPane {
  let state: DashboardState
  let columns: Int

  var content: PaneContent {
    let entries = state.listing.own
    var content = PaneContent(
      title: Line("Your record \(Figures.grouped(entries.count))", .title), rows: rows(of: entries),
      selected: state.selectedIndex(in: .own))
    content.showFilter(of: .own, in: state, columns: columns, hits: entries.count)
    if !entries.isEmpty { content.legend = Line("D takes back what is selected", .quiet) }
    content.emptyText = emptyText.flatMap { $0.wrapped(to: max(1, columns - 1)) }
    return content
  }

  private var emptyText: [Line] {
    if state.isEditionAlone {
      return [Line("This is the edition alone. V shows your record again.")]
    }
    if state.showsFilter(in: .own) {
      return state.emptyText(for: .own, nothing: "", fields: "words of what you wrote or changed.")
    }
    let keys: [(Request, String)] = [
      (.note, "writes a note on what is selected"), (.bookmark, "bookmarks it"),
      (.edit, "changes a fact of it"), (.add, "adds a fact"),
      (.delete, "hides what the edition has"),
    ]
    return [Line("Nothing of your own is in the record yet. On any page:")]
      + keys.map { request, text in
        var line = Line("  " + (KeyMap.keys(for: request).first?.label ?? ""), .key)
        line.append(" \(text)", .quiet)
        return line
      }
  }

  private func rows(of entries: [OwnEntry]) -> [PaneRow] {
    var rows: [PaneRow] = []
    var group: String?
    for (place, entry) in entries.enumerated() {
      let (sign, next) = state.dossier.own.kind(of: entry)
      if next != group { rows.append(PaneRow(Line(" \(next)", .heading))) }
      group = next
      var line = Line("  ")
      line.append(sign.character, sign.role)
      line.append(" ")
      line.append(state.snapshot.line(of: entry))
      rows.append(PaneRow(line, entry: place))
    }
    return rows
  }
}

extension OwnRecord {
  /// The group of the list that an entry stands in, and its sign.
  fileprivate func kind(of entry: OwnEntry) -> (sign: Sign, group: String) {
    switch entry {
    case .conflict: return (.conflict, "Two versions")
    case .rejected: return (.rejected, "Can't be read")
    case .bookmark: return (.bookmarked, "Bookmarks")
    case .note: return (.noted, "Notes")
    case .change(let path):
      let kind = changes.first { $0.path == path }?.kind ?? .changed
      return (.of(kind), kind.rawValue.capitalizedFirst)
    }
  }
}

extension Snapshot {
  /// An entry of the user's record in a line.
  func line(of entry: OwnEntry) -> Line {
    let own = dossier.own
    var line = Line(name(of: Subject.own(entry).path).capitalizedFirst)
    switch entry {
    case .conflict(let path):
      let sides = own.conflicts.first { $0.path == path }?.sides ?? []
      let values = sides.map { "\($0.who) \($0.value ?? "nothing")" }
      line.append(": \(values.joined(separator: ", "))", .quiet)
    case .rejected(let path):
      line = Line(path.tokens.joined(separator: " "))
      line.append(": \(own.rejected.first { $0.path == path }?.fault ?? "")", .quiet)
    case .bookmark(let path):
      if let text = summary(of: path) { line.append(": \(text)", .quiet) }
    case .note(let id):
      guard let note = own.notes.first(where: { $0.id == id }) else { break }
      line = Line(name(of: note.about).capitalizedFirst)
      let text = note.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      line.append(": \(text)", .quiet)
    case .change(let path):
      guard let change = own.changes.first(where: { $0.path == path }) else { break }
      switch change.kind {
      case .added: if let text = summary(of: path) { line.append(": \(text)", .quiet) }
      case .hidden: line.append(": \(change.before ?? "")", .quiet)
      case .changed:
        line.append(": \(change.now ?? "nothing")", .quiet)
        line.append(", before \(change.before ?? "nothing")", .quiet)
      }
    }
    return line
  }

  /// What tells an entry from others of its kind, where its name does not.
  private func summary(of path: FactPath) -> String? {
    switch Subject(path: path) {
    case .commitment(let id): dossier.commitments.first { $0.id == id }?.text.english
    case .meeting(let id): dossier.meeting(id)?.title.english
    case .context(let id): dossier.context.first { $0.id == id }?.text.english
    case .dispute(let id): dossier.disputes.first { $0.id == id }?.about.english
    case .source(let id): dossier.sources[id]?.title
    default: nil
    }
  }
}

extension Listing {
  /// The user's record that the filter leaves, what is to be decided first.
  mutating func listOwn(of snapshot: Snapshot) {
    let record = snapshot.dossier.own
    let kinds: [OwnChange.Kind] = [.added, .changed, .hidden]
    // The store itself adds the source that stands for the user's own knowledge.
    let changes = kinds.flatMap { kind in record.changes.filter { $0.kind == kind } }
      .filter { $0.kind != .added || $0.path != FactPath("sources", Source.ownKnowledge) }
    var entries = record.conflicts.map { OwnEntry.conflict($0.path) }
    entries += record.rejected.map { .rejected($0.path) }
    entries += record.bookmarks.map { .bookmark($0) }
    entries += record.notes.reversed().map { .note($0.id) }
    entries += changes.map { .change($0.path) }
    let query = Query(key.listFilter)
    own =
      query.isEmpty
      ? entries : entries.filter { query.admits(text: snapshot.line(of: $0).text) }
  }
}
