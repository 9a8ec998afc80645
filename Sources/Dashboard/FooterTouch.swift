import Declaration

extension FooterBar {
  /// What a key that the footer shows would do, for whoever clicks it.
  enum Touch: Equatable {
    case key(Key)
    /// A field of the filter, to be typed.
    case text(String)
  }

  /// What is shown at a column of the footer; a key's words belong to the key before them.
  func touch(at column: Int) -> Touch? {
    guard typedLine == nil || state.notice != nil else { return nil }
    var start = 0
    var before: Substring?
    for span in line.spans {
      let end = start + span.width
      let words = span.text.split(separator: " ")
      switch span.style.role {
      case .key:
        before = words.first
        if (start..<end).contains(column) {
          return touch(named: word(in: span.text, at: column - start) ?? before)
        }
      case .hint, .notice:
        if (start..<end).contains(column) { return touch(named: before) }
        before = nil
      default: before = nil
      }
      start = end
    }
    return nil
  }

  /// The word at a cell of a text whose words are parted by blanks.
  private func word(in text: String, at cell: Int) -> Substring? {
    var end = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      end += word.cellWidth
      if cell < end { return word }
      end += 1
    }
    return nil
  }

  private func touch(named word: Substring?) -> Touch? {
    guard let word = word.map(String.init) else { return nil }
    if word.count > 1, word.hasSuffix(":") { return .text(word) }
    return Key(shown: word, in: state.language).map(Touch.key)
  }
}

extension DashboardState {
  /// Does what a click on the footer asks for.
  mutating func takeOnFooter(_ mouse: Mouse) -> [Effect] {
    switch FooterBar(state: self).touch(at: mouse.column) {
    case .key(let key): update(.key(key))
    case .text(let text): update(.paste(text))
    case nil: []
    }
  }
}
