/// A piece of text in one style.
public struct Span: Hashable, Sendable {
  /// The text; never with control characters or anything else that a terminal would act on.
  public let text: String
  /// How it looks.
  public var style: Style
  /// How many cells a terminal gives it; asked for far more often than there are pieces.
  let width: Int
  /// Whether every scalar is a character of its own, one cell wide.
  let isPlain: Bool

  /// A piece of text, made safe to show.
  public init(_ text: String, _ style: Style) {
    self.style = style
    if let width = text.plainWidth {
      (self.text, self.width, isPlain) = (text, width, true)
    } else {
      self.text = text.visible
      (width, isPlain) = (self.text.cellWidth, false)
    }
  }
}

/// A line of styled text, before it meets a frame.
public struct Line: Hashable, Sendable {
  /// Its pieces, left to right.
  public private(set) var spans: [Span]

  /// An empty line.
  public init() { spans = [] }

  /// A line in one style.
  public init(_ text: String, _ role: Role = .plain) {
    spans = [Span(text, Style(role))]
  }

  /// A line of pieces.
  public init(_ spans: [Span]) { self.spans = spans }

  /// Its width in cells.
  public var width: Int { spans.reduce(0) { $0 + $1.width } }

  /// Its text without styles.
  public var text: String { spans.map(\.text).joined() }

  /// Adds text at the end.
  public mutating func append(_ text: String, _ role: Role = .plain, _ emphasis: Emphasis = []) {
    spans.append(Span(text, Style(role, emphasis)))
  }

  /// Adds a piece at the end.
  mutating func append(_ span: Span) { spans.append(span) }

  /// Makes room for so many pieces.
  mutating func reserve(_ count: Int) { spans.reserveCapacity(count) }

  /// Adds another line's pieces at the end.
  public mutating func append(_ line: Line) { spans += line.spans }

  /// Adds spaces until the line is so many cells wide.
  public mutating func pad(to columns: Int, _ role: Role = .plain) {
    let missing = columns - width
    if missing > 0 { append(" ".repeated(missing), role) }
  }

  /// The line with an emphasis laid over all of it.
  public func emphasized(_ emphasis: Emphasis) -> Line {
    var line = self
    for place in spans.indices { line.spans[place].style.emphasis.formUnion(emphasis) }
    return line
  }

  /// The line cut to so many cells, with an ellipsis in place of what is cut.
  public func truncated(to columns: Int) -> Line {
    guard width > columns else { return self }
    guard columns > 0 else { return Line() }
    var result = Line()
    var room = columns - 1
    for span in spans {
      guard span.width > room else {
        result.spans.append(span)
        room -= span.width
        continue
      }
      result.spans.append(Span(span.text.prefix(cells: room) + "…", span.style))
      break
    }
    return result
  }
}
