import Declaration

/// A column of a register: its name, and what stands in it for an entry on a day.
struct EntryColumn<Entry: Sendable>: Sendable {
  typealias Value<Result> = @Sendable (Entry, Snapshot) -> Result

  let name: String
  /// Whether people see it unless they choose columns.
  let isUsual: Bool
  /// Whether it holds numbers, which stand to the right.
  let isNumber: Bool
  let cell: Value<Cell>

  private init(
    _ name: String, _ isUsual: Bool, isNumber: Bool = false, _ cell: @escaping Value<Cell>
  ) {
    (self.name, self.isUsual, self.isNumber, self.cell) = (name, isUsual, isNumber, cell)
  }

  static func text(
    _ name: String, usual: Bool = false, absent: Cell = .notReported,
    _ value: @escaping Value<Wording?>
  ) -> EntryColumn {
    EntryColumn(name, usual) { value($0, $1).map(Cell.text) ?? absent }
  }

  /// A code, a key, a word: what is the same in every language.
  static func word(
    _ name: String, usual: Bool = false, absent: Cell = .notReported,
    _ value: @escaping Value<String?>
  ) -> EntryColumn {
    text(name, usual: usual, absent: absent) { value($0, $1).map { Wording($0) } }
  }

  static func number(
    _ name: String, usual: Bool = false, absent: Cell = .notReported,
    _ value: @escaping Value<Double?>
  ) -> EntryColumn {
    EntryColumn(name, usual, isNumber: true) { value($0, $1).map(Cell.number) ?? absent }
  }

  static func count(
    _ name: String, usual: Bool = false, absent: Cell = .notReported,
    _ value: @escaping Value<Int?>
  ) -> EntryColumn {
    number(name, usual: usual, absent: absent) { value($0, $1).map(Double.init) }
  }

  static func period(
    _ name: String, usual: Bool = false, absent: Cell = .notReported,
    _ value: @escaping Value<Period?>
  ) -> EntryColumn {
    EntryColumn(name, usual) { value($0, $1).map(Cell.period) ?? absent }
  }

  static func flag(_ name: String, _ value: @escaping Value<Bool>) -> EntryColumn {
    EntryColumn(name, false) { .flag(value($0, $1)) }
  }

  static func texts(
    _ name: String, usual: Bool = false, _ value: @escaping Value<[Wording]?>
  ) -> EntryColumn {
    EntryColumn(name, usual) { value($0, $1).map(Cell.list) ?? .notReported }
  }

  static func words(
    _ name: String, usual: Bool = false, _ value: @escaping Value<[String]?>
  ) -> EntryColumn {
    texts(name, usual: usual) { value($0, $1)?.map { Wording($0) } }
  }
}

// What every entry of the record has.
extension EntryColumn where Entry: Identifiable, Entry.ID == String {
  static var id: EntryColumn { .word("id", usual: true) { entry, _ in entry.id } }

  /// What the entry is called or says. For people the signs of the screen stand before it: columns
  /// of their own would leave no room for it.
  ///
  /// - Parameter note: what stands before it besides.
  static func name(
    _ name: String, of kind: RegisterKind,
    note: @escaping @Sendable (Entry, Language) -> String = { _, _ in "" },
    _ value: @escaping Value<Wording?>
  ) -> EntryColumn {
    EntryColumn(name, true) { entry, snapshot in
      guard let wording = value(entry, snapshot) else { return .notReported }
      let lead =
        snapshot.signs(ofEntry: FactPath(kind.rawValue, entry.id))
        + note(entry, snapshot.language)
      return lead.isEmpty ? .text(wording) : .led(lead, wording)
    }
  }

  /// Whether sources differ on it, and what the user did to it.
  static func marks(of kind: RegisterKind) -> [EntryColumn] {
    [
      .flag("disputed") { entry, snapshot in
        snapshot.isDisputed(entry: FactPath(kind.rawValue, entry.id))
      },
      .own(of: kind),
    ]
  }

  static func own(of kind: RegisterKind) -> EntryColumn {
    .word("own", absent: .none) { entry, snapshot in
      snapshot.ownWord(ofEntry: FactPath(kind.rawValue, entry.id))
    }
  }
}

extension EntryColumn where Entry: Sourced {
  static var sources: EntryColumn {
    .words("sources") { entry, snapshot in snapshot.published(entry.sources) }
  }
}
