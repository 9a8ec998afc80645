import Declaration

extension DashboardState {
  /// Takes an event and answers what is to be done outside.
  public mutating func update(_ event: Event) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .key(let key):
      notice = nil
      see()
      greetings = max(0, greetings - 1)
      if keys.request(for: key) != .quit { (isQuitWarned, quitsWhenSaved) = (false, false) }
      effects = take(key)
    case .paste(let text):
      paste(text)
    case .mouse(let mouse):
      if ![.drag, .release].contains(mouse.action) { notice = nil }
      effects = take(mouse)
    case .resize(let size):
      self.size = size
      effects = [.repaint]
    case .notice(let notice):
      let text = language.retold(notice.text)
      // What was not shared is told of by its place in the record.
      let isOfFacts = notice.text.hasPrefix("Not shared: ")
      self.notice = Notice(
        isOfFacts ? snapshot.naming(pointersIn: text) : text, isWarning: notice.isWarning)
    case .theme(let name, let notice):
      chosenTheme = name
      return update(.notice(notice))
    case .clock(let clock):
      self.clock = clock
    case .record(let dossier, let isEditionAlone):
      take(dossier, isEditionAlone: isEditionAlone)
      if sharing != nil { effects = [.lookAtSharing] }
    case .entry(let path, let now, _): effects = take(now, at: path)
    case .stored(let text, let request): effects = take(stored: text, by: request)
    case .refused(let reason, let request): take(refused: reason, of: request)
    case .storeStatus(let status): take(status)
    case .sharing(let sharing): take(sharing)
    case .past(let past): take(past)
    case .notShared: takeNotShared()
    case .arrived(let paths, let disputes): take(arrived: paths, disputes: disputes)
    case .edited(let outcome): effects = take(edited: outcome)
    }
    settle()
    return effects
  }

  private mutating func take(_ key: Key) -> [Effect] {
    let request = keys.request(for: key)
    if case .control = key, let request, KeyMap.everywhere.contains(request) {
      return request == .quit ? quit(with: key) : perform(request)
    }
    if help != nil {
      takeForHelp(key)
      return []
    }
    if sheet != nil { return takeForSheet(key) }
    switch prompt {
    case .filter: takeForFilter(key)
    case .search(let search): take(key, for: search)
    case .file(let editor): return takeForFile(key, editor)
    case .day(let editor), .firstDay(let editor): takeForDay(key, editor)
    case nil:
      if request == .quit { return quit(with: key) }
      if let request { return perform(request) }
    }
    return []
  }

  /// Does what is asked for, by a key or by its name.
  mutating func perform(_ request: Request) -> [Effect] {
    if let effects = takeOwn(request) { return effects }
    switch request {
    case .openLink: return openLink()
    case .copy: return copySelection()
    case .theme: return [.nextTheme]
    case .mouse: return turnMouse()
    case .briefing: return saveBriefing()
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .quit: return quit(with: keys.keys(for: .quit).first ?? .control("c"))
    default: carryOut(request)
    }
    return []
  }

  private mutating func carryOut(_ request: Request) {
    switch request {
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .top, .bottom:
      move(request, in: focus)
    case .nextPane: step(by: 1)
    case .previousPane: step(by: -1)
    case .pageBefore: if !goBack() { notice = Notice(language("There is no page before.")) }
    case .pageAfter: goForward()
    case .left: moveAside(by: -1)
    case .right: moveAside(by: 1)
    case .palette: sheet = .palette(Palette())
    case .pillars: showRecord(.pillars)
    case .countries: showRecord(.countries)
    case .timeline: showRecord(.timeline)
    case .detail: if view.panes.contains(.detail) { focus(on: .detail) }
    case .commitments: show(.commitments)
    case .matrix: showCountries(in: .matrix)
    case .map: showCountries(in: .map)
    case .charts: show(.charts)
    case .closer: zoom(closer: true)
    case .farther: zoom(closer: false)
    case .sources: showSources()
    case .changes: show(.changes)
    case .compare: compare()
    case .sort: sort()
    case .firstDay: beginFirstDay()
    case .zoom: isZoomed.toggle()
    case .open: open()
    case .back: back()
    case .filter: if focus == .detail { beginSearch() } else { beginFilter() }
    case .endorsed: toggle(.endorsed)
    case .attended: toggle(.attended)
    case .without: toggle(.without)
    case .nextMeeting: goToNextMeeting()
    case .earlier: goToRecordDay(before: true)
    case .later: goToRecordDay(before: false)
    case .today: goToToday()
    case .chooseDay: prompt = .day(LineEditor())
    case .help: help = HelpPage()
    case .language:
      speak(language.next)
      chosenLanguage = language
    case .borderLeft, .borderRight, .borderUp, .borderDown: moveBorder(request)
    case .usualBorders: resetBorders()
    case .openLink, .copy, .briefing, .theme, .mouse, .repaint, .suspend, .quit, .own, .note,
      .bookmark,
      .edit,
      .add,
      .delete, .undo, .redo, .sync, .editionAlone, .saveElsewhere, .restorePrevious:
      break
    }
  }

  mutating func focus(on pane: Pane) {
    focus = pane
    if pane != .detail { subjectPane = pane }
  }

  mutating func step(by direction: Int) {
    let panes = view.panes
    let place = panes.firstIndex(of: focus) ?? 0
    focus(on: panes[(place + direction + panes.count) % panes.count])
  }

  /// Narrows the other panes to what is selected; asked again, goes into the detail.
  mutating func open() {
    if focus == .detail { return followLink() }
    guard let subject = selected(in: focus) else { return }
    guard view == .record else { return openFromList(subject) }
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
      if !goBack() { focus = subjectPane }
    } else if view != .record {
      backInView()
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
    if !view.showsCountries || focus == .detail && layout.shape != .wide {
      showRecord(.countries)
    }
  }

  private mutating func goToNextMeeting() {
    guard let next = snapshot.nextMeeting else {
      notice = Notice(
        language(
          "No meeting after \(day: DateText.short(snapshot.day, in: language)) is in the record."))
      return
    }
    chosen[.timeline] = .meeting(next.id)
    endTrail()
    showRecord(.timeline)
    if layout.shape != .wide { focus = .detail }
  }
}

extension Subject {
  /// Whether both narrow in the same way, so that one takes the other's place.
  func isSameKind(as other: Subject) -> Bool {
    switch (self, other) {
    case (.pillar, .pillar), (.country, .country), (.meeting, .meeting): true
    default: false
    }
  }
}
