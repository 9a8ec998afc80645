import CSearch

extension [UInt8] {
  /// Where a word first occurs at or after a place; an empty word never does.
  func firstOccurrence(of word: [UInt8], from start: Int = 0) -> Int? {
    guard !word.isEmpty, start + word.count <= count else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = search_bytes(base + start, bytes.count - start, word, word.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether a word occurs.
  func contains(word: [UInt8]) -> Bool { word.isEmpty || firstOccurrence(of: word) != nil }
}
