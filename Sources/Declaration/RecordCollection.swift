/// A collection of the record: entries of one kind by their ids.
public enum RecordCollection: String, CaseIterable, Sendable {
  case sources, regions, pillars, packages, countries, meetings, endorsements, commitments, context
  case disputes

  /// One of its entries, in words.
  public var entryName: String {
    switch self {
    case .sources: "a source"
    case .regions: "a region"
    case .pillars: "a pillar"
    case .packages: "an action package"
    case .countries: "a country"
    case .meetings: "a meeting"
    case .endorsements: "an endorsement"
    case .commitments: "a commitment"
    case .context: "a context entry"
    case .disputes: "a dispute"
    }
  }

  /// The fields of an entry, the most asked for first.
  ///
  /// A test holds them against the schema.
  public var fields: [RecordField] {
    switch self {
    case .sources:
      [
        RecordField("title", "Title", .text, isRequired: true),
        RecordField("publisher", "Publisher", .text, isRequired: true),
        RecordField("published", "Published", .period, isRequired: true),
        RecordField("url", "Link", .link), RecordField("note", "Note", .text),
      ]
    case .regions:
      [
        RecordField("name", "Name", .wording, isRequired: true),
        RecordField("order", "Order", .ordinal, isRequired: true),
      ]
    case .pillars: RecordField.ofPillar
    case .packages: RecordField.ofPackage
    case .countries: RecordField.ofCountry
    case .meetings: RecordField.ofMeeting
    case .endorsements:
      [
        RecordField("date", "Date", .period, isRequired: true),
        RecordField("note", "Note", .wording), .sources,
      ]
    case .commitments: RecordField.ofCommitment
    case .context:
      [
        RecordField("date", "Date", .period, isRequired: true),
        RecordField("text", "Text", .wording, isRequired: true),
        RecordField("known", "Known from", .day), .sources,
      ]
    case .disputes:
      [
        RecordField("about", "About", .wording, isRequired: true),
        RecordField("sides", "Side", .list(RecordField.ofSide), isRequired: true),
        RecordField("why", "Why the record shows what it shows", .wording, isRequired: true),
        RecordField("on", "Facts", .facts, isRequired: true),
      ]
    }
  }
}

extension RecordCollection {
  /// The collection and, below a country of a meeting or a package, the fields of what a path leads
  /// to: `/meetings/lima-2022` or `/meetings/lima-2022/attendance/PE`; nil for anything else.
  public static func fields(of entry: FactPath) -> [RecordField]? {
    guard let collection = entry.tokens.first.flatMap(RecordCollection.init) else { return nil }
    switch entry.tokens.count {
    case 2: return collection.fields
    case 4:
      let field = collection.fields.first { $0.name == entry.tokens[2] }
      if case .byCountry(let fields) = field?.kind { return fields }
      return nil
    default: return nil
    }
  }
}

extension FactPath {
  /// The entry that a form changes for a fact: that of a country in a meeting or a package, else the
  /// fact's own; nil for what no form can change.
  public var editable: FactPath? {
    let nested = FactPath(Array(tokens.prefix(4)))
    if nested.tokens.count == 4, RecordCollection.fields(of: nested) != nil { return nested }
    return RecordCollection.fields(of: entry) == nil ? nil : entry
  }
}

extension RecordValue {
  /// A new entry with the lists that every entry of its kind has, as empty as they begin.
  public func withEmptyLists(of path: FactPath) -> RecordValue {
    guard case .entry(var fields) = self else { return self }
    for field in RecordCollection.fields(of: path) ?? [] where fields[field.name] == nil {
      switch field.kind {
      case .list, .wordings: fields[field.name] = .list([])
      case .byCountry: fields[field.name] = .entry([:])
      default: break
      }
    }
    return .entry(fields)
  }
}
