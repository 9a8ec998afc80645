import CSearch
import SeededGenerator
import Testing

/// The search for a word among bytes.
@Suite struct SearchTests {
  /// Few letters, so that words nearly stand in many places; all lengths around the sixteen bytes
  /// that are looked at together.
  @Test func findsWhatALetterByLetterSearchFinds() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let letters = UInt8.random(in: 1...3, using: &random)
      let text = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 0...letters, using: &random)
      }
      let word = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        UInt8.random(in: 0...letters, using: &random)
      }
      let expected = SearchTests.place(of: word, in: text)
      #expect(SearchTests.place(of: word, in: text, by: search_bytes) == expected)
      #expect(SearchTests.place(of: word, in: text, by: search_bytes_plainly) == expected)
    }
  }

  private static func place(of word: [UInt8], in text: [UInt8]) -> Int? {
    text.indices.first { text[$0...].starts(with: word) }
  }

  private typealias Search = (UnsafeRawPointer, Int, UnsafeRawPointer, Int) -> UnsafeRawPointer?

  /// The text is a copy that ends where its memory does, so that a sanitizer sees what reads on.
  private static func place(of word: [UInt8], in text: [UInt8], by search: Search) -> Int? {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, text.count), alignment: 1)
    defer { bytes.deallocate() }
    bytes.copyBytes(from: text)
    guard let base = bytes.baseAddress.map({ UnsafeRawPointer($0) }) else { return nil }
    return search(base, text.count, word, word.count).map { $0 - base }
  }
}
