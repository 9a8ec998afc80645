import Declaration

// Cells as an export writes them: one that nobody touched asks for nothing.
extension TableImport {
  /// Whether a cell says what the entry has, in whatever language it was exported.
  mutating func isUntouched(
    _ cell: CSVText.Cell, _ column: Column, of base: RecordValue?, at path: FactPath?
  ) -> Bool {
    guard let base else { return false }
    switch (column.kind, base.value(at: column.tokens)) {
    case (.wording, _) where !column.namesLanguage:
      return isWording(base.value(at: column.tokens.dropLast()), cell)
    case (.amount, .number(let literal)): return cell.text == literal
    case (.sources, .list(let sources)):
      let named = FieldText.parts(cell.text)
      return [sources.compactMap(\.text), path.flatMap(shownSources) ?? []]
        .contains { named == snapshot.published($0) }
    case (_, .text(let text)): return cell.text == text
    default: return false
    }
  }

  /// The sources that an entry is shown with: those of the user's changes stand before its own.
  private func shownSources(of path: FactPath) -> [SourceID]? {
    switch kind {
    case .commitments: snapshot.dossier.commitment(path.tokens[1])?.sources
    case .attendance:
      snapshot.dossier.meeting(path.tokens[1])?.attendance[path.tokens[3]]?.sources
    }
  }

  /// Whether a cell has a text in some language, which may tell in which one the table is.
  private mutating func isWording(_ wording: RecordValue?, _ cell: CSVText.Cell) -> Bool {
    let languages = Language.allCases.filter { wording?[$0.rawValue]?.text == cell.text }
    if languages.count == 1, spoken == nil, languages != [.en] { spoken = languages[0] }
    return !languages.isEmpty
  }

  /// Tells of texts that would be taken for English in a table that is in another language.
  mutating func checkLanguage(of changed: [(cell: CSVText.Cell, column: Column)]) {
    guard let spoken, language == nil else { return }
    for (cell, column) in changed {
      tell(
        cell, "“\(column.name)” is changed, and texts of this table are in “\(spoken.rawValue)”",
        expected: "“--lang \(spoken.rawValue)”, or a column “\(column.name).\(spoken.rawValue)”")
    }
  }

  /// The sources that a cell names, and those of the entry that came out after the day: an export as
  /// of that day does not have them.
  func withLaterSources(_ typed: RecordValue, of base: RecordValue?) -> RecordValue {
    let named = typed.elements?.compactMap(\.text) ?? []
    let before = base?["sources"]?.elements?.compactMap(\.text) ?? []
    let shown = snapshot.published(before)
    let kept = before.filter { named.contains($0) || !shown.contains($0) }
    let isInOrder = named == before.filter(named.contains)
    let all = isInOrder ? kept : named + kept.filter { !named.contains($0) }
    return .list(all.map(RecordValue.text))
  }

  /// On what a row's changes rest: the sources that it adds, else what whoever wrote it knows.
  func sourcesOfChanges(from base: RecordValue, to value: RecordValue) -> [SourceID] {
    let before = base["sources"]?.elements ?? []
    let added = (value["sources"]?.elements ?? []).filter { !before.contains($0) }
    return added.isEmpty ? [Source.ownKnowledge] : added.compactMap(\.text)
  }
}
