import Declaration

/// What may stand under a name of a configuration.
public enum ConfigKind: Hashable, Sendable {
  case flag, text, day
  /// One of some words.
  case choice([String])
  /// One of some names, or a file of JSON.
  case nameOrFile([String])

  /// What a fault says is expected.
  var expectation: String {
    switch self {
    case .flag: "true or false"
    case .text: "a text that is not empty"
    case .day: "a day such as “2022-10-07”, or “today”"
    case .choice(let words): "one of \(ConfigKind.listed(words))"
    case .nameOrFile(let names): "one of \(ConfigKind.listed(names)), or a file"
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

  /// The values by their names.
  public let entries: [String: Entry]

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
      entries[name] = Entry(text: text, line: value.fault("").line)
    }
    guard faults.isEmpty else { throw RecordFaults(faults: faults) }
    self.entries = entries
  }
}
