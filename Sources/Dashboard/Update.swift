import Declaration

extension DashboardState {
  /// Takes an event and answers what is to be done outside.
  public mutating func update(_ event: Event) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .key(let key):
      notice = nil
      effects = take(key)
    case .paste(let text):
      paste(text)
    case .mouse(let mouse):
      notice = nil
      take(mouse)
    case .resize(let size):
      self.size = size
      effects = [.repaint]
    case .clock(let clock):
      self.clock = clock
    }
    settle()
    return effects
  }

  private mutating func take(_ key: Key) -> [Effect] {
    let request = KeyMap.request(for: key)
    switch (key, request) {
    case (.control, .quit): return [.quit]
    case (.control, .suspend): return [.suspend]
    case (.control, .repaint): return [.repaint]
    default: break
    }
    if help != nil {
      takeForHelp(key)
      return []
    }
    switch prompt {
    case .filter: takeForFilter(key)
    case .day(let editor): takeForDay(key, editor)
    case nil:
      if request == .quit { return [.quit] }
      if let request { carryOut(request) }
    }
    return []
  }

  private mutating func carryOut(_ request: Request) {
    switch request {
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .top, .bottom:
      move(request, in: focus)
    case .nextPane: step(by: 1)
    case .previousPane: step(by: -1)
    case .pillars: focus(on: .pillars)
    case .countries: focus(on: .countries)
    case .timeline: focus(on: .timeline)
    case .detail: focus(on: .detail)
    case .zoom: isZoomed.toggle()
    case .open: open()
    case .back: back()
    case .filter: beginFilter()
    case .endorsed: toggle(.endorsed)
    case .attended: toggle(.attended)
    case .without: toggle(.without)
    case .nextMeeting: goToNextMeeting()
    case .earlier: goToRecordDay(before: true)
    case .later: goToRecordDay(before: false)
    case .today: go(to: clock.today)
    case .chooseDay: prompt = .day(LineEditor())
    case .help: help = HelpPage()
    case .repaint, .suspend, .quit: break
    }
  }

  mutating func focus(on pane: Pane) {
    focus = pane
    if pane != .detail { subjectPane = pane }
  }

  private mutating func step(by direction: Int) {
    let panes = Pane.allCases
    let place = panes.firstIndex(of: focus) ?? 0
    focus(on: panes[(place + direction + panes.count) % panes.count])
  }

  /// Narrows the other panes to what is selected; asked again, goes into the detail.
  mutating func open() {
    guard focus != .detail, let subject = selected(in: focus) else { return }
    let isNew = !trail.contains(subject)
    if case .context = subject {
      focus = .detail
      return
    }
    if isNew {
      chosen[focus] = subject
      trail.removeAll { $0.isSameKind(as: subject) }
      trail.append(subject)
    }
    if !isNew || layout.shape != .wide { focus = .detail }
  }

  /// Takes back the last thing that hides something.
  private mutating func back() {
    if isZoomed {
      isZoomed = false
    } else if focus == .detail {
      focus = subjectPane
    } else if !filter.text.isEmpty {
      clearFilter()
    } else if facet != nil {
      facet = nil
    } else if !trail.isEmpty {
      trail.removeLast()
    }
  }

  private mutating func toggle(_ facet: Facet) {
    self.facet = self.facet == facet ? nil : facet
    if focus == .detail, layout.shape != .wide { focus(on: .countries) }
  }

  private mutating func goToNextMeeting() {
    guard let next = snapshot.nextMeeting else {
      notice = Notice("No meeting after \(DateText.short(snapshot.day)) is in the record.")
      return
    }
    chosen[.timeline] = .meeting(next.id)
    focus(on: .timeline)
    if layout.shape != .wide { focus = .detail }
    offsets[.detail] = 0
  }
}

extension Subject {
  func isSameKind(as other: Subject) -> Bool {
    switch (self, other) {
    case (.pillar, .pillar), (.country, .country), (.meeting, .meeting), (.context, .context): true
    default: false
    }
  }
}
