import Dashboard
import Declaration

/// Meetings as an iCalendar object (RFC 5545).
///
/// The same record gives the same bytes: its own day stands in for the time of making.
public struct MeetingCalendar {
  private let snapshot: Snapshot
  private var language: Language { snapshot.language }
  private let meetings: [Meeting]

  /// The calendar of some meetings as they were known on a day; a calendar needs at least one.
  public init(_ meetings: [Meeting], in snapshot: Snapshot) {
    (self.meetings, self.snapshot) = (meetings, snapshot)
  }

  /// The calendar, with lines that end in CRLF.
  public var text: String {
    let lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ladmp//ladmp//EN", "CALSCALE:GREGORIAN",
    ]
    return lines.map(CalendarLine.folded).joined() + zones + meetings.map(event).joined()
      + CalendarLine.folded("END:VCALENDAR")
  }

  // MARK: Events

  private func event(of meeting: Meeting) -> String {
    let stamp = CalendarLine.folded("DTSTAMP:\(basic(snapshot.dossier.startDay))T000000Z")
    var lines =
      CalendarLine.folded("BEGIN:VEVENT") + CalendarLine.text("UID", "\(meeting.id)@ladmp") + stamp
    lines += times(of: meeting).map(CalendarLine.folded).joined()
    lines += CalendarLine.text("SUMMARY", meeting.title[language])
    if let place = place(of: meeting) { lines += CalendarLine.text("LOCATION", place) }
    if let link = link(of: meeting) { lines += CalendarLine.folded("URL:\(link.visible)") }
    lines += CalendarLine.text("DESCRIPTION", description(of: meeting))
    lines += CalendarLine.text("CATEGORIES", meeting.kind.rawValue)
    let isCertain = meeting.date.precision == .day || meeting.date.precision == .span
    lines += CalendarLine.folded("STATUS:\(isCertain ? "CONFIRMED" : "TENTATIVE")")
    return lines + CalendarLine.folded("END:VEVENT")
  }

  /// Whole days where the hour is not known, or not what it is in other time zones.
  private func times(of meeting: Meeting) -> [String] {
    let (first, end) = (meeting.date.first, meeting.date.last + 1)
    guard let zone = zone(of: meeting), let minute = meeting.venue.startMinute else {
      return ["DTSTART;VALUE=DATE:\(basic(first))", "DTEND;VALUE=DATE:\(basic(end))"]
    }
    let hour = DateText.time(minute: minute).filter { $0 != ":" }
    let start = "DTSTART;TZID=\(zone.name):\(basic(first))T\(hour)00"
    guard meeting.date.first < meeting.date.last else { return [start] }
    return [start, "DTEND;TZID=\(zone.name):\(basic(end))T000000"]
  }

  private func place(of meeting: Meeting) -> String? {
    let country = meeting.venue.country.map { snapshot.dossier.country($0)?.name[language] ?? $0 }
    let parts = [meeting.venue.place?[language], country].compactMap { $0 }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func link(of meeting: Meeting) -> String? {
    snapshot.published(meeting.sources).lazy
      .compactMap { snapshot.dossier.sources[$0]?.link }.first
  }

  private func description(of meeting: Meeting) -> String {
    let dates = snapshot.dates(of: meeting).map { DateText.long($0, in: language) }
    var lines = [dates.joined(separator: language(", or "))]
    if let minute = meeting.venue.startMinute {
      lines.append(language("Begins at \(text: DateText.time(minute: minute)) at the place"))
    } else {
      lines.append(language("hour not reported").capitalizedStart)
    }
    let offset = meeting.venue.minutesEastOfUTC.map { DateText.offset(minutesEast: $0) }
    let zone = [meeting.venue.timeZone, offset].compactMap { $0 }.joined(separator: ", ")
    if !zone.isEmpty { lines.append(language("Time zone: \(name: zone)")) }
    if let host = meeting.host { lines.append(language("Host: \(text: host[language])")) }
    if let level = meeting.level { lines.append(language("Level: \(text: level[language])")) }
    if let expected = meeting.expected {
      lines.append(language("Expected: \(text: expected[language])"))
    }
    lines += meeting.agenda.map { language("Agenda: \(text: $0[language])") }
    lines += snapshot.ownChanges(invitingTo: meeting.id).map {
      language("Changed from the edition: \(text: snapshot.text(of: $0))")
    }
    lines.append(language("Record as of \(day: DateText.long(snapshot.day, in: language))"))
    return lines.joined(separator: "\n")
  }

  // MARK: Time zones

  private struct Zone: Hashable {
    let name: String
    let minutesEast: Int
    let from: Day
  }

  private func zone(of meeting: Meeting) -> Zone? {
    guard let minutes = meeting.venue.minutesEastOfUTC, meeting.venue.startMinute != nil else {
      return nil
    }
    let fallback = "UTC\(offset(minutes))"
    // A name in a parameter ends at these.
    let name = (meeting.venue.timeZone ?? fallback).visible.filter { !"\";:,".contains($0) }
    return Zone(
      name: name.isEmpty ? fallback : name, minutesEast: minutes, from: meeting.date.first)
  }

  /// The zones that the events name. What the record knows is the offset on each meeting's day: each
  /// begins an observance, which holds until the next meeting in that zone.
  private var zones: String {
    let known = Dictionary(grouping: meetings.compactMap(zone), by: \.name)
    return known.sorted { $0.key < $1.key }.map { name, zones in
      var lines = ["BEGIN:VTIMEZONE", "TZID:\(CalendarLine.escaped(name))"]
      var before = zones.min { $0.from < $1.from }?.minutesEast ?? 0
      var days: Set<Day> = []
      for zone in zones.sorted(by: { $0.from < $1.from })
      where days.insert(zone.from).inserted {
        lines += [
          "BEGIN:STANDARD", "DTSTART:\(basic(zone.from))T000000",
          "TZOFFSETFROM:\(offset(before))", "TZOFFSETTO:\(offset(zone.minutesEast))",
          "END:STANDARD",
        ]
        before = zone.minutesEast
      }
      return (lines + ["END:VTIMEZONE"]).map(CalendarLine.folded).joined()
    }.joined()
  }

  /// `20221006`
  private func basic(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  /// `-0500`
  private func offset(_ minutes: Int) -> String {
    let time = DateText.time(minute: abs(minutes)).filter { $0 != ":" }
    return (minutes < 0 ? "-" : "+") + time
  }
}

extension String {
  /// The text as it begins a sentence.
  fileprivate var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
