import Declaration

extension DashboardState {
  /// Takes a key for what is laid over the panes.
  mutating func takeForSheet(_ key: Key) -> [Effect] {
    guard let sheet else { return [] }
    if sheet.isWaiting {
      if key == .escape, case .reading = sheet {
        leaveSheet()
      } else {
        typedAhead.append(.key(key))
      }
      return []
    }
    switch sheet {
    case .reading: return []
    case .menu(var menu):
      switch key {
      case .escape, .character("q"): leaveSheet()
      case .enter: return choose(menu.choices[menu.selected].action)
      default:
        menu.take(key, in: keys)
        self.sheet = .menu(menu)
      }
      return []
    case .form(let form): return take(key, for: form)
    case .note(let note): return take(key, for: note)
    case .palette(let palette): return take(key, for: palette)
    }
  }

  mutating func leaveSheet() {
    (sheet, typedAhead) = (nil, [])
  }

  /// Opens a menu; where there is but one thing to choose, that is done at once.
  mutating func offer(_ menu: ChoiceMenu) -> [Effect] {
    if menu.choices.count == 1 { return choose(menu.choices[0].action) }
    if menu.choices.isEmpty { return [] }
    sheet = .menu(menu)
    return []
  }

  private mutating func choose(_ action: ChoiceMenu.Action) -> [Effect] {
    sheet = nil
    switch action {
    case .add(let addition):
      openForm(adding: addition)
      return []
    case .edit(let path): return read(path, for: .form)
    case .delete(let path): return takeAway(path)
    }
  }

  /// Asks for an entry; what is typed until it comes is taken then.
  mutating func read(_ path: FactPath, for reading: Sheet.Reading) -> [Effect] {
    sheet = .reading(path, reading)
    return [.readEntry(path)]
  }

  /// Opens what an entry was read for.
  mutating func take(_ now: RecordValue?, at path: FactPath) -> [Effect] {
    guard case .reading(path, let reading) = sheet else { return [] }
    sheet = nil
    guard let now else {
      typedAhead = []
      notice = Notice(
        language("\(name: snapshot.name(of: path).capitalizedFirst) is not in the record."))
      return []
    }
    var effects: [Effect] = []
    switch reading {
    case .form: openForm(editing: path, now: now)
    case .note: effects = openNote(path, now: now)
    }
    return effects + takeTypedAhead()
  }

  /// What was typed while an answer was waited for.
  mutating func takeTypedAhead() -> [Effect] {
    var events = typedAhead[...]
    typedAhead = []
    var effects: [Effect] = []
    while let event = events.popFirst() {
      effects += update(event)
      // Another answer is waited for: the rest goes on waiting with it.
      if sheet?.isWaiting ?? false {
        typedAhead += events
        break
      }
    }
    return effects
  }

  /// Takes a text that was pasted into what is laid over the panes.
  mutating func pasteIntoSheet(_ text: String) {
    switch sheet {
    case nil, .menu: break
    case let sheet? where sheet.isWaiting: typedAhead.append(.paste(text))
    case .reading: break
    case .palette(var palette):
      palette.search.insert(text)
      sheet = .palette(palette)
    case .form(var form):
      form.edit { $0.insert(text) }
      sheet = .form(form)
    case .note(var note):
      note.area.insert(text)
      sheet = .note(note)
    }
  }

  /// Takes the mouse for what is laid over the panes.
  mutating func takeForSheet(_ mouse: Mouse) -> [Effect] {
    let rectangle = sheetRectangle
    guard let sheet, !sheet.isWaiting, let content = sheetContent,
      rectangle.contains(column: mouse.column, row: mouse.row)
    else { return [] }
    let step = mouse.action == .wheelUp ? -1 : mouse.action == .wheelDown ? 1 : 0
    let row = mouse.row - rectangle.inside.row - content.pane.heads.count + sheet.offset
    let isRow = rectangle.inside.contains(column: mouse.column, row: mouse.row)
    let entry =
      isRow && (0..<content.pane.rowCount).contains(row) ? content.pane.row(row).entry : nil
    switch sheet {
    case .reading: break
    case .palette(let palette): return take(mouse.action, on: entry, for: palette)
    case .menu(var menu):
      menu.select(step != 0 ? menu.selected + step : entry ?? menu.selected)
      self.sheet = .menu(menu)
      if mouse.action == .doubleClick, entry != nil {
        return choose(menu.choices[menu.selected].action)
      }
    case .form(var form):
      if step != 0 {
        form.move(by: step)
      } else if let entry {
        form.focus(on: form.shownPlaces[entry])
      }
      self.sheet = .form(form)
    case .note(var note):
      let columns = noteColumns
      if step != 0 {
        note.area.move(by: 3 * step, columns: columns)
      } else if isRow {
        note.area.moveTo(
          row: row, column: mouse.column - rectangle.inside.column - 1, columns: columns)
      }
      self.sheet = .note(note)
    }
    return []
  }
}
