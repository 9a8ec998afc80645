import Declaration

/// Turns the rows of a CSV table into parts of one amendment, or tells every fault by its place.
public struct TableImport {
  /// What a table holds.
  public enum Kind: String, CaseIterable, Sendable {
    case commitments, attendance
  }

  let kind: Kind
  let file: String
  private let meeting: MeetingID?
  /// The language of columns that name none; nil for English.
  let language: Language?
  /// The record as of the day that the table tells of.
  let snapshot: Snapshot
  private var dossier: Dossier { snapshot.dossier }
  private var draft: StoreDraft
  private var imported: ImportedParts
  var faults: [RecordFault] = []
  /// The ids that rows give themselves, which other rows may name.
  private var ownIDs: Set<String> = []
  private var entries: Set<FactPath> = []
  /// The language of a text that is in the record just so, where it is not English.
  var spoken: Language?
  /// Texts that stand for English ones because nothing says otherwise.
  private var changedTexts: [(cell: CSVText.Cell, column: Column)] = []
  /// What the user added before, which a table that is read a second time does not add again.
  private lazy var added: Set<RecordValue> = Set(
    draft.ids(of: kind.rawValue).compactMap { draft.entry(EntryKey(kind.rawValue, $0)) })

  /// How many faults are told; more are not mended in one go.
  private static let faultLimit = 100

  /// The parts that a table asks for.
  ///
  /// What an export wrote and nobody touched asks for nothing.
  ///
  /// - Parameters:
  ///   - meeting: the meeting of rows that name none.
  ///   - language: the language of texts and figures in columns that name none; nil for English.
  ///   - day: the day as of which the table was exported; nil for the record's own.
  /// - Throws: ``RecordFaults`` with the fault of every row, up to 100; nothing is asked for then.
  public static func parts(
    of bytes: [UInt8], file: String, kind: Kind, meeting: MeetingID?, language: Language? = nil,
    day: Day? = nil, ledger: Ledger
  ) throws -> ImportedParts {
    let table: CSVText
    do {
      table = try CSVText(bytes, file: file)
    } catch {
      throw RecordFaults(faults: [error])
    }
    let dossier = ledger.dossier.speaking(language ?? .en)
    var reader = TableImport(
      kind: kind, file: file, meeting: meeting, language: language,
      snapshot: dossier.asOf(day ?? dossier.startDay), draft: ledger.draft,
      imported: ImportedParts(file: file))
    reader.read(table)
    guard reader.faults.isEmpty else {
      throw RecordFaults(faults: Array(reader.faults.prefix(faultLimit)))
    }
    return reader.imported
  }

  mutating func tell(_ cell: CSVText.Cell, _ problem: String, expected: String) {
    faults.append(
      RecordFault(
        file: file, line: cell.line, column: cell.column, problem: problem, expectation: expected))
  }

  private mutating func read(_ table: CSVText) {
    guard let heads = table.rows.first else {
      let start = CSVText.Cell(text: "", line: 1, column: 1)
      return tell(
        start, "the table is empty", expected: "a row of field names, such as country,pillar,text")
    }
    let columns = columns(heads)
    guard faults.isEmpty else { return }
    if let place = columns.firstIndex(where: { $0.name == "id" }) {
      ownIDs = Set(table.rows.dropFirst().compactMap { $0.count > place ? $0[place].text : nil })
    }
    for row in table.rows.dropFirst() where faults.count < TableImport.faultLimit {
      guard row.count == heads.count else {
        let cells = row.count == 1 ? "1 cell" : "\(row.count) cells"
        tell(row[0], "a row of \(cells)", expected: "\(heads.count), as in the first row")
        continue
      }
      read(row, columns)
    }
    checkLanguage(of: changedTexts)
  }

  // MARK: Rows

