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

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var nodes: [JSONDocument.Node] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func parse() throws(JSONFault) -> [JSONDocument.Node] {
    guard bytes.count < UInt32.max else {
      throw JSONFault(offset: 0, problem: "the file is too big", expectation: "less than 4 GiB")
    }
    if let offset = UTF8Check.firstFault(in: bytes) {
      throw JSONFault(offset: offset, problem: "invalid UTF-8", expectation: "text in UTF-8")
    }
    nodes.reserveCapacity(bytes.count / 16)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    try value(depth: 0)
    skipSpace()
    guard place == bytes.count else { throw unexpected("the end of the file") }
    return nodes
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONFault) {
    skipSpace()
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
    var names: [Int] = []
    var isFirst = true
    while try !close(UInt8(ascii: "}"), isFirst: isFirst) {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw unexpected("a name in quotation marks") }
      names.append(nodes.count)
      try string()
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw unexpected("a colon") }
      place += 1
      try value(depth: depth + 1)
      isFirst = false
    }
    finish(node)
    try checkForTwins(names)
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
    nodes.append(JSONDocument.Node(kind: kind, start: UInt32(place)))
    place += 1
    return nodes.count - 1
  }

  /// Whether the list ends here; otherwise goes past the comma.
  private mutating func close(_ bracket: UInt8, isFirst: Bool) throws(JSONFault) -> Bool {
    skipSpace()
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
    nodes[node].end = UInt32(place)
    nodes[node].next = UInt32(nodes.count)
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
    nodes.append(
      JSONDocument.Node(
        kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
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

  // MARK: Strings

  private mutating func string() throws(JSONFault) {
    let start = place + 1
    var isEscaped = false
    place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        add(.string, from: start, to: place)
        nodes[nodes.count - 1].isEscaped = isEscaped
        place += 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        try escape()
      } else if byte < 0x20 {
        throw JSONFault(
          offset: place, problem: "a control character in a text",
          expectation: "it written as an escape, such as \\n")
      } else {
        place += 1
      }
    }
    throw JSONFault(
      offset: start - 1, problem: "a text without end", expectation: "a closing quotation mark")
  }

  private mutating func escape() throws(JSONFault) {
    let start = place
    place += 1
    switch peek {
    case UInt8(ascii: "u"):
      let unit = try hexUnit(from: start)
      if UTF16.isLeadSurrogate(unit) {
        guard peek == UInt8(ascii: "\\"), place + 1 < bytes.count,
          bytes[place + 1] == UInt8(ascii: "u")
        else { throw loneSurrogate(start) }
        place += 1
        guard UTF16.isTrailSurrogate(try hexUnit(from: start)) else { throw loneSurrogate(start) }
      } else if UTF16.isTrailSurrogate(unit) {
        throw loneSurrogate(start)
      }
    case .some(let byte) where "\"\\/bfnrt".utf8.contains(byte):
      place += 1
    default:
      throw JSONFault(
        offset: start, problem: "an unknown escape",
        expectation: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
  }

  /// The four digits after the `u` that is next.
  private mutating func hexUnit(from start: Int) throws(JSONFault) -> UInt16 {
    place += 1
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = peek.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw JSONFault(
          offset: start, problem: "an unknown escape", expectation: "four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      place += 1
    }
    return unit
  }

  private func loneSurrogate(_ offset: Int) -> JSONFault {
    JSONFault(
      offset: offset, problem: "half of a surrogate pair", expectation: "both halves as escapes")
  }

  /// A name that an object has twice would hide one of the two values.
  private func checkForTwins(_ names: [Int]) throws(JSONFault) {
    guard names.count > 1 else { return }
    var seen = Set<String>(minimumCapacity: names.count)
    for name in names {
      let text = JSONText.decoded(nodes[name], in: bytes)
      guard seen.insert(text).inserted else {
        throw JSONFault(
          offset: Int(nodes[name].start) - 1, problem: "“\(text)” stands here a second time",
          expectation: "each name once")
      }
    }
  }

  // MARK: Bytes

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
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
