/// What is wrong with a JSON text, and at which byte.
struct JSONFault: Error {
  let offset: Int
  let problem: String
  let expectation: String?
}

/// Reads a JSON text strictly after RFC 8259; a byte order mark before it is allowed.
struct JSONParser {
  /// How deep values may stand in each other.
  static let depthLimit = 128

  let bytes: UnsafeBufferPointer<UInt8>
  var place = 0
  var nodes: [JSONDocument.Node] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func parse() throws(JSONFault) -> [JSONDocument.Node] {
    guard bytes.count < JSONDocument.Node.limit else {
      throw JSONFault(offset: 0, problem: "the file is too big", expectation: "less than 1 GiB")
    }
    // Rarely are there more; what is not used of it takes no memory.
    nodes.reserveCapacity(bytes.count / 8)
    do throws(JSONFault) {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
      try value(depth: 0)
      skipSpace()
      guard place == bytes.count else { throw unexpected("the end of the file") }
      return nodes
    } catch {
      // What is no text at all is told of before anything that seems wrong with it.
      try checkText(in: 0..<bytes.count)
      throw error
    }
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONFault) {
    // A space follows the colon in most texts.
    if peek == 0x20 { place += 1 }
    if let byte = peek, byte <= 0x20 { skipSpace() }
    guard place < bytes.count else { throw unexpected("a value") }
    switch bytes[place] {
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true", .true)
    case UInt8(ascii: "f"): try word("false", .false)
    case UInt8(ascii: "n"): try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: throw unexpected("a value")
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) {
    let node = try open(.object, depth: depth)
    var count = 0
    while try !close(UInt8(ascii: "}"), isFirst: count == 0) {
      guard peek == UInt8(ascii: "\"") else { throw unexpected("a name in quotation marks") }
      try string()
      if peek != UInt8(ascii: ":") { skipSpace() }
      guard peek == UInt8(ascii: ":") else { throw unexpected("a colon") }
      place += 1
      try value(depth: depth + 1)
      count += 1
    }
    finish(node)
    try checkForTwins(in: node, count: count)
  }

  private mutating func array(depth: Int) throws(JSONFault) {
    let node = try open(.array, depth: depth)
    var isFirst = true
    while try !close(UInt8(ascii: "]"), isFirst: isFirst) {
      try value(depth: depth + 1)
      isFirst = false
    }
    finish(node)
  }

  private mutating func open(_ kind: JSONDocument.Kind, depth: Int) throws(JSONFault) -> Int {
    guard depth < JSONParser.depthLimit else {
      throw JSONFault(
        offset: place, problem: "values are nested too deep",
        expectation: "at most \(JSONParser.depthLimit) levels")
    }
    nodes.append(JSONDocument.Node(kind, start: place))
    place += 1
    return nodes.count - 1
  }

  /// Whether the list ends here; otherwise goes past the comma and on to what follows it.
  private mutating func close(_ bracket: UInt8, isFirst: Bool) throws(JSONFault) -> Bool {
    if isFirst || peek != UInt8(ascii: ",") { skipSpace() }
    if peek == bracket {
      place += 1
      return true
    }
    if isFirst { return false }
    guard peek == UInt8(ascii: ",") else {
      throw unexpected("a comma or “\(Character(Unicode.Scalar(bracket)))”")
    }
    place += 1
    skipSpace()
    if peek == bracket { throw unexpected("another entry after the comma") }
    return false
  }

  private mutating func finish(_ node: Int) {
    let open = nodes[node]
    nodes[node] = JSONDocument.Node(
      open.kind, start: open.start, length: nodes.count - node - 1)
  }

  private mutating func word(_ word: StaticString, _ kind: JSONDocument.Kind) throws(JSONFault) {
    let end = place + word.utf8CodeUnitCount
    guard end <= bytes.count,
      (place..<end).allSatisfy({ bytes[$0] == word.utf8Start[$0 - place] })
    else { throw unexpected("a value") }
    add(kind, from: place, to: end)
    place = end
  }

  private mutating func add(_ kind: JSONDocument.Kind, from start: Int, to end: Int) {
    nodes.append(JSONDocument.Node(kind, start: start, length: end - start))
  }

  private mutating func number() throws(JSONFault) {
    let start = place
    if peek == UInt8(ascii: "-") { place += 1 }
    if peek == UInt8(ascii: "0") {
      place += 1
    } else {
      try digits()
    }
    if peek == UInt8(ascii: ".") {
      place += 1
      try digits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      place += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { place += 1 }
      try digits()
    }
    add(.number, from: start, to: place)
  }

  private mutating func digits() throws(JSONFault) {
    guard JSONParser.isDigit(peek) else { throw unexpected("a digit") }
    while JSONParser.isDigit(peek) { place += 1 }
  }

  // MARK: Bytes

  var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x0A:
        place += 1
        // What follows is the margin of most texts.
        while let word = ByteWord(bytes, at: place) {
          let count = word.count(ofLeading: 0x20)
          place += count
          if count < 8 { break }
        }
      case 0x20, 0x0D, 0x09: place += 1
      default: return
      }
    }
  }

  private static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  private func unexpected(_ expectation: String) -> JSONFault {
    guard let byte = peek else {
      return JSONFault(
        offset: place, problem: place == 0 ? "the file is empty" : "the file ends too early",
        expectation: expectation)
    }
    let text = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self)
    let character = byte < 0x20 ? "a control character" : "“\(text.first ?? " ")”"
    return JSONFault(offset: place, problem: "\(character) out of place", expectation: expectation)
  }
}
