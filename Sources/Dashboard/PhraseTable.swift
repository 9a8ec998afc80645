/// The embedded texts of a language, looked up where they lie: nothing is read before it is asked
/// for, because every start in another language would wait for it.
///
/// The texts are a JSON object with its names sorted and one on a line, as the tests have seen it.
struct PhraseTable: Sendable {
  // Part of the program's own bytes: nobody writes to them.
  nonisolated(unsafe) private let bytes: UnsafeRawBufferPointer
  /// Where each name's quotation mark stands.
  private let starts: [Int32]

  /// - Parameter bytes: a JSON object of texts, and of objects of texts by their forms.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    var starts: [Int32] = []
    starts.reserveCapacity(bytes.count / 64)
    var place = 0
    while let line = PhraseTable.nextLine(in: bytes, after: place) {
      if bytes[line...].starts(with: PhraseTable.indent) { starts.append(Int32(line + 2)) }
      place = line
    }
    self.starts = starts
  }

  init() { (bytes, starts) = (UnsafeRawBufferPointer(start: nil, count: 0), []) }

  private static let indent = Array("  \"".utf8)
  private static let deepIndent = Array("    \"".utf8)

  /// The text under a name; a form stands under the name, a bar and the form.
  subscript(key: String) -> String? {
    if let end = find(key[...]) { return text(after: end) }
    guard let bar = key.lastIndex(of: "|"), let end = find(key[..<bar]) else { return nil }
    let form = key[key.index(after: bar)...]
    return forms(after: end).first { $0.form == form }?.text
  }

  /// Every text with its name.
  var all: [String: String] {
    var all: [String: String] = [:]
    for start in starts {
      let (name, end) = string(at: Int(start))
      if let text = text(after: end) { all[name] = text }
      for (form, text) in forms(after: end) { all["\(name)|\(form)"] = text }
    }
    return all
  }

  // MARK: Looking up

  /// Where a name ends.
  private func find(_ name: Substring) -> Int? {
    var name = name
    return name.withUTF8 { wanted in
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        let (order, end) = compare(Int(starts[middle]), with: wanted)
        if order == 0 { return end }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  /// How the string at a quotation mark stands to another, and where it ends if it is the same.
  private func compare(
    _ start: Int, with wanted: UnsafeBufferPointer<UInt8>
  ) -> (order: Int, end: Int) {
    var place = start + 1
    for byte in wanted {
      if bytes[place] == PhraseTable.quote { return (-1, place) }
      if bytes[place] == PhraseTable.backslash { place += 1 }
      let order = Int(bytes[place]) - Int(byte)
      if order != 0 { return (order, place) }
      place += 1
    }
    return (bytes[place] == PhraseTable.quote ? 0 : 1, place + 1)
  }

  /// The text after a name, a colon and a space; nil where forms stand there.
  private func text(after end: Int) -> String? {
    bytes[end + 2] == PhraseTable.quote ? string(at: end + 2).text : nil
  }

  private func forms(after end: Int) -> [(form: String, text: String)] {
    guard bytes[end + 2] == UInt8(ascii: "{") else { return [] }
    var forms: [(form: String, text: String)] = []
    var place = end
    while let line = PhraseTable.nextLine(in: bytes, after: place),
      bytes[line...].starts(with: PhraseTable.deepIndent)
    {
      let (form, end) = string(at: line + 4)
      forms.append((form, string(at: end + 2).text))
      place = line
    }
    return forms
  }

  // MARK: Strings

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func nextLine(in bytes: UnsafeRawBufferPointer, after place: Int) -> Int? {
    guard place < bytes.count else { return nil }
    return bytes[place...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
  }

  /// The string at a quotation mark, and what stands after it; quotation marks and backslashes may be
  /// escaped, nothing else is.
  private func string(at start: Int) -> (text: String, end: Int) {
    var place = start + 1
    var plain: [UInt8] = []
    while place < bytes.count, bytes[place] != PhraseTable.quote {
      if bytes[place] == PhraseTable.backslash { place += 1 }
      plain.append(bytes[place])
      place += 1
    }
    return (String(decoding: plain, as: UTF8.self), place + 1)
  }
}
