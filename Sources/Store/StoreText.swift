import Declaration

/// Where an entry stands in the store: its collection and its id. A field of the store itself, such
/// as its schema, has no collection.
struct EntryKey: Hashable, Comparable, Sendable {
  let collection: String
  let id: String

  init(_ collection: String, _ id: String) { (self.collection, self.id) = (collection, id) }

  /// What a record says of itself, besides its entries: keys without a collection.
  static let recordFields = ["title", "shortTitle", "asOf"]

  /// The entry that a fact belongs to.
  init?(_ path: FactPath) {
    // Other keys without a collection would be fields of the store, such as a whole collection.
    guard path.tokens.count >= 2,
      !path.tokens[0].isEmpty || EntryKey.recordFields.contains(path.tokens[1])
    else { return nil }
    self.init(path.tokens[0], path.tokens[1])
  }

  var path: FactPath { FactPath(collection, id) }

  static func < (left: EntryKey, right: EntryKey) -> Bool {
    (left.collection, left.id) < (right.collection, right.id)
  }
}

/// The text of a store: its bytes, and what they say.
///
/// Entries are changed by cutting them out of the text and putting others in, so that everything
/// else stays as it was written, byte by byte: unknown fields, entries with faults, a person's own
/// way of setting lines.
struct StoreText: Sendable {
  let document: JSONDocument

  /// The text of a file.
  ///
  /// - Throws: ``RecordFault`` where it is not JSON, or not an object of objects.
  init(_ bytes: [UInt8], file: String) throws {
    document = try JSONDocument(bytes, file: file)
    guard document.root.kind == .object else {
      throw document.root.fault(
        "the store is \(document.root.kindName)", expected: "an object of collections")
    }
  }

  /// The text of a store in which nothing was ever written.
  static func empty(file: String) -> StoreText {
    do {
      return try StoreText(Array("{}\n".utf8), file: file)
    } catch {
      preconditionFailure("an empty object is a store: \(error)")
    }
  }

  var bytes: [UInt8] { document.bytes.array }

  /// The place of an entry's value; nil where there is none.
  func value(of key: EntryKey) -> JSONValue? {
    key.collection.isEmpty ? document.root[key.id] : document.root[key.collection]?[key.id]
  }

  /// An entry; nil where there is none.
  func entry(_ key: EntryKey) -> RecordValue? { value(of: key)?.recordValue }
}

// MARK: Cutting and pasting

extension StoreText {
  /// A change of the text: bytes that take the place of a range.
  private struct Splice {
    let range: Range<Int>
    let bytes: [UInt8]
  }

  /// The text with entries replaced; nil takes one away.
  ///
  /// - Throws: ``RecordFault`` where a collection is not an object, so that nothing can be put in.
  func replacing(_ edits: [EntryKey: RecordValue?]) throws -> [UInt8] {
    var splices: [Splice] = []
    var fields: [(name: String, value: [UInt8]?)] = []
    for (collection, entries) in Dictionary(grouping: edits, by: \.key.collection) {
      let changes = entries.map { (name: $0.key.id, value: $0.value) }
      if collection.isEmpty {
        fields += changes.map { ($0.name, $0.value?.json(level: 1)) }
      } else if let found = document.root[collection], found.kind != .null {
        guard found.kind == .object else {
          throw found.fault("“\(collection)” is \(found.kindName)", expected: "an object")
        }
        let bytes = changes.map { (name: $0.name, value: $0.value?.json(level: 2)) }
        if StoreText.leavesNothing(of: found, after: bytes) {
          fields.append((collection, nil))
        } else {
          splices += splice(bytes, into: found, level: 1)
        }
      } else {
        let made = changes.compactMap { change in change.value.map { (change.name, $0) } }
        guard !made.isEmpty else { continue }
        fields.append((collection, RecordValue.entry(Dictionary(made) { $1 }).json(level: 1)))
      }
    }
    splices += splice(fields, into: document.root, level: 0)
    return applying(splices)
  }

