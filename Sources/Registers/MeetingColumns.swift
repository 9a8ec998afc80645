import Dashboard
import Declaration

extension EntryColumn where Entry == Meeting {
  static var all: [EntryColumn] {
    [
      .id, .period("date", usual: true) { meeting, _ in meeting.date },
      .words("otherDates") { meeting, snapshot in
        snapshot.dates(of: meeting).dropFirst().map(\.description)
      },
      .name("title", of: .meetings) { meeting, _ in meeting.title },
      .word("kind") { meeting, _ in meeting.kind.rawValue },
    ] + venue + [
      .text("host") { meeting, _ in meeting.host },
      .text("level") { meeting, _ in meeting.level },
      .texts("agenda") { meeting, _ in meeting.agenda },
      .text("expected") { meeting, _ in meeting.expected },
      .text("context", absent: .none) { meeting, _ in meeting.context },
      .word("phase", usual: true) { meeting, snapshot in
        switch snapshot.phase(of: meeting) {
        case .past: Sign.meetingHeld.word
        case .underWay: "on the as-of day"
        case .ahead: Sign.meetingAhead.word
        }
      },
      .count("daysAhead", absent: .none) { meeting, snapshot in
        if case .ahead(let days) = snapshot.phase(of: meeting) { days } else { nil }
      },
    ] + Attendance.Status.reported.map(presence) + [
      .texts("outcome") { meeting, snapshot in
        snapshot.isReported(meeting) ? meeting.outcome : nil
      },
      .count("commitments") { meeting, snapshot in
        snapshot.commitments.count { $0.meeting == meeting.id }
      },
      .text("note", absent: .none) { meeting, snapshot in
        snapshot.isReported(meeting) ? meeting.note : nil
      },
    ] + marks(of: .meetings) + [.sources]
  }

  private static var venue: [EntryColumn] {
    [
      .text("place", usual: true) { meeting, _ in meeting.venue.place },
      .word("country") { meeting, _ in meeting.venue.country },
      .word("starts") { meeting, _ in
        meeting.venue.startMinute.map { DateText.time(minute: $0) }
      },
      .word("timeZone") { meeting, _ in meeting.venue.timeZone },
      .count("minutesEastOfUTC") { meeting, _ in meeting.venue.minutesEastOfUTC },
    ]
  }

  /// The countries of which sources say that; nothing before the report.
  private static func presence(_ status: Attendance.Status) -> EntryColumn {
    .words(status.rawValue) { meeting, snapshot in
      guard snapshot.isReported(meeting) else { return nil }
      return meeting.attendance.filter { $0.value.status == status }.keys.sorted()
    }
  }
}
