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
      var rest = word
      while used + rest.width > columns {
        let (head, tail) = rest.split(at: columns - used, takesOne: used == start)
        row.append(head)
        rest = tail
        fresh()
      }
      row.append(rest)
      used += rest.width
    }
    rows.append(row)
    return rows
  }

  /// The words with the number of blanks before each; a word may have several styles.
  private var words: [(word: Line, blanks: Int)] {
    var words: [(word: Line, blanks: Int)] = []
    var blanks = 0
    var open = false
    for span in spans {
      for piece in span.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if piece.offset > 0 {
          blanks += 1
          open = false
        }
        guard !piece.element.isEmpty else { continue }
        let part = Line([Span(String(piece.element), span.style)])
        if open, let last = words.indices.last {
          words[last].word.append(part)
        } else {
          words.append((part, blanks))
          (blanks, open) = (0, true)
        }
      }
    }
    return words
  }

  /// - Parameter takesOne: whether at least one character goes into the first part; a wide one would
  ///   never fit a row of one cell.
  private func split(at columns: Int, takesOne: Bool) -> (Line, Line) {
    var (head, tail) = (Line(), Line())
    var room = columns
    for span in spans {
      let fits = room > 0 ? span.text.prefix(cells: room) : ""
      let taken = fits.isEmpty && takesOne && head.width == 0 ? String(span.text.prefix(1)) : fits
      room = taken.count < span.text.count ? 0 : room - taken.cellWidth
      if !taken.isEmpty { head.append(Line([Span(taken, span.style)])) }
      let rest = String(span.text.dropFirst(taken.count))
      if !rest.isEmpty { tail.append(Line([Span(rest, span.style)])) }
    }
    return (head, tail)
  }
}
