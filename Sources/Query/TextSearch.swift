/// A piece of text that is looked for as it stands, whatever the case and the accents.
public struct TextSearch: Sendable {
  private let wanted: [UInt8]

  /// A search for what was typed.
  public init(_ typed: String) { wanted = Folding.folded(typed) }

  /// The rows of a wrapped text in which it begins: where a row ends there is a blank.
  public func rows(of texts: some Sequence<String>) -> [Int] {
    guard !wanted.isEmpty else { return [] }
    let space = UInt8(ascii: " ")
    var (bytes, starts): ([UInt8], [Int]) = ([], [])
    for text in texts {
      starts.append(bytes.count)
      bytes += Folding.folded(text.drop { $0 == " " })
      while bytes.last == space { bytes.removeLast() }
      bytes.append(space)
    }
    var (rows, row, position): ([Int], Int, Int) = ([], 0, 0)
    while let found = bytes.firstOccurrence(of: wanted, from: position) {
      while row + 1 < starts.count, starts[row + 1] <= found { row += 1 }
      if rows.last != row { rows.append(row) }
      position = found + wanted.count
    }
    return rows
  }

  /// Where a text has it, in order and without overlap.
  public func ranges(in text: String) -> [Range<String.Index>] {
    wanted.isEmpty ? [] : FoldedText(text).ranges(of: wanted)
  }
}
