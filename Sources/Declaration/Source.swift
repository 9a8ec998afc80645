/// The key of a source in the record, such as `lo-2022`.
public typealias SourceID = String

/// A text that someone could open to check a fact.
public struct Source: Hashable, Sendable, Identifiable {
  /// The source's key.
  public let id: SourceID
  /// What the text is called.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// Where it is on the web, when it is.
  public let link: String?
  /// When it was published, as exactly as it says.
  public let published: Period
  /// What a reader should know of it: a copy, an undated page.
  public let note: Wording?

  /// A source of the record.
  public init(
    id: SourceID, title: String, publisher: String, link: String?, published: Period,
    note: Wording?
  ) {
    (self.id, self.title, self.publisher) = (id, title, publisher)
    (self.link, self.published, self.note) = (link, published, note)
  }
}

extension Source {
  /// The key of the source that stands for what the user knows without a text to open. Every record
  /// has it: it is made when it is first named.
  public static let ownKnowledge = "own-knowledge"
}

extension RecordValue {
  /// The sources that an entry and all in it name.
  public var namedSources: [SourceID] {
    switch self {
    case .entry(let fields):
      fields.flatMap { name, value in
        name == "sources" ? value.elements?.compactMap(\.text) ?? [] : value.namedSources
      }
    case .list(let elements): elements.flatMap(\.namedSources)
    case .null, .flag, .number, .text: []
    }
  }
}

/// Anything that the record states, with the sources that it rests on.
public protocol Sourced {
  /// The sources, the best first.
  var sources: [SourceID] { get }
}
