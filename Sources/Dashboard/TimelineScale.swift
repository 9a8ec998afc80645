import Declaration

/// How much time the timeline's axis shows: all of it, or a part around what is selected.
enum TimelineScale: String, CaseIterable, Sendable {
  case whole, years, months, days

  /// The days that an axis of so many cells shows; nil for all that the record has.
  func span(columns: Int) -> Int? {
    switch self {
    case .whole: nil
    case .years: 2 * 366
    case .months: 6 * 31
    case .days: max(10, columns / 4)
    }
  }

  /// What it shows, in words.
  func name(in language: Language) -> String {
    switch self {
    case .whole: language("all of its time")
    case .years: language("two years")
    case .months: language("six months")
    case .days: language("single days")
    }
  }

  /// What the pane's title says of the axis.
  func title(in language: Language) -> String {
    language("axis of \(text: name(in: language))")
  }
}

extension DashboardState {
  /// Brings the timeline or the map closer, or back.
  mutating func zoom(closer: Bool) {
    guard view == .record, focus == .timeline else { return zoomMap(closer: closer) }
    let columns = layout.panes[.timeline]?.inside.columns ?? size.columns
    let whole = TimelineAxis.wholeSpan(of: self)
    // Parts that are longer than the whole are passed over.
    let scales = TimelineScale.allCases.filter { scale in
      scale == timelineScale || scale.span(columns: columns).map { $0 < whole } ?? true
    }
    let place = scales.firstIndex(of: timelineScale) ?? 0
    let next = place + (closer ? 1 : -1)
    guard scales.indices.contains(next) else {
      notice = Notice(
        language(
          "The timeline shows \(text: timelineScale.name(in: language)); there is nothing beyond."))
      return
    }
    timelineScale = scales[next]
    notice = Notice(
      language("The timeline shows \(text: timelineScale.name(in: language))."))
  }
}
