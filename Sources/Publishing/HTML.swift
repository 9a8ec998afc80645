import Dashboard

/// A piece of HTML in which every text is escaped.
struct HTML {
  private(set) var text: String

  /// Nothing.
  static let none = HTML(raw: "")

  private init(raw: String) { text = raw }

  /// A text of the record, which is never markup.
  init(_ text: String) { self.text = text.escapedForMarkup }

  /// An element with what is in it.
  init(_ name: String, _ attributes: [(String, String)] = [], _ parts: HTML...) {
    self.init(name, attributes, parts)
  }

  /// An element with what is in it.
  init(_ name: String, _ attributes: [(String, String)] = [], _ parts: [HTML]) {
    let isBlock = HTML.blocks.contains(name)
    var text = "<\(name)"
    for (name, value) in attributes { text += " \(name)=\"\(HTML(value).text)\"" }
    text += isBlock ? ">\n" : ">"
    for part in parts { text += part.text }
    text += isBlock || HTML.lines.contains(name) ? "</\(name)>\n" : "</\(name)>"
    self.text = text
  }

  /// An element with a text in it.
  init(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    self.init(name, attributes, [HTML(text)])
  }

  /// An element that has nothing in it and no end.
  static func empty(_ name: String, _ attributes: [(String, String)]) -> HTML {
    let written = attributes.map { " \($0.0)=\"\(HTML($0.1).text)\"" }.joined()
    return HTML(raw: "<\(name)\(written)>\n")
  }

  /// A style sheet of the program's own, in which nothing is escaped.
  static func style(_ sheet: String) -> HTML { HTML(raw: "<style>\n\(sheet)\n</style>\n") }

  /// A whole document.
  static func document(language: String, head: [HTML], body: [HTML]) -> String {
    let root = HTML("html", [("lang", language)], HTML("head", [], head), HTML("body", [], body))
    return "<!DOCTYPE html>\n" + root.text
  }

  /// A link to a web address; the text alone where the address is none, so that nothing in a record
  /// can run.
  static func link(_ address: String, _ text: String) -> HTML {
    let address = address.visible
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return HTML(text) }
    return HTML("a", [("class", "address"), ("href", address)], text: text)
  }

  /// Pieces one after the other.
  static func + (left: HTML, right: HTML) -> HTML { HTML(raw: left.text + right.text) }

  /// Pieces with a text between them.
  static func joined(_ pieces: [HTML], separator: String = "") -> HTML {
    HTML(raw: pieces.map(\.text).joined(separator: HTML(separator).text))
  }

  var isEmpty: Bool { text.isEmpty }

  /// Elements that hold other elements, a line each.
  private static let blocks: Set = [
    "html", "head", "body", "header", "nav", "main", "section", "footer", "ul", "ol", "dl",
    "table", "thead", "tbody", "tr", "div",
  ]

  /// Elements that stand on a line.
  private static let lines: Set = [
    "title", "h1", "h2", "h3", "p", "li", "dt", "dd", "caption", "th", "td",
  ]
}
