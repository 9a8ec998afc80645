import Declaration

/// A kind of entry that the user can add.
enum Addition: String, CaseIterable, Hashable, Sendable {
  case meeting, commitment, endorsement, attendance, source, context

  /// What it is called in the menu.
  var name: String {
    switch self {
    case .meeting, .commitment, .endorsement, .source: rawValue.capitalizedFirst
    case .attendance: "Attendance at a meeting"
    case .context: "Context entry"
    }
  }

  /// What it is called in a sentence.
  var phrase: String {
    switch self {
    case .meeting: RecordCollection.meetings.entryName
    case .commitment: RecordCollection.commitments.entryName
    case .endorsement: RecordCollection.endorsements.entryName
    case .attendance: "attendance at a meeting"
    case .source: RecordCollection.sources.entryName
    case .context: RecordCollection.context.entryName
    }
  }

  var fields: [RecordField] {
    switch self {
    case .meeting: RecordCollection.meetings.fields
    case .commitment: RecordCollection.commitments.fields
    case .endorsement: RecordCollection.endorsements.fields
    case .attendance:
      RecordCollection.fields(of: FactPath("meetings", "", "attendance", "")) ?? []
    case .source: RecordCollection.sources.fields
    case .context: RecordCollection.context.fields
    }
  }

  /// What the path of a new entry is made of besides its fields.
  var places: [RecordField] {
    switch self {
    case .endorsement: [Addition.countryField]
    case .attendance: [Addition.meetingField, Addition.countryField]
    case .meeting, .commitment, .source, .context: []
    }
  }

  private static let countryField = RecordField(
    "country", "Country", .reference(.countries), isRequired: true)
  private static let meetingField = RecordField(
    "meeting", "Meeting", .reference(.meetings), isRequired: true)

  /// Where the entry is to stand; an empty last token asks for a new id.
  func path(_ place: (String) -> String) -> FactPath {
    switch self {
    case .meeting: FactPath("meetings", "")
    case .commitment: FactPath("commitments", "")
    case .endorsement: FactPath("endorsements", place("country"))
    case .attendance: FactPath("meetings", place("meeting"), "attendance", place("country"))
    case .source: FactPath("sources", "")
    case .context: FactPath("context", "")
    }
  }
}

extension DashboardState {
  /// What a new entry begins with, from what is selected and from the day.
  func beginning(of addition: Addition) -> RecordValue {
    let day = RecordValue.text("\(snapshot.day)")
    let own = RecordValue.list([.text(Source.ownKnowledge)])
    var fields: [String: RecordValue] = addition == .source ? [:] : ["sources": own]
    switch addition {
    case .meeting:
      (fields["kind"], fields["announced"]) = (.text(Meeting.Kind.ministerial.rawValue), day)
    case .commitment:
      fields["announced"] = day
      fields["country"] = contextID(.countries)
      fields["pillar"] = contextID(.pillars)
      fields["package"] = contextID(.packages)
      fields["meeting"] = heldMeetingID
      fields["states"] = .list([
        .entry([
          "state": .text(Commitment.State.announced.rawValue), "since": day, "sources": own,
        ])
      ])
    case .endorsement: fields["date"] = day
    case .attendance: fields["status"] = .text(Attendance.Status.attended.rawValue)
    case .source: fields["published"] = day
    case .context: fields["date"] = day
    }
    return .entry(fields)
  }

  /// The selected meeting, when it is no longer ahead: nothing was announced at one that is.
  private var heldMeetingID: RecordValue? {
    contextID(.meetings).flatMap { id in
      id.text.flatMap(dossier.meeting).map { $0.date.first <= snapshot.day } ?? false ? id : nil
    }
  }

  /// The entry of a collection that is selected or that the panes are narrowed to.
  func contextID(_ collection: RecordCollection) -> RecordValue? {
    var subjects = [subject].compactMap { $0 } + trail.reversed()
    if case .commitment(let id) = subject, let commitment = snapshot.commitment(id) {
      subjects += [.country(commitment.country), .pillar(commitment.pillar)]
    }
    if case .package(let id) = subject, let package = dossier.package(id) {
      subjects.append(.pillar(package.pillar))
    }
    let path = subjects.map(\.path).first { $0.tokens.first == collection.rawValue }
    return path.map { .text($0.tokens[1]) }
  }
}
