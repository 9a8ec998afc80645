import Declaration
import Store
import Testing

@testable import Dashboard

/// The dashboard on the built-in edition, driven by keys.
struct Driver {
  var state: DashboardState
  /// 15:00 UTC on the edition's day, so that the time shown at a place does not move.
  static let clock = Clock(today: Day(number: 20_780), minute: 27_739_620)

  init(
    columns: Int = 120, rows: Int = 40, day: String? = nil, drawsUnicode: Bool = true,
    language: Language = .en
  ) throws {
    state = DashboardState(
      try Edition.builtIn().speaking(language), day: try day.map { try #require(Day($0)) },
      size: Size(columns: columns, rows: rows), clock: Driver.clock, drawsUnicode: drawsUnicode,
      geometry: { try? Geometry.builtIn() })
  }

  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { state.update(.key($0)) }
  }

  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.flatMap { state.update(.key(.character($0))) }
  }

  /// The screen's rows as text.
  var rows: [String] { state.frame.textRows }

  var screen: String { rows.joined(separator: "\n") }

  func row(with text: String) -> String? { rows.first { $0.contains(text) } }

  /// The codes of the countries that are listed.
  var countries: [String] { state.listing.countries.map { state.dossier.countries[$0].id } }
}

extension Frame {
  var textRows: [String] {
    (0..<size.rows).map { row in
      String(self[row: row].compactMap(\.character)).trimmingTrailingSpaces
    }
  }

  /// The frame as a golden file has it: the characters, then what each cell means. A capital `*`,
  /// `+` or `~` in the second block stands for a cell that is selected with or without the focus
  /// or that the filter matched.
  var golden: String {
    let roles = (0..<size.rows).map { row in
      String(
        self[row: row].map { cell -> Character in
          if cell.style.emphasis.contains(.match) { return "~" }
          if cell.style.emphasis.contains(.focused) { return "*" }
          if cell.style.emphasis.contains(.selected) { return "+" }
          return cell.character == " " ? " " : cell.style.role.letter
        }
      ).trimmingTrailingSpaces
    }
    let place = cursor.map { "row \($0.row), column \($0.column)" } ?? "hidden"
    return (textRows + ["", "cursor: \(place)", ""] + roles).joined(separator: "\n") + "\n"
  }
}

extension Role {
  /// How golden files write the roles, in their order.
  private static let letters = Array(".,HAN-=tThlki_enpdxX?#!<|DsLmow")

  fileprivate var letter: Character { Role.letters[Int(rawValue)] }
}

extension String {
  var trimmingTrailingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