  private static func leavesNothing(
    of object: JSONValue, after changes: [(name: String, value: [UInt8]?)]
  ) -> Bool {
    let gone = Set(changes.filter { $0.value == nil }.map(\.name))
    return changes.allSatisfy { $0.value == nil }
      && object.members.allSatisfy { gone.contains($0.name.string ?? "") }
  }

  private func applying(_ splices: [Splice]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + splices.reduce(0) { $0 + $1.bytes.count })
    var place = 0
    for splice in splices.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[place..<splice.range.lowerBound]
      result += splice.bytes
      place = splice.range.upperBound
    }
    return result + bytes[place...]
  }

  /// The splices that change, add and take away members of an object.
  private func splice(
    _ changes: [(name: String, value: [UInt8]?)], into object: JSONValue, level: Int
  ) -> [Splice] {
    let members = object.members.map { (name: $0.name.string ?? "", key: $0.name, value: $0.value) }
    let places = Dictionary(zip(members.map(\.name), members.indices)) { first, _ in first }
    var splices: [Splice] = []
    var added: [(name: String, value: [UInt8])] = []
    var removed: Set<Int> = []
    for (name, value) in changes {
      switch (places[name], value) {
      case (let place?, let value?):
        splices.append(Splice(range: members[place].value.range, bytes: value))
      case (let place?, nil): removed.insert(place)
      case (nil, let value?): added.append((name, value))
      case (nil, nil): break
      }
    }
    return splices
      + self.splices(
        adding: added.sorted { $0.name < $1.name }, removing: removed, in: object,
        members.map { (name: $0.name, range: $0.key.range.lowerBound..<$0.value.range.upperBound) },
        level: level)
  }

  /// The splices that add members before the first with a later name, and take others away. What
  /// is taken away goes with the space before it; commas are set anew only where one is needed.
  private func splices(
    adding added: [(name: String, value: [UInt8])], removing removed: Set<Int>,
    in object: JSONValue, _ members: [(name: String, range: Range<Int>)], level: Int
  ) -> [Splice] {
    var splices: [Splice] = []
    var added = added[...]
    var hasOneBefore = false
    /// Where the text after the last member that stays begins.
    var end = object.range.lowerBound + 1
    func take(before name: String?) -> [UInt8] {
      var text: [UInt8] = []
      while let next = added.first, name.map({ next.name < $0 }) ?? true {
        added.removeFirst()
        if hasOneBefore { text += ",".utf8 }
        text += RecordValue.lineBreak(level: level + 1)
        RecordValue.append(next.name, to: &text)
        text += ": ".utf8 + next.value
        hasOneBefore = true
      }
      return text
    }
    for (place, member) in members.enumerated() {
      let stays = !removed.contains(place)
      let addition = stays ? take(before: member.name) : []
      if !stays || !addition.isEmpty || place > 0 && removed.contains(place - 1) {
        var text = addition
        if stays, hasOneBefore { text += ",".utf8 }
        let space = start(ofSpaceBefore: member.range.lowerBound)
        if stays { text += bytes[space..<member.range.lowerBound] }
        splices.append(
          Splice(
            range: end..<(stays ? member.range.lowerBound : member.range.upperBound), bytes: text))
      }
      if stays { hasOneBefore = true }
      end = member.range.upperBound
    }
    let rest = take(before: nil)
    let close = object.range.upperBound - 1
    if members.isEmpty, !rest.isEmpty {
      splices.append(
        Splice(range: end..<close, bytes: rest + RecordValue.lineBreak(level: level)))
    } else if !rest.isEmpty {
      splices.append(Splice(range: end..<end, bytes: rest))
    }
    return splices
  }

  private func start(ofSpaceBefore place: Int) -> Int {
    var start = place
    while start > 0, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[start - 1]) { start -= 1 }
    return start
  }
}
