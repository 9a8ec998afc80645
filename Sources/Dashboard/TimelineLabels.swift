import Declaration

// What the large form of the axis has over and under its line.
extension TimelineAxis {
  /// The meetings' places over the axis, in as many rows as keep two names apart; the next one with
  /// its countdown.
  var names: [Line] {
    var rows = Array(repeating: Line(), count: 2)
    for meeting in state.snapshot.meetings where shows(meeting.date) {
      let isNext = meeting.id == state.snapshot.nextMeeting?.id
      let name = name(of: meeting, isNext: isNext)
      let start = max(0, min(column(of: meeting.date.first), columns - name.cellWidth))
      guard let row = rows.firstIndex(where: { $0.width == 0 || $0.width + 2 <= start }) else {
        continue
      }
      let isSelected = state.selected(in: .timeline) == .meeting(meeting.id)
      rows[row].pad(to: start)
      rows[row].append(name, isNext ? .next : .plain, isSelected ? [.selected, .focused] : [])
    }
    // A single row of names stands close to its axis.
    return rows.reversed()
  }

  private func name(of meeting: Meeting, isNext: Bool) -> String {
    let place = meeting.venue.city(in: language) ?? meeting.title[language]
    guard isNext else { return place.prefix(cells: columns) }
    guard case .ahead(let days) = state.snapshot.phase(of: meeting) else {
      return language("\(place: place), under way").prefix(cells: columns)
    }
    let countdown = days.map { ", " + DateText.countdown(days: $0, in: language) } ?? ""
    return (place + countdown).prefix(cells: columns)
  }

  /// Context under the axis, each entry as long as it lasted.
  var context: Line {
    var cells = Array(repeating: Span(" ", Style(.plain)), count: columns)
    for entry in state.listing.timeline {
      guard case .context(let context) = entry, shows(context.date) else { continue }
      let isSelected = state.selected(in: .timeline) == entry.subject
      let style = Style(.quiet, isSelected ? [.selected, .focused] : [])
      for place in column(of: context.date.first)...column(of: context.date.last)
      where isSelected || !cells[place].style.emphasis.contains(.selected) {
        cells[place] = Span(Sign.context.character, style)
      }
    }
    return Line(cells)
  }
}
