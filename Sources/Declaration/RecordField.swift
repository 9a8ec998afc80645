/// A field of an entry of the record: what it is called and what may stand in it.
public struct RecordField: Hashable, Sendable {
  /// What may stand in a field.
  public indirect enum Kind: Hashable, Sendable {
    case text
    /// An address that begins with https:// or http://.
    case link
    /// Text in up to four languages; English has to be there.
    case wording
    /// A list of texts in up to four languages.
    case wordings
    case day, period
    /// A time of the day, such as 09:30.
    case time
    /// An offset from UTC, such as -05:00.
    case offset
    /// Degrees, from minus the limit to the limit.
    case degrees(limit: Double)
    /// A number that is not negative.
    case amount
    /// A whole number from 1 on.
    case ordinal
    case flag
    case choice([String])
    /// A code of so many capitals or digits.
    case code(length: Int, isDigits: Bool)
    /// The id of an entry of another collection.
    case reference(RecordCollection)
    /// Ids of sources, at least one, each once.
    case sources
    /// JSON pointers to facts of the record.
    case facts
    /// Entries in order.
    case list([RecordField])
    /// Entries by country, each edited for itself.
    case byCountry([RecordField])
  }

  /// Its name in the record, such as `announced`.
  public let name: String
  /// What people read.
  public let label: String
  /// What may stand in it.
  public let kind: Kind
  /// Whether an entry can't do without it.
  public let isRequired: Bool

  /// A field.
  public init(_ name: String, _ label: String, _ kind: Kind, isRequired: Bool = false) {
    (self.name, self.label, self.kind, self.isRequired) = (name, label, kind, isRequired)
  }

  /// Whether it holds entries by country, each edited for itself.
  public var isByCountry: Bool {
    if case .byCountry = kind { true } else { false }
  }

  /// The sources that a fact rests on.
  public static let sources = RecordField("sources", "Sources", .sources, isRequired: true)

  static let ofPillar = [
    RecordField("title", "Title", .wording, isRequired: true),
    RecordField("long", "Title in full", .wording, isRequired: true),
    RecordField("number", "Number", .ordinal, isRequired: true),
    RecordField(
      "aims", "Aim", .list([RecordField("text", "Text", .wording, isRequired: true), .sources])),
    RecordField("note", "Note", .wording), .sources,
  ]

  static let ofPackage = [
    RecordField("title", "Title", .wording),
    RecordField("number", "Number", .ordinal, isRequired: true),
    RecordField("pillar", "Pillar", .reference(.pillars), isRequired: true),
    RecordField("identified", "Identified", .period, isRequired: true),
    RecordField("complete", "Members are complete", .flag, isRequired: true),
    RecordField("note", "Note", .wording), .sources,
    RecordField(
      "members", "Member",
      .byCountry([
        RecordField(
          "role", "Role", .choice(ActionPackage.Role.allCases.map(\.rawValue)), isRequired: true),
        RecordField("since", "Since", .period, isRequired: true), .sources,
      ])),
  ]

  static let ofCountry = [
    RecordField("name", "Name", .wording, isRequired: true),
    RecordField("capital", "Capital", .wording, isRequired: true),
    RecordField("region", "Region", .reference(.regions), isRequired: true),
    RecordField("alpha3", "Three-letter code", .code(length: 3, isDigits: false), isRequired: true),
    RecordField("numeric", "Numeric code", .code(length: 3, isDigits: true), isRequired: true),
    RecordField("latitude", "Latitude", .degrees(limit: 90), isRequired: true),
    RecordField("longitude", "Longitude", .degrees(limit: 180), isRequired: true),
    RecordField("sources", "Sources", .sources),
  ]

  static let ofMeeting = [
    RecordField("title", "Title", .wording, isRequired: true),
    RecordField("date", "Date", .period, isRequired: true),
    RecordField("place", "Place", .wording),
    RecordField("country", "Country", .reference(.countries)),
    RecordField(
      "kind", "Kind", .choice(Meeting.Kind.allCases.map(\.rawValue)), isRequired: true),
    RecordField("starts", "Starts at", .time),
    RecordField("timeZone", "Time zone", .text), RecordField("utcOffset", "UTC offset", .offset),
    RecordField("host", "Host", .wording), RecordField("level", "Level", .wording),
    RecordField("agenda", "Agenda", .wordings),
    RecordField("expects", "Expects", .choice(Meeting.Expectation.allCases.map(\.rawValue))),
    RecordField("expected", "Expected", .wording), RecordField("context", "Context", .wording),
    RecordField("outcome", "Outcome", .wordings), RecordField("note", "Note", .wording),
    RecordField("announced", "Announced", .day), RecordField("reported", "Reported", .day),
    .sources,
    RecordField(
      "attendance", "Attendance",
      .byCountry([
        RecordField(
          "status", "Status", .choice(Attendance.Status.allCases.map(\.rawValue)), isRequired: true),
        RecordField("who", "Who", .wording), RecordField("note", "Note", .wording), .sources,
      ])),
  ]

  static let ofCommitment = [
    RecordField("country", "Country", .reference(.countries), isRequired: true),
    RecordField("pillar", "Pillar", .reference(.pillars), isRequired: true),
    RecordField("package", "Package", .reference(.packages)),
    RecordField("text", "What", .wording, isRequired: true),
    RecordField("amount", "Figure", .amount), RecordField("unit", "Unit", .text),
    RecordField("announced", "Announced", .period, isRequired: true),
    RecordField("meeting", "Meeting", .reference(.meetings)),
    RecordField("due", "Due", .period),
    RecordField(
      "states", "State",
      .list([
        RecordField(
          "state", "State", .choice(Commitment.State.allCases.map(\.rawValue)), isRequired: true),
        RecordField("since", "Since", .period, isRequired: true), .sources,
      ])),
    RecordField("partOf", "Part of", .reference(.commitments)),
    RecordField("note", "Note", .wording), .sources,
  ]

  static let ofSide = [
    RecordField("text", "Text", .wording, isRequired: true),
    RecordField("date", "Date", .period),
    RecordField("since", "Known from", .day, isRequired: true), .sources,
  ]
}
