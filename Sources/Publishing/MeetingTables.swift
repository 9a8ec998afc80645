import Dashboard
import Declaration

// Meetings, who came, and what came of them.
extension RecordTables {
  /// What sources say of a country's presence at a meeting.
  private struct Presence {
    let meeting: MeetingID
    let country: CountryCode
    let attendance: Attendance
  }

  /// Meetings that were known of; attendance and outcome where they were reported.
  var meetings: [RecordTable] {
    let reported = snapshot.meetings.filter { snapshot.isReported($0) }
    return [
      RecordTable(
        "meetings", of: snapshot.meetings, references: [.to("countries", by: "country")],
        meetingColumns),
      cited("meeting", in: "meetings", snapshot.meetings) { $0.id },
      texts("meeting_agenda", "meeting", in: "meetings", snapshot.meetings) { $0.agenda },
      texts("meeting_outcome", "meeting", in: "meetings", reported) { $0.outcome },
    ] + attendance(at: reported)
  }

  private var meetingColumns: [TableColumns<Meeting>] {
    [
      .key("id") { $0.id }, .wording("title") { $0.title }, .key("kind") { $0.kind.rawValue },
      .period("date") { $0.date }, .text("announced") { $0.announced.description },
      .text("reported") { snapshot.isReported($0) ? $0.reported.description : nil },
      .wording("place") { $0.venue.place }, .text("country") { $0.venue.country },
      .text("time_zone") { $0.venue.timeZone },
      .integer("minutes_east_of_utc") { $0.venue.minutesEastOfUTC },
      .text("starts") { $0.venue.startMinute.map { DateText.time(minute: $0) } },
      .wording("host") { $0.host }, .wording("level") { $0.level },
      .wording("expected") { $0.expected }, .wording("context") { $0.context },
      .wording("note") { snapshot.isReported($0) ? $0.note : nil },
    ]
  }

  private func attendance(at meetings: [Meeting]) -> [RecordTable] {
    let presences = meetings.flatMap { meeting in
      meeting.attendance.sorted { $0.key < $1.key }.map {
        Presence(meeting: meeting.id, country: $0.key, attendance: $0.value)
      }
    }
    let table = RecordTable(
      "attendance", of: presences, key: ["meeting", "country"],
      references: [.to("meetings", by: "meeting"), .to("countries", by: "country")],
      [
        .key("meeting") { $0.meeting }, .key("country") { $0.country },
        .key("status") { $0.attendance.status.rawValue }, .wording("who") { $0.attendance.who },
        .wording("note") { $0.attendance.note },
      ])
    let sources = presences.map { presence in
      (
        key: [Database.Value.text(presence.meeting), .text(presence.country)],
        sources: snapshot.published(presence.attendance.sources)
      )
    }
    return [table, cited("attendance_sources", in: "attendance", table.key, sources)]
  }
}
