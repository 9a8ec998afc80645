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
  /// A text with what stands before it for people.
  case led(String, Wording)
  case number(Double)
  case period(Period)
  case flag(Bool)
  case list([Wording])

  /// The cell in the words of the screen.
  public func text(in language: Language) -> String {
    switch self {
    case .none: ""
    case .notReported: Sign.notReported.word(in: language)
    case .text(let wording): language.word(wording)
    case .led(let lead, let wording): lead + wording[language]
    case .number(let number): Figures.number(number, in: language)
    case .period(let period): DateText.short(period, in: language)
    case .flag(let flag): language.text(flag ? "yes" : "no")
    case .list(let wordings): wordings.map(language.word).joined(separator: Cell.separator)
    }
  }

  /// The cell for a program to read: ISO 8601 dates, figures in digits, nothing where nothing is
  /// reported. Texts of the record are in the language, words that a program knows in English.
  public func exactText(in language: Language) -> String {
    switch self {
    case .none, .notReported: ""
    case .number(let number): Cell.digits(number)
    case .period(let period): period.description
    case .text(let wording), .led(_, let wording): wording[language]
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let wordings):
      wordings.map { $0[language] }.joined(separator: Cell.separator)
    }
  }

  /// The cell as JSON has it: null where nothing is reported.
  public func json(in language: Language) -> RecordValue {
    switch self {
    case .none, .notReported: .null
    case .text, .led, .period: .text(exactText(in: language))
    case .number: .number(exactText(in: language))
    case .flag(let flag): .flag(flag)
    case .list(let wordings): .list(wordings.map { .text($0[language]) })
    }
  }

  /// What words are looked for in, in every language of the record.
  var searchText: String {
    switch self {
    case .none, .notReported, .flag: ""
    case .text(let wording), .led(_, let wording): wording.all.joined(separator: "\n")
    case .list(let wordings): wordings.flatMap(\.all).joined(separator: "\n")
    case .number: text(in: .en)
    case .period:
      Language.allCases.map { text(in: $0) }.joined(separator: "\n") + "\n\(exactText(in: .en))"
    }
  }

  private static let separator = "; "

  private static func digits(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}

extension Language {
  /// A text of the record; a word that is the same in every record is the interface's.
  fileprivate func word(_ wording: Wording) -> String {
    wording.all.count == 1 ? text(wording.english) : wording[self]
  }
}

/// What a column is sorted by.
enum SortKey: Comparable {
  case number(Double)
  case text([UInt8])

  /// The key of a cell; nil where there is nothing to sort by.
  init?(_ cell: Cell, in language: Language) {
    switch cell {
    case .none, .notReported: return nil
    case .number(let number): self = .number(number)
    case .flag(let flag): self = .number(flag ? 1 : 0)
    case .period(let period): self = .number(Double(period.first.number))
    case .led(_, let wording): self.init(.text(wording), in: language)
    case .text, .list: self = .text(Folding.folded(cell.text(in: language)))
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
