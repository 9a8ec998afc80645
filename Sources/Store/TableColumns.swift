import Declaration

// The first row of a table: what its columns are.
extension TableImport {
  /// A column: its head, the fields that lead to its values, and what they are.
  struct Column {
    let name: String
    /// Empty for what names the entry and is not a field of it.
    let tokens: [String]
    let kind: RecordField.Kind
    /// Whether the head says in which language a text is.
    var namesLanguage: Bool { name != tokens.first }

    func hasPlace(of other: Column) -> Bool {
      tokens.isEmpty ? name == other.name : tokens == other.tokens
    }
  }

  /// The entry that rows are written to, without its id.
  var entry: FactPath {
    kind == .commitments
      ? FactPath("commitments", "") : FactPath("meetings", "", "attendance", "")
  }

  /// What names the entry of a row.
  private var keys: [String] { kind == .commitments ? ["id"] : ["meeting", "country"] }

  /// What the record derives, as a register writes it.
  private var derived: [String] {
    let spans = ["announced", "due"].flatMap { ["\($0)_first", "\($0)_last"] }
    return kind == .commitments ? ["state", "disputed", "own"] + spans : []
  }

  mutating func columns(_ heads: [CSVText.Cell]) -> [Column] {
    var columns: [Column] = []
    for head in heads {
      let column = column(head)
      if columns.contains(where: { $0.hasPlace(of: column) }) {
        tell(head, "“\(head.text)” stands here a second time", expected: "each field once")
      }
      columns.append(column)
    }
    if faults.isEmpty { tellMissing(columns, heads[0]) }
    return columns
  }

  private mutating func column(_ head: CSVText.Cell) -> Column {
    // Spreadsheets and people write heads with capitals.
    let plain = head.text.filter { !$0.isWhitespace }
    let name = plain.prefix(1).lowercased() + plain.dropFirst()
    if (keys + derived).contains(name) { return Column(name: name, tokens: [], kind: .text) }
    let fields = RecordCollection.fields(of: entry) ?? []
    for tokens in TableImport.readings(of: name) {
      guard let (path, kind) = RecordField.path(tokens, among: fields) else { continue }
      let isPlain = kind == .wording && tokens.count == 1
      let way = isPlain ? tokens + [(language ?? .en).rawValue] : path
      return Column(name: name, tokens: way, kind: kind)
    }
    let names = (keys + fields.map(\.name)).joined(separator: ", ")
    let isParted = [",", ";", "\t"].contains { head.text.contains($0) }
    tell(
      head, "“\(head.text.prefix(60))” is no field",
      expected: isParted
        ? "one field a cell, with the same comma, semicolon or tab between all of them"
        : "one of \(names)")
    return Column(name: name, tokens: [], kind: .text)
  }

  /// What a head may mean: `text.es` as a list writes it, `text_es` and `part_of` as the tables for
  /// databases do.
  private static func readings(of name: String) -> [[String]] {
    let parts = name.split(separator: "_").map(String.init)
    let joined =
      parts.prefix(1) + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return [name.split(separator: ".").map(String.init), parts, [joined.joined()]]
  }

  /// A table of new entries needs a column for each field that an entry can't do without.
  private mutating func tellMissing(_ columns: [Column], _ first: CSVText.Cell) {
    guard !columns.contains(where: { $0.name == "id" }) else { return }
    let names = columns.map { $0.tokens.first ?? $0.name }
    let fields = RecordCollection.fields(of: entry) ?? []
    var needed = fields.filter { $0.isRequired && $0 != .sources }.map(\.name)
    if kind == .attendance { needed = ["country"] }
    for name in needed where !names.contains(name) {
      tell(first, "the table has no column “\(name)”", expected: "one")
    }
  }
}
