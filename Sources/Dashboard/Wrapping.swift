extension Line {
  /// The line in rows of at most so many cells, broken between words; the rows after the first
  /// begin with `indent` spaces. Words that are too long for a row are cut.
  public func wrapped(to columns: Int, indent: Int = 0) -> [Line] {
    let columns = max(1, columns)
    let indent = indent + 1 < columns ? indent : 0
    var rows: [Line] = []
    var row = Line()
    var used = 0
    var start = 0  // cells that the row began with
    func fresh() {
      rows.append(row)
      row = indent > 0 ? Line(String(repeating: " ", count: indent)) : Line()
      (used, start) = (indent, indent)
    }
    for (word, blanks) in words {
      let width = word.width
      if used > start, used + blanks + width > columns {
        fresh()
      } else if blanks > 0, used + blanks < columns {
        row.append(String(repeating: " ", count: blanks), word.spans.first?.style.role ?? .plain)
        used += blanks
      }
      guard used + width > columns else {
        row.append(word)
        used += width
        continue
      }
      for span in word.spans {
        var piece = ""
        for character in span.text {
          let cells = character.cellWidth
          // At least one character goes into a row, or a wide one would never fit a row of one cell.
          if used + cells > columns, used > start {
            row.append(Line([Span(piece, span.style)]))
            piece = ""
            fresh()
          }
          piece.append(character)
          used += cells
        }
        row.append(Line([Span(piece, span.style)]))
      }
    }
    rows.append(row)
    return rows
  }

  /// The words with the number of blanks before each; a word may have several styles.
  private var words: [(word: Line, blanks: Int)] {
    var words: [(word: Line, blanks: Int)] = []
    var blanks = 0
    var isOpen = false
    for span in spans {
      let bytes = span.text.utf8
      var place = bytes.startIndex
      while place < bytes.endIndex {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.endIndex
        if place < end {
          let part = Span(part: span.text[place..<end], span.style)
          if isOpen, let last = words.indices.last {
            words[last].word.append(Line([part]))
          } else {
            words.append((Line([part]), blanks))
            (blanks, isOpen) = (0, true)
          }
        }
        guard end < bytes.endIndex else { break }
        (blanks, isOpen) = (blanks + 1, false)
        place = bytes.index(after: end)
      }
    }
    return words
  }
}
