extension RecordField {
  /// The fields that some names lead to among an entry's, and what may stand there: `date`,
  /// `text es`, `agenda 0`, `states 0 since`. A text without a language is the English one.
  ///
  /// - Returns: nil where the names lead nowhere, or to a whole list or entry.
  public static func path(
    _ names: [String], among fields: [RecordField]
  ) -> (tokens: [String], kind: Kind)? {
    guard let name = names.first, let field = fields.first(where: { $0.name == name }) else {
      return nil
    }
    let rest = Array(names.dropFirst())
    switch field.kind {
    case .wording: return wording(rest).map { ([name] + $0, .wording) }
    case .wordings:
      guard let place = rest.first, Int(place) != nil else { return nil }
      return wording(Array(rest.dropFirst())).map { ([name, place] + $0, .wording) }
    case .list(let fields):
      guard let place = rest.first, Int(place) != nil,
        let (tokens, kind) = path(Array(rest.dropFirst()), among: fields)
      else { return nil }
      return ([name, place] + tokens, kind)
    case .byCountry(let fields):
      guard let country = rest.first,
        let (tokens, kind) = path(Array(rest.dropFirst()), among: fields)
      else { return nil }
      return ([name, country] + tokens, kind)
    default: return rest.isEmpty ? ([name], field.kind) : nil
    }
  }

  private static func wording(_ names: [String]) -> [String]? {
    if names.isEmpty { return [Language.en.rawValue] }
    return names.count == 1 && Language(rawValue: names[0]) != nil ? names : nil
  }
}
