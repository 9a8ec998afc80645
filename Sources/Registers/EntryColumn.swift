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

  /// A text that says to people that it is a part of another entry.
  ///
  /// - Parameter isPart: whether it is.
  static func text(
    _ name: String, usual: Bool, partWhere isPart: @escaping @Sendable (Entry) -> Bool,
    _ value: @escaping Value<Wording>
  ) -> EntryColumn {
    EntryColumn(name, usual) { isPart($0) ? .part(value($0, $1)) : .text(value($0, $1)) }
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

  /// Whether sources differ on it, and what the user did to it.
  ///
  /// - Parameter facts: the facts that sources may differ on, in place of the entry itself.
  static func marks(of kind: RegisterKind, facts: Value<[FactPath]>? = nil) -> [EntryColumn] {
    [
      .flag(Register.disputed) { entry, snapshot in
        guard !snapshot.disputes.isEmpty else { return false }
        let facts = facts?(entry, snapshot) ?? [FactPath(kind.rawValue, entry.id)]
        return !snapshot.disputes(onAny: facts).isEmpty
      },
      .own(of: kind),
    ]
  }

  static func own(of kind: RegisterKind) -> EntryColumn {
    .word(Register.own, absent: .none) { entry, snapshot in
      snapshot.ownWord(ofEntry: FactPath(kind.rawValue, entry.id))
    }
  }
}

extension EntryColumn where Entry: Sourced {
  static var sources: EntryColumn {
    .words("sources") { entry, snapshot in snapshot.published(entry.sources) }
  }
}
