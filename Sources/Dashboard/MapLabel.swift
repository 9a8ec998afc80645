/// A country's sign on the map, with its name or code where there is room.
struct MapLabel: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// ` ● Brazil `
    case name
    /// `●BR`
    case code
    /// `BR●`
    case codeBefore
    /// `●`
    case sign
  }

  /// The country's place in the record.
  let country: Int
  let form: Form
  let column: Int
  let row: Int
  /// Cells that it takes.
  let width: Int

  var columns: Range<Int> { column..<(column + width) }
}
