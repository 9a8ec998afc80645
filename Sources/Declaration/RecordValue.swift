/// A value of the record as it is written: what JSON can say, without a place in a file.
///
/// Numbers keep the form in which they were written, so that reading and writing changes nothing.
public indirect enum RecordValue: Hashable, Sendable {
  case null
  case flag(Bool)
  /// A number in JSON's form, such as `4000` or `-12.05`.
  case number(String)
  case text(String)
  case list([RecordValue])
  case entry([String: RecordValue])

  /// The fields of an entry; nil for anything else.
  public var fields: [String: RecordValue]? {
    if case .entry(let fields) = self { fields } else { nil }
  }

  /// The values of a list; nil for anything else.
  public var elements: [RecordValue]? {
    if case .list(let elements) = self { elements } else { nil }
  }

  /// The text of a text; nil for anything else.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// A field of an entry; nil where there is none. Setting nil takes the field away; setting a
  /// field of anything but an entry does nothing.
  public subscript(field: String) -> RecordValue? {
    get { fields?[field] }
    set {
      guard case .entry(var fields) = self else { return }
      fields[field] = newValue
      self = .entry(fields)
    }
  }

  /// The value at the end of a way of fields and places in lists; nil where there is none.
  public func value(at tokens: some Sequence<String>) -> RecordValue? {
    tokens.reduce(self as RecordValue?) { value, token in
      switch value {
      case .entry(let fields): fields[token]
      case .list(let elements):
        Int(token).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      default: nil
      }
    }
  }

  /// The value with another at the end of a way of fields and places in lists; entries on the way
  /// are made where there are none. Nil takes the field or the element away, and nothing is made on
  /// the way to it. In a list the place after the last adds an element.
  public func setting(_ value: RecordValue?, at tokens: some Collection<String>) -> RecordValue {
    guard let field = tokens.first else { return value ?? .null }
    let rest = tokens.dropFirst()
    if case .list(let elements) = self, let place = Int(field) {
      return .list(RecordValue.setting(value, in: elements, at: place, rest))
    }
    var fields = fields ?? [:]
    if rest.isEmpty {
      fields[field] = value
    } else if value != nil || fields[field]?.value(at: rest) != nil {
      fields[field] = (fields[field] ?? .entry([:])).setting(value, at: rest)
    }
    return .entry(fields)
  }

  private static func setting(
    _ value: RecordValue?, in elements: [RecordValue], at place: Int,
    _ rest: some Collection<String>
  ) -> [RecordValue] {
    var elements = elements
    if elements.indices.contains(place) {
      if rest.isEmpty, value == nil {
        elements.remove(at: place)
      } else {
        elements[place] = rest.isEmpty ? value ?? .null : elements[place].setting(value, at: rest)
      }
    } else if place == elements.count, let value {
      elements.append(rest.isEmpty ? value : RecordValue.entry([:]).setting(value, at: rest))
    }
    return elements
  }
}
