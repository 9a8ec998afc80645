import Foundation

/// The phrases that the source says, as a translator's tool would gather them.
struct PhraseSource {
  /// The keys of phrases as they stand.
  private(set) var keys: Set<String> = []
  /// The keys of phrases with a form for each number.
  private(set) var counted: Set<String> = []

  init(folder: URL) throws {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      gather(try String(contentsOf: file, encoding: .utf8))
    }
  }

  private mutating func gather(_ text: String) {
    for literal in PhraseSource.literals(after: #/(?:language|self)\(\s*/#, in: text) {
      keys.insert(literal)
    }
    for literal in PhraseSource.literals(after: #/other:\s*/#, in: text) {
      counted.insert(literal)
    }
    let count = #/Figures\.count\(\s*[^"]*?"([a-z ]+)"(?:, plural: "([a-z ]+)")?/#
    for match in text.matches(of: count) {
      counted.insert("{figure} " + (match.2.map(String.init) ?? "\(match.1)s"))
    }
  }

  private static func literals(
    after start: some RegexComponent, in text: String
  ) -> [String] {
    text.ranges(of: start).compactMap { range in
      let rest = text[range.upperBound...]
      if rest.hasPrefix("\"\"\"") { return folded(rest.dropFirst(3)) }
      return rest.hasPrefix("\"") ? key(of: rest.dropFirst()) { $0.hasPrefix("\"") } : nil
    }
  }

  /// The key of a literal of several lines, which all end in a backslash but the last.
  private static func folded(_ text: Substring) -> String {
    let joined = text.replacing(#/\\\n\s*/#, with: "")
    let body = joined[joined.startIndex...].drop { $0 == "\n" || $0 == " " }
    return key(of: body) { $0.hasPrefix("\n") }
  }

  /// A literal with names in the places of what is put in: `\(day: …)` is `{day}`.
  private static func key(of text: Substring, until isEnd: (Substring) -> Bool) -> String {
    var (key, rest) = ("", text)
    while !isEnd(rest), let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        key.append(character)
        continue
      }
      guard next == "(" else {
        key.append(next)
        continue
      }
      key += "{\(rest.prefix { $0 != ":" })}"
      var depth = 1
      while depth > 0, let inner = rest.popFirst() {
        depth += inner == "(" ? 1 : inner == ")" ? -1 : 0
      }
    }
    return key
  }
}
