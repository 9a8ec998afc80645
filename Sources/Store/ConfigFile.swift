import Declaration

/// What may stand under a name of a configuration.
public enum ConfigKind: Hashable, Sendable {
  case flag, text, day
  /// One of some words.
  case choice([String])
  /// One of some names, or a file of JSON.
  case nameOrFile([String])
  /// An object of names, each with a text or a list of texts.
  case assignments

  /// What a fault says is expected.
  var expectation: String {
    switch self {
    case .flag: "true or false"
    case .text: "a text that is not empty"
    case .day: "a day such as “2022-10-07”, or “today”"
    case .choice(let words): "one of \(ConfigKind.listed(words))"
    case .nameOrFile(let names): "one of \(ConfigKind.listed(names)), or a file"
    case .assignments: "an object"
    }
  }

  private static func listed(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: ", ")
  }

  /// The value as it would be typed on a command line; nil where it is not of the kind.
  fileprivate func text(of value: JSONValue) -> String? {
    switch self {
    case .flag: return value.bool.map { "\($0)" }
    case .text: return value.string.flatMap { $0.isEmpty ? nil : $0 }
    case .day: return value.string.flatMap { $0 == "today" || Day($0) != nil ? $0 : nil }
    case .choice(let words):
      // 256 is a number to some people and a name to others.
      let text = value.string ?? (value.kind == .number ? value.literal : nil)
      return text.flatMap { words.contains($0) ? $0 : nil }
    case .nameOrFile(let names):
      return value.string.flatMap { text in
        names.contains(text) || text.contains("/") || text.hasSuffix(".json") ? text : nil
      }
    case .assignments:
      guard value.kind == .object else { return nil }
      return value.members.map { $0.name.string ?? "" }.sorted().joined(separator: ", ")
    }
  }
}

/// The values of a configuration file, checked.
public struct ConfigFile: Sendable {
  /// A value and the line on which it stands.
  public struct Entry: Hashable, Sendable {
    /// The value as it would be typed on a command line.
    public let text: String
    /// The line, from 1.
    public let line: Int
  }

  /// A text with its place in the file.
  public struct PlacedText: Sendable {
    /// The text; nil where something else stands there.
    public var text: String? { value.string }
    let value: JSONValue

    /// A fault at the place.
    public func fault(_ problem: String, expected: String? = nil) -> RecordFault {
      value.fault(problem, expected: expected)
    }
  }

  /// A name with what is assigned to it.
  public struct Assignment: Sendable {
    /// The name.
    public let name: PlacedText
    /// The texts.
    public let words: [PlacedText]
  }

  /// The values by their names.
  public let entries: [String: Entry]
  /// What is assigned under the names of that kind, in order.
  public private(set) var assignments: [String: [Assignment]] = [:]

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - file: how faults name it.
  ///   - kinds: the names that there are, and what may stand under each.
  /// - Throws: ``RecordFaults`` with everything that is wrong.
  public init(_ bytes: [UInt8], file: String, kinds: [(name: String, kind: ConfigKind)]) throws {
    let root = try Edition.document(bytes, file: file).root
    guard root.kind == .object else {
      throw RecordFaults(faults: [
        root.fault("the configuration is \(root.kindName)", expected: "an object")
      ])
    }
    var faults: [RecordFault] = []
    var entries: [String: Entry] = [:]
    for (key, value) in root.members {
      let name = key.string ?? ""
      guard let kind = kinds.first(where: { $0.name == name })?.kind else {
        let names = kinds.map(\.name).joined(separator: ", ")
        faults.append(key.fault("there is no “\(name)”", expected: "one of \(names)"))
        continue
      }
      guard let text = kind.text(of: value) else {
        let shown = value.string.map { "“\($0.prefix(60))”" } ?? value.kindName
        faults.append(value.fault("“\(name)” is \(shown)", expected: kind.expectation))
        continue
      }
      if kind == .assignments { assignments[name] = ConfigFile.assignments(in: value) }
      entries[name] = Entry(text: text, line: value.fault("").line)
    }
    guard faults.isEmpty else { throw RecordFaults(faults: faults) }
    self.entries = entries
  }

  private static func assignments(in value: JSONValue) -> [Assignment] {
    value.members.map { name, value in
      let words = value.kind == .array ? Array(value.elements) : [value]
      return Assignment(
        name: PlacedText(value: name), words: words.map { PlacedText(value: $0) })
    }
  }
}
