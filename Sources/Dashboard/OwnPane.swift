import Declaration
import Query

/// The user's own record: what is to be decided or mended first, then bookmarks, notes, changes.
struct OwnPane {
  let state: DashboardState
  private var language: Language { state.language }
  let columns: Int

  var content: PaneContent {
    let entries = state.listing.own
    var content = PaneContent(
      title: Line(
        "\(language("Your record")) \(Figures.grouped(entries.count, in: language))", .title),
      rowCount: entries.count + state.listing.ownStarts.count, row: row)
    content.selection = state.selectedIndex(in: .own).map { place in
      let row = place + state.listing.ownStarts.count { $0 <= place }
      return row..<(row + 1)
    }
    content.showFilter(of: .own, in: state, columns: columns, hits: entries.count)
    if !entries.isEmpty {
      content.legend = Line(
        language("\(key: state.label(.delete)) takes back what is selected"), .quiet)
    }
    content.emptyText = emptyText.flatMap { $0.wrapped(to: max(1, columns - 1)) }
    return content
  }

  private var emptyText: [Line] {
    if state.isEditionAlone {
      return [
        Line(
          language(
            "This is the edition alone. \(key: state.label(.editionAlone)) shows your record again."
          ))
      ]
    }
    if state.showsFilter(in: .own) {
      return state.emptyText(
        for: .own, nothing: "", fields: language("words of what you wrote or changed."))
    }
    let keys: [(Request, String)] = [
      (.note, language("writes a note on what is selected")), (.bookmark, language("bookmarks it")),
      (.edit, language("changes a fact of it")), (.add, language("adds a fact")),
      (.delete, language("hides what the edition has")),
    ]
    return [Line(language("Nothing of your own is in the record yet. On any page:"))]
      + keys.map { request, text in
        var line = Line("  " + language.text(state.keys.label(of: request)), .key)
        line.append(" \(text)", .quiet)
        return line
      }
  }

  /// A row: the heading of a group, or an entry in it.
  private func row(_ number: Int) -> PaneRow {
    let (entries, starts) = (state.listing.own, state.listing.ownStarts)
    // The heading of a group stands before its first entry, after the headings before it.
    let heads = starts.indices.count { starts[$0] + $0 <= number }
    let place = number - heads
    if heads > 0, starts[heads - 1] + heads - 1 == number {
      return PaneRow(
        Line(
          " " + language.text(state.dossier.own.kind(of: entries[starts[heads - 1]]).group),
          .heading))
    }
    let sign = state.dossier.own.kind(of: entries[place]).sign
    var line = Line("  ")
    line.append(sign.character, sign.role)
    line.append(" ")
    line.append(state.snapshot.line(of: entries[place]))
    return PaneRow(line, entry: place)
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
      let kind = change(exactly: path)?.kind ?? .changed
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
      let values = own.conflicts.first { $0.path == path }.map { conflict in
        conflict.sides.map { "\(language.text($0.who)) \(words(of: $0, in: conflict))" }
      }
      line.append("\(language.colon) \(values?.joined(separator: ", ") ?? "")", .quiet)
    case .rejected(let path):
      line = Line(path.tokens.joined(separator: " "))
      line.append(
        "\(language.colon) \(own.rejected.first { $0.path == path }?.fault ?? "")", .quiet)
    case .bookmark(let path):
      if let text = summary(of: path) { line.append("\(language.colon) \(text)", .quiet) }
    case .note(let id):
      guard let note = own.notes.first(where: { $0.id == id }) else { break }
      line = Line(name(of: note.about).capitalizedFirst)
      let text = note.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      line.append("\(language.colon) \(text)", .quiet)
    case .change(let path):
      guard let change = own.change(exactly: path) else { break }
      switch change.kind {
      case .added:
        if let text = summary(of: path) { line.append("\(language.colon) \(text)", .quiet) }
      case .hidden: line.append("\(language.colon) \(change.before ?? "")", .quiet)
      case .changed:
        let (before, now) = change.values(in: language)
        line.append(": \(now ?? language("nothing"))", .quiet)
        line.append(", " + language("before \(text: before ?? language("nothing"))"), .quiet)
      }
    }
    return line
  }

  /// What a version says. Where a whole entry was taken away on one side, what is left of it on the
  /// other is known by its text.
  func words(of side: OwnConflict.Side, in conflict: OwnConflict) -> String {
    let path = conflict.path
    let isEntry = path.entry == path
    guard let value = side.value else {
      guard isEntry else { return language("nothing") }
      let isAdded = dossier.own.change(exactly: path)?.kind == .added
      return isAdded ? language("deleted") : language("hidden")
    }
    let isAsked = isEntry && conflict.sides.count == 2 && conflict.sides[1].value == nil
    return (isAsked ? summary(of: path) : nil) ?? value
  }

  /// What tells an entry from others of its kind, where its name does not.
  private func summary(of path: FactPath) -> String? {
    switch Subject(path: path) {
    case .commitment(let id): dossier.commitment(id)?.text[language]
    case .meeting(let id): dossier.meeting(id)?.title[language]
    case .context(let id): dossier.context.first { $0.id == id }?.text[language]
    case .dispute(let id): dossier.disputes.first { $0.id == id }?.about[language]
    case .source(let id): dossier.sources[id]?.title
    default: nil
    }
  }
}

extension Listing {
  /// The user's record that the filter leaves, what is to be decided first.
  mutating func listOwn(of snapshot: Snapshot) {
    let record = snapshot.dossier.own
    func changes(_ kind: OwnChange.Kind) -> [OwnEntry] {
      // The store itself adds the source that stands for the user's own knowledge.
      let own = FactPath("sources", Source.ownKnowledge)
      return record.changes.filter { $0.kind == kind && ($0.kind != .added || $0.path != own) }
        .map { .change($0.path) }
    }
    let groups: [[OwnEntry]] = [
      record.conflicts.map { .conflict($0.path) }, record.rejected.map { .rejected($0.path) },
      record.bookmarks.map { .bookmark($0) }, record.notes.reversed().map { .note($0.id) },
      changes(.added), changes(.changed), changes(.hidden),
    ]
    let query = Query(key.listFilter)
    for group in groups {
      let left =
        query.isEmpty
        ? group : group.filter { query.admits(text: snapshot.line(of: $0).text) }
      guard !left.isEmpty else { continue }
      ownStarts.append(own.count)
      own += left
    }
  }
}
