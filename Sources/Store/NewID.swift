import Declaration

extension StoreDraft {
  /// An id that nothing in a collection has: made of what tells the entry from others, so that a
  /// person knows it again, and numbered where that is not enough.
  mutating func newID(
    in collection: String, _ part: Amendment.Part, _ now: String
  ) throws(Refusal) -> String {
    guard let value = part.value else { throw Refusal("there is nothing to take away") }
    let stem = StoreDraft.stem(of: value, in: collection, now)
    guard !stem.isEmpty else { throw Refusal("\(collection) needs an id") }
    if let author, collection != StoreCollection.notes.rawValue {
      // Entries that two people add apart on the same day have to stay two.
      return try newID(in: collection, of: "\(stem)-\(StoreDraft.digest(of: value, author, now))")
    }
    return try newID(in: collection, of: stem)
  }

  private mutating func newID(
    in collection: String, of stem: String
  ) throws(Refusal) -> String {
    let stemKey = EntryKey(collection, stem)
    for number in (lastNumbers[stemKey, default: 0] + 1)... {
      let isBare =
        number == 1 && (author != nil || collection != RecordCollection.commitments.rawValue)
      let key = EntryKey(collection, isBare ? stem : "\(stem)-\(number)")
      guard entry(key) == nil, editionEntry(key) == nil else { continue }
      lastNumbers[stemKey] = number
      return key.id
    }
    throw Refusal("no id is free in \(collection)")
  }

  /// A few letters that tell entries apart by who wrote what and when.
  private static func digest(of value: RecordValue, _ author: String, _ now: String) -> String {
    ByteHash.letters(of: value.jsonLine + Array("\n\(author)\n\(now)".utf8))
  }

  private static func stem(of value: RecordValue, in collection: String, _ now: String) -> String {
    func field(_ name: String) -> String { value[name]?.text ?? value[name]?["en"]?.text ?? "" }
    let parts: [String] =
      switch collection {
      // Notes that are written apart in the same second have to stay two.
      case StoreCollection.notes.rawValue:
        [
          StoreTime.name(of: now),
          String(UInt32.random(in: .min ... .max), radix: 16),
        ]
      case RecordCollection.commitments.rawValue: [field("country"), field("announced")]
      case RecordCollection.meetings.rawValue:
        [field("place").isEmpty ? field("title") : field("place"), String(field("date").prefix(4))]
      case RecordCollection.sources.rawValue: [field("publisher"), field("published")]
      case RecordCollection.context.rawValue: [field("date"), String(field("text").prefix(24))]
      case RecordCollection.disputes.rawValue: [String(field("about").prefix(32))]
      default: []
      }
    return parts.map(slug).filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// Lower-case letters and digits, with a hyphen for all between them.
  private static func slug(_ text: String) -> String {
    let plain = text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(plain).split(separator: "-").joined(separator: "-")
  }
}
