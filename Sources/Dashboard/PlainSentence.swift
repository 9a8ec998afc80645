import Declaration

/// A line of a detail page as a sentence: its label with a colon, words in place of signs, and the
/// numbers of its sources at the end.
struct PlainSentence {
  /// What a line is on the page.
  enum Kind: Hashable {
    case plain
    /// An entry of the list of sources.
    case source
    /// The address of the source before.
    case link
    /// More on the fact before.
    case continuation
    case empty
  }

  let text: String
  let kind: Kind

  /// Cells from which a line without a label goes on with the fact before.
  private static let labelColumns = 13

  /// - Parameter isShared: whether others take part in the record, so that not every change is the
  ///   reader's.
  init(_ line: Line, isTitle: Bool, isShared: Bool = false, in language: Language) {
    let words = line.spans.filter { !$0.text.allSatisfy { $0 == " " } }
    let indent = line.text.prefix { $0 == " " }.count
    guard let first = words.first else {
      (text, kind) = ("", .empty)
      return
    }
    if words.allSatisfy({ $0.style.role == .link }) {
      (text, kind) = (PlainText.tidy(line.text), .link)
    } else if first.style.role == .source {
      let after = line.spans.drop { $0 != first }.dropFirst()
      (text, kind) = (PlainText.tidy(after.map(\.text).joined()), .source)
    } else {
      let isHeading = !isTitle && words.allSatisfy { $0.style.role == .heading }
      let text = PlainSentence.sentence(of: line, isShared: isShared, in: language)
      self.text = isHeading && !text.contains(":") ? text + language.colon : text
      kind = indent >= PlainSentence.labelColumns ? .continuation : .plain
    }
  }

  private static func sentence(
    of line: Line, isShared: Bool, in language: Language
  ) -> String {
    var label: [String] = []
    var body = ""
    var numbers: [String] = []
    for span in line.spans {
      let word = span.text.filter { $0 != " " }
      if span.style.role == .label, body.isEmpty {
        label.append(word)
      } else if span.style.role == .source {
        numbers += word.split { "[]".contains($0) }.map(String.init)
      } else if let sign = sign(span, word) {
        let kind = Sign.changes.first { $0.sign.character == sign.character }?.kind
        let word = kind.flatMap { isShared ? language.text($0.rawValue) : nil }
        if !body.isEmpty { body += ", \(word ?? sign.word(in: language))" }
      } else if span.style.role == .quiet, word == "→" {
        body += " \(language("becomes")) "
      } else if !body.isEmpty || !"·–‡".contains(word) || word.isEmpty {
        body += body.isEmpty && word.isEmpty ? "" : span.text
      } else if word == "‡" {
        body = language("Sources differ:") + " "
      }
    }
    // Some labels bring their colon along, which in French has a space before it.
    let labels = label.filter { !$0.isEmpty }.joined(separator: " ")
    let name = String(labels.reversed().drop { ": \u{A0}".contains($0) }.reversed())
    body = PlainText.tidy(body)
    let joined = [name, body].filter { !$0.isEmpty }.joined(separator: "\(language.colon) ")
    return joined + (body.isEmpty ? language.colon : "") + citation(numbers, in: language)
  }

  /// The sign that a span is, by its look.
  private static func sign(_ span: Span, _ word: String) -> Sign? {
    guard word.count == 1 else { return nil }
    return Sign.all.first { $0.character == word && $0.role == span.style.role }
  }

  /// The numbers of sources: ` (source 1)`, ` (sources 1 and 2)`, or nothing.
  static func citation(_ numbers: [String], in language: Language) -> String {
    guard !numbers.isEmpty else { return "" }
    let list = PlainText.list(numbers, in: language)
    let words = language(
      numbers.count, one: "source \(numbers: list)", other: "sources \(numbers: list)")
    return " (\(words))"
  }
}
