import CSearch
import Declaration

/// Many texts, folded once and laid one behind the other, so that a word is found in all of them in
/// one pass.
struct FoldedTexts: Sendable {
  /// Stands between texts: no byte of UTF-8, so that no word reaches from one into the next.
  private static let border: UInt8 = 0xFF

  private var bytes: [UInt8] = []
  /// Where each text begins, and one more for the end.
  private var starts: [UInt32] = [0]

  /// Texts in all their languages, each in a line of its own.
  init(count: Int, _ text: (Int) -> Wording) {
    starts.reserveCapacity(count + 1)
    for place in 0..<count {
      let text = text(place)
      for language in Language.allCases {
        guard let words = text.own(language) else { continue }
        Folding.append(words, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
      }
      bytes.append(FoldedTexts.border)
      starts.append(UInt32(bytes.count))
      if place == FoldedTexts.sample { reserve(after: place + 1, of: count) }
    }
  }

  /// So many of the first texts tell how long all of them will be.
  private static let sample = 1000

  /// To grow little by little would leave much in memory that nothing stands in.
  private mutating func reserve(after known: Int, of count: Int) {
    bytes.reserveCapacity(bytes.count / known * count * 9 / 8)
  }

  var count: Int { starts.count - 1 }

  /// Marks which of the first texts have a folded word; a mark that is set stays.
  func mark(holdersOf word: [UInt8], in marks: inout [Bool]) {
    guard !word.isEmpty, !marks.isEmpty else { return }
    let end = Int(starts[marks.count])
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var (position, text) = (0, 0)
      while let found = search_bytes(base + position, end - position, word, word.count) {
        let place = UnsafeRawPointer(found) - base
        while starts[text + 1] <= place { text += 1 }
        marks[text] = true
        position = Int(starts[text + 1])
      }
    }
  }
}
