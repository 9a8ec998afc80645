extension Line {
  /// The line with an emphasis laid over some parts of its text, which are in order.
  func emphasized(_ emphasis: Emphasis, at ranges: [Range<String.Index>]) -> Line {
    guard !ranges.isEmpty else { return self }
    let text = text
    let marked = ranges.map { range in
      text.utf8.distance(
        from: text.startIndex, to: range.lowerBound)..<text.utf8.distance(
          from: text.startIndex, to: range.upperBound)
    }
    var line = Line()
    var start = 0
    for span in spans {
      let whole = start..<(start + span.text.utf8.count)
      start = whole.upperBound
      let parts = marked.map { $0.clamped(to: whole) }.filter { !$0.isEmpty }
      line.append(span, whole, parts, emphasis)
    }
    return line
  }

  /// Adds a piece of a text, with an emphasis on parts of it.
  private mutating func append(
    _ span: Span, _ whole: Range<Int>, _ parts: [Range<Int>], _ emphasis: Emphasis
  ) {
    let bytes = Array(span.text.utf8)
    func add(_ range: Range<Int>, _ style: Style) {
      guard !range.isEmpty else { return }
      let piece = bytes[
        (range.lowerBound - whole.lowerBound)..<(range.upperBound - whole.lowerBound)]
      append(Span(String(decoding: piece, as: UTF8.self), style))
    }
    var (end, style) = (whole.lowerBound, span.style)
    style.emphasis.formUnion(emphasis)
    for part in parts {
      add(end..<part.lowerBound, span.style)
      add(part, style)
      end = part.upperBound
    }
    add(end..<whole.upperBound, span.style)
  }
}
