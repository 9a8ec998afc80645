import Declaration

/// The record as of a day in plain lines, for where there is no terminal to draw on.
public struct Summary {
  private let snapshot: Snapshot

  /// The summary of a snapshot.
  public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The summary, safe to print, without colours or cursor codes.
  public var text: String {
    let dossier = snapshot.dossier
    var lines = [
      dossier.title.english, "As of \(DateText.long(snapshot.day))", "", "Next meeting",
    ]
    lines += [next, "", "Pillars"]
    lines += dossier.pillars.enumerated().map { place, pillar in
      let packages = snapshot.packages.count { $0.pillar == pillar.id }
      let commitments = snapshot.counts.underPillar(at: place)
      return "  \(pillar.number) \(pillar.title.english): "
        + "\(Figures.count(packages, "action package")), "
        + Figures.count(commitments, "commitment")
    }
    lines += ["", "Countries: \(snapshot.endorsers.count) of \(dossier.countries.count) endorsed"]
    for hasEndorsed in [true, false] {
      let names = dossier.countries.filter {
        (snapshot.endorsement(of: $0.id) != nil) == hasEndorsed
      }.map(\.name.english)
      let word = hasEndorsed ? Sign.endorsed.word : Sign.notEndorsed.word
      if !names.isEmpty { lines.append("  \(word): \(names.joined(separator: ", "))") }
    }
    lines += ["", "Meetings"]
    lines += snapshot.meetings.map(line)
    return lines.map { $0.visible + "\n" }.joined()
  }

  private var next: String {
    guard let meeting = snapshot.nextMeeting else { return "  none is known" }
    let countdown = DateText.countdown(days: meeting.date.first - snapshot.day)
    return "\(line(of: meeting)), \(countdown)"
  }

  private func line(of meeting: Meeting) -> String {
    let dates = snapshot.dates(of: meeting).map { DateText.medium($0) }
    return "  "
      + [dates.joined(separator: " or "), meeting.title.english]
      .joined(separator: ": ") + (meeting.venue.place.map { ", \($0.english)" } ?? "")
  }
}
