import Declaration

/// The record as of a day in plain lines, for where there is no terminal to draw on.
public struct Summary {
  private let snapshot: Snapshot
  private var language: Language { snapshot.language }

  /// The summary of a snapshot.
  public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The summary, safe to print, without colours or cursor codes.
  public var text: String {
    let dossier = snapshot.dossier
    var lines = [
      dossier.title[language], language("As of \(day: DateText.long(snapshot.day, in: language))"),
      "",
      language("Next meeting"),
    ]
    lines += [next, "", language("Pillars")]
    lines += dossier.pillars.enumerated().map { place, pillar in
      let packages = snapshot.packages.count { $0.pillar == pillar.id }
      let commitments = snapshot.counts.underPillar(at: place)
      return "  \(pillar.number) \(pillar.title[language])\(language.colon) "
        + "\(Figures.count(packages, "action package", in: language)), "
        + Figures.count(commitments, "commitment", in: language)
    }
    let (endorsed, total) = (snapshot.endorsers.count, dossier.countries.count)
    lines += ["", language("Countries: \(count: endorsed) of \(total: total) endorsed")]
    for hasEndorsed in [true, false] {
      let names = dossier.countries.filter {
        (snapshot.endorsement(of: $0.id) != nil) == hasEndorsed
      }.map { $0.name[language] }
      let word =
        hasEndorsed ? Sign.endorsed.plural(in: language) : Sign.notEndorsed.plural(in: language)
      if !names.isEmpty {
        lines.append("  \(word)\(language.colon) \(names.joined(separator: ", "))")
      }
    }
    lines += ["", language("Meetings")]
    lines += snapshot.meetings.map(line)
    return lines.map { $0.visible + "\n" }.joined()
  }

  private var next: String {
    guard let meeting = snapshot.nextMeeting else { return "  \(language("none is known"))" }
    let countdown = DateText.countdown(days: snapshot.days(until: meeting), in: language)
    return "\(line(of: meeting)), \(countdown)"
  }

  private func line(of meeting: Meeting) -> String {
    let dates = snapshot.dates(of: meeting).map { DateText.medium($0, in: language) }
    return "  "
      + [dates.joined(separator: language(" or ")), meeting.title[language]]
      .joined(separator: "\(language.colon) ")
      + (meeting.venue.place.map { ", \($0[language])" } ?? "")
  }
}
