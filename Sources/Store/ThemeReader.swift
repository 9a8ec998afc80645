/// Reads the file of a theme, and finds everything in it that is not as it should be.
struct ThemeReader {
  /// The names of the parts of the screen.
  let parts: [String]
  private var faults: [RecordFault] = []

  init(parts: [String]) { self.parts = parts }

  /// Lays what a file says over the theme that it extends.
  ///
  /// - Parameter extended: finds a theme that is named in the file.
  /// - Throws: ``RecordFaults`` with every fault, or what `extended` throws.
  static func read(
    _ bytes: [UInt8], name: String, file: String, parts: [String],
    extended: (_ name: String, _ place: JSONValue) throws -> StoredTheme
  ) throws -> StoredTheme {
    let root = try Edition.document(bytes, file: file).root
    var reader = ThemeReader(parts: parts)
    let text = reader.text(in: root)
    let base = try text.extends.map { try extended($0.string ?? "", $0) }
    let theme = reader.theme(name, about: text.about, root["looks"], over: base)
    guard reader.faults.isEmpty else { throw RecordFaults(faults: reader.faults) }
    return theme
  }

  private mutating func wrong(_ value: JSONValue, _ problem: String, expected: String) {
    faults.append(value.fault(problem, expected: expected))
  }

  /// What stands beside the looks.
  private mutating func text(in root: JSONValue) -> (about: String?, extends: JSONValue?) {
    guard root.kind == .object else {
      wrong(root, "a theme is \(root.kindName)", expected: "an object with “looks”")
      return (nil, nil)
    }
    for (name, value) in root.members {
      switch name.string {
      case "about", "extends":
        if value.string?.isEmpty ?? true {
          let shown = value.kind == .string ? "empty" : value.kindName
          wrong(
            value, "“\(name.literal)” is \(shown)", expected: "a text that is not empty")
        }
      case "looks": break
      default:
        wrong(
          name, "a theme has no “\(name.literal)”", expected: "“about”, “extends” or “looks”")
      }
    }
    let extends = root["extends"].flatMap { $0.string?.isEmpty ?? true ? nil : $0 }
    return (root["about"]?.string, extends)
  }

  private mutating func theme(
    _ name: String, about: String?, _ looks: JSONValue?, over base: StoredTheme?
  ) -> StoredTheme {
    var theme = StoredTheme(name: name)
    if let base {
      (theme.looks, theme.fewColours) = (base.looks, base.fewColours)
      theme.about = "As \(base.name), changed"
    }
    theme.about = about ?? theme.about
    guard let looks else { return theme }
    guard looks.kind == .object else {
      wrong(looks, "“looks” is \(looks.kindName)", expected: "an object")
      return theme
    }
    for (part, value) in looks.members {
      guard let name = part.string, parts.contains(name) else {
        wrong(
          part, "no part of the screen is called “\(part.literal)”",
          expected: "one of \(parts.joined(separator: ", "))")
        continue
      }
      theme.looks[name] = look(value, of: name, hasFew: true)
      theme.fewColours[name] = value["few"].map { look($0, of: name, hasFew: false) }
    }
    return theme
  }

  private mutating func look(_ value: JSONValue, of part: String, hasFew: Bool) -> StoredLook {
    var look = StoredLook()
    guard value.kind == .object else {
      wrong(value, "the look of “\(part)” is \(value.kindName)", expected: "an object")
      return look
    }
    for (name, value) in value.members {
      switch name.string {
      case "fg": look.foreground = colour(value, "fg", of: part)
      case "bg": look.background = colour(value, "bg", of: part)
      case "bold": look.isBold = flag(value, "bold", of: part)
      case "dim": look.isDim = flag(value, "dim", of: part)
      case "underline": look.isUnderlined = flag(value, "underline", of: part)
      case "reverse": look.isReversed = flag(value, "reverse", of: part)
      case "few" where hasFew: break
      default:
        wrong(
          name, "a look has no “\(name.literal)”",
          expected: "“fg”, “bg”, “bold”, “dim”, “underline”, “reverse”"
            + (hasFew ? " or “few”" : ""))
      }
    }
    return look
  }

  private mutating func colour(
    _ value: JSONValue, _ field: String, of part: String
  ) -> StoredColour? {
    let colour = StoredColour(value)
    if colour == nil {
      let shown = value.kind == .string ? "“\(value.literal)”" : value.literal
      wrong(value, "“\(field)” of “\(part)” is \(shown)", expected: StoredColour.expectation)
    }
    return colour
  }

  private mutating func flag(_ value: JSONValue, _ field: String, of part: String) -> Bool {
    if value.bool == nil {
      wrong(value, "“\(field)” of “\(part)” is \(value.kindName)", expected: "true or false")
    }
    return value.bool ?? false
  }
}
