import Declaration
import Testing

@testable import Dashboard
@testable import Store

extension Dossier {
  /// The record with a user's own record in it.
  func with(
    _ own: OwnRecord, meetings: [Meeting]? = nil, commitments: [Commitment]? = nil
  ) -> Dossier {
    Dossier(
      title: title, shortTitle: shortTitle, startDay: startDay, regions: regions,
      sources: Array(sources.values), pillars: pillars, packages: packages, countries: countries,
      endorsements: Array(endorsements.values), meetings: meetings ?? self.meetings,
      commitments: commitments ?? self.commitments, context: context, disputes: disputes, own: own)
  }

  /// The record without a meeting.
  func without(meeting: MeetingID) -> Dossier {
    with(own, meetings: meetings.filter { $0.id != meeting })
  }
}

extension FactPath {
  /// A way that the test knows to be one.
  static func at(_ pointer: String) -> FactPath { FactPath(pointer: pointer) ?? FactPath() }
}

/// A user's record with something of everything.
enum OwnSample {
  static let notes = [
    Note(
      id: "20221001T090000Z", about: .at("/countries/PE"),
      text:
        "Ask the embassy about visas for those\nwho arrived before 2018.\n\nThen write to Lima.",
      written: "2022-10-01T09:00:00Z"),
    Note(
      id: "20221002T101500Z", about: .at("/meetings/lima-2022"),
      text: "Bring the list of commitments.", written: "2022-10-02T10:15:00Z"),
    Note(
      id: "20221003T120000Z", about: .at("/commitments/us-2022-06-10-1"),
      text: "Who pays?", written: "2022-10-03T12:00:00Z"),
  ]

  static let changes = [
    OwnChange(
      kind: .changed, path: .at("/commitments/us-2022-06-10-1/due"), made: "2022-10-03T12:05:00Z",
      sources: ["lo-2022"], before: nil, now: "2023-06"),
    OwnChange(
      kind: .hidden, path: .at("/context/critique-2022"), made: "2022-10-03T12:09:00Z",
      sources: [], before: "Critique of the Declaration", now: nil),
    OwnChange(
      kind: .added, path: .at("/endorsements/BO"), made: "2022-10-03T12:10:00Z",
      sources: [Source.ownKnowledge], before: nil, now: nil),
    OwnChange(
      kind: .changed, path: .at("/meetings/lima-2022/attendance/PE/who"),
      made: "2022-10-04T08:00:00Z", sources: [Source.ownKnowledge], before: "Foreign Minister",
      now: "The president"),
    OwnChange(
      kind: .changed, path: .at("/meetings/lima-2022/host"), made: "2022-10-04T08:00:00Z",
      sources: [Source.ownKnowledge], before: "Peru", now: "Peru and the OAS"),
  ]

  static let conflict = OwnConflict(
    path: .at("/meetings/lima-2022/host"),
    sides: [
      .init(who: "yours", value: "Peru and the OAS", made: "2022-10-04T08:00:00Z"),
      .init(who: "theirs", value: "Peru, with the OAS", made: "2022-10-04T07:30:00Z"),
    ])

  static let rejected = RejectedEntry(
    path: .at("/commitments/pe-visas"),
    fault:
      "store.json:12:5: “announced” of commitments/pe-visas is “soon”, expected \(FieldText.period)"
  )

  static let full = OwnRecord(
    notes: notes, bookmarks: [.at("/countries/PE"), .at("/meetings/lima-2022")], changes: changes,
    conflicts: [conflict], rejected: [rejected])
}

/// The dashboard with a store behind it that answers at once and remembers what it was asked.
struct OwnDriver {
  var driver: Driver
  /// The record as it is written.
  let written: RecordValue
  private(set) var requests: [StoreRequest] = []
  private(set) var effects: [Effect] = []
  /// Why it refuses; nil when it does not.
  var refusal: String?
  /// Whether it does not answer.
  var isSilent = false

  init(
    columns: Int = 120, rows: Int = 40, day: String? = nil, own: OwnRecord = OwnRecord(),
    hasEditor: Bool = false
  ) throws {
    driver = try Driver(columns: columns, rows: rows, day: day)
    let dossier = try Edition.builtIn().with(own)
    driver.state = DashboardState(
      dossier, day: driver.state.snapshot.day, size: driver.state.size, clock: Driver.clock,
      hasEditor: hasEditor)
    written = try OwnDriver.edition()
  }

  static func edition() throws -> RecordValue {
    try JSONDocument(Edition.builtInBytes, file: "edition").root.recordValue
  }

  var state: DashboardState { driver.state }

  mutating func press(_ keys: Key...) {
    for key in keys { take(.key(key)) }
  }

  mutating func type(_ text: String) {
    for character in text { take(.key(.character(character))) }
  }

  mutating func take(_ event: Event) {
    for effect in driver.state.update(event) {
      effects.append(effect)
      guard !isSilent else { continue }
      switch effect {
      case .readEntry(let path):
        let now = written.value(at: path.tokens)
        take(.entry(path, now: now, edition: now))
      case .store(let request):
        requests.append(request)
        if let refusal {
          take(.refused(refusal, of: request))
        } else {
          take(.stored(request.summary, by: request))
        }
      default: break
      }
    }
  }

  /// What was asked for since the last look.
  mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  /// The amendments that the store was asked for.
  var amendments: [Amendment] {
    requests.compactMap { if case .amend(let amendment) = $0 { amendment } else { nil } }
  }

  var form: EntryForm? {
    if case .form(let form) = driver.state.sheet { form } else { nil }
  }

  var note: NoteDraft? {
    if case .note(let note) = driver.state.sheet { note } else { nil }
  }

  /// Goes to the line of the form with a label.
  mutating func goTo(_ label: String) throws {
    let form = try #require(form)
    let place = try #require(form.rows.firstIndex { $0.label == label }, "no line “\(label)”")
    while let focus = self.form?.focus, focus != place {
      press(focus < place ? .down : .up)
    }
  }

  /// Replaces what stands in the line of the form with a label.
  mutating func fill(_ label: String, _ text: String) throws {
    try goTo(label)
    press(.end, .control("u"))
    type(text)
  }

  /// Opens the form of a new entry of a kind.
  mutating func beginAdding(_ label: String) throws {
    type("A")
    try choose(label)
  }

  /// Chooses the choice of a menu with a label.
  mutating func choose(_ label: String) throws {
    guard case .menu(let menu) = driver.state.sheet else {
      Issue.record("no menu is open")
      return
    }
    let place = try #require(menu.choices.firstIndex { $0.label.contains(label) }, "\(label)")
    for _ in 0..<place { press(.down) }
    press(.enter)
  }

  /// Goes down the detail until a line with a text is chosen.
  mutating func chooseInDetail(_ text: String) {
    for _ in 0..<400 {
      let state = driver.state
      if let link = state.detailLink,
        state.page.lines[state.page.links[link].rows.lowerBound].text.contains(text)
      {
        return
      }
      press(.down)
    }
    Issue.record("no line with “\(text)” can be chosen")
  }
}

extension StoreRequest {
  var summary: String {
    switch self {
    case .amend(let amendment): amendment.summary
    case .takeBack(let path): "change taken back: \(path)"
    case .settle(let path, _): "version chosen: \(path)"
    case .undo: "undone"
    case .redo: "done again"
    case .show: ""
    case .reload: "read anew"
    case .saveElsewhere(let file): "your record is saved as \(file)"
    case .restorePrevious: "the previous version is in place"
    }
  }
}
