import Declaration

/// The columns of the countries' table that fit a width: first sign, code and name, then
/// commitments, marks of the last meetings, the region and the status in words.
struct CountryColumns {
  private let snapshot: Snapshot
  private var language: Language { snapshot.language }
  private let columns: Int
  private let marks: [MarkColumn]
  private let disputes: CountryDisputes
  private let showsCommitments: Bool
  private let showsStatus: Bool
  private let showsRegion: Bool
  private let nameColumns: Int

  private static let leastName = 16
  private static let signAndCode = 6
  private static let commitmentColumns = 5
  private static let markColumns = 4
  private static let statusColumns = 13
  private static let regionColumns = 17

  /// A column with everybody's mark of one meeting. It has no more of the meeting than the marks need:
  /// the whole of it would be copied for every country.
  private struct MarkColumn {
    let meeting: MeetingID
    let first: Day
    let attendance: [CountryCode: Attendance]
    let disputed: Set<CountryCode>

    func sign(of country: CountryCode) -> Sign {
      (attendance[country]?.status).map { Sign.of($0) } ?? .notReported
    }
  }

  init(_ snapshot: Snapshot, columns: Int) {
    (self.snapshot, self.columns) = (snapshot, columns)
    let disputes = CountryDisputes(snapshot)
    self.disputes = disputes
    var room = columns - CountryColumns.signAndCode - CountryColumns.leastName
    func take(_ cells: Int) -> Bool {
      guard room >= cells else { return false }
      room -= cells
      return true
    }
    showsCommitments = take(CountryColumns.commitmentColumns)
    let held = snapshot.heldMeetings.filter { snapshot.isReported($0) }
    let firstMarks = min(held.count, 3, max(0, room / CountryColumns.markColumns))
    room -= firstMarks * CountryColumns.markColumns
    showsRegion = take(CountryColumns.regionColumns)
    // Names come in full before the sign is repeated in words.
    showsStatus = room >= CountryColumns.statusColumns + 4 && take(CountryColumns.statusColumns)
    let moreMarks = min(held.count - firstMarks, max(0, (room - 10) / CountryColumns.markColumns))
    room -= moreMarks * CountryColumns.markColumns
    marks = held.suffix(firstMarks + moreMarks).map {
      MarkColumn(
        meeting: $0.id, first: $0.date.first, attendance: $0.attendance,
        disputed: disputes.presence(at: $0))
    }
    // The longest names of the Americas need 24 cells; more would only tear the row apart.
    nameColumns =
      CountryColumns.leastName
      + min(max(CountryColumns.signAndCode - CountryColumns.leastName, room), 9)
  }

  /// What stands over the columns.
  var head: Line {
    var line = Line("     \(language("Country"))", .quiet)
    line.pad(to: CountryColumns.signAndCode + nameColumns)
    if showsStatus {
      line.append(language("Status").rightPadded(to: CountryColumns.statusColumns), .quiet)
    }
    if showsRegion {
      line.append(language("Region").rightPadded(to: CountryColumns.regionColumns), .quiet)
    }
    for mark in marks {
      let month = DateText.shortMonth(mark.first.date.month, in: language)
      line.append(month.rightPadded(to: CountryColumns.markColumns), .quiet)
    }
    if showsCommitments {
      line.append(language("cmt").leftPadded(to: CountryColumns.commitmentColumns - 1), .quiet)
    }
    return line
  }

  /// The signs in a country's row.
  func signs(of country: Country) -> [Sign] {
    let isDisputed =
      disputes.areAbout(endorsementOf: country.id)
      || marks.contains { $0.disputed.contains(country.id) }
    return [snapshot.endorsement(of: country.id) != nil ? .endorsed : .notEndorsed]
      + marks.map { $0.sign(of: country.id) } + (isDisputed ? [.disputed] : [])
  }

  func row(of country: Country, at place: Int, name: Line) -> Line {
    let sign: Sign =
      snapshot.endorsement(of: country.id) != nil ? .endorsed : .notEndorsed
    var line = snapshot.ownMark(of: .country(country.id))
    line.append(sign.character, sign.role)
    let isDisputed = disputes.areAbout(endorsementOf: country.id)
    line.append(isDisputed ? Sign.disputed.character : " ", .disputed)
    line.append(country.id.rightPadded(to: 3), .quiet)
    line.append(name.truncated(to: nameColumns - 1))
    line.pad(to: CountryColumns.signAndCode + nameColumns)
    if showsStatus {
      line.append(sign.word(in: language).rightPadded(to: CountryColumns.statusColumns), sign.role)
    }
    if showsRegion {
      let region = snapshot.dossier.region(country.region)?.name[language] ?? country.region
      line.append(region.rightPadded(to: CountryColumns.regionColumns), .quiet)
    }
    for mark in marks {
      let sign = mark.sign(of: country.id)
      line.append(" ")
      line.append(sign.character, sign.role)
      let isDisputed = mark.disputed.contains(country.id)
      line.append(isDisputed ? Sign.disputed.character : " ", .disputed)
      let own = ownSign(of: country, at: mark.meeting)
      line.append(own.rightPadded(to: CountryColumns.markColumns - 3), .own)
    }
    if showsCommitments {
      let count = snapshot.counts.ofCountry(at: place)
      let text = Figures.grouped(count, in: language).leftPadded(
        to: CountryColumns.commitmentColumns - 1)
      line.append(text, count == 0 ? .quiet : .plain)
    }
    return line
  }

  /// What the user did to a country's presence at a meeting.
  private func ownSign(of country: Country, at meeting: MeetingID) -> String {
    guard !snapshot.dossier.own.changes.isEmpty else { return "" }
    let fact = FactPath("meetings", meeting, "attendance", country.id)
    return snapshot.changeSign(at: [fact])?.character ?? ""
  }
}
