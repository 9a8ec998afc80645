import Declaration
import Store

/// What a commit says of itself.
enum ShareMessage {
  /// What the first says: also which edition the record is laid over, so that nobody joins it over
  /// another.
  static func beginning(over edition: [UInt8]) -> String {
    let name = Edition.folderName(of: edition).map { "\n\n\(editionMark)\($0)" }
    return "Begin the record" + (name ?? "")
  }

  /// The editions that first commits name.
  static func editions(in messages: String) -> [String] {
    messages.split(whereSeparator: \.isNewline).filter { $0.hasPrefix(editionMark) }
      .map { String($0.dropFirst(editionMark.count)) }
  }

  private static let editionMark = "Edition: "

  /// The changes in a line, and all of them below where the line has not all.
  static func text(of difference: StoreDifference) -> String {
    // The store itself adds the source that stands for people's own knowledge.
    let own = FactPath("sources", Source.ownKnowledge)
    let others = difference.entries.filter { $0.path != own }
    let words = (others.isEmpty ? difference.entries : others).map(\.words)
    guard let first = words.first else { return "Settle what was to be chosen" }
    let subject = first.prefix(1).uppercased() + first.dropFirst()
    guard words.count > 1 else { return subject }
    let rest = words.dropFirst().prefix(100).map { "- \($0)" }
    let more = words.count > 101 ? ["- and \(words.count - 101) more"] : []
    return ([subject + " and \(words.count - 1) more", ""] + rest + more).joined(separator: "\n")
  }
}
