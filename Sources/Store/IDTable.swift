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
  /// The ids with escapes or accents, which have more than one form.
  private var others: Set<String> = []

  /// - Parameter names: the ids, some perhaps twice.
  init(_ names: some Collection<JSONValue>) {
    slots = Array(repeating: 0, count: 1 << (Int.bitWidth - (2 * names.count).leadingZeroBitCount))
    for name in names { add(name) }
  }

  private func add(_ name: JSONValue) {
    guard let text = name.string else { return }
    guard let slot = name.withSimpleText({ self.slot(of: $0) }) else {
      others.insert(text)
      return
    }
    guard slots[slot] == 0 else { return }
    ids.append(text)
    slots[slot] = UInt32(ids.count)
  }

  /// The id that a text of the record is; nil where it is none.
  func id(_ value: JSONValue) -> String? {
    guard let slot = value.withSimpleText({ self.slot(of: $0) }) else {
      return value.string.flatMap { others.contains($0) ? $0 : nil }
    }
    return slots[slot] == 0 ? nil : ids[Int(slots[slot]) - 1]
  }

  /// Whether a text is one of the ids.
  func contains(_ id: String) -> Bool {
    var id = id
    let place = id.withUTF8 { bytes in slot(of: bytes) }
    return slots[place] != 0 || others.contains(id)
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
    let node = document.nodes[place]
    guard node.kind == .string, node.isSimple else { return nil }
    return document.bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[node.start..<(node.start + node.length)]))
    }
  }
}
