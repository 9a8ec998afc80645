import Declaration

extension DashboardState {
  /// Shows the record as of a day.
  mutating func go(to day: Day) {
    guard day != snapshot.day else { return }
    snapshot = dossier.asOf(day)
    if let first = dossier.days.first, day < first {
      notice = Notice(
        language("The record begins on \(day: DateText.long(first, in: language))."))
    }
  }

  /// Goes to the nearest day before or after on which the record changes.
  mutating func goToRecordDay(before: Bool) {
    let day = snapshot.day
    let target =
      before ? dossier.days.last { $0 < day } : dossier.days.first { $0 > day }
    guard let target else {
      notice = Notice(
        before
          ? language("The record has no earlier day.") : language("The record has no later day."))
      return
    }
    goAndSay(target)
  }

  private mutating func goAndSay(_ day: Day) {
    go(to: day)
    notice = Notice(language("As of \(day: DateText.long(day, in: language))."))
  }

  /// Shows the record as of today; asked again, as of the day that it was opened on.
  mutating func goToToday() {
    let today = clock.today
    guard openedDay != today else { return go(to: today) }
    guard snapshot.day != today else { return goAndSay(openedDay) }
    go(to: today)
    guard notice == nil else { return }
    let opened = DateText.long(openedDay, in: language)
    notice = Notice(language("\(key: label(.today)) again goes back to \(day: opened)."))
  }

  mutating func takeForDay(_ key: Key, _ editor: LineEditor) {
    var editor = editor
    switch key {
    case .escape:
      prompt = nil
    case .backspace where editor.text.isEmpty:
      prompt = nil
    case .enter:
      accept(editor.text)
    default:
      guard editor.take(key) else { return }
      prompt = asksForFirstDay ? .firstDay(editor) : .day(editor)
    }
  }

  private var asksForFirstDay: Bool {
    if case .firstDay = prompt { true } else { false }
  }

  /// Takes a day as it was typed; nothing stands for the usual one.
  private mutating func accept(_ typed: String) {
    let isEmpty = typed.allSatisfy { $0 == " " }
    let day = PlainDay.read(typed, today: clock.today)
    guard day != nil || isEmpty else {
      notice = Notice(
        language("“\(typed: typed)” is not a day; write it as 2022-10-06."), isWarning: true)
      return
    }
    if asksForFirstDay, let day, day > snapshot.day {
      let (first, last) = (day, snapshot.day)
      notice = Notice(
        language(
          """
          The first day, \(first: DateText.short(first, in: language)), is after the last, \
          \(last: DateText.short(last, in: language)).
          """), isWarning: true)
      return
    }
    if asksForFirstDay { chosenStart = day } else { go(to: day ?? dossier.startDay) }
    prompt = nil
  }
}
