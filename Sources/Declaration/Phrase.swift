/// Words of the interface as they stand in the source: in English, with a name for everything that
/// is put into them. The English with the names in place is what other languages are kept under, so
/// there are no keys that could be wrong.
public struct Phrase: ExpressibleByStringInterpolation, Hashable, Sendable {
  /// Something that is put into the words.
  public struct Part: Hashable, Sendable {
    /// What translations call it.
    public let name: String
    /// What stands in its place.
    public let text: String

    /// Something that is put into the words.
    public init(name: String, text: String) { (self.name, self.text) = (name, text) }
  }

  /// The English with the names of its parts: `Due {day}: {text}`.
  public let key: String
  /// The English with everything in its place.
  public let english: String
  /// What was put in.
  public let parts: [Part]

  /// Words without anything put in.
  public init(stringLiteral value: String) { (key, english, parts) = (value, value, []) }

  /// Words with something put in.
  public init(stringInterpolation words: StringInterpolation) {
    (key, english, parts) = (words.key, words.english, words.parts)
  }

  /// Collects the words and what is put into them. There are few names, so that translators meet
  /// the same ones again.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var key = ""
    fileprivate var english = ""
    fileprivate var parts: [Part] = []

    /// Room for words.
    public init(literalCapacity: Int, interpolationCount: Int) {
      key.reserveCapacity(literalCapacity + 8 * interpolationCount)
      english.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Words of the phrase itself.
    public mutating func appendLiteral(_ literal: String) {
      key += literal
      english += literal
    }

    private mutating func add(_ name: String, _ text: String) {
      key += "{\(name)}"
      english += text
      parts.append(Part(name: name, text: text))
    }

    /// How many there are.
    public mutating func appendInterpolation(count: Int) { add("count", "\(count)") }
    /// Of how many.
    public mutating func appendInterpolation(total: Int) { add("total", "\(total)") }
    /// The number of a pillar, a package, a side or a line.
    public mutating func appendInterpolation(number: Int) { add("number", "\(number)") }
    /// Numbers in a row.
    public mutating func appendInterpolation(numbers: String) { add("numbers", numbers) }
    /// A figure as it is written, or how many there are in words.
    public mutating func appendInterpolation(figure: String) { add("figure", figure) }
    /// A day or a period.
    public mutating func appendInterpolation(day: String) { add("day", day) }
    /// The first of two days.
    public mutating func appendInterpolation(first: String) { add("first", first) }
    /// The last of two days.
    public mutating func appendInterpolation(last: String) { add("last", last) }
    /// How far ahead something is.
    public mutating func appendInterpolation(countdown: String) { add("countdown", countdown) }
    /// A country by its name.
    public mutating func appendInterpolation(country: String) { add("country", country) }
    /// A meeting by its title or its place and day.
    public mutating func appendInterpolation(meeting: String) { add("meeting", meeting) }
    /// A place.
    public mutating func appendInterpolation(place: String) { add("place", place) }
    /// What something is called.
    public mutating func appendInterpolation(name: String) { add("name", name) }
    /// A title.
    public mutating func appendInterpolation(title: String) { add("title", title) }
    /// A status or state in a word.
    public mutating func appendInterpolation(status: String) { add("status", status) }
    /// Any text.
    public mutating func appendInterpolation(text: String) { add("text", text) }
    /// What was typed.
    public mutating func appendInterpolation(typed: String) { add("typed", typed) }
    /// Several things in a row.
    public mutating func appendInterpolation(list: String) { add("list", list) }
    /// The key to press.
    public mutating func appendInterpolation(key: String) { add("key", key) }
    /// Another key.
    public mutating func appendInterpolation(other: String) { add("other", other) }
    /// Why something is so.
    public mutating func appendInterpolation(reason: String) { add("reason", reason) }
    /// A file by its name.
    public mutating func appendInterpolation(file: String) { add("file", file) }
  }
}
