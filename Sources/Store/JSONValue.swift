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

  /// Whether it is a text without a character.
  var isEmptyText: Bool { kind == .string && node.length == 0 }

  /// Whether it is a text, written without escapes or accents: its bytes are just what it says.
  var isSimpleText: Bool { kind == .string && node.isSimple }

  /// The bytes of a text between its quotation marks.
  func withTextBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    document.bytes.withUnsafeBytes(in: node.start..<(node.start + node.length), body)
  }

  /// The value of a number, which may be infinite when it is too big; nil for anything else.
  var number: Double? {
    kind == .number ? Double(literal) : nil
  }

  /// What stands in the text: of a number its form, of a text what is between the quotation marks.
  var literal: String {
    let quote = kind == .string ? 1 : 0
    return String(decoding: document.bytes[node.start..<(range.upperBound - quote)], as: UTF8.self)
  }

  /// The bytes that it takes up; of a text with its quotation marks.
  var range: Range<Int> {
    let quote = kind == .string ? 1 : 0
    return (node.start - quote)..<document.end(of: place)
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
  var elements: JSONElements {
    JSONElements(document: document, places: kind == .array ? inside : place..<place)
  }

  /// The names and values of an object, in order; none for anything else.
  var members: JSONMembers {
    JSONMembers(document: document, places: kind == .object ? inside : place..<place)
  }

  private var inside: Range<Int> { (place + 1)..<(place + node.span) }

  /// The value of a name in an object; nil where there is none.
  subscript(name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    return document.place(ofMember: name, in: inside).map {
      JSONValue(document: document, place: $0)
    }
  }

  /// Why a value of a store is no collection; nil where it is one, or nothing.
  func faultOfNoCollection(_ name: String) -> RecordFault? {
    kind == .object || kind == .null
      ? nil : fault("“\(name)” is \(kindName)", expected: "an object of entries by their ids")
  }

  /// The values of an object that stands under a name, by their names; none where there is none.
  func entries(of name: String) -> [(id: String, value: JSONValue)] {
    self[name]?.members.map { ($0.name.string ?? "", $0.value) } ?? []
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
      return Int(token).flatMap { $0 < 0 ? nil : value.elements.dropFirst($0).first }
    }
  }

  /// A fault at this value.
  func fault(_ problem: String, expected: String? = nil) -> RecordFault {
    let quote = kind == .string ? 1 : 0
    return document.fault(at: node.start - quote, problem, expected: expected)
  }
}
