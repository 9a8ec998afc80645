import Declaration

/// The first row: what this is or what it is narrowed to, the as-of day, and the next meeting.
struct HeaderBar {
  let state: DashboardState
  private var language: Language { state.language }

  var line: Line {
    let columns = state.size.columns
    for parts in candidates {
      let width = parts.reduce(0) { $0 + $1.width } + 2 * (parts.count - 1) + 2
      if width <= columns { return spread(parts, over: columns) }
    }
    return (candidates.last?.last ?? Line()).truncated(to: columns)
  }

  /// From the fullest to the shortest.
  private var candidates: [[Line]] {
    let full = state.dossier.title[language]
    let short = state.dossier.shortTitle[language]
    let nexts = [next(.full), next(.place), next(.day)]
    let asOf = [
      asOf(DateText.medium(state.snapshot.day, in: language)),
      asOf(DateText.short(state.snapshot.day, in: language)), asOf("\(state.snapshot.day)"),
    ]
    // Days are longer in other languages; the name is missed more than the weekday.
    let withoutWeekday = language == .en ? [] : [[trail(after: short), asOf[1], nexts[1]]]
    return [
      [trail(after: full), asOf[0], nexts[0]],
      [trail(after: short), asOf[0], nexts[0]],
      [trail(after: short), asOf[0], nexts[1]],
    ] + withoutWeekday + [
      [trail(after: initials), asOf[0], nexts[1]],
      [trail(after: ""), asOf[0], nexts[1]],
      [asOf[0], nexts[1]],
      [asOf[2], nexts[2]],
      [nexts[2]],
    ]
  }

  /// The capitals of the initiative's name, such as LADMP.
  private var initials: String {
    let words = state.dossier.title.english.split(whereSeparator: { !$0.isLetter })
    return String(words.compactMap { $0.first?.isUppercase ?? false ? $0.first : nil }.prefix(8))
  }

  private func trail(after title: String) -> Line {
    var line = Line(title, .header)
    for subject in state.trail { line.append(" › \(state.name(of: subject))", .header) }
    return line
  }

  private func asOf(_ day: String) -> Line {
    var line = Line()
    if state.isEditionAlone { line.append("\(language("edition alone")), ", .headerNext) }
    line.append("\(language("as of")) ", .header)
    line.append(day, .headerDay)
    return line
  }

  private enum Length { case full, place, day }

  private func next(_ length: Length) -> Line {
    let snapshot = state.snapshot
    guard let meeting = snapshot.nextMeeting else {
      return Line(
        length == .day ? language("no next meeting") : language("No meeting ahead is known"),
        .headerNext)
    }
    let days = snapshot.days(until: meeting)
    let place = meeting.venue.city(in: language)
    let date =
      length == .full
      ? DateText.medium(meeting.date, in: language) : DateText.short(meeting.date, in: language)
    let parts: [String?] =
      switch length {
      case .full: [language("Next: \(place: place ?? meeting.title[language])"), date]
      case .place: [place ?? language("Next"), date]
      case .day: [place]
      }
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return Line("\(text), \(DateText.countdown(days: days, in: language))", .headerNext)
  }

  private func spread(_ parts: [Line], over columns: Int) -> Line {
    let free = columns - 2 - parts.reduce(0) { $0 + $1.width }
    let gaps = max(1, parts.count - 1)
    var line = Line(" ", .header)
    for (place, part) in parts.enumerated() {
      line.append(part)
      guard place < parts.count - 1 else { break }
      let gap = free / gaps + (place < free % gaps ? 1 : 0)
      line.append(String(repeating: " ", count: gap), .header)
    }
    line.append(" ", .header)
    return line
  }
}
