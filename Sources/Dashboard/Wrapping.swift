extension Line {
  /// The line in rows of at most so many cells, broken between words; the rows after the first
  /// begin with `indent` spaces. Words that are too long for a row are cut.
  public func wrapped(to columns: Int, indent: Int = 0) -> [Line] {
    let columns = max(1, columns)
    let indent = indent + 1 < columns ? indent : 0
    let (pieces, words) = words
    var rows: [Line] = []
    var row = Line()
    row.reserve(min(2 * words.count, Line.usualPieces))
    var used = 0
    var start = 0  // cells that the row began with
    func fresh() {
      rows.append(row)
      row = Line()
      row.reserve(Line.usualPieces)
      if indent > 0 { row.append(" ".repeated(indent)) }
      (used, start) = (indent, indent)
    }
    for word in words {
      let (blanks, width) = (word.blanks, word.width)
      if used > start, used + blanks + width > columns {
        fresh()
      } else if blanks > 0, used + blanks < columns {
        row.append(" ".repeated(blanks), pieces[word.pieces.lowerBound].style.role)
        used += blanks
      }
      guard used + width > columns else {
        for piece in pieces[word.pieces] { row.append(piece) }
        used += width
        continue
      }
      for piece in pieces[word.pieces] {
        var rest = Substring(piece.text)
        while true {
          var (end, cells) = rest.fitting(columns - used, isPlain: piece.isPlain)
          // At least one character goes into a row, or a wide one would never fit a row of one cell.
          if end == rest.startIndex, used == start, let first = rest.first {
            (end, cells) = (rest.index(after: end), first.cellWidth)
          }
          row.append(Span(String(rest[..<end]), piece.style))
          used += cells
          rest = rest[end...]
          if rest.isEmpty { break }
          fresh()
        }
      }
    }
    rows.append(row)
    return rows
  }

  /// Pieces that a row of words has most often room for, with the blanks between them.
  private static let usualPieces = 16

  /// A word may have several styles, and as many pieces.
  private struct Word {
    var pieces: Range<Int>
    var width: Int
    /// How many blanks stand before it.
    let blanks: Int
  }

  /// The words, and the pieces of all of them.
  private var words: (pieces: [Span], words: [Word]) {
    var pieces: [Span] = []
    var words: [Word] = []
    var blanks = 0
    var isOpen = false
    func add(_ piece: Span) {
      pieces.append(piece)
      if isOpen, let last = words.indices.last {
        words[last].pieces = words[last].pieces.lowerBound..<pieces.count
        words[last].width += piece.width
      } else {
        let place = pieces.count - 1
        words.append(Word(pieces: place..<(place + 1), width: piece.width, blanks: blanks))
        (blanks, isOpen) = (0, true)
      }
    }
    for span in spans {
      var text = span.text
      text.withUTF8 { bytes in
        var place = 0
        while place < bytes.count {
          let end = bytes[place...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
          if place < end {
            add(Span(String(decoding: bytes[place..<end], as: UTF8.self), span.style))
          }
          guard end < bytes.count else { break }
          (blanks, isOpen) = (blanks + 1, false)
          place = end + 1
        }
      }
    }
    return (pieces, words)
  }
}

extension Substring {
  /// Where the longest beginning ends that fits into so many cells, and how many of them it takes.
  ///
  /// - Parameter isPlain: whether every scalar is a character of its own, one cell wide.
  fileprivate func fitting(_ room: Int, isPlain: Bool) -> (end: Index, cells: Int) {
    if isPlain {
      let whole = unicodeScalars.count
      let cells = Swift.max(0, Swift.min(room, whole))
      return (unicodeScalars.index(startIndex, offsetBy: cells), cells)
    }
    var cells = 0
    var place = startIndex
    while place < endIndex, cells + self[place].cellWidth <= room {
      cells += self[place].cellWidth
      place = index(after: place)
    }
    return (place, cells)
  }
}
