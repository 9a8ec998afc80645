import Declaration
import Query

extension DashboardState {
  // MARK: Answers

  /// A request was carried out: what was being typed for it is done with.
  mutating func take(stored text: String, by request: StoreRequest) -> [Effect] {
    if request.isAmendment, case .broken = storeStatus { isChangedInMemory = true }
    if case .saveElsewhere = request {
      isSavedElsewhere = true
      savedInMemory = []
    } else if request.isChange {
      isSavedElsewhere = false
      sharing?.ahead += 1
    }
    // That the record was read anew is seen.
    if request != .reload, !text.isEmpty {
      let sentence = snapshot.naming(pointersIn: language.retold(text)).capitalizedFirst
      notice = Notice(told(sentence, of: request))
    }
    savedInMemory += sending.filter { $0.request == request }.map(\.sheet)
    sending.removeAll { $0.request == request }
    guard quitsWhenSaved, sending.isEmpty else { return [] }
    quitsWhenSaved = false
    return loss == nil ? [.quit] : []
  }

  /// What was done, when it is to be seen, and how it is taken back.
  private func told(_ sentence: String, of request: StoreRequest) -> String {
    guard request.isAmendment else { return "\(sentence)." }
    let undo = label(.undo)
    if case .amend(let amendment) = request, let day = amendment.firstShown(after: snapshot.day) {
      return language(
        """
        \(text: sentence), shown from \(day: DateText.short(day, in: language)) on. \
        \(key: undo) takes it back.
        """)
    }
    return language("\(text: sentence). \(key: undo) takes it back.")
  }

  /// A request was refused: what was typed for it is there again.
  mutating func take(refused reason: String, of request: StoreRequest) {
    notice = Notice(
      language("Not done: \(reason: snapshot.naming(pointersIn: language.retold(reason)))."),
      isWarning: true)
    guard let place = sending.firstIndex(where: { $0.request == request }) else { return }
    let typed = sending.remove(at: place).sheet
    quitsWhenSaved = false
    if sheet == nil, prompt == nil, help == nil {
      sheet = typed
    } else if let key = typed.draftKey {
      drafts[key] = typed
    }
  }

  /// Asks the store to save what was typed. The screen is free meanwhile; what was typed is kept
  /// until the store has answered.
  mutating func send(_ sheet: Sheet, as amendment: Amendment) -> [Effect] {
    sending.append(Sending(request: .amend(amendment), sheet: sheet))
    leaveSheet()
    return ask(.amend(amendment))
  }

  mutating func take(_ status: StoreStatus) {
    storeStatus = status
    if status == .saved { (isChangedInMemory, savedInMemory) = (false, []) }
  }

  // MARK: Another record

  /// Takes a record in place of this one, in the language of the screen.
  mutating func take(_ dossier: Dossier, isEditionAlone: Bool) {
    self.isEditionAlone = isEditionAlone
    // What was said of the record before may not be so any more.
    if let notice, !notice.isWarning { self.notice = nil }
    replace(dossier.speaking(language).marking(arrived: arrived).telling(past))
  }

