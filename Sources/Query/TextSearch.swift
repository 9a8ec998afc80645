/// A piece of text that is looked for as it stands, whatever the case and the accents.
public struct TextSearch: Sendable {
  private let wanted: [UInt8]

  /// A search for what was typed.
  public init(_ typed: String) { wanted = Folding.folded(typed) }

  /// Whether a text has it; nothing typed is in none.
  public func isFound(in text: String) -> Bool {
    !wanted.isEmpty && Folding.folded(text).firstOccurrence(of: wanted, from: 0) != nil
  }

  /// Where a text has it, in order and without overlap.
  public func ranges(in text: String) -> [Range<String.Index>] {
    wanted.isEmpty ? [] : FoldedText(text).ranges(of: wanted)
  }
}
