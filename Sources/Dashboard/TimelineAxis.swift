import Declaration

/// The timeline as an axis of time: days, months or years, meetings and context where they fall,
/// and the as-of day.
struct TimelineAxis {
  let state: DashboardState
  var language: Language { state.language }
  let columns: Int
  let first: Day
  let last: Day
  /// Whether meetings are named over the axis and the context stands under it.
  let isLarge: Bool

  init(_ state: DashboardState, columns: Int, isLarge: Bool = false) {
    (self.state, self.columns, self.isLarge) = (state, columns, isLarge)
    let whole = TimelineAxis.whole(of: state)
    guard let span = state.timelineScale.span(columns: columns), span < whole.last - whole.first
    else {
      (first, last) = whole
      return
    }
    let entries = state.listing.timeline
    let middle =
      state.selectedIndex(in: .timeline).map { entries[$0].date.first } ?? state.snapshot.day
    first = max(whole.first, min(middle + -span / 2, whole.last + -span))
    last = first + span
  }

  /// The days from the first entry's to the last one's, with a margin.
  private static func whole(of state: DashboardState) -> (first: Day, last: Day) {
    let days = state.listing.timeline.flatMap { [$0.date.first, $0.date.last] }
    let day = state.snapshot.day
    let start = min(days.min() ?? day, day)
    let end = max(days.max() ?? day, day)
    // A margin keeps the outermost signs off the border.
    let margin = max(15, (end - start) / 20)
    return (start + -margin, end + margin)
  }

  /// How many days all of the timeline takes.
  static func wholeSpan(of state: DashboardState) -> Int {
    let whole = whole(of: state)
    return whole.last - whole.first
  }

  /// Labels, axis and pointer; in the large form the meetings' names and the context too.
  var lines: [Line] {
    isLarge ? names + [labels, axis, context, pointer] : [labels, axis, pointer]
  }

  /// Whether any day of a period is on the axis.
  func shows(_ period: Period) -> Bool { period.last >= first && period.first <= last }

  func column(of day: Day) -> Int {
    let span = max(1, last - first)
    return min(columns - 1, max(0, (day - first) * (columns - 1) / span))
  }

  /// The first days of the months, or of the years when months would stand too close.
  private var ticks: [(day: Day, label: String)] {
    if state.timelineScale == .days, last - first < columns { return dayTicks }
    let (firstYear, _, _) = first.date
    let (lastYear, _, _) = last.date
    let monthly = (firstYear...lastYear).flatMap { year in
      (1...12).compactMap { month in Day(year: year, month: month, day: 1) }
    }
    let monthColumns = columns * 30 / max(1, last - first)
    // French months have up to four letters.
    let narrow = language == .fr ? 5 : 4
    for (step, least) in [(1, narrow), (3, 4), (6, 4), (12, 5)] where monthColumns * step >= least {
      return monthly.filter { ($0.date.month - 1) % step == 0 && $0 >= first && $0 <= last }
        .map { day in
          let (year, month, _) = day.date
          let named = step == 12 || month == 1
          return (day, named ? String(year) : DateText.axisMonth(month, in: language))
        }
    }
    return (firstYear...lastYear).compactMap { year in
      Day(year: year, month: 1, day: 1).map { ($0, String(year)) }
    }.filter { $0.day >= first }
  }

  /// Every day by its number, the first one in full.
  private var dayTicks: [(day: Day, label: String)] {
    (0...(last - first)).map { place in
      let day = first + place
      let (_, month, number) = day.date
      let label = number == 1 ? DateText.axisMonth(month, in: language) : String(number)
      return (day, place == 0 ? DateText.short(day, in: language) : label)
    }
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
    let day = state.snapshot.day
    if shows(Period(day)) { cells[column(of: day)] = Span("┃", Style(.asOf)) }
    for entry in state.listing.timeline where !isLarge {
      if case .context(let context) = entry, shows(context.date) {
        let place = column(of: context.date.first)
        if cells[place].text == "─" { cells[place] = Span(Sign.context.character, Style(.quiet)) }
      }
    }
    let next = state.snapshot.nextMeeting?.id
    for meeting in state.snapshot.meetings where shows(meeting.date) {
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
    let day = state.snapshot.day
    if day < first { return Line("← \(DateText.short(day, in: language))", .asOf) }
    if day > last {
      return Line("\(DateText.short(day, in: language)) →".leftPadded(to: columns), .asOf)
    }
    let asOf = column(of: day)
    let label = DateText.short(state.snapshot.day, in: language)
    // The label stands on the side of the pointer that has room.
    if asOf + 2 + label.count <= columns {
      return Line(" ".repeated(asOf) + "▲ " + label, .asOf)
    }
    let start = max(0, asOf - label.count - 1)
    return Line(" ".repeated(start) + label + " ▲", .asOf)
  }
}
