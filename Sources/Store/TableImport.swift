import Declaration

/// Turns the rows of a CSV table into parts of one amendment, or tells every fault by its place.
public struct TableImport {
  /// What a table holds.
  public enum Kind: String, CaseIterable, Sendable {
    case commitments, attendance
  }

  private let kind: Kind
  private let file: String
  private let meeting: MeetingID?
  private let ledger: Ledger
  private var faults: [RecordFault] = []

  /// The parts that a table asks for.
  ///
  /// - Parameters:
  ///   - meeting: the meeting of rows that name none.
  /// - Throws: ``RecordFaults`` with the fault of every row; nothing is asked for then.
  public static func parts(
    of bytes: [UInt8], file: String, kind: Kind, meeting: MeetingID?, ledger: Ledger
  ) throws -> [Amendment.Part] {
    let table: CSVText
    do {
      table = try CSVText(bytes, file: file)
    } catch {
      throw RecordFaults(faults: [error])
    }
    var reader = TableImport(kind: kind, file: file, meeting: meeting, ledger: ledger)
    let parts = reader.parts(of: table)
    guard reader.faults.isEmpty else { throw RecordFaults(faults: reader.faults) }
    return parts
  }

  private init(kind: Kind, file: String, meeting: MeetingID?, ledger: Ledger) {
    (self.kind, self.file, self.meeting, self.ledger) = (kind, file, meeting, ledger)
  }

  private mutating func tell(_ cell: CSVText.Cell, _ problem: String, expected: String) {
    faults.append(
      RecordFault(
        file: file, line: cell.line, column: cell.column, problem: problem, expectation: expected))
  }

  /// A column: the cell of its head, the fields that lead to its values, and what they are.
  private struct Column {
    let name: String
    let tokens: [String]
    let kind: RecordField.Kind
  }

  /// The entry that rows are written to, without its id.
  private var entry: FactPath {
    kind == .commitments
      ? FactPath("commitments", "") : FactPath("meetings", "", "attendance", "")
  }

  private var keys: [String] { kind == .commitments ? ["id"] : ["meeting", "country"] }

  private mutating func parts(of table: CSVText) -> [Amendment.Part] {
    guard let heads = table.rows.first else {
      let start = CSVText.Cell(text: "", line: 1, column: 1)
      tell(
        start, "the table is empty", expected: "a row of field names, such as country,pillar,text")
      return []
    }
    let columns = heads.map { column($0) }
    guard faults.isEmpty else { return [] }
    return table.rows.dropFirst().compactMap { row in
      guard row.count == heads.count else {
        tell(row[0], "a row of \(row.count) cells", expected: "\(heads.count), as in the first row")
        return nil
      }
      return part(of: row, columns)
    }
  }

  private mutating func column(_ head: CSVText.Cell) -> Column {
    let tokens = head.text.split(separator: ".").map(String.init)
    if let key = tokens.first, keys.contains(key), tokens.count == 1 {
      return Column(name: key, tokens: [], kind: .text)
    }
    let fields = RecordCollection.fields(of: entry) ?? []
    if let (path, kind) = RecordField.path(tokens, among: fields) {
      return Column(name: head.text, tokens: path, kind: kind)
    }
    let names = (keys + fields.map(\.name)).joined(separator: ", ")
    let hint = head.text.contains(";") ? "; cells are parted by commas" : ""
    tell(head, "“\(head.text)” is no field", expected: "one of \(names)\(hint)")
    return Column(name: head.text, tokens: [], kind: .text)
  }

  private mutating func part(of row: [CSVText.Cell], _ columns: [Column]) -> Amendment.Part? {
    let count = faults.count
    var (typed, named) = ([(tokens: [String], value: RecordValue)](), [String: String]())
    for (cell, column) in zip(row, columns) {
      if column.tokens.isEmpty {
        named[column.name] = cell.text
        continue
      }
      do throws(FieldProblem) {
        guard let value = try column.kind.value(of: cell.text, in: ledger.dossier) else { continue }
        typed.append((column.tokens, value))
      } catch {
        tell(cell, "“\(column.name)” is “\(cell.text.prefix(60))”", expected: error.expectation)
      }
    }
    guard let path = path(named, at: row[0]), faults.count == count else { return nil }
    // Rows without an id are new: there is nothing to look for.
    let base = path.tokens.contains("") ? nil : ledger.entry(at: path).now
    var value = base ?? RecordValue.entry([:]).withEmptyLists(of: entry)
    for (tokens, field) in typed { value = value.setting(field, at: tokens) }
    if value["sources"] == nil { value["sources"] = .list([.text(Source.ownKnowledge)]) }
    for field in RecordCollection.fields(of: entry) ?? []
    where field.isRequired && value[field.name] == nil {
      tell(row[0], "the row has no “\(field.name)”", expected: "one")
    }
    return faults.count == count ? Amendment.Part(path: path, base: base, value: value) : nil
  }

  /// The entry of a row.
  private mutating func path(_ named: [String: String], at cell: CSVText.Cell) -> FactPath? {
    if kind == .commitments { return FactPath("commitments", named["id"] ?? "") }
    let dossier = ledger.dossier
    let meeting = named["meeting"].flatMap { $0.isEmpty ? nil : $0 } ?? self.meeting ?? ""
    let country = named["country"] ?? ""
    let meetingID = dossier.id(named: meeting, in: .meetings)
    let countryID = dossier.id(named: country, in: .countries)
    if meetingID == nil {
      tell(cell, "“meeting” is “\(meeting)”", expected: FieldText.named(.meetings))
    }
    if countryID == nil {
      tell(cell, "“country” is “\(country)”", expected: FieldText.named(.countries))
    }
    guard let meetingID, let countryID else { return nil }
    return FactPath("meetings", meetingID, "attendance", countryID)
  }
}
