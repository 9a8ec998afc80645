import Declaration

/// The first row: what this is or what it is narrowed to, the as-of day, and the next meeting.
struct HeaderBar {
  let state: DashboardState
  private var language: Language { state.language }

  var line: Line {
    let columns = state.size.columns
    for candidate in HeaderBar.candidates where !candidate.isForLongDays || language != .en {
      var parts = parts(of: candidate)
      let width = parts.reduce(0) { $0 + $1.width } + 2 * (parts.count - 1) + 2
      if width <= columns { return spread(parts, over: columns) }
      // To what everything is narrowed is said as far as it goes.
      let room = parts[0].width - (width - columns)
      if candidate.title == .nothing, room >= HeaderBar.leastTrail {
        parts[0] = parts[0].truncated(to: room)
        return spread(parts, over: columns)
      }
    }
    return next(.least).truncated(to: columns)
  }

  private enum Length { case full, short, least }

  /// How much is said of what: of title and day perhaps nothing.
  private struct Candidate {
    var title: Title?
    var day: Length?
    let next: Length
    /// Whether it is for languages in which days are longer; the name is missed more than the
    /// weekday.
    var isForLongDays = false
  }

  /// The fewest cells in which what everything is narrowed to can be made out.
  private static let leastTrail = 10

  private enum Title { case full, short, initials, nothing }

  /// From the fullest to the shortest; most screens have room for one of the first.
  private static let candidates = [
    Candidate(title: .full, day: .full, next: .full),
    Candidate(title: .short, day: .full, next: .full),
    Candidate(title: .short, day: .full, next: .short),
    Candidate(title: .short, day: .short, next: .short, isForLongDays: true),
    Candidate(title: .initials, day: .full, next: .short),
    Candidate(title: .nothing, day: .full, next: .short),
    Candidate(day: .full, next: .short),
    Candidate(day: .least, next: .least),
    Candidate(next: .least),
  ]

  private func parts(of candidate: Candidate) -> [Line] {
    let title = candidate.title.map { trail(after: text(of: $0)) }
    return [title, candidate.day.map(asOf), next(candidate.next)].compactMap { $0 }
  }

  private func text(of title: Title) -> String {
    switch title {
    case .full: state.dossier.title[language]
    case .short: state.dossier.shortTitle[language]
    case .initials: initials
    case .nothing: ""
    }
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

  private func asOf(_ length: Length) -> Line {
    let day = state.snapshot.day
    var line = Line()
    if state.isEditionAlone { line.append("\(language("edition alone")), ", .headerNext) }
    line.append("\(language("as of")) ", .header)
    let text =
      switch length {
      case .full: DateText.medium(day, in: language)
      case .short: DateText.short(day, in: language)
      case .least: "\(day)"
      }
    line.append(text, .headerDay)
    return line
  }

  private func next(_ length: Length) -> Line {
    let snapshot = state.snapshot
    guard let meeting = snapshot.nextMeeting else {
      return Line(
        length == .least ? language("no next meeting") : language("No meeting ahead is known"),
        .headerNext)
    }
    let days = snapshot.days(until: meeting)
    let place = meeting.venue.city(in: language)
    let date =
      length == .full
      ? DateText.medium(meeting.date, in: language) : DateText.short(meeting.date, in: language)
    let countdown = DateText.countdown(days: days, in: language)
    let text =
      switch length {
      case .full:
        "\(language("Next: \(place: place ?? meeting.title[language])")), \(date), \(countdown)"
      case .short: "\(place ?? language("Next")), \(date), \(countdown)"
      case .least: place.map { "\($0), \(countdown)" } ?? countdown
      }
    return Line(text, .headerNext)
  }

  private func spread(_ parts: [Line], over columns: Int) -> Line {
    let free = columns - 2 - parts.reduce(0) { $0 + $1.width }
    let gaps = max(1, parts.count - 1)
    var line = Line(" ", .header)
    for (place, part) in parts.enumerated() {
      line.append(part)
      guard place < parts.count - 1 else { break }
      let gap = free / gaps + (place < free % gaps ? 1 : 0)
      line.append(" ".repeated(gap), .header)
    }
    line.append(" ", .header)
    return line
  }
}
