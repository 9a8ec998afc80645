import Declaration

/// The timeline as an axis of time: months or years, meetings and context where they fall, and
/// the as-of day.
struct TimelineAxis {
  private let state: DashboardState
  private var language: Language { state.language }
  private let columns: Int
  private let first: Day
  private let last: Day

  init(_ state: DashboardState, columns: Int) {
    (self.state, self.columns) = (state, columns)
    let days = state.listing.timeline.flatMap { [$0.date.first, $0.date.last] }
    let day = state.snapshot.day
    let start = min(days.min() ?? day, day)
    let end = max(days.max() ?? day, day)
    // A margin keeps the outermost signs off the border.
    let margin = max(15, (end - start) / 20)
    (first, last) = (start + -margin, end + margin)
  }

  /// Labels, axis and pointer.
  var lines: [Line] { [labels, axis, pointer] }

  private func column(of day: Day) -> Int {
    let span = max(1, last - first)
    return min(columns - 1, max(0, (day - first) * (columns - 1) / span))
  }

  /// The first days of the months, or of the years when months would stand too close.
  private var ticks: [(day: Day, label: String)] {
    let (firstYear, _, _) = first.date
    let (lastYear, _, _) = last.date
    let monthly = (firstYear...lastYear).flatMap { year in
      (1...12).compactMap { month in Day(year: year, month: month, day: 1) }
    }
    let monthColumns = columns * 30 / max(1, last - first)
    for (step, least) in [(1, 4), (3, 4), (6, 4), (12, 5)] where monthColumns * step >= least {
      return monthly.filter { ($0.date.month - 1) % step == 0 && $0 >= first && $0 <= last }
        .map { day in
          let (year, month, _) = day.date
          let named = step == 12 || month == 1
          return (day, named ? String(year) : DateText.shortMonth(month, in: language))
        }
    }
    return (firstYear...lastYear).compactMap { year in
      Day(year: year, month: 1, day: 1).map { ($0, String(year)) }
    }.filter { $0.day >= first }
  }

  private var labels: Line {
    var cells = Array(repeating: Character(" "), count: columns)
    var free = 0
    for tick in ticks {
      let start = column(of: tick.day)
      guard start >= free, start + tick.label.count <= columns else { continue }
      for (offset, letter) in tick.label.enumerated() { cells[start + offset] = letter }
      free = start + tick.label.count + 1
    }
    return Line(String(cells), .quiet)
  }

  private var axis: Line {
    var cells = Array(repeating: Span("─", Style(.border)), count: columns)
    for tick in ticks { cells[column(of: tick.day)] = Span("┴", Style(.border)) }
    let asOf = column(of: state.snapshot.day)
    cells[asOf] = Span("┃", Style(.asOf))
    for entry in state.listing.timeline {
      if case .context(let context) = entry {
        let place = column(of: context.date.first)
        if cells[place].text == "─" { cells[place] = Span(Sign.context.character, Style(.quiet)) }
      }
    }
    let next = state.snapshot.nextMeeting?.id
    for meeting in state.snapshot.meetings {
      let isHeld = state.snapshot.phase(of: meeting) == .past
      let sign: Sign = isHeld ? .meetingHeld : .meetingAhead
      let isSelected = state.selected(in: .timeline) == .meeting(meeting.id)
      let style = Style(
        meeting.id == next ? .next : sign.role, isSelected ? [.selected, .focused] : [])
      for place in column(of: meeting.date.first)...column(of: meeting.date.last) {
        cells[place] = Span(meeting.id == next ? "▶" : sign.character, style)
      }
    }
    return Line(cells)
  }

  private var pointer: Line {
    let asOf = column(of: state.snapshot.day)
    let label = DateText.short(state.snapshot.day, in: language)
    // The label stands on the side of the pointer that has room.
    if asOf + 2 + label.count <= columns {
      return Line(String(repeating: " ", count: asOf) + "▲ " + label, .asOf)
    }
    let start = max(0, asOf - label.count - 1)
    return Line(String(repeating: " ", count: start) + label + " ▲", .asOf)
  }
}
