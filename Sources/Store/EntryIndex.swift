import Declaration

/// Finds entries by their ids without reading past all the others each time.
struct EntryIndex {
  private let root: JSONValue
  /// Collections whose names stand in order, as this program writes them: they are searched as they
  /// stand. Nil for others.
  private var sorted: [String: [SortedMembers.Member]?] = [:]
  private var collections: [String: [String: JSONValue]] = [:]

  init(_ root: JSONValue) { self.root = root }

  mutating func value(of key: EntryKey) -> JSONValue? {
    if key.collection.isEmpty { return root[key.id] }
    if let members = members(of: key.collection) { return SortedMembers.find(key.id, in: members) }
    return entries(of: key.collection)[key.id]
  }

  mutating func ids(of collection: String) -> Set<String> { Set(entries(of: collection).keys) }

  private mutating func members(of collection: String) -> [SortedMembers.Member]? {
    if let found = sorted[collection] { return found }
    let members = root[collection].flatMap(SortedMembers.of)
    sorted[collection] = .some(members)
    return members
  }

  private mutating func entries(of collection: String) -> [String: JSONValue] {
    if let found = collections[collection] { return found }
    let entries = Dictionary(root.entries(of: collection).map { ($0.id, $0.value) }) { first, _ in
      first
    }
    collections[collection] = entries
    return entries
  }
}

/// The members of an object whose names stand in the order of their bytes.
enum SortedMembers {
  typealias Member = (name: JSONValue, value: JSONValue)

  /// The members; nil where they stand in no order, or where a name is written with escapes or with
  /// letters that can be written in more than one way.
  static func of(_ object: JSONValue) -> [Member]? {
    let members = Array(object.members)
    for (place, member) in members.enumerated() {
      guard member.name.isSimpleText,
        place == 0 || isBefore(members[place - 1].name, member.name)
      else { return nil }
    }
    return members
  }

  static func find(_ id: String, in members: [Member]) -> JSONValue? {
    let wanted = Array(id.utf8)
    let place = members.partitioningIndex { member in
      member.name.withTextBytes { !$0.lexicographicallyPrecedes(wanted) }
    }
    guard place < members.count,
      members[place].name.withTextBytes({ $0.elementsEqual(wanted) })
    else { return nil }
    return members[place].value
  }

  static func isBefore(_ one: JSONValue, _ other: JSONValue) -> Bool {
    one.withTextBytes { bytes in
      other.withTextBytes { bytes.lexicographicallyPrecedes($0) }
    }
  }
}

extension JSONValue {
  /// The members that differ from those of an earlier version of the object, by their names; nil
  /// where either stands in no order.
  static func changedNames(from old: JSONValue?, to new: JSONValue?) -> [String]? {
    guard let before = old.map(SortedMembers.of) ?? [], let after = new.map(SortedMembers.of) ?? []
    else { return nil }
    var changed: [String] = []
    var place = 0
    for member in after {
      while place < before.count, SortedMembers.isBefore(before[place].name, member.name) {
        changed.append(before[place].name.string ?? "")
        place += 1
      }
      let isKnown =
        place < before.count && !SortedMembers.isBefore(member.name, before[place].name)
      if !isKnown || !StoreSide.isSame(before[place].value, member.value) {
        changed.append(member.name.string ?? "")
      }
      if isKnown { place += 1 }
    }
    return changed + before[place...].map { $0.name.string ?? "" }
  }
}
