import Dashboard
import Declaration
import Query

/// What stands in one column of an entry's row.
public enum Cell: Hashable, Sendable {
  /// There is nothing to report, such as the package of a commitment that belongs to none.
  case none
  /// No source says.
  case notReported
  case text(Wording)
  case number(Double)
  case period(Period)
  case flag(Bool)
  case list([Wording])

  /// The cell in the words of the screen.
  public var text: String {
    switch self {
    case .none: ""
    case .notReported: Sign.notReported.word
    case .text(let wording): wording.english
    case .number(let number): Figures.number(number)
    case .period(let period): DateText.short(period)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let wordings): wordings.map(\.english).joined(separator: Cell.separator)
    }
  }

  /// The cell for a program to read: ISO 8601 dates, figures in digits, nothing where nothing is
  /// reported.
  public var exactText: String {
    switch self {
    case .none, .notReported: ""
    case .number(let number): Cell.digits(number)
    case .period(let period): period.description
    case .text, .flag, .list: text
    }
  }

  /// The cell as JSON has it: null where nothing is reported.
  public var json: RecordValue {
    switch self {
    case .none, .notReported: .null
    case .text, .period: .text(exactText)
    case .number: .number(exactText)
    case .flag(let flag): .flag(flag)
    case .list(let wordings): .list(wordings.map { .text($0.english) })
    }
  }

  /// What words are looked for in, in every language of the record.
  var searchText: String {
    switch self {
    case .none, .notReported, .flag: ""
    case .text(let wording): wording.all.joined(separator: "\n")
    case .list(let wordings): wordings.flatMap(\.all).joined(separator: "\n")
    case .number: text
    case .period: "\(text)\n\(exactText)"
    }
  }

  private static let separator = "; "

  private static func digits(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}

/// What a column is sorted by.
enum SortKey: Comparable {
  case number(Double)
  case text([UInt8])

  /// The key of a cell; nil where there is nothing to sort by.
  init?(_ cell: Cell) {
    switch cell {
    case .none, .notReported: return nil
    case .number(let number): self = .number(number)
    case .flag(let flag): self = .number(flag ? 1 : 0)
    case .period(let period): self = .number(Double(period.first.number))
    case .text, .list: self = .text(Folding.folded(cell.text))
    }
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}