  private mutating func read(_ row: [CSVText.Cell], _ columns: [Column]) {
    let count = faults.count
    var named: [String: CSVText.Cell] = [:]
    for (cell, column) in zip(row, columns) where column.tokens.isEmpty {
      named[column.name] = cell
    }
    let path = path(named, first: row[0])
    let base = path.flatMap { path in
      EntryKey(path).flatMap { draft.mergedEntry($0) }?.value(at: path.tokens.dropFirst(2))
    }
    var value = base ?? .entry([:])
    for (cell, column) in zip(row, columns) where !column.tokens.isEmpty {
      guard !isUntouched(cell, column, of: base, at: path), let typed = typed(cell, column) else {
        continue
      }
      let isSources = column.tokens == [RecordField.sources.name]
      let wanted = isSources ? withLaterSources(typed, of: base) : typed
      guard let changed = value.putting(wanted, at: column.tokens, of: entry) else {
        tell(cell, "“\(column.name)” has no element before it", expected: "elements in order")
        continue
      }
      value = changed
      if column.kind == .wording, !column.namesLanguage { changedTexts.append((cell, column)) }
    }
    let isUnsourced = base == nil && value[RecordField.sources.name] == nil
    if base == nil { value = value.completed(asNew: entry) }
    checkState(named["state"], of: value, before: base, id: named["id"]?.text)
    guard let path, faults.count == count else { return }
    for field in RecordCollection.fields(of: entry) ?? [] {
      if field.isRequired, value[field.name] == nil {
        tell(row[0], "the row has no “\(field.name)”", expected: "one")
      } else if case .wording = field.kind, let text = value[field.name], text["en"] == nil {
        tell(row[0], "the row has no “\(field.name)” in English", expected: "one")
      }
    }
    guard faults.count == count, value != base else { return }
    if path.tokens.contains(""), added.contains(value) {
      imported.known += 1
      return
    }
    let sources = base.map { sourcesOfChanges(from: $0, to: value) } ?? []
    if isUnsourced || sources == [Source.ownKnowledge] { imported.unsourced += 1 }
    imported.add(
      Amendment.Part(
        path: path, base: base, value: value, sources: sources),
      at: .cell(line: row[0].line, column: row[0].column))
  }

  /// The value of a cell; nil where it is empty, which leaves what is there, or can't be read.
  private mutating func typed(_ cell: CSVText.Cell, _ column: Column) -> RecordValue? {
    if case .reference(.commitments) = column.kind, ownIDs.contains(cell.text), !cell.text.isEmpty {
      return .text(cell.text)
    }
    do throws(FieldProblem) {
      return try column.kind.value(of: cell.text, in: dossier)
    } catch {
      tell(cell, "“\(column.name)” is “\(cell.text.prefix(60))”", expected: error.expectation)
      return nil
    }
  }

  /// The entry of a row, which no other row may have.
  private mutating func path(
    _ named: [String: CSVText.Cell], first: CSVText.Cell
  ) -> FactPath? {
    guard kind == .attendance else {
      guard let cell = named["id"], !cell.text.isEmpty else { return FactPath("commitments", "") }
      return once(FactPath("commitments", cell.text), cell)
    }
    let meetingCell = named["meeting"].flatMap { $0.text.isEmpty ? nil : $0 }
    let meeting = meetingCell?.text ?? self.meeting ?? ""
    let country = named["country"] ?? first
    let meetingID = dossier.id(named: meeting, in: .meetings)
    let countryID = dossier.id(named: country.text, in: .countries)
    if meetingID == nil {
      let place = meetingCell ?? named["meeting"] ?? first
      tell(place, "“meeting” is “\(meeting.prefix(60))”", expected: FieldText.named(.meetings))
    }
    if countryID == nil {
      tell(
        country, "“country” is “\(country.text.prefix(60))”",
        expected: FieldText.named(.countries))
    }
    guard let meetingID, let countryID else { return nil }
    return once(FactPath("meetings", meetingID, "attendance", countryID), country)
  }

  private mutating func once(_ path: FactPath, _ cell: CSVText.Cell) -> FactPath? {
    guard entries.insert(path).inserted else {
      tell(cell, "“\(cell.text)” stands here a second time", expected: "each entry once")
      return nil
    }
    return path
  }
}
