import Declaration

/// Meetings and what happened around them, in order, with the as-of day between past and future.
struct TimelinePane {
  let state: DashboardState
  private var language: Language { state.language }
  let inside: Rectangle

  /// Rows from which an axis is drawn over the list.
  private static let rowsForAxis = 11
  /// Rows from which a zoomed pane has the axis in its large form.
  private static let rowsForLargeAxis = 18

  var content: PaneContent {
    let rows = rows
    var content = PaneContent(
      title: title, rows: rows, selected: state.selectedIndex(in: .timeline))
    if inside.rows >= TimelinePane.rowsForAxis, inside.columns >= 24 {
      content.heads = axis.lines
    }
    content.emptyText = [Line(language("Nothing was known of a meeting then."), .quiet)]
    return content
  }

  /// Zoomed, the pane has room for names over the axis and the context under it.
  private var axis: TimelineAxis {
    TimelineAxis(
      state, columns: inside.columns,
      isLarge: state.isZoomed && inside.rows >= TimelinePane.rowsForLargeAxis)
  }

  private var title: Line {
    let meetings = state.snapshot.meetings.count
    let count = Figures.count(meetings, "meeting", in: language)
    let scale = state.timelineScale == .whole ? "" : ", " + state.timelineScale.title(in: language)
    return Line("\(language("Timeline")), \(count)\(scale)", .title)
  }

  /// Wrapped when all of it fits, else a row an entry.
  private var rows: [PaneRow] {
    let room = inside.rows >= TimelinePane.rowsForAxis ? inside.rows - 3 : inside.rows
    let next = state.snapshot.nextMeeting.map { Subject.meeting($0.id) }
    let lines = state.listing.timeline.map { line(of: $0, isNext: $0.subject == next) }
    return wrapped(lines, rows: state.isZoomed ? .max : room)
      ?? rows(lines.map { [$0.truncated(to: inside.columns)] })
  }

  /// The entries in as many rows as they need; nil where those and the as-of day's are too many.
  private func wrapped(_ lines: [Line], rows most: Int) -> [PaneRow]? {
    // Each of those that are left takes a row at least.
    var least = lines.count + (lines.isEmpty ? 0 : 1)
    var wrapped: [[Line]] = []
    for line in lines {
      guard least <= most else { return nil }
      wrapped.append(line.wrapped(to: inside.columns - 1, indent: TimelinePane.textColumn))
      least += (wrapped.last?.count ?? 1) - 1
    }
    return least <= most ? rows(wrapped) : nil
  }

  /// The rows of the entries, with that of the as-of day among them.
  private func rows(_ entries: [[Line]]) -> [PaneRow] {
    let day = state.snapshot.day
    let firstAhead = state.listing.timeline.firstIndex { $0.date.first > day } ?? entries.count
    var rows: [PaneRow] = []
    for (place, lines) in entries.enumerated() {
      if place == firstAhead { rows.append(PaneRow(asOfLine)) }
      rows += lines.map { PaneRow($0, entry: place) }
    }
    if firstAhead == entries.count, !entries.isEmpty { rows.append(PaneRow(asOfLine)) }
    return rows
  }

  private var asOfLine: Line {
    let text = " \(language("as of \(day: DateText.medium(state.snapshot.day, in: language))")) "
    let rest = max(2, inside.columns - text.cellWidth)
    return Line(
      "─".repeated(rest / 2) + text + "─".repeated(rest - rest / 2), .asOf
    ).truncated(to: inside.columns)
  }

  /// Where the text of an entry begins: after the sign, the date and the mark.
  private static let textColumn = 14

  private func line(of entry: TimelineEntry, isNext: Bool) -> Line {
    let snapshot = state.snapshot
    var line = snapshot.ownMark(of: entry.subject)
    switch entry {
    case .meeting(let meeting):
      let phase = snapshot.phase(of: meeting)
      let isAhead = phase != .past
      let sign: Sign = isAhead ? .meetingAhead : .meetingHeld
      let role: Role = isNext ? .next : isAhead ? .plain : .past
      line.append(isNext ? "▶" : sign.character, role)
      line.append(
        " "
          + DateText.column(meeting.date, in: language).leftPadded(
            to: DateText.columnWidth(in: language)), role)
      let disputed = snapshot.isDisputed(FactPath("meetings", meeting.id, "date"))
      line.append(disputed ? Sign.disputed.character : " ", .disputed)
      line.append(" ")
      if let country = state.narrowedCountry {
        let mark = Sign.of(country.id, at: meeting, in: snapshot)
        line.append(mark.character + " ", mark.role)
      }
      let days: String? =
        if case .ahead(let days?) = phase { DateText.countdown(days: days, in: language) } else {
          nil
        }
      let title = meeting.title[language]
      let city = meeting.venue.city(in: language)
      let place = city.map { city in days.map { "\(city), \($0)" } ?? city } ?? days
      line.append(place.map { "\($0)\(language.colon) \(title)" } ?? title, isNext ? .next : .plain)
    case .context(let entry):
      line.append(Sign.context.character, .quiet)
      line.append(
        " "
          + DateText.column(entry.date, in: language).leftPadded(
            to: DateText.columnWidth(in: language)), .quiet)
      line.append("  " + entry.text[language], .quiet)
    }
    return line
  }
}
