#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Strings, and the names of objects.
extension JSONParser {
  mutating func string() throws(JSONFault) {
    let start = place + 1
    var isSimple = true
    place = start
    while true {
      passPlainText(&isSimple)
      guard place < bytes.count else { break }
      switch bytes[place] {
      case UInt8(ascii: "\""):
        if !isSimple { try checkText(in: start..<place) }
        nodes.append(
          JSONDocument.Node(.string, isSimple: isSimple, start: start, length: place - start))
        place += 1
        return
      case UInt8(ascii: "\\"):
        isSimple = false
        try escape()
      default:
        throw JSONFault(
          offset: place, problem: "a control character in a text",
          expectation: "it written as an escape, such as \\n")
      }
    }
    throw JSONFault(
      offset: start - 1, problem: "a text without end", expectation: "a closing quotation mark")
  }

  /// Goes on to the next quotation mark, backslash or control character.
  private mutating func passPlainText(_ isSimple: inout Bool) {
    var beyondASCII: UInt64 = 0
    defer { if beyondASCII != 0 { isSimple = false } }
    while let word = ByteWord(bytes, at: place) {
      let ends =
        word.equal(to: UInt8(ascii: "\"")) | word.equal(to: UInt8(ascii: "\\"))
        | word.below(0x20)
      if let count = ByteWord.bytes(before: ends) {
        beyondASCII |= word.beyondASCII(in: count)
        place += count
        return
      }
      beyondASCII |= word.beyondASCII(in: 8)
      place += 8
    }
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20: return
      case let byte: beyondASCII |= UInt64(byte & 0x80)
      }
      place += 1
    }
  }

  /// Only texts have bytes beyond ASCII.
  func checkText(in range: Range<Int>) throws(JSONFault) {
    if let offset = UTF8Check.firstFault(in: UnsafeBufferPointer(rebasing: bytes[range])) {
      throw JSONFault(
        offset: range.lowerBound + offset, problem: "invalid UTF-8", expectation: "text in UTF-8")
    }
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

  // MARK: Names

  /// So many names are compared each with each.
  private static let fewNames = 12

  /// A name that an object has twice would hide one of the two values.
  func checkForTwins(in object: Int, count: Int) throws(JSONFault) {
    guard count > 1, !namesAscend(in: object) else { return }
    if let twin = count <= JSONParser.fewNames ? twinAmongFew(object) : twin(object, count: count) {
      let text = JSONText.decoded(nodes[twin], in: bytes)
      throw JSONFault(
        offset: nodes[twin].start - 1, problem: "“\(text)” stands here a second time",
        expectation: "each name once")
    }
  }

  /// Whether each name comes after the one before it, as most records are written. Where one does
  /// not, or has escapes or accents, it has to be looked at more closely.
  private func namesAscend(in object: Int) -> Bool {
    nodes.withUnsafeBufferPointer { nodes in
      let end = object + nodes[object].span
      var before = nodes[object + 1]
      var place = object + 2 + nodes[object + 2].span
      guard before.isSimple else { return false }
      while place < end {
        let name = nodes[place]
        guard name.isSimple, isAscending(before, name) else { return false }
        before = name
        place += 1 + nodes[place + 1].span
      }
      return true
    }
  }

  private func isAscending(_ one: JSONDocument.Node, _ other: JSONDocument.Node) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let order = memcmp(base + one.start, base + other.start, min(one.length, other.length))
    return order < 0 || order == 0 && one.length < other.length
  }

  private func twinAmongFew(_ object: Int) -> Int? {
    let end = object + nodes[object].span
    var name = object + 1
    while name < end {
      var earlier = object + 1
      while earlier < name {
        if isSameName(earlier, name) { return name }
        earlier += 1 + nodes[earlier + 1].span
      }
      name += 1 + nodes[name + 1].span
    }
    return nil
  }

  /// The places of names stand in a table by the names' hashes.
  private func twin(_ object: Int, count: Int) -> Int? {
    let size = 1 << (Int.bitWidth - (2 * count).leadingZeroBitCount)
    var table = [UInt32](repeating: 0, count: size)
    let end = object + nodes[object].span
    var name = object + 1
    while name < end {
      var slot = hash(ofName: name) & (size - 1)
      while table[slot] != 0 {
        if isSameName(Int(table[slot]), name) { return name }
        slot = (slot + 1) & (size - 1)
      }
      table[slot] = UInt32(name)
      name += 1 + nodes[name + 1].span
    }
    return nil
  }

  private func isSameName(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (nodes[one], nodes[other])
    guard one.isSimple, other.isSimple else {
      return JSONText.decoded(one, in: bytes) == JSONText.decoded(other, in: bytes)
    }
    guard one.length == other.length, let base = bytes.baseAddress else { return false }
    return memcmp(base + one.start, base + other.start, one.length) == 0
  }

  /// A hash that texts in all of their forms share: of those with escapes or accents, their text's.
  private func hash(ofName name: Int) -> Int {
    let node = nodes[name]
    guard node.isSimple else {
      let text = JSONText.decoded(node, in: bytes)
      return text.utf8.allSatisfy { $0 < 0x80 } ? ByteHash.of(text.utf8) : text.hashValue
    }
    return ByteHash.of(bytes[node.start..<(node.start + node.length)])
  }
}
