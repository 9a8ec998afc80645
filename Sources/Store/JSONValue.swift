/// A value of a JSON document.
struct JSONValue {
  let document: JSONDocument
  /// Its place among the document's nodes.
  let place: Int

  private var node: JSONDocument.Node { document.nodes[place] }

  var kind: JSONDocument.Kind { node.kind }

  /// What it is, in a word that people use.
  var kindName: String {
    switch kind {
    case .object: "an object"
    case .array: "a list"
    case .string: "a text"
    case .number: "a number"
    case .true, .false: "true or false"
    case .null: "null"
    }
  }

  /// The text of a string; nil for anything else.
  var string: String? {
    guard kind == .string else { return nil }
    return document.bytes.withUnsafeBufferPointer { JSONText.decoded(node, in: $0) }
  }

  /// The value of a number, which may be infinite when it is too big; nil for anything else.
  var number: Double? {
    kind == .number ? Double(literal) : nil
  }

  /// What stands in the text: of a number its form, of a text what is between the quotation marks.
  var literal: String {
    String(decoding: document.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
  }

  /// The bytes that it takes up; of a text with its quotation marks.
  var range: Range<Int> {
    let quote = kind == .string ? 1 : 0
    return (Int(node.start) - quote)..<(Int(node.end) + quote)
  }

  /// True or false; nil for anything else.
  var bool: Bool? {
    switch kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The values of a list, in order; none for anything else.
  var elements: [JSONValue] {
    guard kind == .array else { return [] }
    var elements: [JSONValue] = []
    var place = place + 1
    while place < node.next {
      elements.append(JSONValue(document: document, place: place))
      place = Int(document.nodes[place].next)
    }
    return elements
  }

  /// The names and values of an object, in order; none for anything else.
  var members: [(name: JSONValue, value: JSONValue)] {
    guard kind == .object else { return [] }
    var members: [(name: JSONValue, value: JSONValue)] = []
    var place = place + 1
    while place < node.next {
      let value = JSONValue(document: document, place: place + 1)
      members.append((JSONValue(document: document, place: place), value))
      place = Int(value.node.next)
    }
    return members
  }

  /// The value of a name in an object; nil where there is none.
  subscript(name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    var place = place + 1
    while place < node.next {
      let value = JSONValue(document: document, place: place + 1)
      if document.isString(at: place, name) { return value }
      place = Int(value.node.next)
    }
    return nil
  }

  /// Why a value of a store is no collection; nil where it is one, or nothing.
  func faultOfNoCollection(_ name: String) -> RecordFault? {
    kind == .object || kind == .null
      ? nil : fault("“\(name)” is \(kindName)", expected: "an object of entries by their ids")
  }

  /// The values of an object that stands under a name, by their names; none where there is none.
  func entries(of name: String) -> [(id: String, value: JSONValue)] {
    (self[name]?.members ?? []).map { ($0.name.string ?? "", $0.value) }
  }

  /// The values of some names in an object: one look at all of it, or at each name where the names
  /// are few.
  func members(named names: Set<String>) -> [String: JSONValue] {
    guard names.count > 8 else {
      return Dictionary(
        uniqueKeysWithValues: names.compactMap { name in
          self[name].map { (name, $0) }
        })
    }
    var found: [String: JSONValue] = [:]
    for (name, value) in members {
      guard let text = name.string, names.contains(text), found[text] == nil else { continue }
      found[text] = value
    }
    return found
  }

  /// A value by its JSON pointer (RFC 6901), taken apart into tokens.
  func value(at tokens: some Sequence<String>) -> JSONValue? {
    tokens.reduce(self as JSONValue?) { value, token in
      guard let value else { return nil }
      guard value.kind == .array else { return value[token] }
      let elements = value.elements
      return Int(token).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
    }
  }

  /// A fault at this value.
  func fault(_ problem: String, expected: String? = nil) -> RecordFault {
    let quote = kind == .string ? 1 : 0
    return document.fault(at: Int(node.start) - quote, problem, expected: expected)
  }
}

extension JSONDocument {
  fileprivate func isString(at place: Int, _ text: String) -> Bool {
    let node = nodes[place]
    if node.isEscaped { return JSONValue(document: self, place: place).string == text }
    var text = text
    let (isSame, isPlain) = text.withUTF8 { wanted in
      bytes.withUnsafeBufferPointer { all in
        let found = all[Int(node.start)..<Int(node.end)]
        let isSame = wanted.count == found.count && wanted.elementsEqual(found)
        return (isSame, isSame || found.allSatisfy { $0 < 0x80 })
      }
    }
    // Letters with accents are the same in either of their forms, as they are in dictionaries.
    return isSame || !isPlain && JSONValue(document: self, place: place).string == text
  }
}
