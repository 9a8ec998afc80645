import Declaration
import Query

/// Entries of the record as rows with named columns.
///
/// Cells are made when they are asked for, so that a hundred thousand rows take no room.
public struct Register: Sendable {
  /// A column over the rows.
  public struct Column: Sendable {
    /// What `--columns` and `--sort` call it, and the key in JSON.
    public let name: String
    /// Whether it holds numbers, which stand to the right.
    public let isNumber: Bool
    let isUsual: Bool
    let cell: @Sendable (Int) -> Cell
  }

  /// The columns, left to right.
  public private(set) var columns: [Column]
  /// Terms of the query that can't be carried out.
  public let faults: [QueryFault]
  /// The language of what people read in it.
  let language: Language
  private let everyColumn: [Column]
  /// Places in the list that the rows come from.
  private var places: [Int]

  init<Entry>(
    _ entries: some RandomAccessCollection<Entry> & Sendable, _ columns: [EntryColumn<Entry>],
    in snapshot: Snapshot, matching query: Query,
    searchedBy index: ((Query) -> QueryMatches)? = nil
  ) {
    let entries = Array(entries)
    language = snapshot.language
    everyColumn = columns.map { column in
      Column(name: column.name, isNumber: column.isNumber, isUsual: column.isUsual) { place in
        column.cell(entries[place], snapshot)
      }
    }
    self.columns = everyColumn
    // An index folds every text: nobody needs it where nothing is asked.
    let matches = query.isEmpty ? nil : index?(query)
    faults = matches?.faults ?? []
    if let matches {
      places = matches.places
    } else {
      let every = everyColumn
      places = entries.indices.filter { place in
        query.isEmpty
          || query.admits(
            text: every.map { $0.cell(place).searchText }.joined(separator: "\n"))
      }
    }
  }

  /// How many rows there are.
  public var count: Int { places.count }

  /// What stands in a column of a row.
  public func cell(inRow row: Int, _ column: Column) -> Cell { column.cell(places[row]) }

  /// The cells of a row, left to right.
  public func cells(ofRow row: Int) -> [Cell] { columns.map { $0.cell(places[row]) } }

  /// The key of a row's entry; every register has it in its first column.
  public func id(ofRow row: Int) -> String { everyColumn[0].cell(places[row]).exactText(in: .en) }

  // MARK: What the reader wants of it

  /// Leaves the columns of some names, in their order. Names that there are none of are passed over.
  public mutating func choose(_ names: [String]) {
    columns = names.compactMap { name in everyColumn.first { $0.name == name } }
  }

  /// Leaves the columns that people want first.
  public mutating func chooseUsual() { columns = everyColumn.filter(\.isUsual) }

  /// Sorts the rows by a column; rows with nothing in it come last, equal ones keep their order.
  public mutating func sort(by name: String, descending: Bool = false) {
    guard let column = everyColumn.first(where: { $0.name == name }) else { return }
    let keyed = places.map { (place: $0, key: SortKey(column.cell($0), in: language)) }
    let sorted = keyed.sorted { left, right in
      guard let left = left.key else { return false }
      guard let right = right.key else { return true }
      return descending ? right < left : left < right
    }
    places = sorted.map(\.place)
  }

  /// Leaves so many of the first rows.
  public mutating func limit(to count: Int) { places = Array(places.prefix(count)) }

  /// Leaves the row of an entry; none where it has no such.
  public mutating func select(id: String) {
    places = places.filter { everyColumn[0].cell($0).exactText(in: .en) == id }
  }
}
