import Declaration

extension DashboardState {
  /// Gives the screen to a view; asked again, gives it back to the record.
  mutating func show(_ view: View) {
    guard self.view != view else { return leaveView() }
    sourceOwner = nil
    enterFromHere(view)
  }

  /// Opens a view to which Esc leads back from here, with what its list was filtered by.
  private mutating func enterFromHere(_ view: View) {
    var before = viewsBefore.filter { $0.view != view }
    if self.view != .record { before.append((self.view, listFilter.text, filterOnEntry)) }
    enter(view)
    viewsBefore = before
  }

  private mutating func enter(_ view: View) {
    if self.view == .record {
      (listBefore, readingBefore) = (subjectPane, reading)
      endTrail()
    } else if self.view.showsCountries, let list = self.view.list, let country = selected(in: list)
    {
      chosen[.countries] = country
    }
    self.view = view
    viewsBefore = []
    listFilter.set("")
    filterOnEntry = ""
    isZoomed = false
    offsets[.detail] = 0
    if let list = view.list { focus(on: list) }
  }

  /// Opens a view of countries, at the one that the detail tells of, else the one that was chosen
  /// among them.
  mutating func showCountries(in view: View) {
    if self.view != view, let list = view.list {
      let told: Subject? = if case .country = subject { subject } else { chosen[.countries] }
      if let told { chosen[list] = told }
      if ![.matrix, .map].contains(self.view) { countryBefore = told ?? selected(in: .countries) }
    }
    show(view)
  }

  private mutating func leaveView() {
    let before = chosen[.countries]
    let isElsewhere =
      view.showsCountries
      && view.list.flatMap { selected(in: $0) } != countryBefore ?? selected(in: .countries)
    enter(.record)
    if !isElsewhere { chosen[.countries] = before }
    focus(on: isElsewhere ? .countries : listBefore)
    resumeReading()
  }

  /// A pane of the record, whatever the screen was given to.
  mutating func showRecord(_ pane: Pane) {
    if view != .record { enter(.record) }
    focus(on: pane)
  }

  /// The sources of what is selected; from there all of them.
  mutating func showSources() {
    if view == .sources {
      if sourceOwner == nil { leaveView() } else { sourceOwner = nil }
      return
    }
    let owner = subject
    enterFromHere(.sources)
    sourceOwner = owner
  }

  /// A step back inside a view, in the end to the record.
  mutating func backInView() {
    if view == .map, cartography.isClose {
      cartography.isClose = false
    } else if filter(of: filterPane).text != (view.showsCountries ? "" : filterOnEntry) {
      clearFilter()
      if !view.showsCountries { listFilter.set(filterOnEntry) }
    } else if let before = viewsBefore.last {
      let rest = viewsBefore.dropLast()
      enter(before.view)
      viewsBefore = Array(rest)
      listFilter.set(before.filter)
      filterOnEntry = before.filterOnEntry
    } else {
      leaveView()
    }
  }

  /// Opens what stands in a list: the commitments in a cell of the matrix, the detail elsewhere.
  mutating func openFromList(_ subject: Subject) {
    guard view == .matrix, case .country(let code) = subject,
      snapshot.packages.indices.contains(matrixColumn),
      let country = dossier.country(code)
    else { return focus = .detail }
    let package = snapshot.packages[matrixColumn]
    guard snapshot.commitments.contains(where: { $0.country == code && $0.package == package.id })
    else {
      notice = Notice(
        language(
          """
          \(country: country.name[language]) has no commitment in package \(number: package.number).
          """))
      return
    }
    enterFromHere(.commitments)
    listFilter.set("country:\(country.id) package:\(package.number)")
    filterOnEntry = listFilter.text
  }

  /// To the next or previous pane; in the matrix, to the next or previous package.
  mutating func moveAside(by distance: Int) {
    if view == .map, focus == .map, isMapDrawn { return moveOnMap(distance < 0 ? .left : .right) }
    guard view == .matrix, focus == .matrix else { return step(by: distance) }
    matrixColumn = max(0, min(matrixColumn + distance, snapshot.packages.count - 1))
  }

  /// Asks for the link of the selected source, or of the best source of what is selected.
  mutating func openLink() -> [Effect] {
    let sources = subject.map { snapshot.published(snapshot.sources(of: $0)) } ?? []
    let links = sources.compactMap { dossier.sources[$0]?.link }
    guard let link = links.first else {
      notice = Notice(language("No link is known for this."))
      return []
    }
    return [.openLink(link)]
  }

  /// Asks for the briefing on the country or meeting that the detail tells of, as a file.
  mutating func saveBriefing() -> [Effect] {
    if view == .charts { return saveChart() }
    if view == .comparison { return [saveComparison()] }
    if focus == .changes { return [saveChanges()] }
    if focus == .commitments {
      guard let fault = listing.faults.first else { return [saveCommitments()] }
      notice = Notice(language.retold(fault.message) + ".", isWarning: true)
      return []
    }
    switch subject {
    case .country(let code):
      guard let country = dossier.country(code) else { return [] }
      let text = Briefing.text(on: country, in: snapshot)
      return [.save(name: "ladmp-\(code)-\(snapshot.day).md", text: text)]
    case .meeting(let id):
      guard let meeting = dossier.meeting(id) else { return [] }
      let text = Briefing.text(on: meeting, in: snapshot)
      let name = id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      return [.save(name: "ladmp-\(name)-\(snapshot.day).md", text: text)]
    default:
      notice = Notice(
        language("\(key: label(.briefing)) briefs on a country or a meeting: select one."))
      return []
    }
  }

  /// How many countries stand side by side.
  static let comparedLimit = 3

  /// Marks the selected country; from the second on, shows those that are marked side by side.
  mutating func compare() {
    if view == .comparison {
      compared = []
      return leaveView()
    }
    guard case .country(let code) = subject else {
      notice = Notice(
        language("\(key: label(.compare)) compares countries: select one in their pane."))
      return
    }
    guard compared != [code] else {
      compared = []
      notice = Notice(language("\(country: name(of: .country(code))) is marked no longer."))
      return
    }
    if !compared.contains(code) {
      if compared.count == DashboardState.comparedLimit { tellReplaced(compared[0], by: code) }
      compared = compared.suffix(DashboardState.comparedLimit - 1) + [code]
      offsets[.comparison] = 0
    }
    guard compared.count > 1 else {
      notice = Notice(
        language(
          "\(country: name(of: .country(code))) is marked; \(key: label(.compare)) on another country compares them."
        ))
      return
    }
    enterFromHere(.comparison)
  }

  private mutating func tellReplaced(_ first: CountryCode, by code: CountryCode) {
    notice = Notice(
      language(
        """
        \(country: name(of: .country(code))) takes the place of \(other: name(of: .country(first))): \
        three fit side by side.
        """))
  }

  mutating func sort() {
    if view == .map { return cartography.theme.goOn() }
    guard view == .commitments else {
      notice = Notice(
        language(
          "\(key: label(.sort)) sorts the commitments; \(other: label(.commitments)) leads to them."
        ))
      return
    }
    let orders = CommitmentOrder.allCases
    let place = orders.firstIndex(of: order) ?? 0
    order = orders[(place + 1) % orders.count]
  }

  mutating func beginFirstDay() {
    if view != .changes { show(.changes) }
    prompt = .firstDay(LineEditor())
  }
}
