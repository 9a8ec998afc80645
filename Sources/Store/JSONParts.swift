#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The values of a list, found as they are gone through.
struct JSONElements: Collection {
  let document: JSONDocument
  /// The places of the document's nodes that stand in the list.
  let places: Range<Int>

  var startIndex: Int { places.lowerBound }
  var endIndex: Int { places.upperBound }
  func index(after place: Int) -> Int { place + document.nodes[place].span }
  subscript(place: Int) -> JSONValue { JSONValue(document: document, place: place) }
}

/// The names and values of an object, found as they are gone through.
struct JSONMembers: Collection {
  let document: JSONDocument
  /// The places of the document's nodes that stand in the object.
  let places: Range<Int>

  var startIndex: Int { places.lowerBound }
  var endIndex: Int { places.upperBound }
  func index(after place: Int) -> Int { place + 1 + document.nodes[place + 1].span }
  subscript(place: Int) -> (name: JSONValue, value: JSONValue) {
    (
      JSONValue(document: document, place: place),
      JSONValue(document: document, place: place + 1)
    )
  }
}

extension JSONDocument {
  /// The byte after a value. Objects and lists do not note theirs: it is after their last value.
  func end(of place: Int) -> Int {
    let node = nodes[place]
    switch node.kind {
    case .string: return node.start + node.length + 1
    case .number, .true, .false, .null: return node.start + node.length
    case .object, .array:
      var (child, end) = (place + 1, node.start + 1)
      while child < place + node.span {
        let next = child + nodes[child].span
        if next == place + node.span { end = self.end(of: child) }
        child = next
      }
      // Only space stands between the last value and the bracket.
      return (bytes[end...].firstIndex { $0 > 0x20 } ?? bytes.count - 1) + 1
    }
  }

  /// The value of a name among the members of an object.
  func place(ofMember name: String, in places: Range<Int>) -> Int? {
    var name = name
    return name.withUTF8 { name in
      nodes.withUnsafeBufferPointer { nodes in
        bytes.withUnsafeBufferPointer { bytes in
          var place = places.lowerBound
          while place < places.upperBound {
            if JSONText.isSame(nodes[place], name, in: bytes) { return place + 1 }
            place += 1 + nodes[place + 1].span
          }
          return nil
        }
      }
    }
  }
}

extension JSONText {
  /// Whether a string of a document is a text. Letters with accents are the same in either of their
  /// forms, as they are in dictionaries.
  static func isSame(
    _ node: JSONDocument.Node, _ text: UnsafeBufferPointer<UInt8>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if node.isSimple {
      guard node.length == text.count else { return false }
      guard let one = bytes.baseAddress, let other = text.baseAddress else { return true }
      return memcmp(one + node.start, other, text.count) == 0
    }
    return decoded(node, in: bytes) == String(decoding: text, as: UTF8.self)
  }
}
