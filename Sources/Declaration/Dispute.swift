/// The key of a dispute in the record, such as `launch-date`.
public typealias DisputeID = String

/// A fact on which sources differ.
public struct Dispute: Hashable, Sendable, Identifiable {
  /// What some of the sources say.
  public struct Side: Hashable, Sendable, Sourced {
    /// What they say, in words.
    public let text: Wording
    /// The date that they give, when the dispute is about one.
    public let date: Period?
    /// The first day on which this side could be known.
    public let since: Day
    /// The sources, the best first.
    public let sources: [SourceID]

    /// A side of a dispute.
    public init(text: Wording, date: Period?, since: Day, sources: [SourceID]) {
      (self.text, self.date, self.since, self.sources) = (text, date, since, sources)
    }
  }

  /// The dispute's key.
  public let id: DisputeID
  /// What it is about.
  public let about: Wording
  /// The facts that it touches.
  public let facts: [FactPath]
  /// Why the record shows what it shows.
  public let why: Wording
  /// What is said; at least two.
  public let sides: [Side]

  /// A dispute of the record.
  public init(id: DisputeID, about: Wording, facts: [FactPath], why: Wording, sides: [Side]) {
    (self.id, self.about, self.facts, self.why, self.sides) = (id, about, facts, why, sides)
  }

  /// The sides that could be known on a day.
  public func sides(asOf day: Day) -> [Side] { sides.filter { $0.since <= day } }
}

/// Where a fact stands in the record: the tokens of a JSON Pointer (RFC 6901).
public struct FactPath: Hashable, Sendable, CustomStringConvertible {
  /// The keys on the way, such as `meetings`, `lima-2022`, `date`.
  public let tokens: [String]

  /// The way to a fact, key by key.
  public init(_ tokens: String...) { self.tokens = tokens }

  /// The way to a fact, key by key.
  public init(_ tokens: [String]) { self.tokens = tokens }

  /// A JSON Pointer such as `/meetings/lima-2022/date`; nil when it is not one.
  public init?(pointer: String) {
    guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
    tokens = pointer.utf8.dropFirst()
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { FactPath.unescaped(Substring($0)) }
  }

  /// Whether this path leads to the other's fact or to something that holds it.
  public func leads(to other: FactPath) -> Bool { other.tokens.starts(with: tokens) }

  /// The JSON Pointer.
  public var description: String {
    tokens.map { "/" + FactPath.escaped($0) }.joined()
  }

  private static func unescaped(_ token: Substring) -> String {
    guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
    var result = ""
    var rest = token
    while let character = rest.popFirst() {
      if character == "~", let next = rest.first, next == "0" || next == "1" {
        rest.removeFirst()
        result.append(next == "0" ? "~" : "/")
      } else {
        result.append(character)
      }
    }
    return result
  }

  private static func escaped(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return token
    }
    return token.reduce(into: "") { result, character in
      switch character {
      case "~": result += "~0"
      case "/": result += "~1"
      default: result.append(character)
      }
    }
  }
}
