/// A table in CSV (RFC 4180): rows of cells, each with its place.
///
/// What parts the cells is what parts the heads: a comma, a semicolon, which spreadsheets write where
/// the comma is the sign of fractions, or a tab.
struct CSVText {
  /// A cell and where it begins.
  struct Cell: Hashable {
    let text: String
    /// The line, from 1.
    let line: Int
    /// The column in characters, from 1.
    let column: Int
  }

  /// The rows, the heads among them; lines of empty cells alone, as spreadsheets leave them, are
  /// passed over.
  let rows: [[Cell]]

  /// Reads a table. A byte order mark before it is allowed, and so are lines that end in LF alone.
  ///
  /// - Throws: ``RecordFault`` where it is not UTF-8, a quoted cell has no end or something follows
  ///   its end, or a quotation mark or a carriage return stands inside a cell that is not quoted.
  init(_ bytes: [UInt8], file: String) throws(RecordFault) {
    var reader = CSVReader(file: file)
    if let offset = bytes.withUnsafeBufferPointer({ UTF8Check.firstFault(in: $0) }) {
      let before = bytes[..<offset]
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      throw RecordFault(
        file: file, line: before.count { $0 == 0x0A } + 1,
        column: before[start...].count { $0 & 0xC0 != 0x80 } + 1, problem: "invalid UTF-8",
        expectation: "text in UTF-8")
    }
    rows = try reader.rows(of: String(decoding: bytes, as: UTF8.self))
  }
}

private struct CSVReader {
  let file: String
  private var scalars: [Unicode.Scalar] = []
  private var place = 0
  private var line = 1
  private var column = 1
  private var separator: Unicode.Scalar = ","

  init(file: String) { self.file = file }

  mutating func rows(of text: String) throws(RecordFault) -> [[CSVText.Cell]] {
    scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { place += 1 }
    separator = separatorOfHeads
    var rows: [[CSVText.Cell]] = []
    while place < scalars.count {
      let row = try row()
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
    }
    return rows
  }

  /// The first sign that can part cells and does not stand in a quoted head.
  private var separatorOfHeads: Unicode.Scalar {
    var isQuoted = false
    for scalar in scalars[place...] {
      switch scalar {
      case "\"": isQuoted.toggle()
      case ",", ";", "\t": if !isQuoted { return scalar }
      case "\n": if !isQuoted { return "," }
      default: break
      }
    }
    return ","
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func step() {
    if next == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    place += 1
  }

  private mutating func row() throws(RecordFault) -> [CSVText.Cell] {
    var cells: [CSVText.Cell] = []
    while true {
      cells.append(try cell())
      guard next == separator else { break }
      step()
    }
    if next == "\r" { step() }
    if next == "\n" { step() }
    return cells
  }

  private mutating func cell() throws(RecordFault) -> CSVText.Cell {
    let (startLine, startColumn) = (line, column)
    let text = next == "\"" ? try quoted(startLine, startColumn) : try plain()
    return CSVText.Cell(text: text, line: startLine, column: startColumn)
  }

  private mutating func plain() throws(RecordFault) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next, scalar != separator, !endsLine {
      guard scalar != "\"" else {
        throw fault(
          "a quotation mark inside a cell", "a cell in quotation marks, each mark doubled")
      }
      guard scalar != "\r" else {
        throw fault("a carriage return alone", "lines that end in CRLF or LF")
      }
      text.append(scalar)
      step()
    }
    return String(text)
  }

  private mutating func quoted(
    _ startLine: Int, _ startColumn: Int
  ) throws(RecordFault) -> String {
    var text = String.UnicodeScalarView()
    step()
    while let scalar = next {
      step()
      if scalar == "\"" {
        guard next == "\"" else {
          guard next == nil || next == separator || endsLine else {
            throw fault(
              "something after a quoted cell", "\(nameOfSeparator) or the end of the line")
          }
          return String(text)
        }
        step()
      }
      text.append(scalar)
    }
    throw RecordFault(
      file: file, line: startLine, column: startColumn, problem: "a quoted cell without end",
      expectation: "a closing quotation mark")
  }

  private var nameOfSeparator: String {
    switch separator {
    case ";": "a semicolon"
    case "\t": "a tab"
    default: "a comma"
    }
  }

  private var endsLine: Bool {
    next == "\n" || next == "\r" && (place + 1 == scalars.count || scalars[place + 1] == "\n")
  }

  private func fault(_ problem: String, _ expectation: String) -> RecordFault {
    RecordFault(
      file: file, line: line, column: column, problem: problem, expectation: expectation)
  }
}