  /// Puts another record under everything that is on screen.
  private mutating func replace(_ dossier: Dossier) {
    let before = view.panes.compactMap { pane in
      selectedIndex(in: pane).map { (pane: pane, place: $0, subject: entries(of: pane)[$0]) }
    }
    let link = detailLink.flatMap { page.links.indices.contains($0) ? page.links[$0] : nil }
    let told = subject
    // The map knows countries by their places in the record, and is labelled in its language.
    if dossier.countries != self.dossier.countries || dossier.language != language {
      cartography.forget()
    }
    snapshot = dossier.asOf(snapshot.day)
    index = DashboardState.index(of: dossier)
    commitmentIndex = nil
    recordNumber += 1
    for selection in before { chosen[selection.pane] = selection.subject }
    trail.removeAll { !dossier.has($0) }
    compared.removeAll { dossier.country($0) == nil }
    if compared.count < 2, view == .comparison { show(.comparison) }
    if let owner = sourceOwner, !dossier.has(owner) { sourceOwner = nil }
    matrixColumn = max(0, min(matrixColumn, snapshot.packages.count - 1))
    let whole = followed.prefix { dossier.has($0.subject) }
    if whole.count < followed.count { (followed, undone) = (Array(whole), []) }
    undone.removeAll { !dossier.has($0.subject) }
    relist()
    for selection in before { settle(selection.pane, selection.subject, at: selection.place) }
    // A choice that was made is no more; the page of what follows it in the list was not asked for.
    if focus == .detail, followed.isEmpty, case .own(.conflict)? = told, subject != told {
      focus = subjectPane
    }
    settle()
    if let link { detailLink = page.links.firstIndex { $0.isSame(as: link) } }
  }

  /// Where an entry has vanished, the one that took its place is selected.
  private mutating func settle(_ pane: Pane, _ subject: Subject, at place: Int) {
    let entries = entries(of: pane)
    guard !entries.isEmpty, !dossier.has(subject) else { return }
    if pane == .changes { changePlace = min(place, entries.count - 1) }
    chosen[pane] = entries[min(place, entries.count - 1)]
  }

  // MARK: Another language

  /// Puts everything on screen into a language.
  mutating func speak(_ language: Language) {
    guard language != self.language else { return }
    replace(dossier.speaking(language))
    notice = Notice(language("The language is now \(name: language.ownName)."))
  }

  // MARK: Leaving

  /// What would be lost if the program ended now; nil when nothing would.
  private var loss: String? {
    if isSavedElsewhere { return unsavedTyping }
    if case .unsaved = storeStatus { return language("Your last changes would be lost") }
    if isChangedInMemory { return language("Your last changes would be lost") }
    return unsavedTyping
  }

  private var unsavedTyping: String? {
    let typed = keptDrafts
    guard !typed.isEmpty else { return nil }
    guard keepsDrafts else { return language("What you typed is not saved and would be lost") }
    return typed == draftsAtStart
      ? nil : language("What you typed is not saved, but kept for the next time")
  }

  /// Ends the program; where something would be lost, at the second time of asking.
  mutating func quit(with key: Key) -> [Effect] {
    if !sending.isEmpty, !quitsWhenSaved, !isQuitWarned {
      quitsWhenSaved = true
      notice = Notice(language("Saving; the program ends then."))
      return []
    }
    guard let loss, !isQuitWarned else { return [.quit] }
    isQuitWarned = true
    notice = Notice(
      language("\(text: loss); \(key: language.text(key.label)) again leaves anyway."),
      isWarning: true)
    return []
  }

  // MARK: Where it can't be saved

  mutating func restorePrevious() -> [Effect] {
    guard case .broken = storeStatus else {
      notice = Notice(language("Your record can be read: nothing is to be put in its place."))
      return []
    }
    return ask(.restorePrevious)
  }

  mutating func takeForFile(_ key: Key, _ editor: LineEditor) -> [Effect] {
    var editor = editor
    switch key {
    case .escape: prompt = nil
    case .backspace where editor.text.isEmpty: prompt = nil
    case .enter:
      let name = editor.text.filter { !$0.isNewline }
      guard name.contains(where: { !$0.isWhitespace }) else { break }
      prompt = nil
      return ask(.saveElsewhere(name))
    default: if editor.take(key) { prompt = .file(editor) }
    }
    return []
  }
}

extension StoreRequest {
  /// Whether it changes entries in a way that the user typed or chose just now.
  var isAmendment: Bool { if case .amend = self { true } else { false } }

  /// Whether it changes the user's record.
  var isChange: Bool {
    switch self {
    case .amend, .takeBack, .settle, .undo, .redo, .restorePrevious: true
    case .show, .reload, .saveElsewhere: false
    }
  }
}
