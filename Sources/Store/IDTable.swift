#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The ids of a collection, found by the bytes of a JSON text: a record names its sources and
/// countries again and again, and each time a text would be made only to be compared.
final class IDTable {
  private var ids: [String] = []
  /// The place of an id among ``ids`` and one, by its hash; 0 where none is.
  private var slots: [UInt32]
  /// The ids with accents, which have more than one form.
  private var others: Set<String> = []

  /// - Parameter names: the ids, some perhaps twice.
  init(_ names: some Collection<JSONValue>) {
    slots = Array(repeating: 0, count: 1 << (Int.bitWidth - (2 * names.count).leadingZeroBitCount))
    for name in names { add(name.string ?? "") }
  }

  private func add(_ id: String) {
    guard let slot = slot(of: id) else {
      others.insert(id)
      return
    }
    guard slots[slot] == 0 else { return }
    ids.append(id)
    slots[slot] = UInt32(ids.count)
  }

  /// The id that a text of the record is; nil where it is none.
  func id(_ value: JSONValue) -> String? {
    if let slot = value.withSimpleText({ self.slot(of: $0) }) { return id(in: slot) }
    // With escapes it may be the same text.
    guard let text = value.string else { return nil }
    return slot(of: text).map { id(in: $0) } ?? (others.contains(text) ? text : nil)
  }

  /// Whether a text is one of the ids.
  func contains(_ id: String) -> Bool {
    slot(of: id).map { slots[$0] != 0 } ?? others.contains(id)
  }

  private func id(in slot: Int) -> String? {
    slots[slot] == 0 ? nil : ids[Int(slots[slot]) - 1]
  }

  /// The same for a text; nil for one with accents.
  private func slot(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { utf8 in
      utf8.allSatisfy { $0 < 0x80 } ? slot(of: utf8) : nil
    }
  }

  /// Where an id stands, or where it would.
  private func slot(of id: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = ByteHash.of(id) & (slots.count - 1)
    while slots[slot] != 0, !IDTable.isSame(ids[Int(slots[slot]) - 1], id) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  fileprivate static func isSame(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { utf8 in
      guard utf8.count == bytes.count else { return false }
      guard let one = utf8.baseAddress, let other = bytes.baseAddress else { return true }
      return memcmp(one, other, bytes.count) == 0
    } ?? text.utf8.elementsEqual(bytes)
  }
}

extension JSONValue {
  /// Whether it is a text, written without escapes or accents.
  func isText(_ text: String) -> Bool {
    withSimpleText { IDTable.isSame(text, $0) } ?? false
  }

  /// The bytes of a text that are just what it says, without escapes or accents; nil for any other.
  fileprivate func withSimpleText<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    isSimpleText ? withTextBytes(body) : nil
  }
}
